"""The search page: what it shows of an answer, how it helps on, and that nothing breaks it."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from bs4 import BeautifulSoup
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from ecosystem.models import MemberSector
from ecosystem.tests.factories import InitiativeFactory, MemberFactory, SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.delivery.tests.searches import SEARCHES
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, translated
from news.tests.factories import ArticleFactory, EventFactory
from search import views
from search.models import Asked

pytestmark = pytest.mark.django_db

ADDRESS = "/paieska/"
ENGLISH = "/en/search/"


def page(client, address=ADDRESS, status=200, **query):
    """The search page that a query leads to."""
    response = client.get(address, query)
    assert response.status_code == status
    return BeautifulSoup(response.content, "html.parser")


def titles(soup):
    """The titles of the results, in their order."""
    return [title.get_text() for title in soup.select("ol .row-title")]


def row(soup, title):
    """The result with this title."""
    return next(row for row in soup.select(".search-result") if title in row.get_text())


def words(element):
    return " ".join(element.get_text(" ", strip=True).split())


def count(soup):
    """What the page says of how much was found."""
    return words(soup.find(class_="search-count"))


def query(link):
    """What a link asks for, by parameter."""
    return {name: value for name, [value] in parse_qs(urlsplit(link["href"]).query).items()}


def kinds(soup):
    """The kinds of results with their counts, as their links say."""
    return [words(link) for link in soup.select(".search-kinds a")]


# Results


def test_a_result_says_what_it_is_and_shows_the_words_it_was_found_by(client):
    ArticleFactory(
        title="Robotikos diena",
        intro="Varžosi mokyklų robotai.",
        published_at=datetime.datetime(2026, 5, 4, 9, tzinfo=datetime.UTC),
    )
    found = row(page(client, q="robotų"), "Robotikos diena")
    assert found.h3.a["href"].startswith("/")
    assert words(found.find(class_="row-label")) == "Naujiena 2026 m. gegužės 4 d."
    assert found.time["datetime"] == "2026-05-04"
    assert found.find(class_="row-text").mark.get_text() == "robotai"


def test_a_title_is_marked_and_nothing_in_it_is_html(client):
    ContentPageFactory(title="Robotai <b>ir</b> žmonės")
    title = row(page(client, q="robotai"), "Robotai").h3
    assert title.get_text() == "Robotai <b>ir</b> žmonės"
    assert [mark.get_text() for mark in title("mark")] == ["Robotai"]


def test_an_event_of_several_days_has_both_in_the_language_of_the_page(client):
    day = datetime.datetime(2026, 9, 14, 7, tzinfo=datetime.UTC)
    event = EventFactory(title="Robotai", starts_at=day, ends_at=day + datetime.timedelta(days=2))
    translated(event, title="Robots")
    label = row(page(client, q="robotai"), "Robotai").find(class_="row-label")
    assert "2026 m. rugsėjo 14" in label.get_text()
    label = row(page(client, ENGLISH, q="robots"), "Robots").find(class_="row-label")
    assert "September 2026" in label.get_text()
    assert [time["datetime"] for time in label("time")] == ["2026-09-14", "2026-09-16"]


@pytest.mark.parametrize(
    "first, last, said",
    [
        ((2024, 1, 1), (2026, 1, 1), "2024\u2060–\u20602026 m."),
        ((2024, 1, 1), (2024, 6, 1), "2024 m."),
        ((2024, 1, 1), None, "nuo 2024 m."),
        (None, None, ""),
    ],
)
def test_of_an_initiative_the_years_are_said(client, first, last, said):
    InitiativeFactory(
        title="Robotai",
        start_date=first and datetime.date(*first),
        end_date=last and datetime.date(*last),
    )
    label = row(page(client, q="robotai"), "Robotai").find(class_="row-label")
    assert "".join(label.get_text().split("Iniciatyva")).strip() == said


def test_a_file_says_its_type_and_its_language(client):
    file = DocumentFactory(title="Robots in numbers", language="en")
    ContentPageFactory(body=[("documents", {"heading": "", "documents": [file]})])
    found = row(page(client, q="robots"), "Robots in numbers")
    assert found.h3.a["href"] == file.url
    assert (found.h3.a["lang"], found.h3.a["hreflang"]) == ("en", "en")
    type_ = file.file_extension.upper()
    assert words(found.find(class_="row-label")) == f"Failas, {type_} Anglų kalba"


@pytest.mark.parametrize(
    "number, said",
    [(1, "rastas 1 rezultatas"), (2, "rasti 2 rezultatai"), (11, "rasta 11 rezultatų")],
)
def test_the_page_counts_in_lithuanian(client, number, said):
    ContentPageFactory.create_batch(number, title="Robotikos diena")
    assert count(page(client, q="robotikos")) == f"Pagal užklausą „robotikos“ {said}"


def test_the_page_counts_in_english(client):
    translated(ContentPageFactory(title="Robotikos diena"), title="Robotics day")
    assert count(page(client, ENGLISH, q="robotics")) == "1 result for “robotics”"


def test_results_come_in_pages(client, monkeypatch):
    monkeypatch.setattr(views, "RESULTS_PER_PAGE", 2)
    for number in range(3):
        ContentPageFactory(title=f"Robotikos diena {number}")
    first = page(client, q="robotikos", kind="page")
    following = first.find("a", rel="next")
    assert query(following) == {"q": "robotikos", "kind": "page", "page": "2"}
    second = page(client, **query(following))
    assert len({*titles(first), *titles(second)}) == 3
    assert second.find("ol")["start"] == "3"


@pytest.mark.parametrize("number", ["2", "0", "-1", "x", "", "1.0", "\x00", "²", "9" * 30])
def test_a_page_of_results_that_does_not_exist_is_not_found(client, number):
    ContentPageFactory(title="Robotikos diena")
    soup = page(client, status=404, q="robotikos", kind="page", page=number)
    back = soup.find("a", string="Į sąrašo pradžią")
    assert query(back) == {"q": "robotikos", "kind": "page"}


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


# What cannot be searched


@pytest.mark.parametrize("text", ["...", "!?", '"', "–", "\x00", "-robotai"])
def test_a_question_without_a_word_is_told(client, text):
    soup = page(client, ENGLISH, status=400, q=text)
    assert words(soup.find(role="alert")) == "Type at least one word to search for."
    assert soup.title.get_text().startswith("Error:")


def test_a_question_that_is_too_long_is_told_and_kept_as_far_as_it_may_be(client):
    soup = page(client, ENGLISH, status=400, q="x" * 10_000, kind="event")
    field = soup.find("form", id="search").find("input", {"name": "q"})
    assert field["value"] == "x" * 200
    assert field["aria-invalid"] == "true"
    assert words(soup.find(id=field["aria-describedby"])) == "Search for at most 200 characters."


@pytest.mark.parametrize("text", SEARCHES)
def test_quotes_and_operators_are_harmless(client, text):
    ContentPageFactory(title="Robotikos diena")
    assert client.get(ADDRESS, {"q": text}).status_code in (200, 400)


def test_a_question_is_shown_as_text(client):
    html = client.get(ADDRESS, {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in html


def test_the_search_page_is_not_to_be_indexed(client):
    assert page(client).find("meta", {"name": "robots"})["content"] == "noindex"


# What is counted, and what it costs


def test_a_search_is_counted_once_whatever_is_looked_at_after(client):
    ContentPageFactory(title="Robotai")
    for more in ({}, {"kind": "page"}, {"since": "2026-01-01"}):
        page(client, q="Robotai", **more)
    page(client, status=400, q="!")
    page(client)
    [asked] = Asked.objects.all()
    assert (asked.words, asked.language, asked.times, asked.found) == ("robotai", "lt", 1, 1)


def test_results_cost_the_same_queries_for_1_and_for_20(client):
    ContentPageFactory.create_batch(5, title="Robotai")
    ArticleFactory(title="Lazerio diena")
    few = cost(client, f"{ADDRESS}?q=robotai")
    ArticleFactory.create_batch(15, title="Robotai")
    assert cost(client, f"{ADDRESS}?q=robotai") == few <= 20


def test_help_costs_the_same_queries_for_1_and_for_20(client):
    translated(ContentPageFactory(title="Puslapis"), title="Robotics")
    one = cost(client, f"{ADDRESS}?q=robotics")
    for _number in range(19):
        translated(ContentPageFactory(title="Puslapis"), title="Robotics")
    assert cost(client, f"{ADDRESS}?q=robotics") == one <= 20
