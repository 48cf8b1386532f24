"""The ranking as the chair sees it, and what jurors have given an entry."""

import pytest
from django.utils import timezone

from ecosystem.stages import Stage
from industry4.competition.models import Proceedings, Seat
from industry4.competition.tests.factories import (
    EligibleEntryFactory,
    JurorUserFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.competition.tests.judging import address, opened, scored, text
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    edition = new_edition(Stage.JUDGING, least_scores=2, weights=(100,))
    Proceedings.objects.create(edition=edition.key, judging_opened_at=timezone.now())
    return edition


@pytest.fixture
def chair(client, edition):
    """The chair, who has closed the judging."""
    opened(edition, closed=True)
    return sign_in(client, SeatFactory(edition=edition, is_chair=True).user)


def entries_of(edition, count):
    category = next(iter(edition.rows("categories"))).category
    return [EligibleEntryFactory(edition=edition, category=category) for _number in range(count)]


def test_the_ranking_shows_ties_as_ties(chair, edition):
    first, second, third = entries_of(edition, 3)
    scored(first, 9, 9)
    scored(second, 7, 9)
    scored(third, 9, 7)
    response = chair.get(address("ranking", edition))
    (group,) = response.context["ranking"].categories
    assert [
        (ranked.entry, ranked.standing.place, ranked.standing.is_tied) for ranked in group.entries
    ] == [(first, 1, False), (second, 2, True), (third, 2, True)]
    page = " ".join(response.content.decode().split())
    assert "the ranking may still change" not in page
    assert "Normalisation: None" in page
    assert page.count("Tie") == 4  # in the category and over all


@pytest.mark.parametrize("is_administrator", [False, True])
def test_who_may_still_score_sees_no_ranking(client, edition, is_administrator):
    (entry,) = entries_of(edition, 1)
    scored(entry, 9, 9)
    user = JurorUserFactory(is_superuser=is_administrator)
    seat = SeatFactory(edition=edition, user=user, is_chair=not is_administrator)
    sign_in(client, user)
    screens = [address("ranking", edition), address("scores", edition, entry.pk)]
    sheet = entry.sheets.first()

    def those_open():
        board, juror = text(client, "jury", edition), text(client, "seat", edition, sheet.seat.pk)
        found = [screens[0] in board, screens[1] in juror]
        assert found == [client.get(screen).status_code == 200 for screen in screens]
        return found

    assert those_open() == [False, False]
    opened(edition, closed=True)
    assert those_open() == [True, True]
    assert seat.edition == edition.key


def test_an_administrator_without_a_seat_sees_the_ranking_as_it_is_by_now(client, edition):
    scored(*entries_of(edition, 1), 9, 9)
    sign_in(client, UserFactory())
    said = "Judging is not closed: the ranking may still change."
    assert said in text(client, "ranking", edition)


def test_the_ranking_names_entries_with_too_few_scores(chair, edition):
    enough, few = entries_of(edition, 2)
    scored(enough, 9, 9)
    scored(few, 10)
    response = chair.get(address("ranking", edition))
    assert response.context["ranking"].too_few == [(few, 1)]
    page = " ".join(response.content.decode().split())
    assert "1 entry has fewer scores than 2 and no place:" in page
    assert f">{few}</a> (1)" in page
    assert address("scores", edition, few.pk) in page


def test_a_recused_jurors_scores_do_not_count(chair, edition):
    (entry,) = entries_of(edition, 1)
    scored(entry, 5, 5)
    sheet = SheetFactory(entry=entry, values=[10])
    RecusalFactory(seat=sheet.seat, entry=entry)
    (group,) = chair.get(address("ranking", edition)).context["ranking"].categories
    assert group.entries[0].standing.sheets == 2


def test_there_is_no_ranking_without_scores(chair, edition):
    assert "No entry has a score yet." in text(chair, "ranking", edition)


# What jurors have given


@pytest.fixture
def commented(edition):
    """A sheet with comments."""
    sheet = SheetFactory(
        entry=entries_of(edition, 1)[0], values=[9], comment="Drąsu", seat__user__last_name="Vertė"
    )
    sheet.scores.update(comment="Niekas kitas to nedaro")
    return sheet


@pytest.mark.parametrize("person", ["chair", "administrator"])
def test_scores_are_read_with_what_jurors_say_of_them(client, chair, edition, commented, person):
    if person == "administrator":
        sign_in(client, UserFactory())
    draft = SheetFactory(entry=commented.entry, comment="Dar galvoju", submitted_at=None)
    scored(commented.entry, 5)
    screen = address("scores", edition, commented.entry.pk)
    assert screen in text(client, "ranking", edition)
    assert f"{screen}#sheet-{commented.pk}" in text(client, "seat", edition, commented.seat.pk)
    assert screen not in text(client, "seat", edition, draft.seat.pk)
    page = text(client, "scores", edition, commented.entry.pk)
    for said in ("Vertė", edition.criteria[0].name, "Niekas kitas to nedaro", "Drąsu"):
        assert said in page
    assert "Dar galvoju" not in page


def test_scores_are_not_read_by_whoever_is_recused(chair, edition, commented):
    scored(commented.entry, 5)
    RecusalFactory(seat=Seat.objects.get(is_chair=True), entry=commented.entry)
    screen = address("scores", edition, commented.entry.pk)
    assert chair.get(screen).status_code == 404
    assert screen not in text(chair, "ranking", edition)
    assert screen not in text(chair, "seat", edition, commented.seat.pk)


def test_scores_of_a_recused_juror_are_said_not_to_count(chair, edition, commented):
    assert "these scores do not count" not in text(chair, "scores", edition, commented.entry.pk)
    RecusalFactory(seat=commented.seat, entry=commented.entry)
    assert "these scores do not count" in text(chair, "scores", edition, commented.entry.pk)


def test_scores_are_not_for_editors_and_gone_once_nobody_knows_whose_they_are(
    client, chair, edition, commented
):
    screen = address("scores", edition, commented.entry.pk)
    assert chair.get(screen).status_code == 200
    Proceedings.objects.update(erased_at=timezone.now())
    assert chair.get(screen).status_code == 404
    assert screen not in text(chair, "seat", edition, commented.seat.pk)
    Proceedings.objects.update(erased_at=None)
    sign_in(client, EditorFactory())
    assert client.get(screen).status_code == 404
    assert screen not in text(client, "seat", edition, commented.seat.pk)


def test_the_scores_of_an_entry_cost_the_same_queries_for_1_and_for_20(chair, edition):
    (entry,) = entries_of(edition, 1)
    counts = []
    for number in (1, 19):
        scored(entry, *[5] * number)
        counts.append(cost(chair, address("scores", edition, entry.pk)))
    assert counts[0] == counts[1] <= 25
