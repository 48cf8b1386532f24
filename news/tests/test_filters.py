"""Filters of articles and events, as a visitor uses them, and the months of events."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.utils import timezone

from industry4.testing.factories import section, translated
from news.models import EventIndexPage
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def at(*when):
    """A moment of Lithuanian time."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())


def shown(client, address):
    """The page, and the titles in its list."""
    response = client.get(address)
    assert response.status_code == 200
    titles = [page.title for page in response.context["items"]]
    return BeautifulSoup(response.content, "html.parser"), titles


def links(page, selector):
    """Where links lead, by their words."""
    return {" ".join(link.text.split()): link["href"] for link in page.select(selector)}


def test_articles_are_found_by_category(client):
    ArticleFactory(title="A", category="story")
    ArticleFactory(title="B", category="interview")
    assert shown(client, "/naujienos/?category=story")[1] == ["A"]


@pytest.mark.parametrize(
    "attendance, expected", [("onsite", ["A"]), ("online", ["B"]), ("both", ["C"])]
)
def test_events_are_found_by_how_one_takes_part_on_the_page_and_in_the_api_alike(
    client, attendance, expected
):
    for title, how in (("A", "onsite"), ("B", "online"), ("C", "both")):
        EventFactory(title=title, attendance=how)
    query = f"attendance={attendance}"
    assert shown(client, f"/renginiai/?{query}")[1] == expected
    answer = client.get(f"/api/delivery/v1/events/?{query}").json()
    assert [item["title"] for item in answer["items"]] == expected


def test_the_form_keeps_the_time_and_the_times_keep_the_form(client):
    EventFactory(attendance="online", starts_at=timezone.now() - 3 * DAY)
    page, found = shown(client, "/renginiai/?period=past&attendance=online")
    assert len(found) == 1
    hidden = {each["name"]: each["value"] for each in page.select("form.filters [type=hidden]")}
    assert hidden == {"period": "past"}
    assert links(page, ".tabs a")["Būsimi"] == "/renginiai/?attendance=online"
    assert links(page, ".filters-active a")["Išvalyti"] == "/renginiai/?period=past"
    assert all("attendance=online" in link for link in links(page, ".months a").values())


def test_months_are_named_in_the_language_and_say_how_many_events_they_have(client):
    both = EventFactory(starts_at=at(2024, 11, 5, 10))
    EventFactory(starts_at=at(2024, 11, 30, 10), ends_at=at(2024, 12, 2, 10))
    english = translated(both).get_parent()
    assert links(shown(client, "/renginiai/")[0], ".months a") == {
        "2024 m. gruodis (1)": "/renginiai/?month=2024-12",
        "2024 m. lapkritis (2)": "/renginiai/?month=2024-11",
    }
    assert list(links(shown(client, english.url)[0], ".months a")) == ["November 2024 (1)"]


def test_the_number_of_a_month_is_that_of_the_events_it_then_shows(client):
    EventFactory(starts_at=at(2024, 4, 30, 10), ends_at=at(2024, 6, 1, 10))
    EventFactory(starts_at=at(2024, 5, 31, 23, 30), ends_at=at(2024, 6, 1, 0, 30))
    EventFactory(starts_at=at(2024, 5, 2, 10), attendance="online")
    for query in ("", "&attendance=onsite"):
        counts = client.get(f"/renginiai/?{query}").context["months"]
        assert list(counts) == sorted(counts, reverse=True)
        for month, count in counts.items():
            found = shown(client, f"/renginiai/?month={month:%Y-%m}{query}")[1]
            assert len(found) == count > 0, (month, query)


def test_a_month_leads_to_the_nearest_ones_with_events(client):
    for month in (3, 7, 11):
        EventFactory(starts_at=at(2024, month, 5, 10))
    page, _titles = shown(client, "/renginiai/?month=2024-07")
    assert links(page, ".months-beside a") == {
        "Anksčiau: 2024 m. kovas": "/renginiai/?month=2024-03",
        "Vėliau: 2024 m. lapkritis": "/renginiai/?month=2024-11",
    }
    page, found = shown(client, "/renginiai/?month=2024-05")
    assert found == []
    assert list(links(page, ".months-beside a")) == [
        "Anksčiau: 2024 m. kovas",
        "Vėliau: 2024 m. liepa",
    ]
    assert not shown(client, "/renginiai/")[0].select(".months-beside")


@pytest.mark.parametrize(
    "query",
    [
        "month=nonsense",
        "month=20\u0663\u0663-01",
        "month=2026-13",
        "month=2026-00",
        "month=0001-01",
        "month=9999-12",
        "month=2026-11%0A1",
        "month=%00",
        "period=nonsense",
        "period=%00",
        "month=nonsense&period=nonsense",
    ],
)
def test_a_time_that_is_none_is_said_so_and_upcoming_events_are_shown(client, query):
    EventFactory(title="Bus")
    EventFactory(title="Buvo", starts_at=timezone.now() - 3 * DAY)
    page, found = shown(client, f"/renginiai/?{query}")
    assert found == ["Bus"]
    assert "sąrašas rodomas be jos" in page.select_one(".notice-warn").text
    assert page.select_one('.tabs [aria-current="page"]').text == "Būsimi"
    assert not page.select("form.filters [type=hidden]")


def test_an_unknown_month_leaves_the_chosen_period(client):
    EventFactory(title="Buvo", starts_at=timezone.now() - 3 * DAY)
    assert shown(client, "/renginiai/?period=past&month=x")[1] == ["Buvo"]


@pytest.mark.parametrize(
    "query, expected",
    [
        ("", ["Buvo", "Bus", "Bus nuotoliu"]),
        ("period=upcoming", ["Bus", "Bus nuotoliu"]),
        ("period=past", ["Buvo"]),
        ("attendance=online&page=99", ["Bus nuotoliu"]),
        ("month=1999-01", []),
        ("period=x&attendance=%00", ["Buvo", "Bus", "Bus nuotoliu"]),
    ],
)
def test_feeds_and_calendars_get_all_that_passes_the_filters_of_an_address(
    monkeypatch, query, expected
):
    monkeypatch.setattr(EventIndexPage, "items_per_page", 1)
    now = timezone.now()
    EventFactory(title="Buvo", starts_at=now - 3 * DAY)
    EventFactory(title="Bus", starts_at=now + DAY)
    EventFactory(title="Bus nuotoliu", starts_at=now + 2 * DAY, attendance="online")
    index = section(EventIndexPage)
    assert [event.title for event in index.listed_items(QueryDict(query))] == expected


def test_an_event_of_a_far_year_breaks_no_list(client):
    EventFactory(title="Toli", starts_at=at(9999, 12, 30, 10), ends_at=at(9999, 12, 31, 10))
    assert shown(client, "/renginiai/")[1] == ["Toli"]
