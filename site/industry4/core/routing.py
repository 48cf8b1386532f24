"""Which page stands at an address: found by the whole path at once.

Wagtail walks down from the home page and asks twice at each level, then once more for all that
is above the page, to see what is private. Here one query finds the page and says whether it is
open to everyone. What is out of the ordinary is left to Wagtail: no home page in the language,
an alias, something private.
"""

from contextlib import suppress
from itertools import accumulate
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import BooleanField, ExpressionWrapper, F, QuerySet
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.utils.translation import get_language
from wagtail import views
from wagtail.models import Page, Site
from wagtail.url_routing import RouteResult

from .prepared import Among, Keys, Prepared
from .public import unrestricted
from .sites import site_of
from .whole_pages import whole_pages


class NotOrdinary(Exception):
    """Wagtail has to find the page."""


def _at_addresses() -> QuerySet:
    """Pages by their paths in addresses. By slug as well: it is what the database has indexed."""
    return (
        Page.objects.filter(Among(F("slug"), Keys("slugs")), Among(F("url_path"), Keys("paths")))
        .annotate(is_open=ExpressionWrapper(unrestricted(), BooleanField()))
        .values_list(
            *("url_path", "pk", "content_type_id", "live", "alias_of_id", "is_open"),
        )
    )


AT_ADDRESSES = Prepared(_at_addresses)


def serve(request: HttpRequest, path: str) -> HttpResponseBase:
    """The page at `path`, as Wagtail serves it. Raises Http404 where there is none."""
    site = site_of(request)
    if site:
        with suppress(NotOrdinary):
            # Wagtail looks here first.
            request._wagtail_route_for_request = route(site, path)  # type: ignore[attr-defined]
    return views.serve(request, path)


def route(site: Site, path: str) -> RouteResult | None:
    """The page at `path` under the home page of the active language, or None: two queries.

    Raises NotOrdinary where Wagtail has to look. No page type here routes below itself.
    """
    language = get_language()
    homes = [
        root.root_path
        for root in Site.get_site_root_paths()
        if root.site_id == site.pk and root.language_code == language
    ]
    if not homes:
        raise NotOrdinary
    home, parts = homes[0], [f"{part}/" for part in path.split("/") if part]
    paths = list(accumulate(parts, initial=home))
    slugs = [each.strip("/").rpartition("/")[2] for each in paths]
    found = {row[0]: row[1:] for row in AT_ADDRESSES.rows(paths=paths, slugs=slugs)}
    if home not in found or not found[home][2]:
        raise NotOrdinary
    if paths[-1] not in found:
        return None
    pk, content_type, live, _alias, is_open = found[paths[-1]]
    if not live:
        return None
    model = ContentType.objects.get_for_id(content_type).model_class()
    is_alias = any(alias for _pk, _type, _live, alias, *_others in found.values())
    if model is None or is_alias or not is_open or len(found) != len(paths):
        raise NotOrdinary
    pages: list[Any] = whole_pages(model, [pk])
    for page in pages:
        page.is_open = True
        return RouteResult(page)
    return None
