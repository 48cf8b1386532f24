"""Which site a request is for: the one that Wagtail would choose, whatever its host and port."""

import pytest
from django.test import RequestFactory
from wagtail.models import Site

from industry4.core.sites import site_of
from industry4.testing.factories import home_page

pytestmark = pytest.mark.django_db

ADDRESSES = [
    ("one.example", 80),
    ("one.example", 8000),
    ("two.example", 443),
    ("two.example", 8443),
    ("two.example", 9000),
    ("elsewhere.example", 80),
]


@pytest.fixture
def sites():
    """Besides the first site, one of its own host, and two that share one."""
    for host, port in (("one.example", 80), ("two.example", 443), ("two.example", 8443)):
        Site.objects.create(hostname=host, port=port, root_page=home_page())


def asked(host, port):
    """A request for a host and a port."""
    return RequestFactory().get("/", SERVER_NAME=host, SERVER_PORT=str(port))


@pytest.mark.parametrize("host, port", ADDRESSES)
@pytest.mark.parametrize("default", ["localhost", "two.example", None])
def test_it_is_the_site_that_wagtail_would_choose(sites, host, port, default):
    Site.objects.update(is_default_site=False)
    if default:
        first = Site.objects.filter(hostname=default).first()
        Site.objects.filter(pk=first.pk).update(is_default_site=True)
    assert site_of(asked(host, port)) == Site.find_for_request(asked(host, port))


def test_a_request_asks_once_and_wagtail_does_not_ask_again(sites, django_assert_num_queries):
    request = asked("one.example", 80)
    with django_assert_num_queries(1):
        assert site_of(request) == site_of(request) == Site.find_for_request(request)


def test_a_change_of_a_site_is_seen_by_the_next_request(sites):
    Site.objects.filter(hostname="one.example").update(hostname="three.example")
    assert site_of(asked("three.example", 80)).hostname == "three.example"
