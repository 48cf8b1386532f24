"""What programs ask every site for by a fixed name: robots.txt, security.txt, the manifest, the
icon. All are made for the site that was asked for, by its own address.
"""

import datetime
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .addresses import prefix
from .models.site_wide import SiteWide
from .site_address import full_address
from .translation.states import languages

# The dark ground of the mark, which base.html names as well.
GROUND = "#0f1619"
# How far ahead security.txt says that it will hold: RFC 9116 asks for less than a year.
HOLDS_FOR = datetime.timedelta(days=180)

in_caches = cache_control(public=True, max_age=3600)


@require_safe
@in_caches
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read, except the admin and the pages of results of searches."""
    refused = [reverse("wagtailadmin_home"), *map(search_address, languages())]
    lines = [
        "User-agent: *",
        *(f"Disallow: {path}" for path in refused),
        "Allow: /",
        "",
        f"Sitemap: {full_address(request, reverse('sitemap'))}",
    ]
    return plain_text(lines)


def search_address(language: str) -> str:
    """The path of the search page in a language."""
    with translation.override(language):
        return reverse("search")


@require_safe
@in_caches
def security(request: HttpRequest) -> HttpResponse:
    """Whom to tell of a weakness (RFC 9116): the organisation, by its e-mail address.

    Raises Http404 where the site has no organisation with an e-mail address.
    """
    with translation.override(settings.LANGUAGE_CODE):
        organisation = SiteWide(request).organisation
    if organisation is None or not organisation.email:
        raise Http404
    until = (timezone.now() + HOLDS_FOR).date()
    lines = [
        f"Contact: mailto:{organisation.email}",
        f"Expires: {until.isoformat()}T00:00:00Z",
        f"Preferred-Languages: {', '.join(languages())}",
        f"Canonical: {full_address(request, reverse('security'))}",
    ]
    return plain_text(lines)


def plain_text(lines: list[str]) -> HttpResponse:
    """An answer of these lines."""
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


@require_safe
@in_caches
def manifest(request: HttpRequest) -> HttpResponse:
    """How the site is called and looks when it is put on a screen of a phone, in a language."""
    language = request.LANGUAGE_CODE
    home = prefix(language)
    data: dict[str, Any] = {
        "id": home,
        "name": settings.WAGTAIL_SITE_NAME,
        "short_name": _("Industry 4"),
        "lang": language,
        "dir": "ltr",
        "start_url": home,
        "scope": home,
        "display": "minimal-ui",
        "theme_color": GROUND,
        "background_color": GROUND,
        "icons": [
            {"src": static("img/favicon.svg"), "type": "image/svg+xml", "sizes": "any"},
            icon("icon-192.png", 192, "any"),
            icon("icon-512.png", 512, "any"),
            icon("icon-maskable-512.png", 512, "maskable"),
        ],
    }
    return JsonResponse(data, content_type="application/manifest+json")


def icon(name: str, size: int, purpose: str) -> dict[str, str]:
    """An icon in the form that a manifest wants; `size` is in pixels."""
    return {
        "src": static(f"img/{name}"),
        "type": "image/png",
        "sizes": f"{size}x{size}",
        "purpose": purpose,
    }


@require_safe
@in_caches
def favicon(request: HttpRequest) -> HttpResponse:
    """For programs that ask for /favicon.ico without having read a page: where the icon is."""
    return HttpResponseRedirect(static("img/favicon-32.png"))
