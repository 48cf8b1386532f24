"""Pages of one type by their keys: with all that readers see of them, or with what lists show."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db.models import F
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


@cache
def _prepared(model: type[Page], *, whole: bool) -> tuple[Prepared, list[str]]:
    """The query for pages of a model, and the names of what it gives."""
    names = [
        field.attname
        for field in model._meta.concrete_fields
        if field.attname not in EDITORIAL and (whole or not isinstance(field, LONG))
    ]
    return (
        Prepared(
            lambda: (
                model.objects.filter(Among(F("pk"), Keys("ids")))
                .order_by()
                .values_list(*names, "locale__language_code")
            )
        ),
        names,
    )


def whole_pages(model: type[PageType], ids: Sequence[int]) -> list[PageType]:
    """The pages of `model` with these keys, in the order of the keys: one query."""
    return _fetched(model, ids, whole=True)


def cards(model: type[PageType], ids: Sequence[int]) -> list[PageType]:
    """The same without their texts, which a list does not show: asked for, each costs a query."""
    return _fetched(model, ids, whole=False)


def _fetched(model: type[PageType], ids: Sequence[int], *, whole: bool) -> list[PageType]:
    """The pages with these keys, in their order; no query where there are none."""
    if not ids:
        return []
    prepared, names = _prepared(model, whole=whole)  # type: ignore[arg-type]  # hashable
    found: dict[int, Any] = {}
    locales: dict[int, Locale] = {}
    for *values, code in prepared.rows(ids=ids):
        page: Any = instance(model, names, values)
        if page.locale_id not in locales:
            locales[page.locale_id] = Locale(pk=page.locale_id, language_code=code)
        page._state.fields_cache["locale"] = locales[page.locale_id]
        found[page.pk] = page
    return [found[pk] for pk in ids if pk in found]
