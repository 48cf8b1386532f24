"""How Wagtail's APIs give what an edition works out."""

from rest_framework.fields import Field

from industry4.core.api import page_data

from .competition_acts import RulesChange
from .topics import TopicField


class ResultsField(Field):
    """Published results, as `{place, category, member, company, innovation, citation}`.

    A finalist's `place` is null.
    """

    def to_representation(self, value: list) -> list[dict]:
        return [
            {
                "place": result.place,
                "category": TopicField().to_representation(result.category),
                "member": page_data(result.target),
                "company": result.company,
                "innovation": result.innovation,
                "citation": result.citation,
            }
            for result in value
        ]


class RulesChangesField(Field):
    """Changes of rules, as `{date, reason}`."""

    def to_representation(self, value: list[RulesChange]) -> list[dict]:
        return [{"date": change.date, "reason": change.reason} for change in value]
