"""The addresses of the site: the admin, files, APIs, and the pages of both languages."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path, re_path
from django.utils.translation import gettext_lazy as _
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from industry4.api import delivery_v1, v2, v3
from industry4.core import site_files
from industry4.core.routing import serve
from industry4.core.sitemaps import sitemap
from industry4.delivery import problems
from news import calendars, feeds
from search.views import search

handler404 = "industry4.core.views.page_not_found"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/delivery/v1/problems/", problems.docs, name="problems"),
    path("api/delivery/v1/openapi.json", delivery_v1.specification),
    path("api/delivery/v1/", delivery_v1.urls),
    path("api/v2/", v2.urls),
    path("api/v3/", v3),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", site_files.robots),
    path(".well-known/security.txt", site_files.security, name="security"),
    path("security.txt", RedirectView.as_view(pattern_name="security", permanent=True)),
    path("favicon.ico", site_files.favicon),
    *(static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT) if settings.DEBUG else []),
]

# Lithuanian at /, English at /en/. A name with a dot in it can be no page's.
urlpatterns += i18n_patterns(
    *([path("components/", include("industry4.gallery.urls"))] if settings.DEBUG else []),
    path(_("search/"), search, name="search"),
    path(_("entries/"), include("industry4.competition.entering.urls")),
    path(_("news.rss"), feeds.rss, name="news_rss"),
    path(_("news.atom"), feeds.atom, name="news_atom"),
    path(_("events.ics"), calendars.subscription, name="events_calendar"),
    re_path(r"^(?P<path>(?:[\w-]+/)+[\w-]+)\.ics$", calendars.event, name="event_calendar"),
    path("manifest.webmanifest", site_files.manifest, name="manifest"),
    # The last of Wagtail's own is its view of pages, which ours stands in for.
    path("", include(wagtail_urls.urlpatterns[:-1])),
    re_path(wagtail_urls.serve_pattern, serve, name="wagtail_serve"),
    prefix_default_language=False,
)
