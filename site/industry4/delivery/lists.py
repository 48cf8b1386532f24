"""Lists of the delivery API: their parameters, and the part that was asked for."""

import datetime
import re
from collections.abc import Sequence
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from django.db.models import Count, Q, QuerySet, Window
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field
from wagtail.models import Page

from industry4.core.listing import in_language
from industry4.core.whole_pages import whole_pages

from .answers import answer
from .pages import PageType, as_cards, in_full
from .schemas import ROOT, Language, api_url

# What the databases hold in an integer column.
LARGEST_NUMBER = 2**31 - 1
Id = Annotated[int, Field(ge=1, le=LARGEST_NUMBER)]
# As Django's slugs.
Slug = Annotated[str, Field(pattern="^[-a-zA-Z0-9_]+$", max_length=100)]
_MOMENT = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}([T ]|$)")


def in_lithuania(moment: datetime.datetime) -> datetime.datetime:
    """A moment without an offset is Lithuanian time. Raises ValueError at the ends of time."""
    try:
        aware = moment if moment.tzinfo else timezone.make_aware(moment)
        return aware.astimezone(datetime.UTC)
    except OverflowError as error:
        raise ValueError("the moment is out of range") from error


def start_of(day: datetime.date) -> datetime.datetime:
    """The moment at which a day begins in Lithuania."""
    return in_lithuania(datetime.datetime.combine(day, datetime.time.min))


def written_as_moment(value: object) -> object:
    """The value. Raises ValueError for a text in another form, such as a number of seconds."""
    if isinstance(value, str) and not _MOMENT.match(value):
        raise ValueError("write a day as in 2026-03-01, a moment as in 2026-03-01T10:00:00+02:00")
    return value


Instant = Annotated[
    AwareDatetime | datetime.datetime | datetime.date,
    BeforeValidator(written_as_moment),
    AfterValidator(
        lambda value: (
            in_lithuania(value) if isinstance(value, datetime.datetime) else start_of(value)
        )
    ),
]


class Part(Schema):
    """Which part of a list."""

    limit: int = Field(20, ge=1, le=100, description="How many at most.")
    offset: int = Field(0, ge=0, le=LARGEST_NUMBER, description="How many to leave out first.")


class ListQuery(Part):
    """What all lists of pages can be asked for."""

    locale: Language = Field("lt", description="The language of the list.")
    fallback: bool = Field(
        False,
        description="Add what exists only in the other language. Each item says its `locale`.",
    )
    view: Literal["card", "full"] = Field(
        "card", description="`card`: what a listing shows. `full`: everything."
    )


def listed(page_type: PageType, query: ListQuery) -> QuerySet[Any]:
    """The public pages of a type in the language that was asked for."""
    return in_language(
        page_type.public(), Q(locale__language_code=query.locale), fallback=query.fallback
    )


def page_list(
    request: HttpRequest, query: ListQuery, pages: QuerySet[Any], **more: Any
) -> HttpResponse:
    """The part of a list of pages that was asked for, as `{count, next, previous, items}`."""
    part, count = part_of(pages, query)
    items = in_full(part) if query.view == "full" else as_cards(part)
    return answer(
        request,
        {**envelope(request, query, count), "items": items, **more},
        languages=languages_of(query, part),
        changed=[page.last_published_at for page in part],
    )


def part_of(pages: QuerySet[Any], part: Part) -> tuple[list[Any], int]:
    """The part of a list, and how many there are on all of it: two queries.

    The first, which differs from request to request, asks for keys alone and counts on the way;
    so `pages` may hold no page twice.
    """
    counted = pages.select_related(None).values_list("pk", Window(Count("*")))
    keys = list(counted[part.offset : part.offset + part.limit])
    if not keys:
        return [], pages.count() if part.offset else 0
    return whole_pages(pages.model, [pk for pk, _count in keys]), keys[0][1]


def languages_of(query: ListQuery, part: Sequence[Any]) -> list[str]:
    """The languages of what is answered; of an empty list, the one that was asked for."""
    return sorted({page.locale.language_code for page in part}) or [query.locale]


def envelope(request: HttpRequest, part: Part, count: int) -> dict[str, Any]:
    """`{count, next, previous}` of a list."""
    after, before = part.offset + part.limit, max(part.offset - part.limit, 0)
    return {
        "count": count,
        "next": at_offset(request, after) if after < count else None,
        "previous": at_offset(request, before) if part.offset else None,
    }


def at_offset(request: HttpRequest, offset: int) -> str:
    """The address of this list from another offset on."""
    parameters = {**request.GET.dict(), "offset": offset}
    return f"{api_url(request.path.removeprefix(ROOT))}?{urlencode(parameters)}"


def page_item(request: HttpRequest, page_type: PageType, pk: int) -> HttpResponse:
    """One page of a type in full. Raises Http404 where none is public under that id."""
    page = get_object_or_404(page_type.public(), pk=pk) if pk <= LARGEST_NUMBER else None
    if page is None:
        raise Http404
    return full_answer(request, page)


def full_answer(request: HttpRequest, page: Any) -> HttpResponse:
    """A page in full."""
    return answer(
        request,
        in_full([page])[0],
        languages=[page.locale.language_code],
        changed=[page.last_published_at],
    )


def same_page(model: type[Page], pk: int) -> QuerySet[Any]:
    """The keys of a page and its translations: filters take the id of either."""
    key = model._default_manager.filter(pk=pk).values("translation_key")
    return model._default_manager.filter(translation_key__in=key).values("pk")
