"""The search app. Its label differs from wagtail.search's."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "site_search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from .models.indexed import relate

        relate()
