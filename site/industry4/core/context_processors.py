"""What every template may use: menus, the organisation, the name of the site, its search."""

from typing import Any

from django.conf import settings
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject, cached_property
from django.utils.translation import get_language
from wagtail.models import Page

from . import references
from .models import Navigation, NavigationItem, Organisation, SiteSettings


class SiteWide:
    """What site settings choose, in the active language; read when a template asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request

    @cached_property
    def settings(self) -> SiteSettings:
        """Which menus and which details were chosen, in the source language."""
        return SiteSettings.for_request(self.request)

    @cached_property
    def menus(self) -> dict[int | None, Navigation]:
        """The chosen menus by the key of the chosen one, their pages fetched together."""
        menus = in_active_language(
            Navigation,
            [self.settings.main_navigation_id, self.settings.footer_navigation_id],
        )
        items = [item for menu in menus.values() for item in menu.items.all()]
        references.current().add_translations(Page, [item.page_id for item in items])
        return menus

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
        return [item for item in menu.items.all() if item.url] if menu else []

    @cached_property
    def organisation(self) -> Organisation | None:
        """Who stands behind the site."""
        chosen = self.settings.organisation_id
        return in_active_language(Organisation, [chosen]).get(chosen)


ROWS = {Navigation: "items", Organisation: "social_links"}


def in_active_language(model: Any, chosen: list[int | None]) -> dict[int | None, Any]:
    """The live translations of chosen snippets, with their rows, by the key of the chosen one."""
    source = model.objects.filter(
        pk__in=[pk for pk in chosen if pk], translation_key=OuterRef("translation_key")
    )
    found = (
        model.objects.filter(locale__language_code=get_language(), live=True)
        .annotate(chosen=Subquery(source.values("pk")[:1]))
        .filter(chosen__isnull=False)
        .prefetch_related(ROWS[model])
    )
    return {instance.chosen: instance for instance in found}


def site(request: HttpRequest) -> dict[str, Any]:
    """`menus`, `organisation`, `site_name` and `search_url`; nothing in the admin."""
    if request.path.startswith(reverse("wagtailadmin_home")) and "preview" not in request.path:
        return {}
    site_wide = SiteWide(request)
    return {
        "menus": site_wide,
        "organisation": SimpleLazyObject(lambda: site_wide.organisation),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "search_url": reverse("search"),
    }
