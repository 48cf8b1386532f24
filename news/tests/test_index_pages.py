"""The lists of a section: their order, their pages, the other language, their price."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.models import StrategyDocumentPage
from ecosystem.tests.factories import (
    CompetitionFactory,
    InitiativeFactory,
    MemberFactory,
    StrategyDocumentFactory,
)
from industry4.testing.budgets import cost
from industry4.testing.factories import ImageFactory, home_page, multiplied, section, translated
from news.models import ArticlePage, NewsIndexPage
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def titles(client, address):
    return [page.title for page in client.get(address).context["items"]]


def test_articles_are_listed_latest_first(client):
    now = timezone.now()
    for days, title in ((3, "C"), (1, "A"), (2, "B")):
        ArticleFactory(title=title, published_at=now - days * DAY)
    assert titles(client, "/naujienos/") == ["A", "B", "C"]


def test_members_and_initiatives_are_listed_by_title(client):
    for title in ("B", "A", "C"):
        MemberFactory(title=title)
        InitiativeFactory(title=title)
    assert titles(client, "/nariai/") == ["A", "B", "C"]
    assert titles(client, "/iniciatyvos/") == ["A", "B", "C"]


def test_events_are_listed_by_what_is_next_what_is_past_or_by_month(client):
    now = timezone.now()
    EventFactory(title="Vėliau", starts_at=now + 2 * DAY)
    EventFactory(title="Netrukus", starts_at=now + DAY)
    EventFactory(title="Buvo", starts_at=now - 2 * DAY)
    EventFactory(title="Seniai", starts_at=now - 400 * DAY)
    assert titles(client, "/renginiai/") == ["Netrukus", "Vėliau"]
    assert titles(client, "/renginiai/?period=past") == ["Buvo", "Seniai"]
    month = timezone.localtime(now - 400 * DAY).strftime("%Y-%m")
    assert titles(client, f"/renginiai/?month={month}") == ["Seniai"]


def test_a_list_of_events_offers_the_months_that_have_any(client):
    for month in (5, 7):
        EventFactory(starts_at=datetime.datetime(2024, month, 2, 10, tzinfo=datetime.UTC))
    months = client.get("/renginiai/").context["months"]
    assert [f"{month:%Y-%m}" for month in months] == ["2024-07", "2024-05"]


@pytest.mark.parametrize(
    "query",
    [
        "page=2",
        "page=0",
        "page=-1",
        "page=x",
        "page=1.5",
        "page=",
        "page=%00",
        "page=99999999999999999999",
    ],
)
def test_a_page_of_a_list_that_does_not_exist_is_not_found(client, query):
    ArticleFactory()
    assert client.get(f"/naujienos/?{query}").status_code == 404


def test_a_long_list_has_pages_that_lead_to_each_other(client, monkeypatch):
    monkeypatch.setattr(NewsIndexPage, "items_per_page", 2)
    now = timezone.now()
    for number in range(3):
        ArticleFactory(title=f"Nr. {number}", published_at=now - number * DAY)
    assert titles(client, "/naujienos/") == ["Nr. 0", "Nr. 1"]
    assert titles(client, "/naujienos/?page=2") == ["Nr. 2"]
    assert 'href="?page=2" rel="next"' in client.get("/naujienos/").content.decode()
    assert 'rel="prev"' in client.get("/naujienos/?page=2").content.decode()


def test_an_empty_list_says_so(client):
    section(NewsIndexPage, title="Naujienos", slug="naujienos")
    response = client.get("/naujienos/")
    assert response.status_code == 200
    assert list(response.context["items"]) == []


def in_three_ways():
    """An article in both languages, one in Lithuanian and one in English."""
    both = ArticleFactory(title="Abiem kalbomis")
    translated(both, title="In both languages")
    ArticleFactory(title="Tik lietuviškai")
    english_index = NewsIndexPage.objects.get(locale__language_code="en")
    ArticleFactory(title="In English only", parent=english_index)
    return english_index


def test_a_list_shows_its_own_language(client):
    english = in_three_ways()
    assert set(titles(client, "/naujienos/")) == {"Abiem kalbomis", "Tik lietuviškai"}
    assert set(titles(client, english.url)) == {"In both languages", "In English only"}


def test_a_list_adds_on_request_what_exists_only_in_the_other_language(client):
    english = in_three_ways()
    assert set(titles(client, "/naujienos/?fallback=true")) == {
        "Abiem kalbomis",
        "Tik lietuviškai",
        "In English only",
    }
    assert set(titles(client, f"{english.url}?fallback=true")) == {
        "In both languages",
        "In English only",
        "Tik lietuviškai",
    }


def test_what_is_added_is_marked_with_its_language(client):
    english = in_three_ways()
    html = client.get(f"{english.url}?fallback=true").content.decode()
    assert html.count('lang="lt" hreflang="lt">Tik lietuviškai') == 1
    assert "In Lithuanian" in html


def test_a_list_says_how_much_there_is_in_the_other_language(client):
    english = in_three_ways()
    html = client.get(english.url).content.decode()
    assert "1 more exists only in Lithuanian." in html
    assert "?fallback=true" in html
    ArticlePage.objects.get(title="Tik lietuviškai").unpublish()
    assert "exists only in Lithuanian" not in client.get(english.url).content.decode()


def strategy(**kwargs):
    return StrategyDocumentFactory(
        status=StrategyDocumentPage.Status.ADOPTED, adopted_on=datetime.date(2024, 1, 1), **kwargs
    )


@pytest.mark.parametrize(
    "make, address",
    [
        (ArticleFactory, "/naujienos/"),
        (EventFactory, "/renginiai/"),
        (MemberFactory, "/nariai/"),
        (InitiativeFactory, "/iniciatyvos/"),
        (strategy, "/strategija/"),
        (CompetitionFactory, "/konkursas/"),
    ],
)
def test_a_list_costs_the_same_queries_for_1_and_for_20_items(client, monkeypatch, make, address):
    page = make(listing_image=ImageFactory())
    index = next(page for page in home_page().get_children().specific() if page.url == address)
    monkeypatch.setattr(type(index), "items_per_page", 20)
    one = cost(client, address)
    multiplied(page, 19)
    assert cost(client, address) == one <= 20
    assert len(client.get(address).context["items"]) == 20
