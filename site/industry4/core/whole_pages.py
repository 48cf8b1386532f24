"""Pages of one type by their keys: with all that readers see of them, or with what lists show."""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, TypeVar

from django.db.models import F, QuerySet
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale, Page

from .instances import instance
from .prepared import Among, Keys, Prepared

PageType = TypeVar("PageType", bound=Page)

# What only the admin asks of a page; asked for here, each costs a query.
EDITORIAL = {
    *("draft_title", "has_unpublished_changes", "owner_id", "go_live_at", "expired", "locked"),
    *("locked_at", "locked_by_id", "latest_revision_created_at", "show_in_menus", "numchild"),
    *("latest_revision_id", "live_revision_id"),
}

# What stands on a page of its own and in no list.
LONG = (RichTextField, StreamField)


class Pages:
    """Pages of a model by a query whose SQL is made once, with their languages."""

    def __init__(
        self, model: type[Page], query_set: Callable[[], QuerySet], *, whole: bool = False
    ) -> None:
        """Of the pages of `query_set`; their texts, which lists do not show, only if `whole`."""
        self.model = model
        self.names = [
            field.attname
            for field in model._meta.concrete_fields
            if field.attname not in EDITORIAL and (whole or not isinstance(field, LONG))
        ]
        self.prepared = Prepared(
            lambda: query_set().values_list(*self.names, "locale__language_code")
        )

    def fetch(self, **keys: Iterable[Any]) -> list[Any]:
        """The pages for these lists of keys, in the order of the query: one query."""
        found = []
        locales: dict[int, Locale] = {}
        for *values, code in self.prepared.rows(**keys):
            page: Any = instance(self.model, self.names, values)
            if page.locale_id not in locales:
                locales[page.locale_id] = Locale(pk=page.locale_id, language_code=code)
            page._state.fields_cache["locale"] = locales[page.locale_id]
            found.append(page)
        return found


@cache
def _by_keys(model: Any, *, whole: bool) -> Pages:
    """The query for pages of a model."""
    chosen = Among(F("pk"), Keys("ids"))
    return Pages(model, lambda: model.objects.filter(chosen).order_by(), whole=whole)


def whole_pages(model: type[PageType], ids: Sequence[int]) -> list[PageType]:
    """The pages of `model` with these keys, in the order of the keys: one query."""
    return _in_order(model, ids, whole=True)


def cards(model: type[PageType], ids: Sequence[int]) -> list[PageType]:
    """The same without their texts, which a list does not show: asked for, each costs a query."""
    return _in_order(model, ids, whole=False)


def _in_order(model: Any, ids: Sequence[int], *, whole: bool) -> list[Any]:
    """The pages with these keys, in the order of the keys."""
    found = {page.pk: page for page in _by_keys(model, whole=whole).fetch(ids=ids)}
    return [found[pk] for pk in ids if pk in found]
