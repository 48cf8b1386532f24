"""The search page: kinds and filters to narrow its results by, and help where there are few."""

import datetime
from urllib.parse import urlsplit

import pytest
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from ecosystem.models import MemberSector
from ecosystem.tests.factories import MemberFactory, SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.testing.factories import DocumentFactory, translated
from news.tests.factories import ArticleFactory, EventFactory
from search import views
from search.tests.reading import ENGLISH, count, kinds, page, query, titles, words

pytestmark = pytest.mark.django_db


# Kinds and filters


def test_kinds_are_links_with_their_counts_that_keep_the_rest(client):
    ArticleFactory.create_batch(2, title="Robotai")
    EventFactory(title="Robotai")
    soup = page(client, q="robotai", since="2000-01-01")
    assert kinds(soup) == ["Visi rezultatai 3", "Naujienos 2", "Renginiai 1"]
    chosen = soup.select(".search-kinds [aria-current]")
    assert [words(link) for link in chosen] == ["Visi rezultatai 3"]
    events = soup.select(".search-kinds a")[2]
    assert query(events) == {"q": "robotai", "since": "2000-01-01", "kind": "event"}


def test_a_chosen_kind_is_marked_and_leads_back_to_all(client):
    ArticleFactory.create_batch(2, title="Robotai")
    EventFactory(title="Robotai")
    soup = page(client, q="robotai", kind="event")
    assert count(soup).endswith("rastas 1 rezultatas")
    assert [words(link) for link in soup.select(".search-kinds [aria-current]")] == ["Renginiai 1"]
    assert query(soup.select(".search-kinds a")[0]) == {"q": "robotai"}


def test_a_chosen_kind_without_results_is_said(client):
    assert kinds(page(client, q="robotai", kind="event")) == ["Visi rezultatai 0", "Renginiai 0"]


def test_where_all_is_of_one_kind_there_is_nothing_to_choose(client):
    EventFactory(title="Robotai")
    assert kinds(page(client, q="robotai")) == []


def test_results_are_narrowed_to_days(client):
    for month in (3, 4, 5):
        moment = datetime.datetime(2026, month, 10, 12, tzinfo=datetime.UTC)
        ArticleFactory(title=f"Robotai {month}", published_at=moment)
    soup = page(client, q="robotai", since="2026-04-10", until="2026-04-10")
    assert titles(soup) == ["Robotai 4"]
    chips = [words(chip) for chip in soup.select(".chip")]
    assert chips == [
        "Pašalinti filtrą: Nuo: 2026 m. balandžio 10 d.",
        "Pašalinti filtrą: Iki: 2026 m. balandžio 10 d.",
    ]
    assert query(soup.select(".chip")[0]) == {"q": "robotai", "until": "2026-04-10"}
    assert soup.find(id="id_since")["value"] == "2026-04-10"


def test_results_are_narrowed_to_members_of_a_sector_and_a_municipality(client):
    sector, unused = SectorFactory(name="Baldai"), SectorFactory(name="Alus")
    own = MemberFactory(title="Robotai mums")
    own.sectors.add(MemberSector(sector=sector, locale=own.locale))
    own.save_revision().publish()
    MemberFactory(title="Robotai jiems")
    soup = page(client, q="robotai", sector=sector.slug, municipality=own.municipality)
    assert titles(soup) == ["Robotai mums"]
    offered = [option["value"] for option in soup.find(id="id_sector")("option")]
    assert offered == ["", sector.slug]
    assert unused.slug not in offered


def test_filters_are_sent_with_the_words_in_one_form(client):
    ContentPageFactory(title="Robotai")
    soup = page(client, q="robotai", kind="page")
    form = soup.find("form", id="search")
    sent = {field["name"]: field["value"] for field in form("input")}
    assert sent == {"q": "robotai", "kind": "page"}
    fields = soup.select(".search-filters :is(input, select, button)")
    assert {field["form"] for field in fields} == {"search"}


@pytest.mark.parametrize(
    "name, value",
    [
        ("kind", "x"),
        ("kind", "<b>"),
        ("since", "abc"),
        ("until", "2026-13-01"),
        ("since", "1" * 10_000),
        ("until", "\x00"),
        ("sector", "nera"),
        ("municipality", "x" * 10_000),
    ],
)
def test_an_unknown_value_is_said_and_left_out(client, name, value):
    ContentPageFactory(title="Robotai")
    soup = page(client, q="robotai", **{name: value})
    assert titles(soup) == ["Robotai"]
    assert "Nežinoma filtro" in words(soup.find(role="alert"))
    assert not soup.select(".chip")


@pytest.mark.parametrize("name", ["since", "until"])
@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_day_may_be_asked_for(client, name, day):
    ContentPageFactory(title="Robotai")
    page(client, q="robotai", **{name: day})


def test_the_other_language_is_asked_the_same(client):
    soup = page(client, q="robotai", kind="event", page="1")
    link = soup.select_one(".languages a[hreflang=en]")
    assert urlsplit(link["href"]).path == ENGLISH
    assert query(link) == {"q": "robotai", "kind": "event"}


# Help


def test_what_editors_chose_stands_above_the_first_results_alone(client, monkeypatch):
    monkeypatch.setattr(views, "RESULTS_PER_PAGE", 1)
    chosen, _other = ContentPageFactory.create_batch(2, title="Robotai")
    SearchPromotion.objects.create(
        query=Query.get("robotas"), page=chosen, description="Nuo ko pradėti."
    )
    above = page(client, q="robotai").find(class_="promoted")
    assert above.h3.get_text() == "Redakcija siūlo"
    assert above.a["href"] == chosen.get_url()
    assert "Nuo ko pradėti." in above.get_text()
    assert not page(client, q="robotai", page=2).find(class_="promoted")
    assert not page(client, q="robotai", kind="page").find(class_="promoted")


@pytest.mark.parametrize("number, is_asked", [(0, True), (2, True), (3, False)])
def test_where_little_is_found_a_better_word_is_offered(client, monkeypatch, number, is_asked):
    monkeypatch.setattr(views, "did_you_mean", lambda *args: "robotų & <diena>")
    ContentPageFactory.create_batch(number, title="Robotai")
    meant = page(client, q="robotai", kind="page").find(class_="search-meant")
    assert bool(meant) == is_asked
    if meant:
        assert meant.get_text(strip=True) == "Gal norėjote ieškoti „robotų & <diena>“?"
        assert query(meant.a) == {"q": "robotų & <diena>"}


def test_where_little_is_found_the_other_language_shows_what_it_has(client):
    for number in range(4):
        translated(ContentPageFactory(title=f"Puslapis {number}"), title=f"Robotics {number}")
    soup = page(client, q="robotics")
    assert titles(soup) == []
    there = soup.find(class_="search-elsewhere")
    assert there.h2.get_text() == "Rezultatai anglų kalba"
    found = there.select(".row-title a")
    assert len(found) == 3
    assert {(link["lang"], link["hreflang"]) for link in found} == {("en", "en")}
    everything = there.select_one(".section-head a")
    assert (words(everything), everything["hreflang"]) == ("Visi (4)", "en")
    assert urlsplit(everything["href"]).path == ENGLISH
    assert query(everything) == {"q": "robotics"}


def test_where_much_is_found_the_other_language_is_not_asked(client):
    for number in range(5):
        translated(ContentPageFactory(title=f"Robotai {number}"), title="Robotai")
    assert not page(client, q="robotai").find(class_="search-elsewhere")


def test_a_file_that_is_found_in_both_languages_is_shown_once(client):
    file = DocumentFactory(title="Robotai")
    ContentPageFactory(body=[("documents", {"heading": "", "documents": [file]})])
    soup = page(client, q="robotai")
    assert titles(soup) == ["Robotai"]
    assert not soup.find(class_="search-elsewhere")


def test_where_nothing_is_found_the_page_says_what_to_try(client):
    soup = page(client, q="lazeris", kind="event")
    assert count(soup) == "Pagal užklausą „lazeris“ nieko nerasta"
    hints = soup.find(class_="search-hints")
    assert query(hints.a) == {"q": "lazeris"}
    assert len(hints("li")) == 3
    assert soup.find(id="sections")


@pytest.mark.parametrize("query", [{}, {"q": ""}, {"q": " "}, {"kind": "event"}])
def test_before_anything_is_asked_the_page_says_what_there_is(client, query):
    soup = page(client, **query)
    assert count(soup) == "Ką čia galima rasti"
    assert soup.find(id="sections")
    assert not soup.find(class_="rows")
