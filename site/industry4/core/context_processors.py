"""What every template may use: menus, the organisation, the name of the site, its search."""

from functools import partial
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language
from wagtail.models import Page

from . import references
from .models import Navigation, NavigationItem, Organisation, SiteSettings


class Menus:
    """The main and the footer menu in the active language, read when a template asks."""

    def __init__(self, request: HttpRequest) -> None:
        self._settings = SimpleLazyObject(partial(SiteSettings.for_request, request))

    @property
    def main(self) -> list[NavigationItem]:
        """The links at the top."""
        return menu_items(in_active_language(Navigation, self._settings.main_navigation))

    @property
    def footer(self) -> list[NavigationItem]:
        """The links at the foot."""
        return menu_items(in_active_language(Navigation, self._settings.footer_navigation))

    @property
    def organisation(self) -> Organisation | None:
        """Who stands behind the site."""
        return in_active_language(Organisation, self._settings.organisation)


def in_active_language(model: Any, chosen: Any) -> Any:
    """The live translation of a chosen snippet in the active language, or None."""
    if chosen is None:
        return None
    return model.objects.filter(
        translation_key=chosen.translation_key,
        locale__language_code=get_language(),
        live=True,
    ).first()


def menu_items(menu: Navigation | None) -> list[NavigationItem]:
    """The links of a menu that lead somewhere public."""
    if menu is None:
        return []
    items = list(menu.items.all())
    references.current().add_translations(Page, [item.page_id for item in items])
    return [item for item in items if item.url]


def site(request: HttpRequest) -> dict[str, Any]:
    """`menus`, `organisation`, `site_name` and `search_url`; nothing in the admin."""
    if request.path.startswith(reverse("wagtailadmin_home")) and "preview" not in request.path:
        return {}
    menus = Menus(request)
    return {
        "menus": menus,
        "organisation": SimpleLazyObject(lambda: menus.organisation),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "search_url": reverse("search"),
    }
