"""The search page: what it shows of an answer, how it helps on, and that nothing breaks it."""

import datetime

import pytest

from ecosystem.tests.factories import InitiativeFactory
from home.tests.factories import ContentPageFactory
from industry4.delivery.tests.searches import SEARCHES
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, translated
from news.tests.factories import ArticleFactory, EventFactory
from search import views
from search.models import Asked
from search.tests.reading import ADDRESS, ENGLISH, count, page, query, row, titles, words

pytestmark = pytest.mark.django_db


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
