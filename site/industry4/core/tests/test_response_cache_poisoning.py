"""Who leaves nothing in the response cache, and gets nothing from it, whatever is tried."""

import pytest
from django.contrib.auth import get_user_model

from home.tests.factories import ContactPageFactory
from industry4.core.tests.cached import API, HIT, MISS, PASS, how

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "headers",
    [
        {"X-Forwarded-Host": "evil.example"},
        {"X-Forwarded-Proto": "https"},
        {"X-Forwarded-Prefix": "/evil"},
        {"X-Forwarded-Port": "81"},
        {"X-Original-URL": "/evil"},
        {"X-Rewrite-URL": "/evil"},
        {"Forwarded": "host=evil.example"},
        {"X-HTTP-Method-Override": "POST"},
        {"Accept-Language": "en"},
        {"Accept": "application/evil"},
        {"Accept-Encoding": "evil, gzip;q=evil"},
        {"User-Agent": "evil"},
        {"Referer": "https://evil.example/"},
        {"Origin": "https://evil.example"},
    ],
)
def test_no_header_of_one_reader_shows_in_what_others_get(client, on, event, headers):
    addresses = ("/", "/sitemap.xml", f"{API}events/")
    clean = {address: client.get(address).content for address in addresses}
    on()
    for address in addresses:
        client.get(address, headers=headers)
        others = client.get(address)
        assert how(others) == HIT
        assert others.content == clean[address]
        assert "evil" not in str(others.headers)


def test_a_host_that_is_not_ours_is_refused_and_leaves_nothing(client, on):
    on()
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400
    assert how(client.get("/")) == MISS
    assert client.get("/", headers={"Host": "evil.example"}).status_code == 400


def test_no_parameter_is_too_odd(client, on):
    on()
    for query in ("%", "a=%00", "=", "&&&", "a" * 3000, "%ff=%fe", "a[]=1;b", "a=1#b"):
        response = client.get(f"/?{query}")
        assert response.status_code == 200, query
        assert client.get(f"/?{query}").content == response.content


def test_a_long_query_goes_past_the_cache(client, on):
    on()
    client.get("/?a=" + "a" * 2000)
    assert how(client.get("/?a=" + "a" * 2000)) == PASS


def test_who_has_a_session_goes_past_the_cache(client, on):
    editor = get_user_model().objects.create_superuser("redakcija")
    client.force_login(editor)
    on()
    client.get("/")
    assert how(client.get("/")) == PASS
    client.logout()
    assert how(client.get("/")) == MISS


def test_other_cookies_take_but_leave_nothing(client, on):
    on()
    client.cookies["theme"] = "dark"
    client.get("/")
    assert how(client.get("/")) == PASS
    del client.cookies["theme"]
    assert how(client.get("/")) == MISS
    client.cookies["theme"] = "dark"
    assert how(client.get("/")) == HIT
    client.cookies["messages"] = "anything"
    assert how(client.get("/")) == PASS


def test_credentials_go_past_the_cache(client, on):
    on()
    client.get("/")
    assert how(client.get("/", headers={"Authorization": "Bearer x"})) == PASS


@pytest.mark.parametrize("method", ["post", "put", "delete", "options"])
def test_only_reading_is_answered(client, on, method):
    on()
    client.get("/")
    assert how(getattr(client, method)("/")) == PASS


@pytest.mark.parametrize(
    "address", ["/admin/login/", "/documents/1/a.pdf", "/static/a.css", "/media/a.jpg", "/nera/"]
)
def test_these_are_never_stored(client, on, address):
    on()
    client.get(address)
    assert how(client.get(address)) == PASS


def test_a_form_is_never_stored(client, on):
    page = ContactPageFactory()
    on()
    assert "csrftoken" in client.get(page.url).cookies
    client.cookies.clear()
    again = client.get(page.url)
    assert how(again) == PASS
    assert "csrftoken" in again.cookies
    assert "s-maxage" not in again.get("Cache-Control", "")


@pytest.mark.parametrize("address", ["/paieska/?q=robotai", f"{API}search/?q=robotai"])
def test_a_search_is_counted_each_time(client, on, event, address):
    from search.models import Asked

    on()
    for _time in range(3):
        response = client.get(address)
        assert how(response) in (MISS, PASS)
    assert Asked.objects.get().times == 3
    known = client.get(address, headers={"If-None-Match": response.get("ETag", '"none"')})
    assert known.status_code == (304 if "ETag" in response else 200)


def test_a_preview_is_never_stored_nor_answered_from_the_cache(client, on, event):
    on()
    client.get(event.url)
    event.title = "Juodraštis"
    preview = event.make_preview_request()
    assert "Juodraštis" in preview.content.decode()
    assert "Juodraštis" not in client.get(event.url).content.decode()
