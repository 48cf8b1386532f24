"""The ranking and the jury's progress, as the screens show them."""

import uuid
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from ecosystem.models import Criterion
from ecosystem.stages import Stage
from industry4.competition.editions import Edition
from industry4.competition.models import Entry, Score
from industry4.competition.ranking import progress, ranking
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)

pytestmark = pytest.mark.django_db


def judged(values, *, least=1, **fields):
    """An edition of one criterion of 1 to 11, its seats, its entries; `values` are by entry."""
    edition = new_edition(
        Stage.JUDGING, weights=(100,), scale=11, least_scores=least, questions=(), **fields
    )
    seats = SeatFactory.create_batch(max(map(len, values)), edition=edition)
    entries = []
    for scores in values:
        entry = EligibleEntryFactory(edition=edition)
        for seat, score in zip(seats, scores, strict=False):
            SheetFactory(seat=seat, entry=entry, values=[score])
        entries.append(entry)
    return edition, seats, entries


def shown(edition):
    """What the ranking says: entry, points, place, whether tied."""
    return [
        (each.entry, each.points, each.standing.place, each.standing.is_tied)
        for each in ranking(edition).entries
    ]


def test_entries_are_ranked_with_ties_as_ties():
    edition, _seats, (a, b, c, d) = judged([[6, 6], [11, 9], [6, 6], [2, 1]])
    assert shown(edition) == [
        (b, Decimal("90.00"), 1, False),
        (a, Decimal("50.00"), 2, True),
        (c, Decimal("50.00"), 2, True),
        (d, Decimal("5.00"), 4, False),
    ]
    assert ranking(edition).is_sound


def test_points_are_shown_with_two_decimals_and_places_go_by_all_of_them():
    edition, _seats, (a,) = judged([[2, 2, 1]])  # 20/3
    assert shown(edition) == [(a, Decimal("6.67"), 1, False)]


def test_the_normalisation_is_that_of_the_edition():
    # One juror gives 30 and 10, another 50 and 100, a third 20 and 10: see test_scoring.
    scores = [[4, 6, 3], [2, 11, 2]]
    edition, _seats, (a, b) = judged(scores)
    assert [entry for entry, *_rest in shown(edition)] == [b, a]
    edition, _seats, (a, b) = judged(scores, normalisation="z_score")
    assert shown(edition) == [(a, Decimal("53.33"), 1, False), (b, Decimal("46.67"), 2, False)]


def test_a_draft_and_the_sheet_of_a_recused_juror_do_not_count():
    edition, (_ona, jonas), (a,) = judged([[6, 11]])
    RecusalFactory(seat=jonas, entry=a)
    SheetFactory(seat=SeatFactory(edition=edition), entry=a, values=[1], submitted_at=None)
    assert shown(edition) == [(a, Decimal("50.00"), 1, False)]


@pytest.mark.parametrize(
    "state", [Entry.State.SUBMITTED, Entry.State.REFUSED, Entry.State.WITHDRAWN]
)
def test_only_eligible_entries_take_part(state):
    edition, _seats, (a, b) = judged([[6], [11]])
    b.state = state
    b.save()
    assert [entry for entry, *_rest in shown(edition)] == [a]
    assert [entry for entry, _progress in progress(edition).entries] == [a]


def test_entries_of_other_editions_do_not_take_part():
    judged([[6]])
    edition, _seats, (b,) = judged([[11]])
    assert [entry for entry, *_rest in shown(edition)] == [b]


def test_too_few_scores_for_an_entry_are_an_error_and_no_average():
    edition, _seats, (a, b, c) = judged([[6, 6], [11], []], least=2)
    found = ranking(edition)
    assert [each.entry for each in found.entries] == [a]
    assert (found.least, found.too_few) == (2, [(b, 1), (c, 0)])
    assert not found.is_sound


def test_a_sheet_from_before_a_criterion_was_added_is_told_and_does_not_count():
    edition, (_ona, jonas), (a,) = judged([[6, 11]])
    Score.objects.get(sheet__seat=jonas).delete()
    found = ranking(edition)
    assert [(each.entry, each.points) for each in found.entries] == [(a, Decimal("50.00"))]
    assert found.refused == [(jonas, a)]
    assert not found.is_sound


def test_a_score_for_a_criterion_that_was_removed_is_left_out():
    edition, (ona,), (a,) = judged([[6]])
    sheet = ona.sheets.get()
    Score.objects.create(sheet=sheet, criterion=uuid.uuid4(), value=1)
    assert shown(edition) == [(a, Decimal("50.00"), 1, False)]
    assert ranking(edition).is_sound


def test_an_edition_without_criteria_has_no_scores():
    edition, _seats, (a,) = judged([[6]])
    Criterion.objects.all().delete()
    found = ranking(Edition.for_staff(edition.key))
    assert (found.entries, found.too_few) == ([], [(a, 0)])


def test_categories_are_those_of_the_edition_in_its_order_in_the_readers_language():
    edition = new_edition(Stage.JUDGING, weights=(100,), least_scores=1, english=True)
    first, second = (row.category for row in edition.source.categories.all())
    english = translated_of(second)
    seat = SeatFactory(edition=edition)
    entries = [
        EligibleEntryFactory(edition=edition, category=category)
        for category in (second, english, first, None)
    ]
    for entry, value in zip(entries, (3, 9, 5, 7), strict=True):
        SheetFactory(seat=seat, entry=entry, values=[value])

    def by_category():
        return [
            (
                group.category and group.category.name,
                [(each.entry, each.standing.place_in_category) for each in group.entries],
            )
            for group in ranking(edition).categories
        ]

    a, b, c, d = entries
    groups = [[(c, 1)], [(b, 1), (a, 2)], [(d, 1)]]
    with translation.override("lt"):
        assert by_category() == list(zip([first.name, second.name, None], groups, strict=True))
    with translation.override("en"):
        names = [f"EN {first.name}", f"EN {second.name}", None]
        assert by_category() == list(zip(names, groups, strict=True))


def translated_of(category):
    """The English row of a category."""
    return type(category).objects.get(
        translation_key=category.translation_key, locale__language_code="en"
    )


def test_progress_counts_what_is_assigned_begun_submitted_and_recused():
    edition = new_edition(Stage.JUDGING)
    ona, jonas = SeatFactory.create_batch(2, edition=edition)
    a, b, c = EligibleEntryFactory.create_batch(3, edition=edition)
    for seat, entry in ((ona, a), (ona, b), (ona, c), (jonas, a)):
        AssignmentFactory(seat=seat, entry=entry)
    SheetFactory(seat=ona, entry=a)
    SheetFactory(seat=ona, entry=b, submitted_at=None)
    RecusalFactory(seat=ona, entry=c)
    found = progress(edition)
    assert counts(found.jurors) == {ona: (2, 1, 1, 1, 1), jonas: (1, 0, 0, 0, 1)}
    assert counts(found.entries) == {a: (2, 1, 0, 0, 1), b: (1, 0, 1, 0, 1), c: (0, 0, 0, 1, 0)}
    assert counts([("all", found.whole)]) == {"all": (3, 1, 1, 1, 2)}


def test_the_sheet_of_a_recused_juror_is_neither_assigned_nor_submitted():
    edition, (ona,), (a,) = judged([[6]])
    RecusalFactory(seat=ona, entry=a)
    assert counts(progress(edition).jurors) == {ona: (0, 0, 0, 1, 0)}


def counts(rows):
    """Assigned, submitted, drafts, recused and left, of each."""
    return {
        what: (found.assigned, found.submitted, found.drafts, found.recused, found.left)
        for what, found in rows
    }


def queries(work, edition):
    """How many queries it takes, of an edition that is freshly read."""
    edition = Edition.for_staff(edition.key)
    with CaptureQueriesContext(connection) as found:
        work(edition)
    return len(found)


@pytest.mark.parametrize("work, most", [(ranking, 7), (progress, 7)])
def test_both_take_the_same_queries_for_1_and_for_20_entries_and_jurors(work, most):
    edition, (ona,), (a,) = judged([[6]])
    before = queries(work, edition)
    for _number in range(20):
        entry = EligibleEntryFactory(edition=edition, category=a.category)
        SheetFactory(entry=entry, seat=SeatFactory(edition=edition), values=[3])
        RecusalFactory(entry=entry, seat=ona)
    assert before == queries(work, edition) <= most
