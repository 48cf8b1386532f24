"""A juror submits while the chair closes: one of the two is first, on two real connections."""

import threading
import time
import uuid

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import override

from industry4.competition.conflicts import Conflict
from industry4.competition.judging.jury import close_judging, recuse
from industry4.competition.judging.sheets import Given, save_sheet
from industry4.competition.models import (
    Entry,
    Proceedings,
    RecordEntry,
    Recusal,
    ScoreSheet,
    Seat,
)
from industry4.competition.tests.factories import AssignmentFactory
from industry4.testing.editors import UserFactory

pytestmark = pytest.mark.skipif(
    "sqlite" in settings.DATABASES["default"]["ENGINE"], reason="one writer at once"
)
CRITERION = uuid.uuid4()
LONGEST_WAIT = 20


@pytest.fixture
def assigned(django_db_setup, django_db_blocker):
    """An assignment that other connections see, judging being open; taken away again.

    A test that flushes the database would leave none of what migrations put there.
    """
    with django_db_blocker.unblock():
        edition = uuid.uuid4()
        user = UserFactory()
        made = AssignmentFactory(entry__edition=edition, seat__user=user)
        Proceedings.objects.filter(edition=edition).update(judging_opened_at=timezone.now())
        try:
            yield made
        finally:
            with connection.cursor() as cursor:  # row by row the record keeps what is on it
                cursor.execute("TRUNCATE competition_recordentry")
            for model in (Seat, Entry, Proceedings):
                model.objects.filter(edition=edition).delete()
            user.delete()
            connection.close()


def submit(assigned):
    given = {CRITERION: Given(7, "")}
    return save_sheet(assigned.seat, assigned.entry, given, "Gerai", submit=True)


def close(assigned):
    close_judging(assigned.entry.edition, assigned.seat.user)


def step_aside(assigned):
    conflict = Conflict(Recusal.Kind.PERSONAL, "Brolio įmonė")
    recuse(assigned.seat, assigned.entry, conflict, assigned.seat.user)


def waits_for_a_lock():
    """Whether another connection waits for what this one, or a third, has locked."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_locks join pg_stat_activity using (pid)"
            " where not granted and datname = current_database()"
        )
        return cursor.fetchone()[0] > 0


def one_while_the_other(first, second, assigned):
    """Do the first; before it is committed begin the second. Returns what the second raised."""
    raised = []

    def later():
        try:
            with override("en"):
                second(assigned)
        except ValidationError as error:
            raised.append(error)
        finally:
            connection.close()

    other = threading.Thread(target=later)
    with transaction.atomic():
        first(assigned)
        other.start()
        until = time.monotonic() + LONGEST_WAIT
        while not waits_for_a_lock():
            assert time.monotonic() < until, "The second did not wait for the first."
    other.join(LONGEST_WAIT)
    assert not other.is_alive()
    return raised


def acts(assigned):
    found = RecordEntry.objects.filter(edition=assigned.entry.edition)
    return list(found.values_list("act", flat=True))


def test_scores_submitted_before_the_close_count(assigned):
    assert one_while_the_other(submit, close, assigned) == []
    assert ScoreSheet.objects.get(seat=assigned.seat).submitted_at
    assert Proceedings.of(assigned.entry.edition).judging_closed_at
    assert acts(assigned) == ["scored", "judging_closed"]


def test_scores_submitted_after_the_close_are_refused_whole(assigned):
    (error,) = one_while_the_other(close, submit, assigned)
    assert "judging is closed" in error.message
    assert not ScoreSheet.objects.filter(seat=assigned.seat).exists()
    assert acts(assigned) == ["judging_closed"]


def test_scores_submitted_while_a_recusal_is_declared_are_refused_whole(assigned):
    (error,) = one_while_the_other(step_aside, submit, assigned)
    assert "not yours to score" in error.message
    assert not ScoreSheet.objects.filter(seat=assigned.seat).exists()
    assert acts(assigned) == ["recused"]


def test_scores_submitted_twice_at_one_moment_are_submitted_once(assigned):
    (error,) = one_while_the_other(submit, submit, assigned)
    assert "submitted already" in error.message
    assert acts(assigned) == ["scored"]
