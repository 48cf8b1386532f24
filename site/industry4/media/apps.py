"""The media app."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "industry4.media"
    label = "media"
    verbose_name = _("Media")

    def ready(self) -> None:
        from . import signals  # noqa: F401  (connects the receivers)
