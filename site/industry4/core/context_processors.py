"""What every template may use: menus, the organisation, the name of the site, its search."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject

from .models.site_wide import SiteWide


def site(request: HttpRequest) -> dict[str, Any]:
    """`menus`, `organisation`, `site_name` and `search_url`; nothing in the admin."""
    if request.path.startswith(reverse("wagtailadmin_home")) and "preview" not in request.path:
        return {}
    return on_every_page(request)


def on_every_page(request: HttpRequest) -> dict[str, Any]:
    """What stands on every page of the site, read when it is asked for."""
    site_wide = SiteWide.of(request)
    return {
        "menus": site_wide,
        "organisation": SimpleLazyObject(lambda: site_wide.organisation),
        "site_name": settings.WAGTAIL_SITE_NAME,
        "search_url": reverse("search"),
    }
