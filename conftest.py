"""For pytest: what one request leaves for the next is not left for the next test."""

import pytest
from django.core.cache import cache
from django.utils import translation


@pytest.fixture(autouse=True)
def _nothing_left() -> None:
    """Neither in the cache (addresses of home pages, numbers of messages) nor a language."""
    cache.clear()
    translation.deactivate()
