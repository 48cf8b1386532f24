"""The search app. Its label differs from wagtail.search's."""

from django.apps import AppConfig
from django.core.checks import register
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    label = "site_search"
    verbose_name = _("Search")

    def ready(self) -> None:
        from .checks import index_is_of_this_analysis
        from .models.indexed import relate

        relate()
        register(index_is_of_this_analysis)
