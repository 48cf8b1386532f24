"""How often one address may ask, and whose address counts."""

import pytest
from django.core.cache import cache
from django.test import Client

from ecosystem.tests.api import ROOT
from home.tests.factories import ContentPageFactory
from industry4.delivery import preview_links, throttling

pytestmark = pytest.mark.django_db

ADDRESS = f"{ROOT}sectors/"


@pytest.fixture(autouse=True)
def _one_minute(monkeypatch):
    """All requests of a test are made in one minute, 15 seconds before the next."""
    monkeypatch.setattr(throttling.time, "time", lambda: 1_800_000_045.0)


def statuses(client, count=3, address=ADDRESS, **headers):
    return [client.get(address, **headers).status_code for _number in range(count)]


def test_without_a_limit_nobody_is_counted(client, settings):
    assert settings.API_READS_PER_MINUTE == 0
    assert statuses(client, 50) == [200] * 50


def test_who_asks_too_often_is_asked_to_wait(client, settings):
    settings.API_READS_PER_MINUTE = 2
    assert statuses(client) == [200, 200, 429]
    response = client.get(ADDRESS)
    assert response["Retry-After"] == "15"
    assert response["Content-Type"] == "application/problem+json"
    assert response["Access-Control-Allow-Origin"] == "*"
    assert response["Cache-Control"] == "no-store"
    assert response.json()["type"].endswith("problems/#too-many-requests")
    assert response.json()["status"] == 429


def test_all_operations_are_counted_together(client, settings):
    settings.API_READS_PER_MINUTE = 2
    for name in ("sectors", "technologies"):
        assert client.get(f"{ROOT}{name}/").status_code == 200
    assert client.get(f"{ROOT}members/").status_code == 429


def test_the_next_minute_begins_anew(client, settings, monkeypatch):
    settings.API_READS_PER_MINUTE = 2
    assert statuses(client) == [200, 200, 429]
    monkeypatch.setattr(throttling.time, "time", lambda: 1_800_000_060.0)
    assert statuses(client) == [200, 200, 429]


def test_another_address_is_not_affected(client, settings):
    settings.API_READS_PER_MINUTE = 2
    assert statuses(client) == [200, 200, 429]
    assert statuses(Client(REMOTE_ADDR="192.0.2.7")) == [200, 200, 429]


def test_previews_have_a_tighter_limit_of_their_own(client, settings):
    settings.API_READS_PER_MINUTE, settings.API_PREVIEWS_PER_MINUTE = 10, 2
    token = preview_links.token_for(ContentPageFactory())
    assert statuses(client, address=f"{ROOT}preview/?token={token}") == [200, 200, 429]
    assert statuses(client, address=f"{ROOT}preview/?token=x", count=1) == [429]
    assert statuses(client) == [200, 200, 200]


def test_without_a_proxy_of_ours_what_the_client_says_of_itself_does_not_count(client, settings):
    settings.API_READS_PER_MINUTE, settings.TRUST_PROXY = 2, False
    found = [
        client.get(ADDRESS, headers={"X-Forwarded-For": f"192.0.2.{number}"}).status_code
        for number in range(3)
    ]
    assert found == [200, 200, 429]


def test_behind_our_proxy_the_address_that_it_saw_counts(client, settings):
    settings.API_READS_PER_MINUTE, settings.TRUST_PROXY = 2, True
    # What the client claims stands before what the proxy adds.
    found = [
        client.get(
            ADDRESS, headers={"X-Forwarded-For": f"198.51.100.{number}, 192.0.2.1"}
        ).status_code
        for number in range(3)
    ]
    assert found == [200, 200, 429]
    assert statuses(client, headers={"X-Forwarded-For": "192.0.2.2"}) == [200, 200, 429]
    assert statuses(client) == [200, 200, 429]  # asked past the proxy


@pytest.mark.parametrize("method", ["add", "incr"])
def test_a_broken_cache_never_stops_a_reader(client, settings, monkeypatch, caplog, method):
    settings.API_READS_PER_MINUTE = 2

    def broken(*args, **kwargs):
        raise ConnectionError("no cache today")

    monkeypatch.setattr(cache, method, broken)
    assert statuses(client) == [200] * 3
    assert "does not count" in caplog.text


def test_a_cache_that_forgets_never_stops_a_reader(client, settings, monkeypatch):
    settings.API_READS_PER_MINUTE = 2
    monkeypatch.setattr(cache, "add", lambda *args, **kwargs: False)  # and `incr` finds no key
    assert statuses(client) == [200] * 3
