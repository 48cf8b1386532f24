"""What the chair and the editors do about one entry of a juror."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from ecosystem.stages import Stage
from industry4.competition.judging import jury
from industry4.competition.models import Assignment, RecordEntry, Recusal, ScoreSheet
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.competition.tests.judging import acts, address, opened, send, text
from industry4.testing.editors import EditorFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db
PARTNERS = {"kind": "work", "reason": "Kartu kuria gaminį"}


@pytest.fixture
def edition():
    return new_edition(Stage.JUDGING)


@pytest.fixture
def chair(client, edition):
    """The chair's seat; she is signed in."""
    seat = SeatFactory(edition=edition, is_chair=True)
    sign_in(client, seat.user)
    return seat


@pytest.fixture
def entry(edition):
    return EligibleEntryFactory(edition=edition)


# Recusing and taking back


@pytest.mark.parametrize("person", ["chair", "editor"])
def test_a_juror_is_recused_from_an_entry_by_others(client, edition, chair, entry, person):
    if person == "editor":
        sign_in(client, EditorFactory())
    assignment = AssignmentFactory(entry=entry)
    screen = address("recuse_juror", edition, assignment.pk)
    assert screen in text(client, "seat", edition, assignment.seat.pk)
    said = send(client, "recuse_juror", edition, assignment.pk, **PARTNERS)
    assert "The juror is recused from the entry." in said
    recusal = Recusal.objects.get()
    assert (recusal.seat, recusal.entry, recusal.reason) == (
        assignment.seat,
        entry,
        PARTNERS["reason"],
    )
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.entry_number) == ("recused", entry.number)
    assert decision.details == {"juror": str(assignment.seat), "conflict": "work"}
    assert screen not in text(client, "seat", edition, assignment.seat.pk)


def test_an_entry_is_taken_back_with_the_draft_of_its_scores(client, edition, chair, entry):
    sheet = SheetFactory(entry=entry, submitted_at=None)
    other = SheetFactory(entry=entry, submitted_at=None)
    assignment = Assignment.objects.get(seat=sheet.seat)
    screen = address("take_back", edition, assignment.pk)
    assert screen in text(client, "seat", edition, sheet.seat.pk)
    said = send(client, "take_back", edition, assignment.pk, reason="Susirgo")
    assert "The entry is no longer assigned to the juror." in said
    assert Assignment.objects.get().seat == other.seat
    assert ScoreSheet.objects.get() == other
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("unassigned", "Susirgo")
    assert decision.details == {"juror": str(sheet.seat)}
    assert client.post(screen, {"reason": "Susirgo"}).status_code == 404


def test_an_entry_that_is_scored_stays_with_its_juror(client, edition, chair, entry):
    sheet = SheetFactory(entry=entry)
    assignment = Assignment.objects.get()
    screen = address("take_back", edition, assignment.pk)
    assert screen not in text(client, "seat", edition, sheet.seat.pk)
    said = send(client, "take_back", edition, assignment.pk, reason="Nepatinka")
    assert "Scores are submitted for this entry: it stays with the juror." in said
    assert Assignment.objects.exists()
    assert ScoreSheet.objects.exists()


def test_the_chair_takes_nothing_back_from_herself_and_an_editor_does(
    client, edition, chair, entry
):
    assignment = AssignmentFactory(seat=chair, entry=entry)
    screen = address("take_back", edition, assignment.pk)
    assert client.get(screen).status_code == 404
    assert screen not in text(client, "seat", edition, chair.pk)
    sign_in(client, EditorFactory())
    assert client.get(screen).status_code == 200


@pytest.mark.parametrize("name", ["recuse_juror", "take_back"])
def test_whoever_is_recused_from_an_entry_decides_nothing_about_it(
    client, edition, chair, entry, name
):
    assignment = AssignmentFactory(entry=entry)
    RecusalFactory(seat=chair, entry=entry)
    screen = address(name, edition, assignment.pk)
    assert client.get(screen).status_code == 404
    assert screen not in text(client, "seat", edition, assignment.seat.pk)


@pytest.mark.parametrize("name", ["recuse_juror", "take_back"])
def test_neither_is_done_once_judging_is_closed(client, edition, chair, entry, name):
    assignment = AssignmentFactory(entry=entry)
    opened(edition, closed=True)
    assert address(name, edition, assignment.pk) not in text(
        client, "seat", edition, assignment.seat.pk
    )
    said = send(client, name, edition, assignment.pk, **PARTNERS)
    assert "Nothing was changed: judging is closed." in said
    assert Assignment.objects.exists()
    assert not Recusal.objects.exists()


@override("en")
def test_of_two_who_take_back_or_lift_at_once_the_second_is_told(edition, chair, entry):
    recusal, by = RecusalFactory(entry=entry), chair.user
    assignment = AssignmentFactory(seat=recusal.seat, entry=entry)
    again = Recusal.objects.get(pk=recusal.pk), Assignment.objects.get(pk=assignment.pk)
    jury.reinstate(recusal, "Apsirikta", by)
    with pytest.raises(ValidationError, match="is gone since"):
        jury.reinstate(again[0], "Apsirikta", by)
    jury.take_back(assignment, "Apsirikta", by)
    with pytest.raises(ValidationError, match="is gone since"):
        jury.take_back(again[1], "Apsirikta", by)
    assert acts(edition) == ["reinstated", "unassigned"]


# Recusals lifted and sheets reopened


def test_the_chair_lifts_a_recusal_with_a_reason(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True)
    recusal = RecusalFactory(
        entry=EligibleEntryFactory(edition=edition), kind="personal", reason="Kaimynai"
    )
    sign_in(client, chair.user)
    assert "Kaimynai" in client.get(address("lift", edition, recusal.pk)).content.decode()
    said = send(client, "lift", edition, recusal.pk, reason="Tik bendrapavardžiai")
    assert "The recusal is lifted." in said
    assert not Recusal.objects.exists()
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("reinstated", "Tik bendrapavardžiai")
    assert decision.details["conflict"] == "personal"


def test_the_chair_reopens_submitted_scores_with_a_reason(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True)
    sheet = SheetFactory(entry=EligibleEntryFactory(edition=edition), values=[1, 2, 3])
    opened(edition)
    sign_in(client, chair.user)
    said = send(client, "reopen", edition, sheet.pk, reason="Sumaišė paraiškas")
    assert "The scores are a draft again." in said
    sheet.refresh_from_db()
    assert sheet.submitted_at is None
    assert [score.value for score in sheet.scores.order_by("pk")] == [1, 2, 3]
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("reopened", "Sumaišė paraiškas")


def test_the_chairs_own_scores_are_reopened_by_an_administrator(client, edition, chair, entry):
    sheet = SheetFactory(seat=chair, entry=entry)
    opened(edition)
    screen = address("reopen", edition, sheet.pk)
    assert client.post(screen, {"reason": "Persigalvojau"}).status_code == 404
    assert screen not in text(client, "seat", edition, chair.pk)
    sign_in(client, UserFactory())
    assert screen in text(client, "seat", edition, chair.pk)
    said = send(client, "reopen", edition, sheet.pk, reason="Sumaišė paraiškas")
    assert "The scores are a draft again." in said


def test_scores_are_not_reopened_once_judging_is_closed(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True)
    sheet = SheetFactory(entry=EligibleEntryFactory(edition=edition))
    opened(edition, closed=True)
    sign_in(client, chair.user)
    said = send(client, "reopen", edition, sheet.pk, reason="Per vėlai")
    assert "Nothing was changed: judging is closed." in said
    sheet.refresh_from_db()
    assert sheet.submitted_at


def test_where_the_chair_is_recused_an_administrator_decides(client, edition, chair, entry):
    sheet, recusal = SheetFactory(entry=entry), RecusalFactory(entry=entry)
    screens = [
        (recusal.seat.pk, address("lift", edition, recusal.pk)),
        (sheet.seat.pk, address("reopen", edition, sheet.pk)),
    ]
    opened(edition)

    def those_offered():
        offered = [screen in text(client, "seat", edition, seat) for seat, screen in screens]
        assert offered == [client.get(screen).status_code == 200 for _seat, screen in screens]
        return offered

    administrator = UserFactory()
    assert those_offered() == [True, True]
    sign_in(client, administrator)
    assert those_offered() == [False, False]
    RecusalFactory(seat=chair, entry=entry)
    assert those_offered() == [True, True]
    sign_in(client, chair.user)
    assert those_offered() == [False, False]
