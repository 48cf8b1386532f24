"""What stands around every page: the menus and the organisation that site settings choose."""

from typing import Any, Self

from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page, Site

from industry4.core import references
from industry4.core.instances import instance
from industry4.core.rows import fetched_rows, offer_rows

from .navigation import Navigation, NavigationItem
from .site_settings import Organisation, SiteSettings


class SiteWide:
    """What site settings choose, in the active language; read when it is asked for."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @classmethod
    def of(cls, request: HttpRequest) -> Self:
        """The one of a request whose language stays what it is: read once."""
        return vars(request).setdefault("site_wide", cls(request))

    @cached_property
    def settings(self) -> SiteSettings:
        """Which menus and which details were chosen, in the source language."""
        site = Site.find_for_request(self.request)
        return SiteSettings.for_site(site) if site else SiteSettings()

    @cached_property
    def menus(self) -> dict[int | None, Navigation]:
        """The chosen menus by the key of the chosen one."""
        return in_active_language(
            Navigation,
            "items",
            [self.settings.main_navigation_id, self.settings.footer_navigation_id],
        )

    @property
    def page_ids(self) -> list[int]:
        """The keys of the pages that the menus lead to."""
        items = [item for menu in self.menus.values() for item in menu.items.all()]
        return [item.page_id for item in items if item.page_id]

    @property
    def main(self) -> list[NavigationItem]:
        """The links at the top that lead somewhere public."""
        return self.links(self.settings.main_navigation_id)

    @property
    def footer(self) -> list[NavigationItem]:
        """The links at the foot that lead somewhere public."""
        return self.links(self.settings.footer_navigation_id)

    def links(self, chosen: int | None) -> list[NavigationItem]:
        """The links of a chosen menu; none where it is not translated."""
        menu = self.menus.get(chosen) if chosen else None
        if menu is None:
            return []
        references.current().add_translations(Page, self.page_ids)
        return [item for item in menu.items.all() if item.url]

    @cached_property
    def organisation(self) -> Organisation | None:
        """Who stands behind the site."""
        chosen = self.settings.organisation_id
        found = in_active_language(Organisation, "social_links", [chosen])
        return found.get(chosen)


def in_active_language(model: Any, rows: str, chosen: list[int | None]) -> dict[int | None, Any]:
    """The live translations of chosen snippets, with their rows, by the key of the chosen one.

    One query: each row of the database is a row of a snippet, with the snippet beside it.
    """
    keys = [pk for pk in chosen if pk]
    if not keys:
        return {}
    row_model = model._meta.get_field(rows).related_model
    names = [field.attname for field in model._meta.concrete_fields]
    row_names = [field.attname for field in row_model._meta.concrete_fields]
    source = model.objects.filter(pk__in=keys, translation_key=OuterRef("translation_key"))
    found: dict[int | None, Any] = {}
    for pk, row_pk, *values in (
        model.objects.filter(locale__language_code=get_language(), live=True)
        .annotate(chosen=Subquery(source.values("pk")[:1]))
        .filter(chosen__isnull=False)
        .order_by(f"{rows}__sort_order", f"{rows}__pk")
        .values_list("chosen", f"{rows}__pk", *names, *(f"{rows}__{name}" for name in row_names))
    ):
        if pk not in found:
            found[pk] = instance(model, names, values[: len(names)])
            fetched_rows(found[pk])[rows] = []
        if row_pk:
            row = instance(row_model, row_names, values[len(names) :])
            fetched_rows(found[pk])[rows].append(row)
    offer_rows(found.values())
    return found
