"""The rows of pages (speakers, partners, goals): fetched for many pages, a query for each kind."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import F, Model
from wagtail.models import Page

from .instances import instance
from .prepared import Among, Keys, Prepared


def by_model(pages: Iterable[Page]) -> dict[type[Any], list[Any]]:
    """The pages by their model."""
    found: dict[type[Any], list[Any]] = {}
    for page in pages:
        found.setdefault(type(page), []).append(page)
    return found


def fetch_rows(pages: Iterable[Page]) -> None:
    """Fetch the rows that page models name in `prefetched`: one query for each kind.

    None for those fetched before, or written in a draft. Does what Django's prefetching does,
    which asks modelcluster for a manager again and again.
    """
    for model, instances in by_model(pages).items():
        for path in model.prefetched:
            name, _dots, joined = path.partition("__")
            unknown = [page for page in instances if not has_rows(page, name)]
            if not unknown:
                continue
            kind = kind_of_rows(model, name, joined)  # type: ignore[arg-type]  # hashable
            of_page = kind.fetch(page.pk for page in unknown)
            for page in unknown:
                fetched_rows(page)[name] = of_page[page.pk]


def offer_rows(owners: Iterable[Any]) -> None:
    """Give the fetched rows to whoever asks their owners' managers for them, as templates do."""
    for owner in owners:
        prefetched = owner.__dict__.setdefault("_prefetched_objects_cache", {})
        for name, rows in fetched_rows(owner).items():
            found = owner._meta.get_field(name).related_model._default_manager.all()
            found._result_cache = rows
            found._prefetch_done = True
            prefetched[name] = found


class KindOfRows:
    """The rows of one kind that pages of a model have, with what is joined to each."""

    def __init__(self, model: type[Any], name: str, joined: str) -> None:
        relation = model._meta.get_field(name)
        self.model: Any = relation.related_model
        self.key = relation.field.attname
        self.names = [field.attname for field in self.model._meta.concrete_fields]
        self.joined = joined
        self.joined_names: list[str] = []
        if joined:
            self.joined_model: Any = self.model._meta.get_field(joined).related_model
            self.joined_names = [f.attname for f in self.joined_model._meta.concrete_fields]
        self.prepared = Prepared(
            lambda: self.model._default_manager.filter(
                Among(F(self.key), Keys("pages"))
            ).values_list(*self.names, *(f"{joined}__{name}" for name in self.joined_names))
        )

    def fetch(self, pages: Iterable[int]) -> dict[int, list[Model]]:
        """The rows of the pages with these keys, in their order, by the key of the page."""
        of_page: dict[int, list[Model]] = {pk: [] for pk in pages}
        for values in self.prepared.rows(pages=of_page):
            row = instance(self.model, self.names, values[: len(self.names)])
            if self.joined:
                topic = instance(self.joined_model, self.joined_names, values[len(self.names) :])
                setattr(row, self.joined, topic)
            of_page[getattr(row, self.key)].append(row)
        return of_page


@cache
def kind_of_rows(model: type[Any], name: str, joined: str) -> KindOfRows:
    """The one of these."""
    return KindOfRows(model, name, joined)


def has_rows(page: Any, name: str) -> bool:
    """Whether the rows `name` of a page need no query: a draft's own, or fetched before."""
    return name in own_rows(page) or name in fetched_rows(page)


def rows_of(page: Any, name: str) -> list[Any]:
    """The rows `name` of a page: a draft's own, those fetched before, or from the database."""
    rows = own_rows(page).get(name)
    if rows is None:
        rows = fetched_rows(page).get(name)
    return list(getattr(page, name).all() if rows is None else rows)


def own_rows(page: Any) -> dict[str, Any]:
    """Where modelcluster keeps the rows of a draft."""
    return getattr(page, "_cluster_related_objects", None) or {}


def fetched_rows(owner: Any) -> dict[str, Any]:
    """Where the fetched rows of a page, or of a menu, are kept."""
    return owner.__dict__.setdefault("_fetched_rows", {})
