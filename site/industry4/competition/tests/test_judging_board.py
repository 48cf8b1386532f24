"""What the chair sees: how far the jury is, and what a juror has before her."""

import pytest
from django.utils import timezone

from ecosystem.stages import Stage
from industry4.competition.models import Proceedings, ScoreSheet, Seat
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.competition.tests.judging import address, opened, scored, text
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    edition = new_edition(Stage.JUDGING, least_scores=2, weights=(100,))
    Proceedings.objects.create(edition=edition.key, judging_opened_at=timezone.now())
    return edition


@pytest.fixture
def chair(client, edition):
    return sign_in(client, SeatFactory(edition=edition, is_chair=True).user)


def entries_of(edition, count):
    category = next(iter(edition.rows("categories"))).category
    return [EligibleEntryFactory(edition=edition, category=category) for _number in range(count)]


def test_the_board_says_who_has_how_many_left(chair, edition):
    seat, entries = SeatFactory(edition=edition), entries_of(edition, 4)
    for entry in entries:
        AssignmentFactory(seat=seat, entry=entry)
    SheetFactory(seat=seat, entry=entries[0], values=[5])
    SheetFactory(seat=seat, entry=entries[1], values=[5], submitted_at=None)
    RecusalFactory(seat=seat, entry=entries[2])
    response = chair.get(address("jury", edition))
    progress = {row[0]: row[1] for row in response.context["jurors"].data}[seat]
    assert (progress.assigned, progress.submitted, progress.drafts) == (3, 1, 1)
    assert (progress.left, progress.recused) == (2, 1)
    assert "1 of 3 score sheets are submitted." in " ".join(response.content.decode().split())


def test_entries_with_too_few_scores_come_first_and_are_an_error_at_the_end(chair, edition):
    enough, few = entries_of(edition, 2)
    scored(enough, 5, 6)
    scored(few, 5)
    response = chair.get(address("jury", edition))
    assert [row[0] for row in response.context["entries"].data] == [few, enough]
    page = " ".join(response.content.decode().split())
    assert "1 entry does not have enough scores yet. The edition asks for at least 2." in page
    assert "help-critical" not in page
    opened(edition, closed=True)
    page = text(chair, "jury", edition)
    assert "1 entry has too few scores and gets no place in the ranking." in page
    assert "help-critical" in page


def test_a_sheet_that_does_not_fit_the_criteria_is_told_and_is_no_score(chair, edition):
    (entry,) = entries_of(edition, 1)
    scored(entry, 5, 6)
    assert "These score sheets" not in text(chair, "jury", edition)
    sheet = ScoreSheet.objects.first()
    sheet.scores.all().delete()
    page = text(chair, "jury", edition)
    assert "1 of 2 score sheets are submitted." in page
    assert "1 entry does not have enough scores yet." in page
    assert "These score sheets do not fit the criteria and do not count:" in page
    assert f"<li>{sheet.seat}, {entry}</li>" in page


def test_entries_that_too_few_jurors_have_are_told_while_it_can_be_mended(chair, edition):
    entries_of(edition, 1)
    assert "1 entry is assigned to too few jurors." in text(chair, "jury", edition)


def test_the_chair_gets_to_the_entries_that_she_may_read(chair, edition):
    one, other = entries_of(edition, 2)
    RecusalFactory(seat=Seat.objects.get(is_chair=True), entry=other)
    page = text(chair, "jury", edition)
    assert address("score", edition, one.pk) in page
    assert address("score", edition, other.pk) not in page


def test_editors_follow_the_jury_without_scores(client, edition):
    entry = entries_of(edition, 1)[0]
    scored(entry, 5, 6)
    sign_in(client, EditorFactory())
    page = text(client, "jury", edition)
    assert address("ranking", edition) not in page
    assert address("close", edition) not in page
    assert address("score", edition, entry.pk) not in page
    assert address("add_seat", edition) in page


def test_a_juror_is_shown_with_sheets_and_recusals(chair, edition):
    sent, away = entries_of(edition, 2)
    sheet = SheetFactory(seat=SeatFactory(edition=edition), entry=sent, values=[9])
    recusal = RecusalFactory(seat=sheet.seat, entry=away, reason="Bendra iniciatyva")
    page = text(chair, "seat", edition, sheet.seat.pk)
    assert "Bendra iniciatyva" in page
    assert address("reopen", edition, sheet.pk) in page
    assert address("lift", edition, recusal.pk) in page


def test_what_the_chair_may_is_not_offered_to_editors(client, edition):
    sheet = SheetFactory(entry=entries_of(edition, 1)[0], values=[9])
    sign_in(client, EditorFactory())
    assert address("reopen", edition, sheet.pk) not in text(client, "seat", edition, sheet.seat.pk)


@pytest.mark.parametrize("name", ["jury", "ranking", "close"])
def test_screens_of_the_chair_cost_the_same_queries_for_1_and_for_20(chair, edition, name):
    opened(edition, closed=name == "ranking")
    counts = []
    for number in (1, 19):
        for entry in entries_of(edition, number):
            scored(entry, 5, 6)
        counts.append(cost(chair, address(name, edition)))
    assert counts[0] == counts[1] <= 25


def test_the_screen_of_a_juror_costs_the_same_queries_for_1_and_for_20(chair, edition):
    seat = SeatFactory(edition=edition)
    counts = []
    for number in (1, 19):
        for entry in entries_of(edition, number):
            SheetFactory(seat=seat, entry=entry, values=[5])
        for entry in entries_of(edition, number):
            AssignmentFactory(seat=seat, entry=entry)
            RecusalFactory(seat=seat, entry=entry)
        counts.append(cost(chair, address("seat", edition, seat.pk)))
    assert counts[0] == counts[1] <= 25
