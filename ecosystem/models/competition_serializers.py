"""How Wagtail's APIs give what an edition works out."""

from rest_framework.fields import Field

from industry4.core.api import page_data

from .competition_acts import RulesChange
from .topics import TopicField


class ResultsField(Field):
    """Published results, as `{place, category, member, company, innovation, citation}`.

    A finalist's `place` is null, and its citation empty: the jury's reasons are given for winners
    alone. Members that are not public are left out.
    """

    def to_representation(self, value: list) -> list[dict]:
        return [
            {
                "place": result.place,
                "category": TopicField().to_representation(result.category),
                "member": member,
                "company": result.company,
                "innovation": result.innovation,
                "citation": "" if result.place is None else result.citation,
            }
            for result in value
            if (member := page_data(result.target)) or not result.member_id
        ]


class RulesChangesField(Field):
    """Changes of rules, as `{date, reason}`."""

    def to_representation(self, value: list[RulesChange]) -> list[dict]:
        return [{"date": change.date, "reason": change.reason} for change in value]
