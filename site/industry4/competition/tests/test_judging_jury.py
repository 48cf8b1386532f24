"""The jury begins and ends its work: the opening and the close of the judging."""

import pytest

from ecosystem.stages import Stage
from industry4.competition.models import Proceedings, RecordEntry, Score
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.competition.tests.judging import acts, address, opened, send, text
from industry4.competition.wagtail_hooks import judging_has_opened
from industry4.testing.editors import EditorFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(Stage.JUDGING)


@pytest.fixture
def editor(client):
    return sign_in(client, EditorFactory(first_name="Rasa", last_name="Redaktorė"))


def test_judging_is_opened_and_its_rules_are_on_the_record(editor):
    edition = new_edition(Stage.JUDGING, normalisation="z_score", least_scores=2)
    SeatFactory(edition=edition, is_chair=True)
    assert "By juror" in editor.get(address("open", edition)).content.decode()
    assert not judging_has_opened(edition.key)
    assert send(editor, "open", edition) == "Judging is open."
    assert judging_has_opened(edition.key)
    decision = RecordEntry.objects.get()
    assert decision.act == "judging_opened"
    assert decision.details["normalisation"] == "z_score"
    assert decision.details["least_scores"] == 2
    assert [each["weight"] for each in decision.details["criteria"]] == [50, 30, 20]


def test_judging_opens_once(editor, edition):
    SeatFactory(edition=edition, is_chair=True)
    send(editor, "open", edition)
    assert "Nothing was changed: judging is open." in send(editor, "open", edition)
    assert acts(edition) == ["judging_opened"]


@pytest.mark.parametrize(
    "stage, why",
    [
        (Stage.ANNOUNCED, "Judging opens once entries are closed."),
        (Stage.OPEN, "Judging opens once entries are closed."),
        (Stage.DECIDED, "The competition is decided."),
        (Stage.PUBLISHED, "The competition is decided."),
    ],
)
def test_judging_opens_after_entries_and_before_the_decision(editor, stage, why):
    edition = new_edition(stage)
    SeatFactory(edition=edition, is_chair=True)
    assert why in send(editor, "open", edition)
    assert not judging_has_opened(edition.key)


def test_judging_needs_a_chair_and_criteria(editor, edition):
    assert "The jury has no chair yet." in send(editor, "open", edition)
    bare = new_edition(Stage.JUDGING, weights=())
    SeatFactory(edition=bare, is_chair=True)
    assert "The edition has no criteria." in send(editor, "open", bare)


def test_the_chair_closes_judging_and_is_told_what_is_left(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True)
    AssignmentFactory(seat=chair, entry=EligibleEntryFactory(edition=edition))
    opened(edition)
    sign_in(client, chair.user)
    page = client.get(address("close", edition)).content.decode()
    assert "1 assigned entry is not scored." in page
    assert "1 entry has too few scores" in page
    assert send(client, "close", edition) == "Judging is closed."
    assert Proceedings.of(edition.key).judging_closed_at
    assert acts(edition) == ["judging_closed"]
    assert "Nothing was changed: judging is closed." in send(client, "close", edition)


def test_a_sheet_that_does_not_fit_the_criteria_is_not_taken_for_a_score(client):
    edition = new_edition(Stage.JUDGING, least_scores=1)
    chair = SeatFactory(edition=edition, is_chair=True)
    sheet = SheetFactory(entry=EligibleEntryFactory(edition=edition))
    Score.objects.filter(sheet=sheet).first().delete()
    opened(edition)
    sign_in(client, chair.user)
    page = text(client, "close", edition)
    assert "1 assigned entry is not scored." in page
    assert "1 entry has too few scores" in page


def test_judging_that_is_not_open_is_not_closed(client, edition):
    sign_in(client, SeatFactory(edition=edition, is_chair=True).user)
    assert "Nothing was changed: judging is not open yet." in send(client, "close", edition)
