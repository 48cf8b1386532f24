"""Content versions, leases and entries in Redis, and what is done when it does not answer."""

import logging
import secrets
import time
from collections.abc import Callable
from typing import Any, TypeVar

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from .store import CLAIM_SECONDS, LEASE_SECONDS

Answer = TypeVar("Answer")
logger = logging.getLogger(__name__)

# Reading must never be slow for the sake of being quick.
ANSWERS_WITHIN = 0.25
REST_SECONDS = 1.0


def patience() -> dict[str, Any]:
    """The options of a connection: how long to wait, and to try again once where it was closed."""
    return {
        "socket_timeout": ANSWERS_WITHIN,
        "socket_connect_timeout": ANSWERS_WITHIN,
        "retry": Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,)),
    }


class Rest:
    """Leaves Redis alone for a second after it failed, so that no reader waits again and again."""

    def __init__(self) -> None:
        self.until = 0.0
        self.is_gone = False

    def ask(
        self, operation: Callable[[], Answer], otherwise: Answer, *, insist: bool = False
    ) -> Answer:
        """What the operation returns, or `otherwise`; who insists asks in any case."""
        if time.monotonic() < self.until and not insist:
            return otherwise
        try:
            answer = operation()
        except (redis.RedisError, OSError) as error:
            self.until = time.monotonic() + REST_SECONDS
            if not self.is_gone:  # said once, not for every reader
                logger.warning("Redis does not answer, pages are computed: %s", error)
            self.is_gone = True
            return otherwise
        if self.is_gone:
            logger.warning("Redis answers again")
            self.is_gone = False
        return answer


# Time is Redis's own, in milliseconds: machines differ.
NOW = "local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000) "
# KEYS: the token, the leases. ARGV: a new token.
TOKEN = f"""
local token = redis.call('GET', KEYS[1])
if token then return token end
{NOW}
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
if redis.call('ZCARD', KEYS[2]) > 0 then return false end
redis.call('SET', KEYS[1], ARGV[1])
return ARGV[1]
"""
# ARGV: the milliseconds of a lease, then the leases.
WITHDRAW = f"""
redis.call('DEL', KEYS[1])
{NOW}
for i = 2, #ARGV do redis.call('ZADD', KEYS[2], now + ARGV[1], ARGV[i]) end
return true
"""
# ARGV: the lease.
RELEASE = """
redis.call('ZREM', KEYS[2], ARGV[1])
return redis.call('DEL', KEYS[1])
"""


class RedisStore:
    """Shared by all processes of the site."""

    def __init__(self, url: str, prefix: str = "industry4:responses:") -> None:
        self.client = redis.Redis.from_url(url, **patience())
        self.prefix = prefix
        self.keys = [f"{prefix}token", f"{prefix}leases"]
        self.rest = Rest()
        # What this process could not tell Redis: its leases, and that the token is not valid.
        self.held: set[str] = set()
        self.owes = False
        self._token = self.client.register_script(TOKEN)
        self._withdraw = self.client.register_script(WITHDRAW)
        self._release = self.client.register_script(RELEASE)

    def token(self) -> str | None:
        return self.rest.ask(self._read_token, None)

    def _read_token(self) -> str | None:
        if self.owes:
            self._withdraw_for(*self.held)
        found = self.client.get(self.keys[0])
        if found is None:
            found = self._token(keys=self.keys, args=[secrets.token_hex(12)])
        return found.decode() if isinstance(found, bytes) else None

    def _withdraw_for(self, *leases: str) -> bool:
        self._withdraw(keys=self.keys, args=[LEASE_SECONDS * 1000, *leases])
        self.owes = False
        return True

    def withdraw(self, lease: str, *, insist: bool = False) -> None:
        self.held.add(lease)
        leases = self.held.copy() if self.owes else {lease}
        if not self.rest.ask(lambda: self._withdraw_for(*leases), False, insist=insist):
            self.owes = True

    def release(self, lease: str) -> None:
        self.held.discard(lease)

        def release() -> bool:
            self._release(keys=self.keys, args=[lease])
            return True

        if not self.rest.ask(release, False, insist=True):
            self.owes = True

    def get(self, key: str) -> bytes | None:
        found: Any = self.rest.ask(lambda: self.client.get(self.prefix + key), None)
        return found

    def put(self, key: str, data: bytes, seconds: int) -> None:
        self.rest.ask(lambda: self.client.set(self.prefix + key, data, ex=seconds), None)

    def claim(self, key: str) -> bool:
        name = f"{self.prefix}claim:{key}"
        return self.rest.ask(
            lambda: bool(self.client.set(name, 1, nx=True, ex=CLAIM_SECONDS)), True
        )

    def is_claimed(self, key: str) -> bool:
        return bool(self.rest.ask(lambda: self.client.exists(f"{self.prefix}claim:{key}"), 0))

    def disclaim(self, key: str) -> None:
        self.rest.ask(lambda: self.client.delete(f"{self.prefix}claim:{key}"), 0)
