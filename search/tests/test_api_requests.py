"""The search of the delivery API: what may be asked, what is counted, suggestions, the cost."""

from typing import get_args
from urllib.parse import quote

import pytest

from ecosystem.models import MemberPage
from ecosystem.tests.api import ROOT, get, refused, titles
from ecosystem.tests.factories import MemberFactory
from home.tests.factories import ContentPageFactory
from industry4.delivery.tests.searches import WORDLESS
from industry4.media.models import Document
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, translated
from news.tests.factories import ArticleFactory, EventFactory
from search import api
from search.kinds import KINDS
from search.models import Asked

pytestmark = pytest.mark.django_db


# What may be asked


@pytest.mark.parametrize(
    "q, sentence",
    [
        *((q, "Type at least one word to search for.") for q in WORDLESS),
        ("-robotas", "Type at least one word to search for."),
        ("x" * 201, "Search for at most 200 characters."),
        ("x" * 10_000, "Search for at most 200 characters."),
        ("a\x00b", "It may not contain a null character."),
    ],
)
def test_a_question_that_says_nothing_is_refused_in_english(client, q, sentence):
    for locale in ("lt", "en"):
        answer = get(client, f"search/?q={quote(q)}&locale={locale}", status=422)
        assert answer["errors"] == [{"parameter": "q", "message": sentence}]
        assert answer["type"].endswith("problems/#invalid-parameter")


@pytest.mark.parametrize(
    "query, name",
    [
        ("", "q"),
        ("q=x&locale=de", "locale"),
        ("q=x&kind=home", "kind"),
        ("q=x&kind=", "kind"),
        ("q=x&since=2026-02-30", "since"),
        ("q=x&since=1", "since"),
        ("q=x&until=tomorrow", "until"),
        ("q=x&until=2026-03-01T10:00", "until"),
        ("q=x&sector=a/b", "sector"),
        ("q=x&municipality=vilnius", "municipality"),
        ("q=x&limit=101", "limit"),
        ("q=x&offset=-1", "offset"),
        ("q=x&page=2", "page"),
    ],
)
def test_what_a_search_cannot_mean_is_refused_and_named(client, query, name):
    assert refused(client, f"search/?{query}") == [name]


def test_the_values_of_the_parameters_are_those_of_the_site():
    assert list(get_args(api.Kind)) == [kind.name for kind in KINDS]
    assert set(get_args(api.Municipality)) == set(MemberPage.Municipality.values)


# Caching and counting


def test_a_search_that_a_reader_has_already_is_not_sent_again(client):
    article = ArticleFactory(title="Robotas")
    first = client.get(f"{ROOT}search/?q=robotas")
    assert first["Cache-Control"].startswith("public")
    assert first["Last-Modified"]
    again = client.get(f"{ROOT}search/?q=robotas", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    article.unpublish()
    changed = client.get(f"{ROOT}search/?q=robotas", headers={"If-None-Match": first["ETag"]})
    assert (changed.status_code, changed.json()["count"]) == (200, 0)


def counted():
    """What editors read of the searches: language, words, times, results."""
    return list(Asked.objects.order_by("pk").values_list("language", "words", "times", "found"))


def test_a_search_is_counted_for_the_editors(client):
    ArticleFactory(title="Robotas")
    first = client.get(f"{ROOT}search/?q=Robotas")
    second = client.get(f"{ROOT}search/?q=robotas&limit=1")
    assert first.json()["items"] == second.json()["items"]
    assert counted() == [("lt", "robotas", 2, 1)]
    get(client, "search/?q=robot&locale=en")
    assert counted() == [("lt", "robotas", 2, 1), ("en", "robot", 1, 0)]


def test_what_is_no_new_question_is_not_counted(client):
    ArticleFactory(title="Robotas")
    first = client.get(f"{ROOT}search/?q=robotas")
    for address in (
        "search/?q=robotas&offset=1",
        "search/?q=robotas&kind=article",
        "search/?q=robotas&since=2020-01-01",
        "search/suggest/?q=lazer",
    ):
        get(client, address)
    client.get(f"{ROOT}search/?q=robotas", headers={"If-None-Match": first["ETag"]})
    client.get(f"{ROOT}search/?q=lazeris&nonsense=1")
    assert counted() == [("lt", "robotas", 1, 1)]


# Suggestions


def test_pages_are_suggested_by_the_beginnings_of_their_titles(client):
    event = EventFactory(title="Robotikos diena Panevėžyje")
    translated(event, title="Robotics day")
    response = client.get(f"{ROOT}search/suggest/?q=diena panevez")
    assert response.json() == {
        "items": [{"type": "event", "id": event.pk, "title": event.title, "url": event.full_url}]
    }
    assert response["Content-Language"] == "lt"
    assert response["ETag"]
    assert titles(client, "search/suggest/?q=robotics&locale=en") == ["Robotics day"]
    assert titles(client, "search/suggest/?q=robotics") == []


def test_there_are_six_suggestions_or_as_many_as_asked_for(client):
    ArticleFactory.create_batch(8, title="Robotas")
    assert len(titles(client, "search/suggest/?q=rob")) == 6
    assert len(titles(client, "search/suggest/?q=rob&limit=8")) == 8


@pytest.mark.parametrize("q", ["", "?q=", "?q=r", "?q=%20", "?q=%22-%25", "?q=%F0%9F%98%80"])
def test_before_there_are_two_letters_nothing_is_suggested(client, q):
    ArticleFactory(title="Robotas r")
    assert get(client, f"search/suggest/{q}") == {"items": []}


@pytest.mark.parametrize(
    "query, name",
    [
        (f"q={'x' * 201}", "q"),
        ("q=a%00b", "q"),
        ("q=ro&limit=0", "limit"),
        ("q=ro&limit=21", "limit"),
        ("q=ro&locale=de", "locale"),
        ("q=ro&kind=event", "kind"),
    ],
)
def test_what_suggestions_cannot_be_asked_for_is_refused_and_named(client, query, name):
    assert refused(client, f"search/suggest/?{query}") == [name]


# What it costs


@pytest.mark.parametrize("kind", ["", "&kind=document"])
def test_a_search_costs_the_same_queries_for_1_and_for_20(client, kind):
    if kind:
        DocumentFactory.create_batch(20, title="Robotas")
        body = [("documents", {"heading": "", "documents": list(Document.objects.all())})]
        ContentPageFactory(body=body)
    else:
        for factory in (ArticleFactory, EventFactory, MemberFactory, ContentPageFactory):
            factory.create_batch(5, title="Robotas")
    costs = []
    for limit in (1, 20):
        address = f"{ROOT}search/?q=robotas&limit={limit}{kind}"
        assert len(client.get(address).json()["items"]) == limit
        costs.append(cost(client, address))
    assert costs[0] == costs[1] <= 10


def test_few_results_cost_what_helps_and_no_more(client):
    ArticleFactory(title="Robotas")
    assert cost(client, f"{ROOT}search/?q=robotas") <= 12


def test_suggestions_cost_the_same_queries_for_1_and_for_20(client):
    ArticleFactory.create_batch(20, title="Robotas")
    costs = []
    for limit in (1, 20):
        address = f"{ROOT}search/suggest/?q=rob&limit={limit}"
        assert len(client.get(address).json()["items"]) == limit
        costs.append(cost(client, address))
    assert costs[0] == costs[1] <= 5
