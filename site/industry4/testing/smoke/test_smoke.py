"""The demo content, loaded once: every page of it answers, in both languages.

Run on SQLite by `make test`; what each page shows is tested elsewhere, on PostgreSQL.
"""

import itertools
import re
import shlex
import xml.etree.ElementTree as ElementTree
from collections import Counter

import pytest
from django.core.management import call_command
from django.db import transaction
from wagtail.models import APIToken, get_page_models

from industry4.core.models import BasePage
from industry4.core.public import public_pages
from industry4.core.translation.states import State, translations
from industry4.settings.environment import ROOT

pytestmark = [pytest.mark.smoke, pytest.mark.django_db]

LANGUAGES = pytest.mark.parametrize("language", ["lt", "en"])
LITHUANIAN = (
    *("naujienos", "renginiai", "nariai", "iniciatyvos", "strategija"),
    *("konkursas", "taryba", "apie", "kontaktai"),
)
ENGLISH = (
    *("news", "events", "members", "initiatives", "strategy"),
    *("competition", "advisory-board", "about", "contact"),
)


@pytest.fixture(scope="module", autouse=True)
def _demo(django_db_setup, django_db_blocker):
    """The demo content, gone again after the last test."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", "--quiet")
        yield
        transaction.set_rollback(True)


DELIVERY = "/api/delivery/v1/"
RESOURCES = {
    "article": "articles",
    "event": "events",
    "member": "members",
    "initiative": "initiatives",
    "strategy_document": "strategy-documents",
    "competition": "competitions",
    "board": "board",
}


def pages(language):
    return public_pages().filter(locale__language_code=language)


@pytest.fixture
def token(django_user_model):
    """What a script of the sample editor would send."""
    editor = django_user_model.objects.create_superuser("skriptas", "skriptas@example.com")
    secret = APIToken.create_token(user=editor, name="Skriptas")[1]
    return {"Authorization": f"Bearer {secret}"}


@LANGUAGES
def test_every_page_answers_as_a_page_and_on_every_api(client, language, token):
    for page in pages(language):
        for address in (page.url, f"/api/v2/pages/{page.pk}/", f"{DELIVERY}pages/{page.pk}/"):
            assert client.get(address).status_code == 200, (page, address)
        assert client.get(f"/api/v3/pages/{page.pk}/", headers=token).status_code == 200, page


@LANGUAGES
def test_every_page_is_reached_by_the_address_that_it_names(client, language):
    for page in pages(language):
        by_id = client.get(f"{DELIVERY}pages/{page.pk}/").json()
        assert by_id["url"] == page.full_url
        assert client.get(f"{DELIVERY}pages/", {"path": by_id["url"]}).json() == by_id
        assert client.get(by_id["api_url"].removeprefix("http://localhost")).json() == by_id
        if resource := RESOURCES.get(by_id["type"]):
            assert client.get(f"{DELIVERY}{resource}/{page.pk}/").json() == by_id


def commands_of_the_docs():
    """The addresses that docs/api.md asks with curl, as paths."""
    docs = (ROOT / "docs" / "api.md").read_text()
    for command in re.findall(r"curl [^\n|)]*", docs):
        words = shlex.split(command, comments=True)
        [address] = [word for word in words if word.startswith("$API")]
        options = itertools.pairwise(words)
        pairs = [pair.split("=", 1) for option, pair in options if option == "--data-urlencode"]
        yield address.replace("$API", "/api/delivery/v1"), dict(pairs)


def test_every_command_of_the_api_docs_is_answered(client):
    addresses = list(commands_of_the_docs())
    assert len(addresses) >= 9
    for address, query in addresses:
        response = client.get(address, query)
        assert response.status_code == 200, address
        assert response.json().get("count") != 0, address


def test_every_address_of_the_api_index_answers(client):
    for address in client.get("/api/delivery/v1/").json()["resources"].values():
        assert client.get(address.partition("localhost")[2]).status_code == 200, address


@pytest.mark.parametrize("prefix, slugs", [("/", LITHUANIAN), ("/en/", ENGLISH)])
def test_every_section_is_at_its_address(client, prefix, slugs):
    for address in (prefix, *(f"{prefix}{slug}/" for slug in slugs)):
        assert client.get(address).status_code == 200, address


@LANGUAGES
def test_the_api_lists_at_least_40_pages_of_each_language(client, language):
    answer = client.get("/api/v2/pages/", {"locale": language, "limit": 1}).json()
    assert answer["meta"]["total_count"] >= 40
    assert answer["meta"]["total_count"] == pages(language).count()


@LANGUAGES
def test_every_page_type_has_a_page_in_each_language(language):
    wanted = {model for model in get_page_models() if issubclass(model, BasePage)}
    assert {page.specific_class for page in pages(language)} == wanted


def test_the_sitemap_lists_every_page_of_both_languages(client):
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    listed = {url[0].text for url in tree}
    assert listed == {page.full_url for page in public_pages()}


@pytest.mark.parametrize(
    "address, query", [("/paieska/", "robotikos"), ("/en/search/", "robotics")]
)
def test_search_finds_pages_in_each_language(client, address, query):
    assert client.get(address, {"q": query}).context["results"].paginator.count > 0


def test_every_state_of_a_translation_can_be_seen():
    found = Counter(item.state for states in translations().values() for item in states.values())
    assert set(found) == set(State)
    assert found[State.MISSING] >= 2
    assert found[State.STALE] >= 1


@LANGUAGES
def test_every_page_says_in_a_sentence_what_it_is(language):
    assert not [page for page in pages(language).specific() if not page.description]


def test_loading_again_changes_nothing():
    before = list(public_pages().order_by("pk").values_list("pk", "latest_revision_id"))
    call_command("load_demo", "--quiet")
    assert list(public_pages().order_by("pk").values_list("pk", "latest_revision_id")) == before
