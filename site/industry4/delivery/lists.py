"""Lists of the delivery API: their parameters, and the part that was asked for."""

import datetime
import hashlib
import re
from abc import abstractmethod
from collections.abc import Sequence
from typing import Annotated, Any, Literal
from urllib.parse import urlencode

from django.core.cache import cache
from django.core.exceptions import EmptyResultSet
from django.db import connection, models
from django.db.models import Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, BeforeValidator, Field
from pydantic_core import to_json
from wagtail.models import Page, Site

from industry4.core.listing import in_language

from .answers import answer
from .changes.settle import settle
from .documents import Document, documents
from .pages import PageType, public_keys
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

    @abstractmethod
    def of(self, pages: QuerySet[Any]) -> QuerySet[Any]:
        """Those of the pages that are asked for, in order."""

    @property
    def is_timeless(self) -> bool:
        """Whether the same statement is right whenever one asks; the database knows the time."""
        return True

    @property
    def follows_clock(self) -> bool:
        """Whether pages come and go by the clock, besides those that expire."""
        return False


def listed(page_type: PageType, query: ListQuery) -> QuerySet[Any]:
    """The public pages of a type in the language that was asked for."""
    return in_language(
        page_type.public(), Q(locale__language_code=query.locale), fallback=query.fallback
    )


def page_list(request: HttpRequest, query: ListQuery, page_type: PageType) -> HttpResponse:
    """The part of a list of pages that was asked for, as `{count, next, previous, items}`."""
    part, count = part_of(page_type, query)
    return list_answer(request, query, part, envelope(request, query, count))


def list_answer(
    request: HttpRequest,
    query: ListQuery,
    part: Sequence[Document],
    around: dict[str, Any],
    name: str = "items",
    content_type: str = "application/json",
) -> HttpResponse:
    """The documents as the items of a list, after what is `around` them."""
    items = b",".join(document.json for document in part)
    return answer(
        request,
        to_json(around)[:-1] + f',"{name}":['.encode() + items + b"]}",
        # Of an empty list, the one that was asked for.
        languages=sorted({document.locale for document in part}) or [query.locale],
        changed=[document.published_at for document in part],
        content_type=content_type,
    )


def part_of(page_type: PageType, query: ListQuery) -> tuple[list[Document], int]:
    """The part of a list that was asked for, and how many there are on all of it.

    Three queries, and one more where the part leaves open how many there are.
    """
    position = settle()
    sql, parameters = keys_statement(page_type, query)
    with connection.cursor() as cursor:
        cursor.execute(f"{sql} LIMIT %s OFFSET %s", [*parameters, query.limit, query.offset])
        keys = [pk for (pk,) in cursor.fetchall()]
    ends_here = len(keys) < query.limit and (keys or not query.offset)
    count = query.offset + len(keys) if ends_here else count_of(page_type, query, position)
    return list(documents(keys, query.view, position).values()), count


# The statements of the lists that are asked for again and again: making one takes three times as
# long as the rest of the answer.
_statements: dict[tuple[Any, ...], tuple[str, tuple[Any, ...]]] = {}
MOST_STATEMENTS = 500
COUNT_SECONDS = 3600


def asked(page_type: PageType, query: ListQuery) -> tuple[Any, ...]:
    """What decides which pages are on a list: what is public follows from where home pages are."""
    homes = tuple(root.root_path for root in Site.get_site_root_paths())
    filters = query.model_dump_json(exclude={"limit", "offset", "view"})
    return connection.vendor, page_type.model, homes, filters


def keys_statement(page_type: PageType, query: ListQuery) -> tuple[str, tuple[Any, ...]]:
    """The SQL for the keys of the pages that are asked for. No page may be in the list twice."""
    key = asked(page_type, query)
    if made := _statements.get(key):
        return made
    pages = query.of(listed(page_type, query)).select_related(None)
    try:
        sql, parameters = pages.values_list("pk").query.sql_with_params()
    except EmptyResultSet:
        return "SELECT 0 WHERE 1 = 0", ()
    if query.is_timeless:
        if len(_statements) >= MOST_STATEMENTS:
            _statements.clear()
        _statements[key] = (sql, parameters)
    return sql, parameters


def count_of(page_type: PageType, query: ListQuery, position: int) -> int:
    """How many pages are on a list: counted once for a position of the log, which `settle` gave.

    A list whose pages change by the clock alone is counted each time.
    """
    kept = query.is_timeless and not query.follows_clock
    digest = hashlib.blake2b(repr(asked(page_type, query)).encode(), digest_size=16).hexdigest()
    key = f"count:{position}:{digest}"
    if kept and (count := cache.get(key)) is not None:
        return int(count)
    pages = query.of(listed(page_type, query)).select_related(None).order_by()
    found = pages.aggregate(count=models.Count("*"), expires_at=models.Min("expire_at"))
    if kept:
        until = found["expires_at"] or datetime.datetime.max.replace(tzinfo=datetime.UTC)
        left = (until - timezone.now()).total_seconds()
        cache.set(key, found["count"], min(COUNT_SECONDS, left))
    return int(found["count"])


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
    position = settle()
    if pk > LARGEST_NUMBER or not public_keys([pk], page_type.model):
        raise Http404
    return full_answer(request, pk, position)


def full_answer(request: HttpRequest, pk: int, position: int) -> HttpResponse:
    """A public page in full. Raises Http404 for one of a type that the API does not know."""
    document = documents([pk], "full", position).get(pk)
    if document is None:
        raise Http404
    return answer(
        request, document.json, languages=[document.locale], changed=[document.published_at]
    )


def same_page(model: type[Page], pk: int) -> QuerySet[Any]:
    """The keys of a page and its translations: filters take the id of either."""
    key = model._default_manager.filter(pk=pk).values("translation_key")
    return model._default_manager.filter(translation_key__in=key).values("pk")
