"""Pages of one type with all their fields, by their keys."""

from collections.abc import Sequence
from functools import cache
from typing import Any, TypeVar

from django.db.models import F
from wagtail.models import Locale, Page

from .instances import instance
from .prepared import Among, Keys, Prepared

PageType = TypeVar("PageType", bound=Page)


@cache
def _prepared(model: type[Page]) -> tuple[Prepared, list[str]]:
    """The query for pages of a model, and the names of what it gives."""
    names = [field.attname for field in model._meta.concrete_fields]
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
    prepared, names = _prepared(model)  # type: ignore[arg-type]  # classes are hashable
    found: dict[int, Any] = {}
    locales: dict[int, Locale] = {}
    for *values, code in prepared.rows(ids=ids):
        page: Any = instance(model, names, values)
        page.locale = locales.setdefault(
            page.locale_id, Locale(pk=page.locale_id, language_code=code)
        )
        found[page.pk] = page
    return [found[pk] for pk in ids if pk in found]
