"""Django's cache in Redis, for a site that goes on without Redis."""

from typing import Any

from django.core.cache.backends.redis import RedisCache

from .redis_store import Rest, patience


class ForgivingRedisCache(RedisCache):
    """Answers as if nothing were there while Redis is gone.

    What counts (`incr`) raises ValueError then, as it does for what is not there.
    """

    def __init__(self, server: str | list[str], params: dict[str, Any]) -> None:
        params["OPTIONS"] = {**patience(), **params.get("OPTIONS", {})}
        super().__init__(server, params)
        self.rest = rests.setdefault(str(server), Rest())

    def add(self, *args: Any, **kwargs: Any) -> bool:
        return self.rest.ask(lambda: super(ForgivingRedisCache, self).add(*args, **kwargs), False)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        return self.rest.ask(
            lambda: super(ForgivingRedisCache, self).get(key, default, version), default
        )

    def set(self, *args: Any, **kwargs: Any) -> None:
        self.rest.ask(lambda: super(ForgivingRedisCache, self).set(*args, **kwargs), None)

    def touch(self, *args: Any, **kwargs: Any) -> bool:
        return self.rest.ask(lambda: super(ForgivingRedisCache, self).touch(*args, **kwargs), False)

    def delete(self, *args: Any, **kwargs: Any) -> bool:
        return self.rest.ask(
            lambda: super(ForgivingRedisCache, self).delete(*args, **kwargs), False
        )

    def get_many(self, *args: Any, **kwargs: Any) -> dict[Any, Any]:
        return self.rest.ask(lambda: super(ForgivingRedisCache, self).get_many(*args, **kwargs), {})

    def has_key(self, *args: Any, **kwargs: Any) -> bool:
        return self.rest.ask(
            lambda: super(ForgivingRedisCache, self).has_key(*args, **kwargs), False
        )

    def incr(self, key: Any, delta: int = 1, version: int | None = None) -> int:
        found = self.rest.ask(
            lambda: super(ForgivingRedisCache, self).incr(key, delta, version), None
        )
        if found is None:
            raise ValueError(f"{key} is not counted: Redis does not answer")
        return found

    def set_many(self, data: dict[Any, Any], *args: Any, **kwargs: Any) -> list[Any]:
        return self.rest.ask(
            lambda: super(ForgivingRedisCache, self).set_many(data, *args, **kwargs), list(data)
        )

    def delete_many(self, *args: Any, **kwargs: Any) -> None:
        self.rest.ask(lambda: super(ForgivingRedisCache, self).delete_many(*args, **kwargs), None)

    def clear(self) -> None:
        self.rest.ask(super().clear, None)


# Django makes a cache for each thread; that Redis is gone is the same for all.
rests: dict[str, Rest] = {}
