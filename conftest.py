"""For pytest: what one request leaves for the next is not left for the next test."""

from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.utils import translation

from industry4.testing import services


@pytest.fixture(autouse=True)
def _nothing_left() -> None:
    """Neither in the cache (addresses of home pages, numbers of messages) nor a language."""
    cache.clear()
    translation.deactivate()


@pytest.fixture(scope="session")
def redis_server() -> Iterator[services.Redis]:
    """A Redis of this process's own; of PostgreSQL all share the one that DATABASE_URL names."""
    with services.redis_server() as server:
        yield server
