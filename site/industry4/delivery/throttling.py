"""How often one client address may ask, counted by the minute in the shared cache.

Ninja's own throttle keeps what it counts on an object that all threads share, and 600 moments
for each client; a counter needs neither.
"""

import logging
import time

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from ninja.throttling import BaseThrottle

MINUTE = 60

logger = logging.getLogger(__name__)


class ClientThrottle(BaseThrottle):
    """At most as many requests a minute as the setting `rate` says; 0 is without limit."""

    def __init__(self, rate: str) -> None:
        self.rate = rate

    def allow_request(self, request: HttpRequest) -> bool:
        limit = getattr(settings, self.rate)
        if not limit:
            return True
        key = f"{self.rate}:{client_address(request)}:{int(time.time()) // MINUTE}"
        try:
            cache.add(key, 0, 2 * MINUTE)
            return cache.incr(key) <= limit
        except Exception:
            logger.warning("The cache does not count requests", exc_info=True)
            return True

    def wait(self) -> float:
        """The seconds until the next minute begins."""
        return MINUTE - time.time() % MINUTE


def client_address(request: HttpRequest) -> str:
    """Whom a request comes from: behind our own proxy, the address that it saw."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.TRUST_PROXY and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
