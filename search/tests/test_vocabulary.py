"""The words of public pages: which are counted, when, and which a misspelt one may stand for."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.tests.factories import ContentPageFactory
from industry4.testing.factories import DocumentFactory, translated
from search import analysis, vocabulary
from search.models import Word

pytestmark = pytest.mark.django_db


def counted(language="lt"):
    call_command("search_vocabulary", verbosity=0)
    return dict(Word.objects.filter(language=language).values_list("word", "pages"))


def test_words_are_counted_by_page_in_their_own_spelling():
    ContentPageFactory(
        title="Robotikos Diena", intro="Diena įmonei.", body=[("text", "<p>Dieną</p>")]
    )
    ContentPageFactory(title="diena")
    words = counted()
    assert words["robotikos"] == 1
    assert words["diena"] == 2
    assert words["įmonei"] == 1
    assert words["dieną"] == 1


def test_each_language_has_its_own():
    page = ContentPageFactory(title="Robotikos diena")
    translated(page, title="Robotics day")
    assert "robotics" not in counted()
    assert "robotics" in counted("en")
    assert "robotikos" not in counted("en")


def test_numbers_names_with_digits_and_the_shortest_words_are_left_out():
    ContentPageFactory(title="Ir 2026 H2O IT ES covid19 oho " + "a" * 65)
    words = counted()
    assert "oho" in words
    assert not {"ir", "2026", "h2o", "it", "es", "covid19", "a" * 65} & set(words)


def test_only_public_pages_count_and_no_files():
    ContentPageFactory(title="Juodraštinis", published=False)
    ContentPageFactory(title="Atšauktinis").unpublish()
    private = ContentPageFactory(title="Privatinis")
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    DocumentFactory(title="Failinis")
    ContentPageFactory(title="Viešinis")
    words = counted()
    assert "viešinis" in words
    assert not {"juodraštinis", "atšauktinis", "privatinis", "failinis"} & set(words)


def test_counting_again_forgets_what_is_gone():
    page = ContentPageFactory(title="Praeitis")
    assert "praeitis" in counted()
    page.unpublish()
    assert "praeitis" not in counted()


def counted_ago(days):
    Word.objects.update(counted_at=timezone.now() - timedelta(days=days))


def test_the_clock_counts_once_and_then_after_a_day_if_a_page_changed():
    def is_known(word):
        call_command("run_due")
        return Word.objects.filter(word=word).exists()

    first = ContentPageFactory(title="Pirmas")
    assert is_known("pirmas")
    ContentPageFactory(title="Antras")
    assert not is_known("antras")
    counted_ago(days=2)
    assert is_known("antras")
    PageViewRestriction.objects.create(page=first, restriction_type=PageViewRestriction.LOGIN)
    counted_ago(days=2)
    assert not is_known("pirmas")


def test_nothing_is_counted_while_no_page_changes():
    ContentPageFactory(title="Diena")
    counted()
    assert not vocabulary.is_due()
    counted_ago(days=-1)
    assert not vocabulary.is_due()


def test_words_of_another_version_of_the_analysis_are_counted_at_once(monkeypatch):
    ContentPageFactory(title="Diena")
    counted()
    monkeypatch.setattr(analysis, "VERSION", analysis.VERSION + 1)
    assert vocabulary.is_due()


def test_the_command_says_how_many_there_are(capsys):
    ContentPageFactory(title="Robotikos diena")
    call_command("search_vocabulary")
    assert f"{Word.objects.count()} words counted." in capsys.readouterr().out


@pytest.fixture
def _words():
    ContentPageFactory(title="Robotizacija", intro="robotizacijos robotizaciją mokykla šalis salė")
    ContentPageFactory(title="Mokyklos", intro="mokyklos robotas")
    counted()


@pytest.mark.usefixtures("_words")
@pytest.mark.parametrize(
    "word", ["robotizacija", "robotizacijomis", "mokyklose", "salis", "Ir", "x1"]
)
def test_a_word_that_pages_have_in_any_form_is_known(word):
    assert vocabulary.unknown([word.lower()], "lt") == set()


@pytest.mark.usefixtures("_words")
def test_other_words_are_unknown():
    words = ["robotizcija", "mokykla", "kineskopas"]
    assert vocabulary.unknown(words, "lt") == {"robotizcija", "kineskopas"}
    assert vocabulary.unknown(["mokykla"], "en") == {"mokykla"}


@pytest.mark.usefixtures("_words")
@pytest.mark.parametrize(
    "typed",
    [
        "robotizcija",  # a letter left out
        "robotizzacija",  # one too many
        "robotizakija",  # another one
        "robotizaicja",  # one in its neighbour's place
        "obotizacija",  # the first left out
        "tobotizacija",  # the first another one
        "orbotizacija",  # the first two in each other's place
        "rabatizacija",  # two others
        "ROBOTIZĄĆIJĄ".lower(),  # diacritics are no difference
    ],
)
def test_a_misspelt_word_resembles_the_right_one(typed):
    assert vocabulary.resembling(typed, "lt", 3)[0] in ("robotizacija", "robotizaciją")


@pytest.mark.usefixtures("_words")
def test_a_form_that_no_page_has_resembles_the_word():
    assert vocabulary.resembling("robotizcijomis", "lt", 3)[0].startswith("robotizacij")


@pytest.mark.usefixtures("_words")
def test_of_a_word_with_several_forms_there_is_one():
    assert vocabulary.resembling("mokylka", "lt", 3) == ["mokykla"]


def test_of_equally_near_words_that_on_more_pages_is_first():
    ContentPageFactory(title="Lanka")
    for title in ("Banka", "Banka nauja"):
        ContentPageFactory(title=title)
    counted()
    assert vocabulary.resembling("xanka", "lt", 3) == ["banka", "lanka"]


@pytest.mark.usefixtures("_words")
@pytest.mark.parametrize(
    "typed", ["kineskopas", "rob", "zzzz", "a" * 64, "ﷺﷺﷺﷺ", "ßßßß", "京京京京"]
)
def test_what_resembles_nothing_gives_nothing(typed):
    assert vocabulary.resembling(typed, "lt", 3) == []
