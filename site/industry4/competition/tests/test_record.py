"""The record of decisions: who reads it, what is found in it and exported, and that it stays."""

import csv
import io

import openpyxl
import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from industry4.competition.exports import defused
from industry4.competition.models import RecordEntry, record
from industry4.testing.budgets import cost
from industry4.testing.editors import UserFactory, sign_in

from .factories import EntryFactory, SeatFactory, new_edition

pytestmark = pytest.mark.django_db
Act = RecordEntry.Act
PLACED = "places by entry: 3: 1; 5: finalist"


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
    record(edition.key, Act.SUBMITTED, by_name="Dalyvė", entry_number=1)
    record(edition.key, Act.REFUSED, entry_number=1, reason='=HYPERLINK("http://x.example")')
    sign_in(client)
    heading, first, second = exported(client, edition, kind)
    assert len(heading) == 6
    assert (first[1], first[2], str(first[3])) == ("Dalyvė", "Entry submitted", "1")
    assert second[4] == '\'=HYPERLINK("http://x.example")'


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1d1"]
)
def test_no_text_becomes_a_formula(text):
    assert defused(text) == f"'{text}"


@pytest.mark.parametrize("value", ["UAB „Šviesa“", "a=b", "", None, 5, -5])
def test_what_is_no_formula_stays_as_it_is(value):
    assert defused(value) == value


def test_characters_that_a_spreadsheet_cannot_hold_are_left_out():
    assert defused("a\x00b\x0bc") == "abc"
    assert defused("\x00=1") == "'=1"


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


def test_the_database_itself_keeps_what_is_on_the_record(edition):
    entry = record(edition.key, Act.REFUSED, reason="Ne regione.", by=UserFactory())
    rows = RecordEntry.objects.filter(pk=entry.pk)
    assert refused(lambda: rows.update(reason="Kita."))
    assert refused(lambda: rows.update(by=UserFactory()))
    assert refused(lambda: rows.update(by=None, reason="Kita."))
    assert refused(rows.delete)
    with connection.cursor() as cursor:
        assert refused(lambda: cursor.execute("DELETE FROM competition_recordentry"))
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
