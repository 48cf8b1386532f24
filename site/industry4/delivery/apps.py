"""The delivery app."""

from django.apps import AppConfig
from django.core import checks
from django.utils.translation import gettext_lazy as _


class DeliveryConfig(AppConfig):
    name = "industry4.delivery"
    label = "delivery"
    verbose_name = _("APIs")

    def ready(self) -> None:
        from .changes import touch
        from .checks import check_preview_app  # reads models, which are ready only now

        touch.connect()
        checks.register(check_preview_app)
