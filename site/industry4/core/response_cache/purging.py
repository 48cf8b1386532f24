"""Tells the CDN in front of the site which addresses show something else now."""

from collections.abc import Iterable

from django.conf import settings
from django_tasks import task
from wagtail.contrib.frontend_cache.tasks import purge_urls_from_cache_task


def purge(addresses: Iterable[str]) -> None:
    """Have the worker purge full addresses from the CDN; nothing where there is none.

    Enqueued with the transaction that is open, so it happens when that is committed.
    """
    if settings.WAGTAILFRONTENDCACHE and (found := sorted(set(addresses))):
        purge_addresses.enqueue(found)


@task(backend="background", queue_name="background")
def purge_addresses(addresses: list[str]) -> None:
    """Purge them. What the CDN answers with an error is logged by Wagtail."""
    purge_urls_from_cache_task.func(addresses)
