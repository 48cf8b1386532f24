"""The search backend on both databases: what is found, in which order, and what never is."""

import datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from modelsearch.backends.base import FilterFieldError
from modelsearch.query import MATCH_ALL, Fuzzy, Phrase, PlainText
from wagtail.models import Locale, Page
from wagtail.search.backends import get_search_backend
from wagtail.search.models import IndexEntry

from ecosystem.models import Sector
from ecosystem.tests.factories import InitiativeFactory, MemberFactory
from home.models import ContentPage
from home.tests.factories import ContentPageFactory
from industry4.media.models import Document
from industry4.testing.factories import DocumentFactory, translated
from news.models import ArticlePage, EventPage
from news.tests.factories import ArticleFactory, EventFactory
from search.models import IndexedObject, IndexedText

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def titles(found):
    return [each.title for each in found]


def in_days(number):
    return timezone.now() + datetime.timedelta(days=number)


@pytest.mark.parametrize("typed", ["įmonė", "įmonių", "imonems", "IMONES", "i\u0328mone\u0307"])
def test_a_word_is_found_in_any_form_however_it_is_typed(typed):
    ContentPageFactory(title="Inovatyvi įmonė")
    ContentPageFactory(title="Kitas dalykas")
    assert titles(Page.objects.search(typed)) == ["Inovatyvi įmonė"]


def test_each_object_is_analysed_in_its_own_language():
    page = ContentPageFactory(title="Robotai")
    translated(page, title="Factories")
    english = Locale.objects.get(language_code="en")
    assert titles(Page.objects.filter(locale=english).search("factory")) == ["Factories"]
    assert not Page.objects.filter(locale=page.locale).search("factory").count()
    # A query set of both languages is asked in both.
    assert titles(Page.objects.search("factory")) == ["Factories"]
    assert titles(Page.objects.search("robotas")) == ["Robotai"]


def test_title_stands_above_lead_above_body():
    ContentPageFactory(title="C", body=[("text", "<p>Robotai. Robotai, robotai.</p>")])
    ContentPageFactory(title="Robotai")
    ContentPageFactory(title="B", intro="Robotai.")
    assert titles(Page.objects.search("robotas")) == ["Robotai", "B", "C"]


def test_all_words_in_the_title_stand_above_some():
    ContentPageFactory(title="Robotai", intro="Gamykloje.")
    ContentPageFactory(title="Gamyklos robotai")
    assert titles(Page.objects.search("robotas gamykloje"))[0] == "Gamyklos robotai"


def test_recent_news_stand_above_old():
    ArticleFactory(title="Robotai seniau", published_at=in_days(-900))
    ArticleFactory(title="Robotai dabar", published_at=in_days(-2))
    ArticleFactory(title="Robotai pernai", published_at=in_days(-400))
    assert titles(ArticlePage.objects.search("robotas")) == [
        "Robotai dabar",
        "Robotai pernai",
        "Robotai seniau",
    ]


def test_upcoming_events_stand_above_past_ones():
    EventFactory(title="Robotai vakar", starts_at=in_days(-1), ends_at=in_days(-1))
    EventFactory(title="Robotai po metų", starts_at=in_days(365), ends_at=in_days(365))
    assert titles(EventPage.objects.search("robotas")) == ["Robotai po metų", "Robotai vakar"]


@pytest.mark.parametrize("days", [1, 364, 365, 366, 3000])
def test_what_begins_on_any_day_stands_among_its_like(days):
    """Without an end it goes on from its first day."""
    InitiativeFactory(title="Robotai ateity", start_date=in_days(days).date())
    InitiativeFactory(title="Robotai seniai", start_date=in_days(-days).date())
    InitiativeFactory(title="Ateity", intro="Robotai.", start_date=in_days(days).date())
    found = Page.objects.search("robotas")
    assert titles(found) == ["Robotai ateity", "Robotai seniai", "Ateity"]


def test_what_ends_today_is_still_to_come():
    EventFactory(title="Robotai šiandien", starts_at=timezone.now(), ends_at=timezone.now())
    ArticleFactory(title="Robotai vakar", published_at=in_days(-1))
    assert titles(Page.objects.search("robotas"))[0] == "Robotai šiandien"


def test_news_never_stand_above_a_better_place_of_the_word():
    ArticleFactory(title="Šiandien", intro="Robotai.", published_at=in_days(0))
    ArticleFactory(title="Robotai seniai", published_at=in_days(-3000))
    assert titles(ArticlePage.objects.search("robotas"))[0] == "Robotai seniai"


def test_words_phrases_alternatives_and_exclusions():
    ContentPageFactory(title="Robotų diena gamykloje")
    ContentPageFactory(title="Diena, kai robotų nebuvo")
    pages = ContentPage.objects.all()
    assert len(pages.search(Phrase("robotai diena"))) == 1
    assert len(pages.search(PlainText("robotas") & ~PlainText("gamykla"))) == 1
    assert len(pages.search(PlainText("gamykla nebuvo", operator="or"))) == 2
    assert len(pages.search(Phrase("robotų diena") | PlainText("nebuvo"))) == 2
    assert len(pages.search(Fuzzy("robotas"))) == 2
    assert len(pages.search(MATCH_ALL)) == pages.count()
    assert not pages.search(~MATCH_ALL)


def test_a_search_in_titles_only():
    ContentPageFactory(title="Robotai")
    ContentPageFactory(title="A", intro="Robotai")
    assert titles(Page.objects.search("robotas", fields=["title"])) == ["Robotai"]


def test_the_last_word_may_be_the_beginning_of_one_while_typing():
    ContentPageFactory(title="Šiaulių gamykla")
    ContentPageFactory(title="Gamtos diena")
    assert titles(Page.objects.autocomplete("siauliu gam")) == ["Šiaulių gamykla"]
    assert titles(Page.objects.autocomplete("gamykla xyz")) == []
    assert len(Page.objects.autocomplete("gam")) == 2


def test_what_is_typed_may_be_another_form_of_a_word_of_the_title():
    ContentPageFactory(title="Inovatyvi įmonė")
    ContentPageFactory(title="B", intro="Įmonė")
    assert titles(Page.objects.autocomplete("imoniu")) == ["Inovatyvi įmonė"]


def test_common_words_alone_are_looked_for_in_titles_only():
    ContentPageFactory(title="Apie")
    ContentPageFactory(title="B", intro="Rašome apie robotus.")
    assert titles(Page.objects.search("apie")) == ["Apie"]
    assert titles(Page.objects.search(Phrase("apie"))) == ["Apie"]
    assert titles(Page.objects.search("apie robotus")) == ["B"]


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "%",
        "'",
        '"',
        "🤖",
        "\x00",
        "?!",
        "()",
        "*",
        "-",
        ":*",
        "\\",
        "&|!",
        "a\x00b'",
        "\u200d",
    ],
)
def test_what_says_nothing_finds_nothing_and_breaks_nothing(typed):
    ContentPageFactory(title="Robotai")
    for found in (Page.objects.search(typed), Page.objects.autocomplete(typed)):
        assert list(found) == []
        assert found.count() == 0


@pytest.mark.parametrize(
    "typed",
    [
        '"x', "AND NOT (", "robotai'); DROP TABLE x; --", "robotai:* & !x", "title:robotai",
        "NEAR(a b)", "robotai OR 1=1", "robotai^2", "{title} : robotai", "robotai" * 1500,
        "ro bo " * 2000, "\u00adrobotai", "\ufb01 \u01c5 ß İ \u0131 \u212a", "機器人 روبوت",
        "e\u0301\u0301\u0301" * 400,
    ],
)  # fmt: skip
def test_operators_of_databases_are_words_like_others(typed):
    ContentPageFactory(title="Robotai")
    for found in (Page.objects.search(typed), Page.objects.autocomplete(typed)):
        assert found.count() == len(list(found)) <= 1


def test_results_are_counted_sliced_and_grouped():
    for number in range(3):
        ContentPageFactory(title=f"Robotai {number}")
    ArticleFactory(title="Robotai")
    found = Page.objects.search("robotas")
    assert found.count() == 4
    assert len(found[1:3]) == 2
    assert sorted(found.facet("content_type_id").values()) == [1, 3]
    scored = found.annotate_score("how_good")
    assert scored[0].how_good >= scored[3].how_good
    with pytest.raises(FilterFieldError):
        found.facet("title_that_is_none")


def test_the_order_of_the_query_set_holds_when_asked_for():
    for title in ("Robotai B", "Robotai A"):
        ContentPageFactory(title=title)
    pages = Page.objects.order_by("title")
    assert titles(pages.search("robotas", order_by_relevance=False)) == ["Robotai A", "Robotai B"]


def test_one_backend_serves_snippets_images_and_documents():
    MemberFactory()
    Sector.objects.create(name="Maisto pramonė", slug="maistas", locale=Locale.get_active())
    DocumentFactory(title="Ataskaita", text="Kineskopų gamyba.", language="lt")
    backend = get_search_backend()
    assert [str(found) for found in backend.search("maistui", Sector)] == ["Maisto pramonė"]
    assert [str(found) for found in backend.autocomplete("mais", Sector)] == ["Maisto pramonė"]
    assert titles(backend.search("kineskopai", Document)) == ["Ataskaita"]


def test_a_word_of_one_language_may_be_a_common_one_of_the_other():
    page = ContentPageFactory(title="A", intro="Save yra įvardis.")
    translated(page, title="B", intro="Saving energy.")
    assert titles(Page.objects.search("save")) == ["B"]
    assert titles(Page.objects.filter(locale=page.locale).search("save")) == []


def test_no_phrase_reaches_from_the_title_into_the_text():
    ContentPageFactory(title="Nauji robotai", intro="Dienos programa.")
    assert not Page.objects.search(Phrase("robotai dienos")).count()


def test_a_long_document_of_two_languages_is_found_in_both():
    text = " ".join(f"žodis{number}" for number in range(20_000)) + " factories"
    document = DocumentFactory(title="Ilgas", text="factories " + text, language="mul")
    for typed in ("factory", "žodis100"):
        assert list(get_search_backend().search(typed, Document)) == [document]


def test_a_changed_page_is_found_by_its_new_words_only():
    page = ContentPageFactory(title="Robotai")
    page.title = "Lazeriai"
    page.save()
    assert titles(Page.objects.search("lazeris")) == ["Lazeriai"]
    assert not Page.objects.search("robotas").count()


def test_nothing_of_a_deleted_page_stays_in_the_index():
    page = ContentPageFactory(title="Robotai")
    entries = IndexEntry.objects.filter(object_id=str(page.pk))
    keys = list(entries.values_list("pk", flat=True))
    assert keys
    page.delete()
    for model in (IndexEntry, IndexedObject, IndexedText):
        assert not model.objects.filter(pk__in=keys).exists()


def test_the_index_can_be_made_anew():
    page = ContentPageFactory(title="Robotai")
    get_search_backend().reset_indexes()
    assert not Page.objects.search("robotas").count()
    call_command("update_index", verbosity=0)
    assert [found.pk for found in Page.objects.search("robotas")] == [page.pk]


def test_objects_are_indexed_together_by_the_same_queries():
    pages = [ContentPageFactory(title=f"Robotai {number}") for number in range(20)]

    def queries(objects):
        with CaptureQueriesContext(connection) as captured:
            get_search_backend().add_bulk(ContentPage, objects)
        return len(captured)

    assert queries(pages[:1]) == queries(pages)


def test_a_search_costs_the_same_however_many_are_found():
    def queries():
        with CaptureQueriesContext(connection) as captured:
            list(Page.objects.search("robotas")[:20])
        return len(captured)

    ContentPageFactory(title="Robotai")
    at_one = queries()
    for number in range(20):
        ContentPageFactory(title=f"Robotai {number}")
    assert queries() == at_one == 1
