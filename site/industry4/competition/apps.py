"""The competition as a Django app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CompetitionConfig(AppConfig):
    name = "industry4.competition"
    label = "competition"
    verbose_name = _("Competition")

    def ready(self) -> None:
        from . import signals  # noqa: F401  (hears of the pages of editions)
