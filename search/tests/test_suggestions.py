"""What visitors are helped with: pages suggested while they type, misspelt words mended."""

import datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageViewRestriction, Site

from ecosystem.models import Sector
from ecosystem.tests.factories import MemberFactory
from home.tests.factories import ContentPageFactory
from industry4.testing.factories import DocumentFactory, multiplied, translated
from news.tests.factories import ArticleFactory
from search.questions import LONGEST, read
from search.suggestions import did_you_mean, suggested

pytestmark = pytest.mark.django_db


def titles(text, language="lt"):
    return [each.title for each in suggested(text, language, Site.objects.get())]


def mended(text, language="lt"):
    call_command("search_vocabulary", verbosity=0)
    return did_you_mean(read(text), language, Site.objects.get())


def published_days_ago(title, days):
    return ArticleFactory(title=title, published_at=timezone.now() - datetime.timedelta(days=days))


def made_private(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def draft(title):
    ContentPageFactory(title=title, published=False)


def unpublished(title):
    ContentPageFactory(title=title).unpublish()


def scheduled(title):
    page = ContentPageFactory(title=title, published=False)
    page.go_live_at = timezone.now() + datetime.timedelta(days=1)
    page.save_revision().publish()


def expired(title):
    page = ContentPageFactory(title=title)
    type(page).objects.filter(pk=page.pk).update(expire_at=timezone.now())


def private(title):
    made_private(ContentPageFactory(title=title))


NOT_PUBLIC = [draft, unpublished, scheduled, expired, private]


@pytest.mark.parametrize(
    "typed",
    [
        "ro",
        "Robo",
        "diena",
        "DIE",
        "diena robot",
        "robotikos diena",
        "robotikos  die",
        "robotika",
        "„Robo",
    ],
)
def test_a_page_is_suggested_by_the_words_typed_so_far(typed):
    ContentPageFactory(title="Robotikos diena")
    ContentPageFactory(title="Kitkas")
    assert titles(typed) == ["Robotikos diena"]


@pytest.mark.parametrize("typed", ["panevezio imo", "Panevėžio įmo", "PANEVEZIO IMONES"])
def test_diacritics_and_case_do_not_matter(typed):
    ContentPageFactory(title="Panevėžio įmonės")
    assert titles(typed) == ["Panevėžio įmonės"]


@pytest.mark.parametrize("typed", ["die roboti", "roboti die", "botikos", "robotikos vakaras"])
def test_only_the_last_word_may_be_unfinished_and_all_must_be_there(typed):
    ContentPageFactory(title="Robotikos diena")
    assert titles(typed) == []


def test_a_suggestion_says_what_it_is_and_where():
    page = MemberFactory(title="Robotų dirbtuvės")
    (found,) = suggested("robot", "lt", Site.objects.get())
    assert (found.kind.name, found.id) == ("member", page.pk)
    assert found.href == page.url
    assert found.address == page.full_url


def test_titles_that_begin_so_come_first_then_the_new_then_by_title():
    published_days_ago("Diena su robotais", 1)
    published_days_ago("Robotas senas", 900)
    published_days_ago("Robotas naujas", 10)
    ContentPageFactory(title="Robotų žodynas")
    ContentPageFactory(title="Robotų abėcėlė")
    assert titles("robot") == [
        "Robotas naujas",
        "Robotas senas",
        "Robotų abėcėlė",
        "Robotų žodynas",
        "Diena su robotais",
    ]


def test_there_are_no_more_than_asked_for():
    for number in range(4):
        ContentPageFactory(title=f"Robotas {number}")
    assert len(suggested("robotas", "lt", Site.objects.get(), size=3)) == 3


def test_pages_are_suggested_in_their_own_language():
    translated(ContentPageFactory(title="Robotikos diena"), title="Robotics day")
    assert titles("robot") == ["Robotikos diena"]
    assert titles("robot", "en") == ["Robotics day"]
    assert titles("robot", "de") == []


@pytest.mark.parametrize("make", NOT_PUBLIC)
def test_what_is_not_public_is_never_suggested(make):
    make("Robotas slaptas")
    ContentPageFactory(title="Robotas viešas")
    assert titles("robot") == ["Robotas viešas"]


def test_only_pages_are_suggested_whatever_else_has_the_same_number():
    page = ContentPageFactory(title="Kitkas")
    Sector.objects.create(pk=page.pk, name="Robotika", slug="robotika", locale=page.locale)
    DocumentFactory(pk=page.pk, title="Robotikos failas")
    assert titles("robot") == []


HOSTILE = [
    "",
    " ",
    "r",
    "-",
    '"',
    "'",
    "\\",
    "\x00",
    "%%",
    "__",
    "🤖🤖",
    "AND NOT (",
    "a:* | b",
    "ro\x00bo",
    "'; DROP TABLE",
    "NEAR(a b)",
    '"*"',
    "ﷺ ﷺ",
    "a" * LONGEST,
    "a" * (LONGEST + 1),
    "ro " * 60,
    "robotas " * 2000,
]


@pytest.mark.parametrize("text", HOSTILE)
def test_no_text_breaks_the_suggestions(text):
    ContentPageFactory(title="Kitkas")
    assert titles(text) == []


def test_suggestions_take_three_queries_however_many_there_are():
    page = ContentPageFactory(title="Robotikos diena")
    assert number_of_queries(lambda: titles("robot")) == 1 + 3
    for number in range(20):
        ContentPageFactory(title=f"Robotikos diena {number}")
    assert number_of_queries(lambda: titles("robot")) == 1 + 3
    assert page.title in titles("robotikos diena")


def number_of_queries(ask):
    ask()
    with CaptureQueriesContext(connection) as queries:
        ask()
    return len(queries)


@pytest.mark.parametrize(
    "asked, meant",
    [
        ("robotizcija", "robotizacija"),
        ("Robotizcija", "robotizacija"),
        ("tobotizacija", "robotizacija"),
        ("orbotizacija", "robotizacija"),
        ("pamevezys", "panevėžys"),
        ("panevėšys", "panevėžys"),
        ("pramnoe", "pramonė"),
        ("robotizcija Panevėžyje", "robotizacija Panevėžyje"),
        ("robotizcija pramnoe", "robotizacija pramonė"),
    ],
)
def test_a_misspelt_lithuanian_word_is_mended(asked, meant):
    ContentPageFactory(title="Robotizacija", intro="Panevėžys, pramonė")
    assert mended(asked) == meant


@pytest.mark.parametrize(
    "asked, meant",
    [
        ("manufacturng", "manufacturing"),
        ("mnaufacturing robots", "manufacturing robots"),
        ("Indsutry manufakturing", "industry manufacturing"),
        ("skils competiton", "skills competition"),
    ],
)
def test_a_misspelt_english_word_is_mended(asked, meant):
    title = "Manufacturing industry: robots, skills and competition"
    translated(ContentPageFactory(title="Gamyba"), title=title)
    assert mended(asked, "en") == meant


@pytest.mark.parametrize(
    "asked",
    ["robotizacijomis", "ROBOTIZACIJA", "kineskopas", "apie", "xyz", "ab12"],
)
def test_what_is_right_or_resembles_nothing_is_left(asked):
    ContentPageFactory(title="Robotizacija")
    assert mended(asked) == ""


def test_phrases_and_exclusions_stay_as_they_were_typed():
    ContentPageFactory(title="Robotizacijos diena")
    assert mended('robotizcija "robotizacijos diena" -dienna') == (
        'robotizacijos "robotizacijos diena" -dienna'
    )
    assert mended('"robotizcijos diena"') == ""
    assert mended("robotizacija -dienna") == ""


def test_what_is_proposed_has_results():
    ContentPageFactory(title="Robotizacija")
    ContentPageFactory(title="Mokykla")
    assert mended("robotizcija mokykla") == ""


def test_another_resembling_word_is_tried_where_the_nearest_finds_nothing():
    for title in ("Banka", "Banka nauja"):
        ContentPageFactory(title=title)
    ContentPageFactory(title="Lanka žalia")
    assert mended("xanka žalia") == "lanka žalia"


@pytest.mark.parametrize("make", NOT_PUBLIC)
def test_words_of_what_is_not_public_are_not_proposed(make):
    make("Robotizacija")
    assert mended("robotizcija") == ""


def test_a_word_is_not_proposed_once_its_only_page_is_private():
    page = ContentPageFactory(title="Robotizacija")
    assert mended("robotizcija") == "robotizacija"
    made_private(page)
    assert did_you_mean(read("robotizcija"), "lt", Site.objects.get()) == ""


@pytest.mark.parametrize("text", [text for text in HOSTILE if any(map(str.isalnum, text))])
def test_no_question_breaks_the_mending(text):
    ContentPageFactory(title="Robotizacija")
    assert mended(text[:LONGEST]) == ""


def test_a_question_that_mended_were_too_long_is_left():
    ContentPageFactory(title="Robotizacija")
    text = "robotizcija " + "x" * (LONGEST - len("robotizcija "))
    assert mended(text) == ""


def test_mending_takes_the_same_queries_however_many_words_there_are():
    page = ContentPageFactory(title="Robotizacija")
    mended("robotizcija")

    def ask():
        did_you_mean(read("robotizcija"), "lt", Site.objects.get())

    few = number_of_queries(ask)
    multiplied(page, 19)
    for number in range(20):
        ContentPageFactory(title=f"Robotizacija robotizacijo{chr(97 + number)}")
    call_command("search_vocabulary", verbosity=0)
    assert number_of_queries(ask) == few
