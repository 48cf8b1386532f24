"""What stands around every page: the menus and the organisation that site settings choose."""

from functools import cache
from typing import Any, Self

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import get_language
from wagtail.models import Page

from industry4.core import references
from industry4.core.instances import instance
from industry4.core.prepared import Among, Keys, Prepared
from industry4.core.rows import fetched_rows, offer_rows
from industry4.core.sites import site_of

from .navigation import Navigation, NavigationItem
from .site_settings import Organisation, SiteSettings

SETTINGS = [field.attname for field in SiteSettings._meta.concrete_fields]
OF_SITES = Prepared(
    lambda: SiteSettings.objects.filter(Among(F("site_id"), Keys("sites"))).values_list(*SETTINGS)
)


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
        site = site_of(self.request)
        if site is None:
            return SiteSettings()
        for values in OF_SITES.rows(sites=[site.pk]):
            return instance(SiteSettings, SETTINGS, values)
        return SiteSettings.for_site(site)

    @cached_property
    def menus(self) -> dict[int | None, Navigation]:
        """The chosen menus by the key of the chosen one."""
        return in_active_language(
            Navigation,
            "items",
            [self.settings.main_navigation_id, self.settings.footer_navigation_id],
        )

    @cached_property
    def page_ids(self) -> list[int]:
        """The keys of the pages that the menus lead to."""
        items = [item for menu in self.menus.values() for item in menu.items.all()]
        return [item.page_id for item in items if item.page_id]

    @cached_property
    def main(self) -> list[NavigationItem]:
        """The links at the top that lead somewhere public."""
        return self.links(self.settings.main_navigation_id)

    @cached_property
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


class Chosen:
    """Snippets of a model with their rows, in the language that is wanted."""

    def __init__(self, model: type[Any], rows: str) -> None:
        self.model: Any = model
        self.rows = rows
        self.row_model: Any = model._meta.get_field(rows).related_model
        self.names = [field.attname for field in model._meta.concrete_fields]
        self.row_names = [field.attname for field in self.row_model._meta.concrete_fields]
        self.prepared = Prepared(self._query_set)

    def _query_set(self) -> QuerySet[Any]:
        """The live translations of chosen snippets: each row here is one of a snippet."""
        source = self.model.objects.filter(
            Among(F("pk"), Keys("ids")), translation_key=OuterRef("translation_key")
        )
        rows = self.rows
        return (
            self.model.objects.filter(Among(F("locale__language_code"), Keys("languages")))
            .filter(live=True)
            .annotate(chosen=Subquery(source.values("pk")[:1]))
            .filter(chosen__isnull=False)
            .order_by(f"{rows}__sort_order", f"{rows}__pk")
            .values_list(
                *("chosen", f"{rows}__pk", *self.names),
                *(f"{rows}__{name}" for name in self.row_names),
            )
        )

    def translations(self, keys: list[int], language: str) -> dict[int | None, Any]:
        """The snippets of a language by the key of the chosen one: one query."""
        found: dict[int | None, Any] = {}
        count = len(self.names)
        for pk, row_pk, *values in self.prepared.rows(ids=keys, languages=[language]):
            if pk not in found:
                found[pk] = instance(self.model, self.names, values[:count])
                fetched_rows(found[pk])[self.rows] = []
            if row_pk:
                row = instance(self.row_model, self.row_names, values[count:])
                fetched_rows(found[pk])[self.rows].append(row)
        offer_rows(found.values())
        return found


@cache
def chosen_of(model: type[Any], rows: str) -> Chosen:
    """The one of these."""
    return Chosen(model, rows)


def in_active_language(model: Any, rows: str, chosen: list[int | None]) -> dict[int | None, Any]:
    """The live translations of chosen snippets, with their rows, by the key of the chosen one."""
    keys = [pk for pk in chosen if pk]
    return chosen_of(model, rows).translations(keys, get_language() or "") if keys else {}
