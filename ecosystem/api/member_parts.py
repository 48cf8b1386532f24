"""What a member shows of others in the delivery API: its awards, and the events it organises."""

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import Field

from industry4.core.api import Moment, PageLink, Schema, page_data
from industry4.core.recording import holds_until
from industry4.delivery.schemas import Topic


def award_data(results: Sequence[Any]) -> list[dict[str, Any]]:
    """Published results of a member, in the form of `Award`."""
    return [
        {
            "edition": edition,
            "category": result.category,
            "place": result.place,
            "innovation": result.innovation,
            "citation": result.citation,
        }
        for result in results
        if (edition := page_data(result.edition))
    ]


class Award(Schema):
    """What a member won in the competition."""

    edition: PageLink
    category: Topic
    place: int = Field(description="1: the winner.")
    innovation: str = Field(description="What it was honoured for.")
    citation: str = Field(description="Why the jury chose it.")


class MemberEvent(Schema):
    """An event that a member organises; all of them: `events/?organiser=…`."""

    page: PageLink
    starts_at: Moment
    ends_at: Moment
    all_day: bool
    status: Literal["scheduled", "postponed", "cancelled"]


def event_data(events: Sequence[Any]) -> list[dict[str, Any]]:
    """Events in the form of `MemberEvent`."""
    names = ("starts_at", "ends_at", "all_day", "status")
    # Once it has ended, others may come before it.
    holds_until(*(event.ends_at for event in events))
    return [
        {"page": page, **{name: getattr(event, name) for name in names}}
        for event in events
        if (page := page_data(event))
    ]
