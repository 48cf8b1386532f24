"""The sitemap: the public pages of both languages, each with its translations."""

from collections import defaultdict
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from wagtail.contrib.sitemaps import views
from wagtail.contrib.sitemaps.sitemap_generator import Sitemap as WagtailSitemap
from wagtail.models import Page

from .public import pages_of_site, public_pages
from .translation.states import languages


class Sitemap(WagtailSitemap):
    """Every tree of the site. Alternates come from one query for each part of the sitemap."""

    def items(self) -> QuerySet[Page]:
        return pages_of_site(self.get_wagtail_site()).order_by("path")

    def _urls(self, page: int, protocol: str, domain: str) -> list[dict[str, Any]]:
        pages = list(self.paginator.page(page).object_list)
        translations: dict[object, list[Page]] = defaultdict(list)
        found: Page
        for found in public_pages().filter(
            translation_key__in={item.translation_key for item in pages}
        ):
            translations[found.translation_key].append(found)
        return [
            {
                "location": item.get_full_url(self.request),
                "lastmod": item.last_published_at,
                "alternates": self.alternates(translations[item.translation_key]),
            }
            for item in pages
        ]

    def alternates(self, pages: list[Page]) -> list[dict[str, str]]:
        """`{lang_code, location}` of each language, and of the source as "x-default"."""
        if len(pages) < 2:
            return []
        order = languages()
        pages = sorted(pages, key=lambda page: order.index(page.locale.language_code))
        codes = [page.locale.language_code for page in pages]
        return [
            {"lang_code": code, "location": page.get_full_url(self.request)}
            for code, page in zip([*codes, "x-default"], [*pages, pages[0]], strict=True)
        ]


def sitemap(request: HttpRequest) -> HttpResponse:
    """The sitemap of the site that was asked for."""
    return views.sitemap(request, sitemaps={"pages": Sitemap})
