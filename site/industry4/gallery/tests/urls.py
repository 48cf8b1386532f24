"""The site's addresses with those of development."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from industry4.urls import urlpatterns as of_production

urlpatterns = [
    *i18n_patterns(
        path("components/", include("industry4.gallery.urls")), prefix_default_language=False
    ),
    *of_production,
]
