"""The addresses of the site: the admin, files, APIs, and the pages of both languages."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import include, path
from django.utils.translation import gettext_lazy as _
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from industry4.api import delivery_v1, v2, v3
from industry4.core.sitemaps import sitemap
from industry4.delivery import problems
from search.views import search

handler404 = "industry4.core.views.page_not_found"

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/delivery/v1/problems/", problems.docs, name="problems"),
    path("api/delivery/v1/", delivery_v1.urls),
    path("api/v2/", v2.urls),
    path("api/v3/", v3),
    path("sitemap.xml", sitemap, name="sitemap"),
    *(static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT) if settings.DEBUG else []),
]

# Lithuanian at /, English at /en/.
urlpatterns += i18n_patterns(
    path(_("search/"), search, name="search"),
    path("", include(wagtail_urls)),
    prefix_default_language=False,
)
