"""How often one client address may ask, counted by the clock in the shared cache.

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
        return asked(self.rate, request) <= limit

    def wait(self) -> float:
        """The seconds until the next minute begins."""
        return seconds_left()


def asked(name: str, request: HttpRequest, period: int = MINUTE) -> int:
    """How often a client address has asked for `name` within this period, this time included.

    A period is that many seconds by the clock. 0 where the cache does not count.
    """
    return counted(f"{name}:{client_address(request)}", period)


def counted(what: str, period: int) -> int:
    """How often `what` has been counted within this period, this time included; 0 as above."""
    key = f"{what}:{int(time.time()) // period}"
    try:
        cache.add(key, 0, 2 * period)
        return cache.incr(key)
    except Exception:
        logger.warning("The cache does not count requests", exc_info=True)
        return 0


def seconds_left(period: int = MINUTE) -> int:
    """The whole seconds until the next period begins, at least 1."""
    return period - int(time.time()) % period


def client_address(request: HttpRequest) -> str:
    """Whom a request comes from: behind our own proxy, the address that it saw."""
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.TRUST_PROXY and forwarded:
        return forwarded.rpartition(",")[2].strip()
    return request.META.get("REMOTE_ADDR", "")
