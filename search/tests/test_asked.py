"""What is counted of visitors' searches, what never is, and for how long."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from search import questions
from search.asked import count
from search.models import Asked

pytestmark = pytest.mark.django_db


def ask(text, language="lt", found=0):
    count(questions.read(text), language, found)


def counted():
    """What is stored: words, language, times, results."""
    return sorted(Asked.objects.values_list("words", "language", "times", "found"))


def test_the_same_words_are_one_row_a_day():
    ask("Robotų nuoma", found=3)
    ask("  robotų   NUOMA ", found=5)
    assert counted() == [("robotų nuoma", "lt", 2, 5)]
    assert Asked.objects.get().day == timezone.localdate()


def test_each_day_and_each_language_is_counted_by_itself():
    ask("robotai", found=3)
    Asked.objects.update(day=timezone.localdate() - timedelta(days=1))
    ask("robotai", found=4)
    ask("robotai", "en")
    assert counted() == [
        ("robotai", "en", 1, 0),
        ("robotai", "lt", 1, 3),
        ("robotai", "lt", 1, 4),
    ]


def test_a_letter_is_the_same_however_it_is_composed():
    ask("įmonė")
    ask("i\u0328mone\u0307")
    assert [times for _words, _language, times, _found in counted()] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "jonas.jonaitis@example.com",
        "jonas @ example",
        "39001011234",
        "asmens kodas 39001011234",
        "+370 612 34567",
        "8 612 34 567",
        "8-612-34-567",
        "(8 45) 461 234",
        "8,612,345,67",
        "8:612:34:567",
        "+370 612 2010",
        "1990 01 01",
        "a" * 61,
        "ž " * 40,
    ],
)
def test_what_may_be_of_a_person_is_not_kept(text):
    ask(text)
    assert counted() == []


@pytest.mark.parametrize(
    "text", ["pramonė 4.0 2026", "2021–2027 m. programa", "3d spausdinimas", "iso 9001", "a" * 60]
)
def test_years_and_other_small_numbers_are_kept(text):
    ask(text)
    assert [row[0] for row in counted()] == [text]


def test_nothing_tells_who_asked():
    fields = {field.name for field in Asked._meta.get_fields()}
    assert fields == {"id", "language", "words", "day", "times", "found"}


def test_a_search_does_not_fail_because_it_cannot_be_counted(monkeypatch, caplog):
    def locked():
        raise OperationalError("database is locked")

    monkeypatch.setattr(connection, "cursor", locked)
    ask("robotai")
    monkeypatch.undo()
    assert counted() == []
    assert "A search was not counted" in caplog.text


def test_a_database_that_refuses_leaves_the_transaction_as_it_was(monkeypatch, caplog):
    monkeypatch.setattr("search.asked.COUNTED", "INSERT INTO no_such_table VALUES (%s, %s, %s, %s)")
    ask("robotai")
    assert counted() == []  # the transaction goes on
    assert "A search was not counted" in caplog.text


def test_counting_is_one_statement():
    with CaptureQueriesContext(connection) as made:
        ask("robotai")
        ask("robotai")
    assert [query["sql"].split()[0] for query in made].count("INSERT") == 2
    assert not [query for query in made if query["sql"].startswith(("SELECT", "UPDATE"))]


class TestHowLong:
    """They are forgotten by the clock."""

    @pytest.fixture(autouse=True)
    def _searches(self, settings):
        settings.SEARCH_LOG_DAYS = 30
        for days in (0, 30, 31, 100):
            day = timezone.localdate() - timedelta(days=days)
            Asked.objects.create(words=str(days), language="lt", day=day, found=0)

    def kept(self):
        return sorted(Asked.objects.values_list("words", flat=True), key=int)

    def test_the_clock_deletes_what_was_kept_for_long_enough(self):
        for _twice in range(2):
            call_command("run_due")
            assert self.kept() == ["0", "30"]

    def test_by_default_searches_are_kept_for_ninety_days(self, settings):
        from industry4.settings import environment

        settings.SEARCH_LOG_DAYS = environment.SEARCH_LOG_DAYS
        call_command("prune_searches")
        assert self.kept() == ["0", "30", "31"]

    def test_without_a_period_they_are_kept(self, settings):
        settings.SEARCH_LOG_DAYS = 0
        call_command("prune_searches")
        assert self.kept() == ["0", "30", "31", "100"]
