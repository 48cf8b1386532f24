"""What is public: the one query set that pages, API, feeds, search and sitemap start from."""

from functools import cache, lru_cache, reduce
from operator import or_
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Length, Now, Substr
from wagtail.models import CollectionViewRestriction, Page, PageViewRestriction, Site

PageType = TypeVar("PageType", bound=Page)


def is_due() -> Q:
    """The condition that a page is live and, by the clock, neither too early nor expired.

    `run_due` publishes and withdraws by the clock, a little after the moment; readers are
    not to see the difference.
    """
    return Q(live=True) & (Q(expire_at__isnull=True) | Q(expire_at__gt=Now()))


def unrestricted() -> Q:
    """The condition that neither the page nor one above it is private.

    SQLite would go through all pages for each page to join the restrictions to theirs, so it is
    asked for them one by one, which PostgreSQL in turn is slow at.
    """
    if connection.vendor == "sqlite":
        above = Substr(OuterRef(OuterRef("path")), 1, Length("path"))
        restricted = Exists(Page.objects.filter(pk=OuterRef("page_id"), path=above))
        return ~Q(Exists(PageViewRestriction.objects.filter(restricted)))
    above = Substr(OuterRef("path"), 1, Length("page__path"))
    return ~Q(Exists(PageViewRestriction.objects.filter(page__path=above)))


@cache
def outside_private_collections() -> Q:
    """The condition that the collection of an image or a document is open to everyone."""
    above = Substr(OuterRef("collection__path"), 1, Length("collection__path"))
    return ~Q(Exists(CollectionViewRestriction.objects.filter(collection__path=above)))


def public_pages(model: type[PageType] = Page) -> QuerySet[PageType]:
    """Pages of `model` that anyone may read now, of every language, aliases excluded.

    An alias shows the text of one language as another's, so it is never public.
    """
    return _public_pages(model).all()  # type: ignore[arg-type]  # classes are hashable


@cache
def _public_pages(model: type[PageType]) -> QuerySet[PageType]:
    """The query set, put together once: it costs a millisecond, and says the same each time."""
    return model.objects.filter(
        is_due(), unrestricted(), alias_of__isnull=True, depth__gt=1
    ).select_related("locale")


def for_search(queryset: QuerySet[PageType]) -> Any:
    """The same pages in a form that search backends can filter by: they know few conditions."""
    return queryset.model.objects.filter(pk__in=queryset.order_by().values("pk"))


def pages_of_site(site: Site | None, model: type[PageType] = Page) -> QuerySet[PageType]:
    """The public pages of `model` under the home pages of a site (None: any), in all languages.

    By the addresses of the home pages, which Wagtail keeps in the cache: no query for them.
    """
    homes = tuple(
        root.root_path
        for root in Site.get_site_root_paths()
        if site is None or root.site_id == site.pk
    )
    return _public_pages_below(model, homes).all()  # type: ignore[arg-type]  # hashable


@lru_cache(maxsize=256)
def _public_pages_below(model: type[PageType], homes: tuple[str, ...]) -> QuerySet[PageType]:
    """The query set, put together once for the same home pages."""
    below = [Q(url_path__startswith=path) for path in homes]
    return public_pages(model).filter(reduce(or_, below) if below else Q(pk__in=[]))
