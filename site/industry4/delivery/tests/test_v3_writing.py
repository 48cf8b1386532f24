"""Writing by API v3: what a token may do, what is refused, and the script of the docs."""

import datetime
import importlib.util

import pytest
from django.conf import settings
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from wagtail.models import APIToken

from industry4.delivery.tests.v3 import (
    API,
    PAGES,
    SPEC,
    caller,
    event_data,
)
from industry4.testing.factories import (
    home_page,
    image_file,
    section,
)
from news.models import EventIndexPage, EventPage
from news.tests.factories import EventFactory

pytestmark = pytest.mark.django_db


# What a token may do


def test_a_token_may_do_what_its_user_may(client):
    event = EventFactory()
    user = get_user_model().objects.create_user("redaktorius")
    call = caller(client, APIToken.create_token(user=user, name="tests")[1])
    assert call("get", PAGES)["count"] == 0
    call("get", f"{PAGES}{event.pk}/", status=404)
    call("post", PAGES, event_data(event.get_parent()), status=403)

    user.groups.add(Group.objects.get(name="Editors"))
    assert call("get", f"{PAGES}{event.pk}/")["id"] == event.pk
    call("post", PAGES, event_data(event.get_parent()), status=201)
    call("post", f"{PAGES}{event.pk}/actions/publish/", status=403)


def test_what_the_admins_panels_edit_and_the_api_shows_can_be_written():
    def fields(name):
        return set(SPEC["components"]["schemas"][name]["properties"])

    written, read = fields("EventPageCreateSchema"), fields("EventPageSchema")
    assert {"starts_at", "venue", "body", "programme", "speakers", "price"} <= written
    assert written == fields("EventPagePatchSchema")
    # Base fields are read in `meta`; pictures and files have a form of their own when read.
    assert written - read == {"slug", "seo_title", "search_description", "show_in_menus"}
    assert read - written == {"id", "listing_image", "social_image", "documents"}


def test_a_draft_is_written_changed_and_published(client, call):
    parent = section(EventIndexPage, title="Renginiai", slug="renginiai")
    data = event_data(
        parent,
        venue="RoboLabas",
        body=[{"type": "text", "value": "<p>Labas <script>alert(1)</script></p>"}],
        programme=[{"starts_at": "2027-03-01T10:00:00", "title": "Pradžia"}],
    )
    draft = call("post", PAGES, data, status=201)
    event = EventPage.objects.get(pk=draft["id"])
    assert not event.live
    assert event.starts_at == datetime.datetime.fromisoformat("2027-03-01T10:00:00+02:00")
    assert event.programme.get().title == "Pradžia"
    assert "<script" not in str(event.body)
    assert draft["meta"]["warnings"][0]["tag"] == "script"

    call("patch", f"{PAGES}{event.pk}/", {"venue": "STEAM centras"})
    call("post", f"{PAGES}{event.pk}/actions/publish/")
    event.refresh_from_db()
    assert event.live
    assert event.venue == "STEAM centras"
    assert event.programme.count() == 1
    assert "STEAM centras" in client.get(event.url).content.decode()


def test_a_rule_between_fields_holds_when_only_one_of_them_is_sent(call):
    event = EventFactory()
    problem = call("patch", f"{PAGES}{event.pk}/", {"starts_at": "2999-01-01T10:00:00"}, status=422)
    assert problem["errors"][0]["loc"] == ["ends_at"]
    assert problem["errors"][0]["msg"]


def test_nothing_leads_around_translation(call):
    event = EventFactory()
    for action in ("copy_for_translation", "create_alias"):
        call("post", f"{PAGES}{event.pk}/actions/{action}/", {"locale": "en"}, status=404)
    assert not [path for path in SPEC["paths"] if path.endswith(("_translation/", "create_alias/"))]


def test_an_image_is_uploaded(client, token):
    headers = {"Authorization": f"Bearer {token}"}
    data = {"title": "Robotas", "collection": 1, "file": image_file()}
    response = client.post(f"{API}images/", data, headers=headers)
    assert response.status_code == 201
    assert response.json()["width"] == 640


# What is refused


@pytest.mark.parametrize(
    "path,status",
    [
        ("nothing/", 404),
        ("pages", 404),
        ("", 404),
        ("pages/999999/", 404),
        ("pages/abc/", 422),
        ("pages/?search=%00", 400),
        ("pages/?%00=x", 400),
        ("pages/?offset=" + "9" * 30, 422),
        ("pages/?pk=abc", 422),
        ("pages/?limit=101", 400),
        ("pages/?type=no.Model", 422),
        ("pages/?locale=de", 404),
        ("pages/?type=news.EventPage&starts_at=yesterday", 422),
        ("pages/find/?html_path=%00", 400),
        ("pages/{home}/revisions/?user_id=abc", 422),
        ("redirects/find/?html_path=%00", 400),
    ],
)
def test_a_malformed_address_is_answered_with_problem_details(call, path, status):
    assert call("get", API + path.format(home=home_page().pk), status=status)["detail"]


@pytest.mark.parametrize(
    "body,status",
    [
        ("{", 400),
        ("[" * 100_000, 400),
        (b"\xff\xfe", 400),
        ('{"title": NaN}', 400),
        ('{"title": "a\\u0000b"}', 400),
        ('{"title": "\\ud800"}', 400),
        ('{"body": [{"type": "text", "value": "a\\u0000b"}]}', 400),
        ('{"title": ' + "9" * 5000 + "}", 400),
        ("[]", 422),
        ("null", 422),
        ('"text"', 422),
        ('{"meta": {"type": []}}', 422),
    ],
)
def test_what_is_no_page_is_refused(call, body, status):
    call("post", PAGES, body, status=status)


@pytest.mark.parametrize(
    "fields",
    [
        {"title": "x" * 300},
        {"title": None},
        {"starts_at": "yesterday"},
        {"starts_at": "0001-01-01T00:00:00Z", "all_day": True},
        {"capacity": 10**30},
        {"price": "NaN"},
        {"price": "1e400"},
        {"organisers": [{}]},
        {"programme": {"a": 1}},
        {"body": [1]},
        {"body": [{}]},
        {"body": [{"type": "nothing", "value": 1}]},
        {"body": [{"type": "text"}]},
        {"body": [{"type": "text", "value": 5}]},
        {"body": [{"type": "figure", "value": {"image": {"id": 1}}}]},
        {"body": [{"type": "table", "value": "x"}]},
    ],
)
def test_what_is_no_event_is_refused(call, fields):
    parent = section(EventIndexPage, title="Renginiai", slug="renginiai")
    assert call("post", PAGES, event_data(parent, **fields), status=422)["detail"]


def test_what_cannot_be_moved_or_copied_is_refused(call):
    event = EventFactory()
    call("post", f"{PAGES}{event.pk}/actions/move/", {"destination_id": 1}, status=422)
    call("post", f"{PAGES}1/actions/copy/", {}, status=422)
    data = {"old_path": "http://[", "redirect_link": "/x"}
    call("post", f"{API}redirects/", data, status=422)


def test_a_broken_upload_is_refused(client, token):
    headers = {"Authorization": f"Bearer {token}"}
    response = client.generic(
        "POST", f"{API}images/", b"garbage", "multipart/form-data", headers=headers
    )
    assert response.status_code == 400
    assert response["Content-Type"] == "application/problem+json"


def test_a_method_that_is_none_is_refused_with_those_that_are(call):
    assert "GET" in call("put", PAGES, {}, status=405)["detail"]


def test_an_error_of_our_own_is_not_blamed_on_the_caller(call, monkeypatch):
    event = EventFactory()
    monkeypatch.setattr(EventPage, "get_full_url", lambda *args: int("not a number"))
    with pytest.raises(ValueError, match="not a number"):
        call("get", f"{PAGES}{event.pk}/")


def test_an_error_of_our_own_in_writing_is_not_blamed_on_the_caller(call, monkeypatch):
    event = EventFactory()
    monkeypatch.setattr(EventPage, "save_revision", lambda *args, **kwargs: int("not a number"))
    with pytest.raises(ValueError, match="not a number"):
        call("patch", f"{PAGES}{event.pk}/", {"venue": "RoboLabas"})


# The example


@pytest.fixture
def example():
    path = settings.ROOT / "docs" / "examples" / "publish_event.py"
    spec = importlib.util.spec_from_file_location("publish_event", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def by_client(client):
    """The example's way to send, through Django's test client instead of the network."""

    def send(method, url, headers, body):
        path = url.removeprefix("http://localhost")
        response = client.generic(method, path, body or b"", headers=headers)
        return response.status_code, response.content

    return send


def test_the_example_publishes_an_event(client, token, example):
    section(EventIndexPage, title="Renginiai", slug="renginiai")
    api = example.Api("http://localhost/", token, by_client(client))
    address = example.publish_event(api, example.EVENT)
    event = EventPage.objects.get()
    assert event.live
    assert event.full_url == address
    assert event.locale.language_code == "lt"
    page = client.get(event.url).content.decode()
    for text in ("title", "intro", "venue"):
        assert example.EVENT[text] in page
    assert "<b>tris robotus</b>" in page


def test_the_example_says_what_is_wrong(client, token, example):
    api = example.Api("http://localhost", token, by_client(client))
    with pytest.raises(example.Refused, match="no list of events"):
        example.publish_event(api, example.EVENT)
    section(EventIndexPage, title="Renginiai", slug="renginiai")
    with pytest.raises(example.Refused, match=r"422 .*\n.*ends_at"):
        example.publish_event(api, {**example.EVENT, "ends_at": "2001-01-01T00:00:00"})
    stranger = example.Api("http://localhost", "nonsense", by_client(client))
    with pytest.raises(example.Refused, match="401 Unauthorized: A valid bearer token"):
        example.publish_event(stranger, example.EVENT)


def test_the_example_ends_with_1_when_it_fails(monkeypatch, example):
    monkeypatch.setattr("sys.argv", ["publish_event.py", "http://127.0.0.1:9"])
    monkeypatch.setenv("API_TOKEN", "nonsense")
    with pytest.raises(SystemExit) as ended:
        example.main()
    assert "cannot be reached" in ended.value.code  # a text is printed, and the code is 1
