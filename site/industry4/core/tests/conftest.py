"""The response cache, which is off in other tests, and writers beside the test's transaction."""

import pytest
from django.db import connections
from wagtail.models import Site

from industry4.core.models import SiteSettings
from industry4.core.response_cache import middleware, store
from industry4.core.response_cache.memory import memory
from news.tests.factories import EventFactory


@pytest.fixture
def switched_on(settings, db):
    """Switches the response cache on, empty; call it once the content is made.

    What a test makes is never committed, so the cache would wait for it.
    """

    def on(**values):
        SiteSettings.for_site(Site.objects.get())  # the first reader of a new site makes them
        memory.clear()
        middleware.uncacheable.clear()
        store._store.cache_clear()
        settings.RESPONSE_CACHE_SECONDS = 60
        for name, value in values.items():
            setattr(settings, name, value)

    yield on
    memory.clear()
    middleware.uncacheable.clear()


@pytest.fixture
def on(switched_on):
    """Switched on, in DEBUG, where responses say how they came about."""
    return lambda: switched_on(DEBUG=True)


@pytest.fixture
def event(db):
    return EventFactory(title="Robotų diena")


@pytest.fixture
def in_redis(redis_server):
    """The setting CACHES with a running, empty Redis."""
    if redis_server.server is None:
        redis_server.start()
    backend = "industry4.core.response_cache.backends.ForgivingRedisCache"
    caches = {"default": {"BACKEND": backend, "LOCATION": redis_server.url}}
    store._store.cache_clear()
    store._store(backend, redis_server.url).client.flushall()
    return caches


@pytest.fixture
def writers(db):
    """Makes further connections, which commit; each gets an alias. What they write is empty."""
    made = []

    def another():
        alias = f"writer{len(made)}"
        connections[alias] = connections["default"].copy(alias)
        made.append(alias)
        return alias

    yield another
    for alias in made:
        connections[alias].close()
        del connections[alias]
