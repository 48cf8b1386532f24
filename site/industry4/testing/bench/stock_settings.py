"""Wagtail's own APIs on the same pages, behind the same middleware.

The middleware stays, as it spares the fields of these pages queries of their own.
"""

from industry4.testing.bench.settings import *  # noqa: F403  (settings build on settings)

ROOT_URLCONF = "industry4.testing.bench.stock_urls"
