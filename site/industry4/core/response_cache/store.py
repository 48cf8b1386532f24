"""Where content versions, leases and entries are kept: in Redis, or in this process alone."""

import secrets
import threading
import time
from functools import lru_cache
from typing import Any, Protocol

from django.conf import settings
from django.utils.module_loading import import_string

# A writer that disappears in a transaction keeps the cache empty for so long.
LEASE_SECONDS = 60
# So long may one process compute what others wait for.
CLAIM_SECONDS = 3


class Store(Protocol):
    """Keeps the token of the content version. No method raises: what fails counts as not there."""

    def token(self) -> str | None:
        """The content version. Where there is none and no lease is left, a new one is made.

        None while somebody has a lease, and where the store does not answer: then nothing that is
        computed may be stored.
        """

    def withdraw(self, lease: str, *, insist: bool = False) -> None:
        """Withdraw the token, and take a lease or hold it for longer.

        Only who insists asks a store that failed just now.
        """

    def release(self, lease: str) -> None:
        """Withdraw the token and give up the lease."""

    def get(self, key: str) -> bytes | None:
        """What was put for other processes, if it has not expired."""

    def put(self, key: str, data: bytes, seconds: int) -> None:
        """Keep the bytes for other processes."""

    def claim(self, key: str) -> bool:
        """Whether this caller is the one to compute what belongs there: nobody else is."""

    def is_claimed(self, key: str) -> bool:
        """Whether somebody computes it."""

    def disclaim(self, key: str) -> None:
        """It is computed, or cannot be."""


class LocalStore:
    """In the memory of the process. Entries are not kept here: `memory` has them already."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._token: str | None = None
        self._leases: dict[str, float] = {}
        self._claims: dict[str, float] = {}

    def token(self) -> str | None:
        token = self._token
        if token:
            return token
        with self._lock:
            if not self._token:
                now = time.monotonic()
                self._leases = {name: end for name, end in self._leases.items() if end > now}
                if not self._leases:
                    self._token = secrets.token_hex(12)
            return self._token

    def withdraw(self, lease: str, *, insist: bool = False) -> None:
        with self._lock:
            self._leases[lease] = time.monotonic() + LEASE_SECONDS
            self._token = None

    def release(self, lease: str) -> None:
        with self._lock:
            self._leases.pop(lease, None)
            self._token = None

    def get(self, key: str) -> bytes | None:
        return None

    def put(self, key: str, data: bytes, seconds: int) -> None:
        pass

    def claim(self, key: str) -> bool:
        now = time.monotonic()
        with self._lock:
            if self._claims.get(key, 0) > now:
                return False
            self._claims[key] = now + CLAIM_SECONDS
            return True

    def is_claimed(self, key: str) -> bool:
        return self._claims.get(key, 0) > time.monotonic()

    def disclaim(self, key: str) -> None:
        with self._lock:
            self._claims.pop(key, None)


def store() -> Store:
    """The one beside the shared cache: in Redis where that is."""
    configured: dict[str, Any] = settings.CACHES["default"]
    location = configured.get("LOCATION", "")
    return _store(configured["BACKEND"], location if isinstance(location, str) else location[0])


@lru_cache(maxsize=8)
def _store(backend: str, location: str) -> Store:
    from django.core.cache.backends.redis import RedisCache

    if issubclass(import_string(backend), RedisCache):
        from .redis_store import RedisStore

        return RedisStore(location)
    return LocalStore()
