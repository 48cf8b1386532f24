"""Wagtail's API v3 as this site serves it: for automation, with a token only."""

from urllib.parse import urlencode

import pytest
from ninja.openapi.schema import OpenAPISchema
from openapi_spec_validator import OpenAPIV31SpecValidator
from wagtail.models import APIToken, get_page_models

from ecosystem.models import (
    CompetitionIndexPage,
    InitiativeIndexPage,
    MemberIndexPage,
    StrategyIndexPage,
)
from ecosystem.tests.factories import (
    AdvisoryBoardFactory,
    CompetitionFactory,
    InitiativeFactory,
    MemberFactory,
    StrategyDocumentFactory,
)
from home.tests.factories import ContactPageFactory, ContentPageFactory
from industry4.core.models import BasePage
from industry4.delivery import v3
from industry4.delivery.tests.searches import SEARCHES, WORDLESS
from industry4.delivery.tests.v3 import API, OPERATIONS, PAGES, SPEC, assert_unauthorized, filled
from industry4.testing.factories import (
    DocumentFactory,
    ImageFactory,
    home_page,
    section,
    translated,
)
from news.models import EventIndexPage, NewsIndexPage
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db


# Who may ask


@pytest.mark.parametrize("method,path", OPERATIONS)
def test_every_operation_asks_for_a_token(client, method, path):
    assert_unauthorized(getattr(client, method)(filled(path)))


@pytest.mark.parametrize("path", ["", "nothing/", "nothing", "pages", "docs/", "pages/1/nothing/"])
def test_an_address_that_is_none_says_nothing_without_a_token(client, path):
    assert_unauthorized(client.get(API + path))
    assert_unauthorized(client.post(API + path))


def test_a_method_that_is_none_says_nothing_without_a_token(client):
    assert_unauthorized(client.put(PAGES))


@pytest.mark.parametrize(
    "header",
    [
        "Bearer",
        "Bearer ",
        "Bearer nonsense",
        "Bearer wagtail_nonsense",
        "Bearer ąčę",
        "Bearer a\x00",
        "Bearer " + "x" * 10_000,
        "Basic YTpi",
        "{token}",
        "Token {token}",
        "Bearer {token}x",
        "Bearer {token} x",
        "Bearer  {token}",
    ],
)
def test_what_is_no_token_opens_nothing(client, token, header):
    header = header.format(token=token)
    assert_unauthorized(client.get(f"{API}whoami/", headers={"Authorization": header}))


def test_a_token_that_was_never_given_out_opens_nothing(client):
    headers = {"Authorization": f"Bearer {APIToken.generate_token()}"}
    assert_unauthorized(client.get(PAGES, headers=headers))


def test_a_revoked_token_opens_nothing(client, owner, token):
    owner.api_tokens.get().revoke()
    assert_unauthorized(client.get(PAGES, headers={"Authorization": f"Bearer {token}"}))


def test_the_token_of_a_deactivated_user_opens_nothing(client, owner, token):
    owner.is_active = False
    owner.save()
    assert_unauthorized(client.get(PAGES, headers={"Authorization": f"Bearer {token}"}))


def test_being_logged_in_to_the_admin_opens_nothing(client, owner):
    client.force_login(owner)
    assert_unauthorized(client.get(PAGES))


def test_a_token_says_whose_it_is(call):
    assert call("get", f"{API}whoami/")["user"]["username"] == "automatas"


def test_a_token_is_looked_up_once(client, token, django_assert_num_queries):
    headers = {"Authorization": f"Bearer {token}"}
    client.get(f"{API}schema/", headers=headers)
    with django_assert_num_queries(1):
        assert client.get(f"{API}schema/", headers=headers).status_code == 200


# What can be read


def one_of_each():
    """A published page of every type, by type."""
    pages = [
        home_page(),
        ContentPageFactory(),
        ContactPageFactory(),
        AdvisoryBoardFactory(),
        ArticleFactory(),
        EventFactory(),
        MemberFactory(),
        InitiativeFactory(),
        StrategyDocumentFactory(),
        CompetitionFactory(),
        section(NewsIndexPage),
        section(EventIndexPage),
        section(MemberIndexPage),
        section(InitiativeIndexPage),
        section(StrategyIndexPage),
        section(CompetitionIndexPage),
    ]
    return {type(page): page for page in pages}


def test_a_page_of_every_type_is_read_in_both_languages(call):
    pages = one_of_each()
    assert set(pages) == {model for model in get_page_models() if issubclass(model, BasePage)}
    for model, page in pages.items():
        english = home_page("en") if page.pk == home_page().pk else translated(page)
        for found in (page, english):
            answer = call("get", f"{PAGES}{found.pk}/")
            assert answer["meta"]["type"] == model._meta.label
            assert answer["meta"]["locale"] == found.locale.language_code
            assert answer["title"] == found.title


def test_pages_are_listed_by_type_and_language(call):
    event = EventFactory()
    translated(event)
    found = call("get", f"{PAGES}?type=news.EventPage&locale=lt")
    assert [item["id"] for item in found["items"]] == [event.pk]


def test_languages_are_listed(call):
    found = call("get", f"{API}locales/")["items"]
    assert {item["language_code"] for item in found} == {"lt", "en"}


def test_images_documents_sites_and_redirects_are_listed(call):
    ImageFactory()
    DocumentFactory()
    assert call("get", f"{API}images/")["count"] == 1
    assert call("get", f"{API}documents/")["count"] == 1
    assert call("get", f"{API}sites/")["count"] == 1
    assert call("get", f"{API}redirects/")["count"] == 0


@pytest.mark.parametrize("search", [*SEARCHES, *WORDLESS, "robotas " * 1250, "x" * 10_000])
def test_a_search_is_answered_whatever_signs_are_in_it(call, search):
    ContentPageFactory(title="Robotas")
    for name in ("pages", "images", "documents"):
        for operator in ("and", "or"):
            query = urlencode({"search": search, "search_operator": operator})
            call("get", f"{API}{name}/?{query}")


def test_a_search_finds_pages_and_finds_none_without_a_word(call):
    page = ContentPageFactory(title="Robotikos diena")
    for search, expected in (('"robotikos', [page.pk]), ("", []), (" ", []), ("%25", [])):
        found = call("get", f"{PAGES}?search={search}")["items"]
        assert [item["id"] for item in found] == expected, search


# The specification


def test_the_specification_is_valid_and_needs_no_token(client):
    response = client.get(f"{API}openapi.json")
    assert response["Content-Type"] == "application/json"
    assert list(OpenAPIV31SpecValidator(response.json()).iter_errors()) == []


def test_the_specification_is_written_once(client, monkeypatch):
    client.get(f"{API}openapi.json")
    monkeypatch.setattr(v3.api, "get_openapi_schema", None)
    assert client.get(f"{API}openapi.json").status_code == 200


def test_no_name_stands_for_two_schemas(monkeypatch):
    seen, twice = {}, set()

    def noted(self, definitions):
        twice.update(name for name, item in definitions.items() if seen.get(name, item) != item)
        seen.update(definitions)

    monkeypatch.setattr(OpenAPISchema, "add_schema_definitions", noted)
    v3.api.get_openapi_schema()
    assert seen
    assert not twice
    # What pydantic calls two classes of one name within one schema.
    assert not [name for name in seen if "__" in name]


def test_every_operation_needs_the_token_and_says_how_it_refuses():
    for method, path in OPERATIONS:
        operation = SPEC["paths"][path][method]
        assert operation["security"] == [{"BearerTokenAuth": []}]
        assert {"401", "4XX"} <= set(operation["responses"])
    content = SPEC["components"]["responses"]["Unauthorized"]["content"]
    assert list(content) == ["application/problem+json"]
