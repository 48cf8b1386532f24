"""What a list of 20 full events costs, beside Wagtail's own API v2 on the same pages.

`python -m industry4.testing.bench` (with site/ and the project's root on PYTHONPATH) starts a
PostgreSQL of its own, makes 20 events with all that an event can have, their renditions
included, and asks both APIs in turns. It prints medians: CPU of the process in milliseconds,
queries, bytes. Figures of one run compare; machines differ.
"""

import logging
import os
import statistics
import subprocess
import sys
import time
from typing import Any

from industry4.testing import services

TURNS = 60
EVENTS = 20
OURS = f"/api/delivery/v1/events/?view=full&limit={EVENTS}"
STOCK = f"/stock/pages/?type=news.EventPage&fields=*&limit={EVENTS}&order=starts_at"


def fill() -> None:
    """Make the events. What a worker does in the background is done at once."""
    from industry4.media import renditions
    from industry4.media.models import Image
    from news.tests.factories import full_event

    for _number in range(EVENTS):
        full_event()
    for image in Image.objects.all():
        renditions.make(image)


def mount_stock() -> None:
    """Serve the pages by Wagtail's own viewset, as its documentation says."""
    from django.urls import path
    from wagtail.api.v2.router import WagtailAPIRouter
    from wagtail.api.v2.views import PagesAPIViewSet

    from industry4 import urls

    router = WagtailAPIRouter("stock")
    router.register_endpoint("pages", PagesAPIViewSet)
    urls.urlpatterns.insert(0, path("stock/", router.urls))


def cpu(client: Any, address: str) -> float:
    """The CPU time of one GET, in milliseconds."""
    started = time.process_time()
    assert client.get(address).status_code == 200
    return (time.process_time() - started) * 1000


def queries(client: Any, address: str) -> tuple[int, int]:
    """The number of queries of a GET, and the bytes of its answer."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    return len(captured), len(response.content)


def measure() -> None:
    """Fill the database that DATABASE_URL names, ask, print."""
    import django

    django.setup()
    from django.core.management import call_command
    from django.test import Client

    logging.disable(logging.CRITICAL)
    call_command("migrate", verbosity=0)
    fill()
    mount_stock()
    client = Client(HTTP_HOST="localhost")
    times: dict[str, list[float]] = {OURS: [], STOCK: []}
    for turn in range(TURNS + 5):
        for address, found in times.items():
            spent = cpu(client, address)
            if turn >= 5:  # the first ones fill what is kept between requests
                found.append(spent)
    medians = {address: statistics.median(found) for address, found in times.items()}
    for address, median in medians.items():
        count, size = queries(client, address)
        print(f"{median:7.1f} ms  {count:4} queries  {size:7} bytes  {address}")
    print(f"{medians[OURS] / medians[STOCK]:7.1%}")


if __name__ == "__main__":
    if "DATABASE_URL" in os.environ:
        measure()
    else:
        settings = {"DJANGO_SETTINGS_MODULE": "industry4.settings.test"}
        with services.postgres("postgres") as url:
            command = [sys.executable, "-m", "industry4.testing.bench"]
            environment = {**os.environ, **settings, "DATABASE_URL": url}
            sys.exit(subprocess.call(command, env=environment))
