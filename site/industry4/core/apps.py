"""The core app."""

from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "industry4.core"
    label = "core"
    verbose_name = _("Site")

    def ready(self) -> None:
        from . import signals  # noqa: F401  (connects the receivers)
        from .response_cache import watching

        watching.start()

        post_migrate.connect(adopt_site_address, sender=self)


def adopt_site_address(**kwargs: Any) -> None:
    """After each deployment the site's address is what the variable SITE_URL says."""
    if settings.SITE_URL:
        from .site_address import set_site_address

        set_site_address(settings.SITE_URL)
