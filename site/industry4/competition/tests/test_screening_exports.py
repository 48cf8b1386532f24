"""The entries as a spreadsheet, which is safe to open whatever entrants wrote."""

import csv
import datetime
import io
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from django.urls import reverse

from ecosystem.stages import Stage
from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import Entry
from industry4.competition.tests.factories import (
    AnswerFactory,
    EntryFactory,
    QuestionFactory,
    RecusalFactory,
    new_edition,
)
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("http://blogis.example","Spausk")'


@pytest.fixture
def edition():
    return new_edition(Stage.CLOSED, year=2031)


@pytest.fixture
def editor(client):
    return sign_in(client, EditorFactory())


def table(client, edition, kind, **query):
    """The rows of a spreadsheet, each by heading."""
    address = reverse("competition_entries:index", args=[edition.key])
    response = client.get(address, {"export": kind, **query})
    content = b"".join(response.streaming_content)
    if kind == "csv":
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    else:
        sheet = openpyxl.load_workbook(io.BytesIO(content)).active
        assert not any(cell.data_type == "f" for row in sheet for cell in row)
        rows = [[cell.value for cell in row] for row in sheet]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[1:]], response


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_entries_are_exported_with_their_answers(editor, edition, kind):
    question = next(iter(edition.rows("questions")))
    entry = EntryFactory(edition=edition, state=Entry.State.SUBMITTED, company="Šviesa UAB")
    AnswerFactory(entry=entry, question=question, text="Robotas")
    ((row,), response) = table(editor, edition, kind)
    assert row["Company"] == "Šviesa UAB"
    assert row["State"] == "Submitted"
    assert row[question.label] == "Robotas"
    assert f"entries-2031.{kind}" in response["Content-Disposition"]
    assert "no-store" in response["Cache-Control"]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("typed", [FORMULA, "+1", "-1", "@SUM(A1)", "\uff1d1"])
def test_no_formula_of_an_entrant_is_one_in_the_spreadsheet(editor, edition, kind, typed):
    question = next(iter(edition.rows("questions")))
    entry = EntryFactory(edition=edition, state=Entry.State.SUBMITTED, company=typed)
    AnswerFactory(entry=entry, question=question, text=typed)
    ((row,), _response) = table(editor, edition, kind)
    assert row["Company"] == row[question.label] == f"'{typed}"


def test_the_spreadsheet_is_in_words_and_in_local_time(client, edition):
    sign_in(client, EditorFactory(), language="lt")
    at = datetime.datetime(2031, 5, 6, 12, 30, 59, 123456, tzinfo=ZoneInfo("Europe/Vilnius"))
    EntryFactory(edition=edition, state=Entry.State.SUBMITTED, submitted_at=at, may_be_named=True)
    EntryFactory(edition=edition, state=Entry.State.SUBMITTED, submitted_at=at, number=7)
    (named, other), _response = table(client, edition, "csv")
    assert named["Pateikta"] == "2031-05-06 12:30"
    assert [row["Galima skelbti"] for row in (named, other)] == ["Taip", "Ne"]
    assert other["Nr."] == "7"


def test_conditions_the_member_and_what_editors_asked_are_exported(editor, edition):
    member = MemberFactory(title="Šviesos fabrikas")
    entry = EntryFactory(
        edition=edition, state=Entry.State.SUBMITTED, member_key=member.translation_key
    )
    condition = next(iter(edition.rows("eligibility")))
    entry.answers.create(
        question=condition.translation_key, label=condition.text, text="0123456789ab"
    )
    QuestionFactory(
        entry=entry, text="Kiek kainuoja?", answer="=1+1", answered_at=entry.submitted_at
    )
    QuestionFactory(entry=entry, text="Kada?")
    ((row,), _response) = table(editor, edition, "csv")
    assert row["Member"] == "Šviesos fabrikas"
    assert row[condition.text] == "Yes"
    said = "Kiek kainuoja?\n'=1+1\n\nKada?\nNot answered yet"
    assert row["Questions of the editors"] == said


def test_an_answer_to_a_question_in_other_words_says_so(editor):
    edition = new_edition(Stage.CLOSED, english=True)
    lithuanian, english = (
        next(row for row in edition.rows("questions", code) if row.kind == "long")
        for code in ("lt", "en")
    )
    type(english).objects.filter(pk=english.pk).update(label="What is new?")
    for label in (lithuanian.label, "What is new?", "Kas buvo nauja?"):
        entry = EntryFactory(edition=edition, state=Entry.State.SUBMITTED)
        AnswerFactory(entry=entry, question=lithuanian, label=label, text="Robotas")
    rows, _response = table(editor, edition, "csv")
    assert [row["What is new?"] for row in rows] == [
        "Robotas",
        "Robotas",
        "Robotas (the question was: Kas buvo nauja?)",
    ]


TYPED = [
    "Gera;=1+1;",
    "Gera; -1",
    "Gera\t@SUM(A1)",
    "\t=1",
    "Gera\n+1",
    'Gera;"=1+1";',
    'Gera, "+1"',
    "Gera;\n\n\uff1d1",
]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("typed", TYPED)
def test_no_formula_is_one_in_a_country_where_another_sign_separates_cells(
    editor, edition, typed, separator
):
    question = next(iter(edition.rows("questions")))
    entry = EntryFactory(edition=edition, state=Entry.State.SUBMITTED, company=typed)
    AnswerFactory(entry=entry, question=question, text=typed)
    address = reverse("competition_entries:index", args=[edition.key])
    response = editor.get(address, {"export": "csv"})
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(text), delimiter=separator) for cell in row]
    assert not [cell for cell in cells if cell.lstrip().startswith(tuple("=+-@\uff1d"))]


def test_a_list_in_an_answer_stays_one_in_a_file_whose_cells_are_never_taken_apart(editor, edition):
    question = next(iter(edition.rows("questions")))
    entry = EntryFactory(edition=edition, state=Entry.State.SUBMITTED)
    AnswerFactory(entry=entry, question=question, text="Robotas:\n- virina;\n- pjauna")
    ((row,), _response) = table(editor, edition, "xlsx")
    assert row[question.label] == "Robotas:\n- virina;\n- pjauna"


def test_filters_hold_for_the_spreadsheet_as_well(editor, edition):
    EntryFactory(edition=edition, state=Entry.State.SUBMITTED, company="A")
    EntryFactory(edition=edition, state=Entry.State.REFUSED, company="B")
    rows, _response = table(editor, edition, "csv", state=Entry.State.REFUSED)
    assert [row["Company"] for row in rows] == ["B"]


SEEN = {"No.", "State", "Company", "Company code", "Category", "Submitted"}


@pytest.mark.parametrize("state", [Entry.State.UNCONFIRMED, Entry.State.DRAFT])
def test_of_what_is_not_submitted_the_company_is_exported_and_nothing_else(editor, edition, state):
    question = next(iter(edition.rows("questions")))
    entry = EntryFactory(edition=edition, state=state, phone="+370 600 00000")
    AnswerFactory(entry=entry, question=question, text="Dar rašau")
    ((row,), _response) = table(editor, edition, "csv")
    assert row["Company"] == entry.company
    assert {heading for heading, value in row.items() if value} <= SEEN


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("factory", [EditorFactory, UserFactory])
def test_of_what_somebody_is_recused_from_she_exports_no_more(client, edition, factory, kind):
    question = next(iter(edition.rows("questions")))
    entry = EntryFactory(edition=edition, state=Entry.State.SUBMITTED)
    AnswerFactory(entry=entry, question=question, text="Robotas")
    user = factory()
    RecusalFactory(entry=entry, seat__user=user)
    ((row,), _response) = table(sign_in(client, user), edition, kind)
    assert row["Company"] == entry.company
    assert {heading for heading, value in row.items() if value} <= SEEN


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_export_costs_the_same_queries_for_1_and_for_20(editor, edition, kind):
    address = reverse("competition_entries:index", args=[edition.key]) + f"?export={kind}"
    question = next(iter(edition.rows("questions")))
    category = next(iter(edition.rows("categories"))).category
    counts = []
    for number in (1, 19):
        for _entry in range(number):
            entry = EntryFactory(edition=edition, state=Entry.State.SUBMITTED, category=category)
            AnswerFactory(entry=entry, question=question)
        counts.append(cost(editor, address))
    assert counts[0] == counts[1] <= 25
