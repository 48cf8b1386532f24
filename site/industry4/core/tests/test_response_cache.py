"""What readers get from the response cache, and who never gets or leaves anything there."""

import gzip

import brotli
import pytest
import zstandard
from django.http import HttpResponse, StreamingHttpResponse
from django.test import RequestFactory
from wagtail.models import Site

from home.tests.factories import ContactPageFactory, ContentPageFactory
from industry4.core.response_cache import memory as memory_module
from industry4.core.response_cache import never_stored
from industry4.core.response_cache.entries import LARGEST, Entry
from industry4.core.response_cache.keys import key_of
from industry4.core.tests.cached import API, HIT, MISS, PASS, how
from industry4.testing.factories import home_page
from news.tests.factories import EventFactory

pytestmark = pytest.mark.django_db


ADDRESSES = [
    *("/", "/en/", "/renginiai/", "/sitemap.xml", "/renginiai.ics", "/robots.txt"),
    *(f"{API}events/", f"{API}events/?view=full", f"{API}openapi.json", "/api/v2/pages/"),
]


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_second_reader_costs_no_query_and_gets_the_same(
    client, on, event, address, django_assert_num_queries
):
    on()
    first = client.get(address)
    with django_assert_num_queries(0):
        second = client.get(address)
    assert (how(first), how(second)) == (MISS, HIT)
    assert second.content == first.content
    said = dict(first.headers) | {"Server-Timing": HIT}
    assert dict(second.headers) == said
    assert second["ETag"].startswith('W/"')


def test_what_changes_is_shown_at_once(client, on, event):
    on()
    client.get(event.url)
    event.title = "Kita diena"
    event.save_revision().publish()
    response = client.get(event.url)
    assert how(response) == PASS
    assert "Kita diena" in response.content.decode()


def test_without_debug_nothing_is_said_of_the_cache(client, switched_on):
    switched_on()
    assert "Server-Timing" not in client.get("/")


def test_switched_off_nothing_is_kept(client, on, settings):
    on()
    settings.RESPONSE_CACHE_SECONDS = 0
    client.get("/")
    assert how(client.get("/")) == PASS


def test_an_entry_ends_when_its_time_is_over(client, on, settings, monkeypatch):
    on()
    client.get("/")
    later = memory_module.time.time() + 61
    monkeypatch.setattr(memory_module.time, "time", lambda: later)
    assert how(client.get("/")) == MISS


@pytest.mark.parametrize(
    "first,second",
    [("a=1&b=2", "b=2&a=1"), ("", "&"), ("a=1&&b=2", "b=2&a=1"), ("a=1&a=2&b=0", "b=0&a=1&a=2")],
)
def test_the_order_of_parameters_does_not_matter(first, second):
    requests = RequestFactory()
    assert key_of(requests.get("/?" + first)) == key_of(requests.get("/?" + second))


@pytest.mark.parametrize(
    "first,second",
    [
        ("a=1&a=2", "a=2&a=1"),
        ("a=1", "a=2"),
        ("a=%FF", "a=%FE"),
        ("a=1", "A=1"),
        ("a=b%26c", "a=b&c"),
    ],
)
def test_other_parameters_are_another_answer(first, second):
    requests = RequestFactory()
    assert key_of(requests.get("/?" + first)) != key_of(requests.get("/?" + second))


def test_each_page_of_a_list_is_its_own(client, on):
    for number in range(13):
        EventFactory(title=f"Renginys {number}")
    on()
    first, second = client.get("/renginiai/"), client.get("/renginiai/?page=2")
    assert how(second) == MISS
    assert first.content != second.content


def test_hosts_and_schemes_have_answers_of_their_own(client, on):
    Site.objects.update(hostname="testserver")
    on()
    assert "http://testserver/" in client.get("/robots.txt").content.decode()
    other = client.get("/robots.txt", headers={"Host": "localhost"})
    assert how(other) == MISS
    assert how(client.get("/robots.txt", secure=True)) == MISS


def test_apis_of_other_representations(client, on):
    on()
    as_data = client.get("/api/v2/pages/", headers={"Accept": "application/json"})
    as_page = client.get("/api/v2/pages/", headers={"Accept": "text/html"})
    assert how(as_page) == MISS
    assert as_data["Content-Type"] != as_page["Content-Type"]
    assert how(client.get("/api/v2/pages/", headers={"Accept": "text/html"})) == PASS  # a form
    assert how(client.get("/api/v2/pages/", headers={"Accept": "application/json"})) == HIT


@pytest.mark.parametrize("address", ["/", f"{API}events/", "/renginiai.ics"])
def test_who_has_it_already_is_told_so(client, on, event, address):
    on()
    whole = client.get(address)
    tag = whole["ETag"]
    for known in (tag, tag.removeprefix("W/"), f'"a", {tag}', "*"):
        response = client.get(address, headers={"If-None-Match": known})
        assert (response.status_code, response.content) == (304, b"")
        for name in ("ETag", "Cache-Control", "Vary", "Content-Security-Policy"):
            assert response[name] == whole[name]
        assert "Content-Type" not in response
        assert "Content-Length" not in response
    for other in ('"a"', "nonsense", ""):
        assert client.get(address, headers={"If-None-Match": other}).status_code == 200


def test_who_has_it_already_fills_the_cache_for_others(client, on):
    on()
    tag = client.get("/")["ETag"]
    on()
    assert client.get("/", headers={"If-None-Match": tag}).status_code == 304
    others = client.get("/")
    assert (how(others), others.status_code) == (HIT, 200)


def test_a_head_is_answered_from_what_a_get_left(client, on):
    on()
    whole = client.get("/")
    head = client.head("/")
    assert (how(head), head.content) == (HIT, b"")
    assert head["Content-Length"] == str(len(whole.content)) == whole["Content-Length"]
    assert head["ETag"] == whole["ETag"]


def test_a_head_may_be_the_first(client, on):
    on()
    assert client.head("/").content == b""
    whole = client.get("/")
    assert how(whole) == HIT
    assert b"</html>" in whole.content


@pytest.mark.parametrize("address", ["/", f"{API}openapi.json"])
def test_every_form_holds_the_same_bytes(client, on, address):
    on()
    plain = client.get(address).content
    read = {
        "br": brotli.decompress,
        "zstd": lambda data: zstandard.ZstdDecompressor().decompress(data),
        "gzip": gzip.decompress,
    }
    for coding, decompress in read.items():
        for _time in range(2):
            packed = client.get(address, headers={"Accept-Encoding": coding})
            assert how(packed) == HIT
            assert packed["Content-Encoding"] == coding
            assert packed["Vary"] == "Accept-Encoding"
            assert packed["Content-Length"] == str(len(packed.content))
            assert len(packed.content) < len(plain)
            assert decompress(packed.content) == plain


def test_the_first_reader_gets_it_compressed_once(client, on):
    on()
    packed = client.get("/", headers={"Accept-Encoding": "gzip"})
    assert how(packed) == MISS
    assert b"</html>" in gzip.decompress(packed.content)


def test_what_is_not_stored_is_compressed_as_well(client, on):
    page = ContactPageFactory()
    on()
    for _time in range(2):
        packed = client.get(page.url, headers={"Accept-Encoding": "gzip, br"})
        assert b"</html>" in gzip.decompress(packed.content)


def response_with(status=200, content=b"page", **headers):
    found = HttpResponse(content, status=status)
    for name, value in headers.items():
        found[name.replace("_", "-")] = value
    return found


def with_cookie():
    found = response_with()
    found.set_cookie("a", "b")
    return found


@pytest.mark.parametrize(
    "response",
    [
        response_with(404),
        response_with(301),
        response_with(206),
        response_with(Vary="Cookie"),
        response_with(Vary="*"),
        response_with(Vary="Accept-Encoding, Accept-Language"),
        response_with(Cache_Control="private"),
        response_with(Cache_Control="max-age=10, No-Store"),
        response_with(Cache_Control='private="set-cookie"'),
        response_with(Content_Encoding="gzip"),
        response_with(Content_Security_Policy="script-src 'nonce-abc'"),
        response_with(content=b"a" * (LARGEST + 1)),
        StreamingHttpResponse([b"a"]),
        never_stored(response_with()),
        with_cookie(),
    ],
)
def test_a_response_that_is_not_for_everyone_is_not_kept(response):
    before = response.get("Cache-Control")
    assert Entry.of(RequestFactory().get("/"), response, 60) is None
    assert response.get("Cache-Control") == before


@pytest.mark.parametrize(
    "said,told",
    [
        (None, "public, max-age=0, s-maxage=30, stale-while-revalidate=30"),
        ("public, max-age=60", "public, max-age=60, stale-while-revalidate=30"),
        ("max-age=60, must-revalidate", "max-age=60, must-revalidate"),
        ("public", "public"),
    ],
)
def test_what_caches_on_the_way_are_told(said, told):
    response = response_with(**({"Cache_Control": said} if said else {}))
    assert Entry.of(RequestFactory().get("/"), response, 30)
    assert response["Cache-Control"] == told


def test_an_entry_survives_being_bytes():
    entry = Entry.of(RequestFactory().get("/"), response_with(content="ąž\n\n".encode()), 30)
    again = Entry.decoded(entry.encoded())
    assert again == entry
    assert again.answer(RequestFactory().get("/")).content == "ąž\n\n".encode()


def test_pages_of_both_languages_vary_by_nothing_but_their_form(client):
    page = ContentPageFactory()
    for address in (page.url, "/", "/en/", "/paieska/"):
        response = client.get(address, headers={"Accept-Language": "en"})
        assert response["Vary"] == "Accept-Encoding"
        assert not response.cookies
    assert client.get(home_page().url)["Content-Language"] == "lt"
