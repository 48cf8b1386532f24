"""What pages of each kind have of their own, beside what `corpus` gives them all."""

import datetime
import random
import uuid
from functools import cache
from typing import Any

from ecosystem.models import InitiativePage, MemberPage
from industry4.core.models import TranslatableRow
from news.models import (
    ArticleAuthor,
    ArticlePage,
    ArticleSubject,
    EventOrganiser,
    EventPage,
    EventSpeaker,
    ProgrammeItem,
)


def fields(
    model: Any, number: int, dice: random.Random, today: datetime.datetime
) -> dict[str, Any]:
    """The values of a page's own fields."""
    if model is EventPage:
        day = today + datetime.timedelta(days=dice.randrange(-1_000, 365), seconds=number)
        return {
            "starts_at": day,
            "ends_at": day + datetime.timedelta(hours=3),
            "venue": "Panevėžio mokslo ir technologijų parkas",
            "address": "Beržų g. 1, Panevėžys",
            "latitude": "55.731900",
            "longitude": "24.363900",
            "registration_url": f"https://example.com/{number}",
            "registration_deadline": day - datetime.timedelta(days=2),
            "capacity": dice.randrange(20, 300),
            "price": 0,
        }
    if model is ArticlePage:
        categories = ArticlePage.Category.values
        day = today - datetime.timedelta(days=dice.randrange(1_000), seconds=number)
        return {"published_at": day, "category": dice.choice(categories)}
    if model is MemberPage:
        return {
            "kind": dice.choice(MemberPage.Kind.values),
            "municipality": dice.choice(MemberPage.Municipality.values),
            "website": f"https://example.com/{number}",
            "latitude": f"55.{dice.randrange(600_000, 900_000)}",
            "longitude": f"24.{dice.randrange(100_000, 900_000)}",
        }
    return {"status": dice.choice(InitiativePage.Status.values)}


@cache
def members() -> list[int]:
    """The keys of Lithuanian members: rows keep those of the source, whatever their language."""
    lithuanian = MemberPage.objects.filter(locale__language_code="lt")
    return list(lithuanian.order_by("pk").values_list("pk", flat=True))


def row(model: type[TranslatableRow], page: Any, number: int, **values: Any) -> Any:
    """A row of a page, in its language; the same in the other language has the same key."""
    name = f"{model.__name__}{page.translation_key}{number}"
    key = uuid.uuid5(uuid.NAMESPACE_OID, name)
    return model(locale=page.locale, translation_key=key, sort_order=number, **values)


def event_rows(page: Any, dice: random.Random) -> list[Any]:
    """Two speakers, three items of a programme, an organiser."""
    speakers = [
        row(
            EventSpeaker,
            page,
            number,
            event_id=page.pk,
            name=f"Vardenis Pavardenis {dice.randrange(900)}",
            role="Vadovas",
            organisation="Panevėžio kolegija",
        )
        for number in range(2)
    ]
    programme = [
        row(
            ProgrammeItem,
            page,
            number,
            event_id=page.pk,
            starts_at=page.starts_at + datetime.timedelta(hours=number),
            title=page.title[number * 10 :][:60],
            speaker=speakers[0].name,
        )
        for number in range(3)
    ]
    member = dice.choice(members())
    return [*speakers, *programme, row(EventOrganiser, page, 0, event_id=page.pk, member_id=member)]


def article_rows(page: Any, dice: random.Random) -> list[Any]:
    """An author, and a member that the article is about."""
    return [
        row(ArticleAuthor, page, 0, article_id=page.pk, name="Vardenė Pavardenė"),
        row(ArticleSubject, page, 0, article_id=page.pk, subject_id=dice.choice(members())),
    ]


def add_rows(model: Any, pages: list[Any]) -> None:
    """Store the rows of pages, one statement for each kind of row."""
    make = {EventPage: event_rows, ArticlePage: article_rows}.get(model)
    if make is None:
        return
    by_kind: dict[Any, list[Any]] = {}
    for page in pages:
        for each in make(page, random.Random(str(page.translation_key))):
            by_kind.setdefault(type(each), []).append(each)
    for kind, rows in by_kind.items():
        kind.objects.bulk_create(rows)
