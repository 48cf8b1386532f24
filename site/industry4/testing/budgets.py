"""Query budgets: what a page costs, and that its length does not change it."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site


def cost(client: Client, address: str, status: int = 200) -> int:
    """The number of queries of a GET that is answered with this status.

    Asked twice, so that what is kept between requests (sites, content types) is there.
    """
    Site.clear_site_root_paths_cache()
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        response = client.get(address)
    assert response.status_code == status, (address, response.status_code)
    return len(queries)
