"""Samples of what stands in lists: cards, rows, and the parts of an event among them."""

from typing import Any

from industry4.core.models import BasePage

from .things import (
    Sample,
    article,
    at,
    document,
    edition,
    event,
    image,
    initiative,
    member,
    strategy_document,
    words,
)


def samples() -> dict[str, list[Sample]]:
    """The samples of cards and rows by component."""
    return {
        "card": states(
            member,
            level=3,
            with_more={
                "badge": words("Naujas narys", "New member"),
                "tone": "good",
                "date": article().published_at,
            },
        ),
        "article_card": states(article, level=3),
        "event_card": states(event, level=3),
        "initiative_card": [
            *states(initiative, level=3),
            Sample("an idea", {"page": initiative(status="idea"), "level": 3}),
        ],
        "row": [
            Sample("plain", {"page": article(), "level": 3}),
            Sample(
                "with everything",
                {
                    "page": member(),
                    "level": 3,
                    "label": member().get_kind_display(),
                    "place": member().get_municipality_display(),
                    "date": article().published_at,
                    "badge": words("Naujas narys", "New member"),
                    "tone": "good",
                    "image": image(),
                },
            ),
            Sample("in the other language", {"page": article(elsewhere=True), "level": 3}),
        ],
        "member_row": states(member, level=3),
        "competition_row": [Sample("", {"page": edition(), "level": 3})],
        "strategy_row": [
            Sample("adopted", {"page": strategy_document(), "level": 3}),
            Sample(
                "a draft", {"page": strategy_document(status="draft", adopted_on=None), "level": 3}
            ),
        ],
        "event_row": [
            Sample("planned", {"page": event(), "level": 3}),
            Sample("cancelled", {"page": event(status="cancelled"), "level": 3}),
            Sample(
                "postponed, on site and online",
                {"page": event(status="postponed", attendance="both"), "level": 3},
            ),
            Sample("in the other language", {"page": event(elsewhere=True), "level": 3}),
        ],
        "event_facts": [
            Sample("planned", {"event": event(), "other": ""}),
            Sample("online", {"event": event(venue="", attendance="online"), "other": ""}),
            Sample("in the other language", {"event": event(), "other": words("en", "lt")}),
        ],
        "event_date": [
            Sample("some hours", {"event": event()}),
            Sample("all day", {"event": event(all_day=True)}),
            Sample("several days", {"event": event(all_day=True, ends_at=at(9, 16))}),
        ],
        "event_day": [Sample("", {"event": event()})],
        "event_status": [
            Sample("cancelled", {"event": event(status="cancelled")}),
            Sample("postponed", {"event": event(status="postponed")}),
        ],
        "page_link": [
            Sample("", {"page": member()}),
            Sample("in the other language", {"page": member(elsewhere=True)}),
        ],
        "document_link": [Sample("", {"document": file}) for file in filter(None, [document()])],
    }


def states(make: Any, *, level: int, with_more: dict[str, Any] | None = None) -> list[Sample]:
    """A page in a list with its picture, without one, and in the other language."""
    shown: list[tuple[str, BasePage, dict[str, Any]]] = [
        ("with a picture", make(listing_image=image()), with_more or {}),
        ("without a picture", make(), {}),
        ("in the other language", make(elsewhere=True), {}),
    ]
    return [Sample(title, {"page": page, "level": level, **more}) for title, page, more in shown]
