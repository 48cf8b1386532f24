"""The core app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "industry4.core"
    label = "core"
    verbose_name = _("Site")

    def ready(self) -> None:
        from . import checks, signals  # noqa: F401  (registers checks, connects receivers)
