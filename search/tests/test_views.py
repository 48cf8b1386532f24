"""The search page: it finds, in the language of the page, and is not to be broken."""

import pytest
from bs4 import BeautifulSoup

from ecosystem.tests.factories import MemberFactory
from home.tests.factories import ContentPageFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import translated
from news.tests.factories import ArticleFactory, EventFactory
from search import views

pytestmark = pytest.mark.django_db


def found(client, query, address="/paieska/"):
    response = client.get(address, {"q": query})
    assert response.status_code == 200
    return [page.title for page in response.context["results"]]


def told(client, query, address="/paieska/"):
    """What the page says of a query that cannot be searched."""
    response = client.get(address, {"q": query})
    assert response.status_code == 400
    return BeautifulSoup(response.content, "html.parser").find(role="alert").get_text(strip=True)


@pytest.mark.parametrize("factory", [ArticleFactory, EventFactory, MemberFactory])
def test_a_page_is_found_by_a_word_of_its_title(client, factory):
    factory(title="Robotikos diena")
    factory(title="Kitkas")
    assert found(client, "robotikos") == ["Robotikos diena"]


def test_a_page_is_found_by_its_lead_and_by_its_body(client):
    ContentPageFactory(title="A", intro="Apie lazerius.")
    ContentPageFactory(title="B", body=[("text", "<p>Čia dirba <b>lazeriai</b>.</p>")])
    assert found(client, "lazerius") == ["A"]
    assert found(client, "lazeriai") == ["B"]


def test_all_words_must_be_there(client):
    ContentPageFactory(title="Robotikos diena")
    ContentPageFactory(title="Robotikos stovykla")
    assert found(client, "diena robotikos") == ["Robotikos diena"]
    assert found(client, "robotikos vakaras") == []


def test_each_language_is_searched_by_itself(client):
    page = ContentPageFactory(title="Robotikos diena")
    translated(page, title="Robotics day")
    assert found(client, "robotics", "/en/search/") == ["Robotics day"]
    assert found(client, "robotikos", "/en/search/") == []
    assert found(client, "robotics") == []


def test_the_page_says_how_many_were_found_or_that_nothing_was(client):
    ContentPageFactory(title="Robotikos diena")
    assert (
        "1 page found for “robotikos”" not in client.get("/en/search/?q=robotikos").content.decode()
    )
    translated(ContentPageFactory(title="Diena"), title="Robotics day")
    html = client.get("/en/search/?q=robotics").content.decode()
    assert "1 page found for “robotics”" in html
    html = client.get("/en/search/?q=laser").content.decode()
    assert "Nothing was found for “laser”." in html


def test_without_a_query_there_is_only_the_form(client):
    for query in ("", "?q=", "?q=%20"):
        response = client.get(f"/paieska/{query}")
        assert response.status_code == 200
        assert response.context["results"] is None


def test_results_come_in_pages(client, monkeypatch):
    monkeypatch.setattr(views, "RESULTS_PER_PAGE", 2)
    for number in range(3):
        ContentPageFactory(title=f"Robotikos diena {number}")
    first = client.get("/paieska/?q=robotikos")
    second = client.get("/paieska/?q=robotikos&page=2")
    titles = [page.title for answer in (first, second) for page in answer.context["results"]]
    assert len(titles) == len(set(titles)) == 3
    assert "q=robotikos&amp;page=2" in first.content.decode()


@pytest.mark.parametrize("page", ["2", "0", "-1", "x", "9" * 30])
def test_a_page_of_results_that_does_not_exist_is_not_found(client, page):
    ContentPageFactory(title="Robotikos diena")
    response = client.get("/paieska/", {"q": "robotikos", "page": page})
    assert response.status_code == 404
    assert 'href="/paieska/?q=robotikos"' in response.content.decode()


@pytest.mark.parametrize("query", ["...", "!?", '"', "–", "%", "'"])
def test_a_query_without_a_word_is_told(client, query):
    assert told(client, query, "/en/search/") == "Type at least one word to search for."


@pytest.mark.parametrize("query", ["a\x00b", "x" * 201])
def test_a_query_that_cannot_be_searched_is_told(client, query):
    assert told(client, query)


@pytest.mark.parametrize(
    "query",
    [
        '"robotikos',
        "robotikos'",
        "robotikos & diena",
        "robotikos | !diena",
        "robotikos:*",
        "robotikos AND NOT diena",
        "(robotikos",
        "robotikos\\",
        "robotikos%",
        "robotikos -- ",
        "robotikos; DROP TABLE",
        "😀 robotikos",
        "ro\u0301botikos",
        "x" * 200,
    ],
)
def test_quotes_and_operators_are_harmless(client, query):
    ContentPageFactory(title="Robotikos diena")
    assert client.get("/paieska/", {"q": query}).status_code == 200


def test_a_quoted_word_is_found(client):
    ContentPageFactory(title="Robotikos diena")
    assert found(client, '"robotikos"') == ["Robotikos diena"]


def test_a_query_is_shown_as_text(client):
    html = client.get("/paieska/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in html


def test_the_search_page_is_not_to_be_indexed(client):
    assert '<meta name="robots" content="noindex">' in client.get("/paieska/").content.decode()


def test_results_cost_the_same_queries_for_1_and_for_20(client, monkeypatch):
    monkeypatch.setattr(views, "RESULTS_PER_PAGE", 20)
    ArticleFactory(title="Robotikos diena")
    one = cost(client, "/paieska/?q=robotikos")
    ArticleFactory.create_batch(19, title="Robotikos diena")
    assert cost(client, "/paieska/?q=robotikos") == one <= 20
