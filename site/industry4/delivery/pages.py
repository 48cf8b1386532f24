"""Pages as the delivery API gives them: which schemas a page type has, and how pages are read.

Each app registers its page types in its api.py. What pages refer to is fetched for all of them
together, then each is read in its own language.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from django.db.models import F, QuerySet
from django.http import QueryDict
from django.utils import translation
from pydantic import BaseModel
from wagtail.models import Page, Site

from industry4.core import references
from industry4.core.models import BasePage, IndexPage
from industry4.core.prepared import Among, Keys, Prepared
from industry4.core.public import pages_of_site
from industry4.core.rows import by_model, fetch_rows


def nothing(pages: Sequence[Any]) -> Iterable[Page]:
    """For page types that show no more than their own fields and rows."""
    return ()


@dataclass(frozen=True)
class PageType:
    """A page type and its schemas.

    `expand` fetches what pages in full show besides their own fields and rows, sets it on them
    and returns the pages that it shows as cards. `expand_cards` does so for cards, which show no
    others. A page that `has_sections` names the pages right below it. `lists` are the kinds of
    pages of which it shows some, besides those it names.
    """

    model: type[BasePage]
    full: type[BaseModel]
    card: type[BaseModel] | None = None
    expand: Callable[[Sequence[Any]], Iterable[Page]] = nothing
    expand_cards: Callable[[Sequence[Any]], object] = nothing
    has_sections: bool = False
    lists: tuple[str, ...] = ()

    def public(self) -> QuerySet[Any]:
        """The public pages of this type that have an address."""
        return pages_of_site(None, self.model)


@lru_cache(maxsize=64)
def _public(model: type[Page], homes: tuple[str, ...]) -> Prepared:
    """The query for which of some pages are public; `homes` are what it may change with."""
    return Prepared(
        lambda: (
            pages_of_site(None, model)
            .filter(Among(F("pk"), Keys("ids")))
            .order_by()
            .select_related(None)
            .values_list("pk")
        )
    )


def public_keys(ids: Iterable[int], model: type[Page] = Page) -> set[int]:
    """Those of the keys that are of public pages of a model with an address: one query."""
    homes = tuple(root.root_path for root in Site.get_site_root_paths())
    prepared = _public(model, homes)  # type: ignore[arg-type]  # classes are hashable
    return {pk for (pk,) in prepared.rows(ids=ids)}


TYPES: dict[type[Page], PageType] = {}
# What apps above that of a page type add to its pages in full: functions such as `expand`.
ADDED: dict[type[Page], list[Callable[[Sequence[Any]], Iterable[Page]]]] = {}


def register(page_type: PageType) -> PageType:
    """Make a page type known; returns it. Raises TypeError where two names of it differ."""
    for schema in filter(None, (page_type.full, page_type.card)):
        if schema.model_fields["type"].default != page_type.model.api_type:
            raise TypeError(f"{schema.__name__} is not of type {page_type.model.api_type}")
    TYPES[page_type.model] = page_type
    return page_type


def add_to(model: type[Page], expand: Callable[[Sequence[Any]], Iterable[Page]]) -> None:
    """Have `expand` run as well for pages in full of a type that a lower app registered."""
    ADDED.setdefault(model, []).append(expand)


def in_full(pages: Sequence[Any]) -> list[BaseModel]:
    """The pages with everything, in their order. They may be of several types."""
    prepare_in_full(pages)
    return read(pages)


def prepare_in_full(pages: Sequence[Any]) -> None:
    """Fetch all that pages in full show: as many queries for one as for all."""
    fetch_rows(pages)
    cards: list[Page] = []
    for model, group in by_model(pages).items():
        for expand in (TYPES[model].expand, *ADDED.get(model, ())):
            cards.extend(expand(group))
    for model, group in by_model(cards).items():
        TYPES[model].expand_cards(group)
    parents = [page for page in pages if TYPES[type(page)].has_sections]
    shown = [card.pk for card in cards]
    references.current().preload(pages, cards, parents, further=shown)


def prepare_cards(pages: Sequence[Any]) -> None:
    """Fetch all that pages show in listings."""
    for model, group in by_model(pages).items():
        TYPES[model].expand_cards(group)
    references.current().preload([], pages, further=[page.pk for page in pages])


def expand_sections(pages: Sequence[IndexPage]) -> Iterable[Page]:
    """Set on each section what its list shows, for the parameters of its address."""
    for page in pages:
        listing = page.listing(getattr(page, "asked", None) or QueryDict())
        part = listing.pop("items")
        page.__dict__.update(
            listing,
            count=part.paginator.count,
            page=part.number,
            page_count=part.paginator.num_pages,
            shown=list(part.object_list),
        )
        yield from page.shown


def read(pages: Sequence[Any]) -> list[BaseModel]:
    """The pages in the full form of their type, each in its own language, in their order."""
    found: dict[int, BaseModel] = {}
    for language in {page.locale.language_code for page in pages}:
        with translation.override(language):
            for place, page in enumerate(pages):
                if page.locale.language_code == language:
                    found[place] = TYPES[type(page)].full.model_validate(page)
    return [found[place] for place in range(len(pages))]
