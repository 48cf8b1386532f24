"""The record of decisions: who reads it, what is found in it and exported, and that it stays."""

import csv
import io

import openpyxl
import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from industry4.competition.exports import defused
from industry4.competition.models import Proceedings, RecordEntry, record
from industry4.competition.results.words import details_of, reason_for
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, UserFactory, sign_in

from .factories import EntryFactory, SeatFactory, new_edition

pytestmark = pytest.mark.django_db
Act = RecordEntry.Act
PLACED = "places by entry: No. 3 – place 1, No. 5 – finalist"


@pytest.fixture
def edition():
    return new_edition(questions=(), categories=0)


def address(edition):
    return reverse("competition_results:record", args=[edition.key])


def exported(client, edition, kind):
    """The rows of a spreadsheet."""
    response = client.get(address(edition), {"export": kind})
    assert "no-store" in response["Cache-Control"]
    content = b"".join(response.streaming_content)
    if kind == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        return [list(row) for row in sheet.iter_rows(values_only=True)]
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))


def test_a_decision_is_read_with_who_what_why_and_its_details(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True).user
    record(edition.key, Act.RECUSED, by=chair, entry_number=7, conflict="board", juror="Petras")
    record(edition.key, Act.REFUSED, by=chair, entry_number=8, reason="Ne regione.")
    record(edition.key, Act.JUDGING_OPENED, by=chair, normalisation="z_score")
    record(edition.key, Act.DECIDED, by=chair, placed={"3": 1, "5": None}, too_few={})
    sign_in(client, chair)
    html = client.get(address(edition)).content.decode()
    for text in (
        str(chair.get_full_name()),
        "Juror recused",
        "a seat on the advisory board for the entrant",
        "juror: Petras",
        "Ne regione.",
        "strict and lenient jurors count alike",
        PLACED,
    ):
        assert text in html, text


def test_entrants_and_the_clock_are_called_so_in_the_language_of_the_reader(edition):
    found = [
        record(edition.key, Act.SUBMITTED, by_name="Pareiškėjas"),
        record(edition.key, Act.PUBLISHED, by_name="Pagal tvarkaraštį"),
        record(edition.key, Act.ELIGIBLE, by=UserFactory(first_name="Ona", last_name="Onaitė")),
    ]
    with override("en"):
        assert [each.who for each in found] == ["Entrant", "By the clock", "Ona Onaitė"]
    with override("lt"):
        assert [each.who for each in found] == ["Pareiškėjas", "Pagal tvarkaraštį", "Ona Onaitė"]


@pytest.mark.parametrize(
    "act, details, words",
    [
        (
            Act.JUDGING_OPENED,
            {"criteria": [{"name": "Nauda", "weight": 30, "scale": 10}], "least_scores": 3},
            "criteria: Nauda (weight: 30, highest score: 10); fewest scores of an entry: 3",
        ),
        (
            Act.DECIDED,
            {"placed": {"10": 2, "9": 1}, "departs_in": []},
            "places by entry: No. 9 – place 1, No. 10 – place 2",
        ),
        (Act.DECIDED, {"points": {"9": "87.5"}}, "points by entry: No. 9 – 87.50"),
        (
            Act.DECIDED,
            {"too_few": {"4": 1, "6": 2}},
            "too few scores, by entry: No. 4 – 1 score, No. 6 – 2 scores",
        ),
        (
            Act.DECIDED,
            {"not_counted": [{"juror": "Ona", "entry": 4}]},
            "score sheets that do not count: Ona for no. 4",
        ),
        (Act.SCHEDULED, {"publish_at": None}, "results are published: no moment is set"),
        (Act.PUBLISHED, {"article": 17, "not_named": [8]}, "article: yes; not named: 8"),
        (
            Act.ASSIGNED,
            {"jurors": ["Ona", "Jonas"], "entries": [1, 2]},
            "jurors: Ona, Jonas; entries: 1, 2",
        ),
        (Act.ERASED, {"questions": 2, "files": 0}, "questions: 2; files: 0"),
        (
            Act.RULES_CHANGED,
            {
                "criteria": [
                    {
                        "before": {"name": "A", "weight": 30},
                        "afterwards": {"name": "A", "weight": 40},
                    },
                    {"before": None, "afterwards": {"name": "B", "weight": 5}},
                    {"before": {"name": "C", "weight": 5}, "afterwards": None},
                ]
            },
            "criteria: A (weight: 30 → 40), added: B (weight: 5), removed: C (weight: 5)",
        ),
    ],
)
def test_details_are_told_in_words(edition, act, details, words):
    with override("en"):
        assert details_of(record(edition.key, act, **details), with_points=True) == words


def test_a_moment_is_told_to_the_minute_as_dates_are(edition):
    found = record(edition.key, Act.SCHEDULED, publish_at="2026-01-07T10:00+02:00")
    with override("lt"):
        assert details_of(found, with_points=True).endswith(": 2026-01-07 10:00")


def test_all_reasons_of_a_decision_stand_under_why(edition):
    found = record(edition.key, Act.DECIDED, reason="Naujumas.", accepted="Narys susirgo.")
    assert reason_for(found) == "Naujumas. Narys susirgo."
    assert details_of(found, with_points=True) == ""


def test_decisions_are_counted_as_such(client, edition):
    for _each in range(51):
        record(edition.key, Act.ELIGIBLE)
    sign_in(client)
    assert "51 decisions" in client.get(address(edition)).content.decode()


def test_the_record_is_filtered(client, edition):
    record(edition.key, Act.REFUSED, entry_number=1, reason="Ne regione.")
    record(edition.key, Act.ELIGIBLE, entry_number=2, reason="Tinka.")
    record(new_edition(categories=0).key, Act.ELIGIBLE, entry_number=1, reason="Kitų metų.")
    sign_in(client)
    for query, shown, hidden in (
        ({}, ["Ne regione.", "Tinka."], ["Kitų metų."]),
        ({"act": "refused"}, ["Ne regione."], ["Tinka."]),
        ({"entry_number": "2"}, ["Tinka."], ["Ne regione."]),
        ({"at_to": "2020-01-01"}, [], ["Ne regione.", "Tinka."]),
    ):
        html = client.get(address(edition), query).content.decode()
        for text in shown:
            assert text in html, query
        for text in hidden:
            assert text not in html, query


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_record_is_taken_along_from_its_beginning(client, edition, kind):
    record(edition.key, Act.SUBMITTED, by_name="Pareiškėjas", entry_number=1)
    record(edition.key, Act.REFUSED, entry_number=1, reason='=HYPERLINK("http://x.example")')
    sign_in(client)
    heading, first, second = exported(client, edition, kind)
    assert heading == ["When", "Who", "Decision", "Entry", "Why", "Details"]
    at = timezone.localtime(RecordEntry.objects.earliest("pk").at)
    assert first[0] == f"{at:%Y-%m-%d %H:%M}"
    assert (first[1], first[2], str(first[3])) == ("Entrant", "Entry submitted", "1")
    assert second[4] == '\'=HYPERLINK("http://x.example")'


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"]
)
def test_no_text_becomes_a_formula(text):
    assert defused(text, "xlsx") == f"'{text}"
    assert defused(text, "csv").startswith("'")


@pytest.mark.parametrize("value", ["UAB „Šviesa“", "a=b", "", None, 5, -5])
def test_what_is_no_formula_stays_as_it_is(value):
    assert defused(value, "xlsx") == defused(value, "csv") == value


def test_characters_that_a_spreadsheet_cannot_hold_are_left_out():
    assert defused("a\x00b\x0bc", "xlsx") == "abc"
    assert defused("\x00=1", "xlsx") == "'=1"


def test_points_are_for_those_who_see_scores(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True).user
    Proceedings.objects.create(edition=edition.key, judging_closed_at=timezone.now())
    record(edition.key, Act.DECIDED, by=chair, placed={"3": 1}, points={"3": "87.5"})
    for user, sees in ((chair, True), (UserFactory(), True), (EditorFactory(), False)):
        sign_in(client, user)
        assert "places by entry: No. 3 – place 1" in client.get(address(edition)).content.decode()
        assert ("87.5" in client.get(address(edition)).content.decode()) is sees
        assert ("87.5" in str(exported(client, edition, "xlsx"))) is sees


def test_a_name_that_is_too_long_is_cut(edition):
    user = UserFactory(first_name="A" * 100, last_name="B" * 100)
    name = record(edition.key, Act.ELIGIBLE, by=user).by_name
    assert (len(name), name[:3], name[-2:]) == (150, "AAA", "B…")


def test_jurors_and_strangers_find_no_record(client, edition):
    for user in (SeatFactory(edition=edition).user, UserFactory(is_superuser=False)):
        sign_in(client, user)
        assert client.get(address(edition)).status_code in (302, 404)


def test_the_record_costs_the_same_queries_for_1_and_for_20_decisions(client, edition):
    sign_in(client)
    counts = []
    for number in (1, 19):
        for _each in range(number):
            record(edition.key, Act.ELIGIBLE, by=UserFactory())
        counts.append(cost(client, address(edition)))
    assert counts[0] == counts[1] <= 25


def refused(act):
    """Whether the database refuses it."""
    try:
        with transaction.atomic():
            act()
    except DatabaseError as error:
        return "stays as it is" in str(error)
    return False


@pytest.mark.sqlite
def test_the_database_itself_keeps_what_is_on_the_record(edition):
    entry = record(edition.key, Act.REFUSED, reason="Ne regione.", by=UserFactory())
    rows = RecordEntry.objects.filter(pk=entry.pk)
    assert refused(lambda: rows.update(reason="Kita."))
    assert refused(lambda: rows.update(by=UserFactory()))
    assert refused(lambda: rows.update(by=None, reason="Kita."))
    assert refused(rows.delete)
    with connection.cursor() as cursor:
        assert refused(lambda: cursor.execute("DELETE FROM competition_recordentry"))
        if connection.vendor == "sqlite":  # which replaces a row without deleting it
            same = "REPLACE INTO competition_recordentry SELECT * FROM competition_recordentry"
            assert refused(lambda: cursor.execute(same))
    assert record(edition.key, Act.ELIGIBLE).pk != entry.pk
    assert rows.get().reason == "Ne regione."


def test_a_decision_is_neither_saved_again_nor_deleted_by_the_program(edition):
    entry = record(edition.key, Act.REFUSED)
    for act in (entry.save, entry.delete):
        with pytest.raises(TypeError):
            act()


def test_a_user_who_is_deleted_stays_on_the_record_by_name(edition):
    user = UserFactory(first_name="Ona", last_name="Onaitė")
    record(edition.key, Act.REFUSED, by=user, reason="Ne regione.")
    user.delete()
    found = RecordEntry.objects.get()
    assert (found.by, found.by_name, found.reason) == (None, "Ona Onaitė", "Ne regione.")


def test_entries_that_are_deleted_leave_the_record(edition):
    entry = EntryFactory(edition=edition, state="refused")
    record(edition.key, Act.REFUSED, entry_number=entry.number)
    entry.delete()
    assert RecordEntry.objects.get().entry_number == 1
