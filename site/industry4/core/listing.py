"""Lists of pages: of one language, or with what exists only in the other; page by page."""

from collections.abc import Sequence
from functools import lru_cache, reduce
from operator import or_
from typing import Any, TypeVar

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.core.paginator import Page as PaginatorPage
from django.db.models import Q, QuerySet
from django.http import Http404, QueryDict
from django.utils.translation import gettext as _
from wagtail.models import Page

from .public import public_pages
from .whole_pages import cards

PageType = TypeVar("PageType", bound=Page)


class NoSuchPage(Http404):
    """The list exists, but not the page of it that was asked for."""


def in_language(queryset: QuerySet[PageType], language: Q, *, fallback: bool) -> QuerySet:
    """The pages of `queryset` in one language; with `fallback`, those only in another as well.

    `language` is a condition such as `Q(locale=3)`.
    """
    own = queryset.filter(language)
    if not fallback:
        return own
    return queryset.filter(
        language | ~Q(translation_key__in=own.order_by().values("translation_key"))
    )


def listed(model: type[PageType], index: Any, *, fallback: bool = False) -> QuerySet[PageType]:
    """The public pages of `model` under `index`.

    With `fallback`, also what exists only under a translation of `index`. Whoever shows their
    pictures fetches them by `References.preload`.
    """
    others = tuple(index.paths_in_all_languages) if fallback else ()
    return _listed(model, (index.path, *others), index.locale_id, fallback).all()  # type: ignore[arg-type]


@lru_cache(maxsize=256)
def _listed(
    model: type[PageType], paths: tuple[str, ...], locale: int, fallback: bool
) -> QuerySet[PageType]:
    """The query set, put together once for the same places and language."""
    sections = reduce(or_, (Q(path__startswith=path) for path in paths))
    return in_language(public_pages(model).filter(sections), Q(locale=locale), fallback=fallback)


def paginated(model: type[Page], keys: Sequence[int], query: QueryDict, size: int) -> PaginatorPage:
    """The page of a list that `page` asks for. Raises NoSuchPage when there is none such.

    `keys` are those of the whole list, in its order: one query for the pages of this part. What is
    published meanwhile pushes none of them out, as it would if they were counted before.
    """
    try:
        part = Paginator(keys, size).page(query.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise NoSuchPage(_("This list has no such page.")) from error
    part.object_list = cards(model, part.object_list)  # type: ignore[arg-type]
    return part
