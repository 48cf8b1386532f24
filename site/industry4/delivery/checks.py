"""What `manage.py check` and `migrate` refuse about the settings of the APIs."""

from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error

from .preview_links import PLACEHOLDER


def check_preview_app(**kwargs: Any) -> list[CheckMessage]:
    """An app that shows previews has an address, and a place for the token in it."""
    address = settings.PREVIEW_APP_URL
    if not address or (PLACEHOLDER in address and _is_web_address(address)):
        return []
    return [
        Error(
            f"PREVIEW_APP_URL must be an http(s) address with {PLACEHOLDER} in it, such as"
            f" https://app.example/preview?token={PLACEHOLDER}, and is {address!r}.",
            id="delivery.E001",
        )
    ]


def _is_web_address(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:  # such as a bracket that is not closed
        return False
    return parts.scheme in ("http", "https") and bool(parts.hostname)
