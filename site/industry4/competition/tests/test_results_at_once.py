"""Two publish the same results at the same moment, on two real connections: one of them does it."""

import threading
import time
import uuid

import pytest
from django.conf import settings
from django.db import connection

from ecosystem.models import CompetitionAct
from ecosystem.outcome import Judged
from industry4.competition.models import Proceedings, RecordEntry
from industry4.competition.results import publishing

pytestmark = pytest.mark.skipif(
    "sqlite" in settings.DATABASES["default"]["ENGINE"], reason="one writer at once"
)
LONGEST_WAIT = 20


@pytest.fixture
def edition(django_db_setup, django_db_blocker, monkeypatch):
    """The key of an edition that may be published, without its pages; taken away again.

    A test that flushes the database would leave none of what migrations put there.
    """
    monkeypatch.setattr(publishing.Edition, "for_staff", lambda key: None)
    for name, answer in (
        ("obstacles", []),
        ("placements_of", []),
        ("honoured", []),
        ("ranking", None),
        ("judged", Judged(1, 1, 1, 1, 0, "none", 0)),
        ("draft_article", None),
    ):
        monkeypatch.setattr(publishing, name, lambda *args, answer=answer: answer)
    key = uuid.uuid4()
    with django_db_blocker.unblock():
        try:
            yield key
        finally:
            with connection.cursor() as cursor:  # row by row the record keeps what is on it
                cursor.execute("TRUNCATE competition_recordentry")
            for model in (CompetitionAct, Proceedings):
                model.objects.filter(edition=key).delete()
            connection.close()


def waits_for_a_lock():
    """Whether another connection waits for what this one has locked."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_locks join pg_stat_activity using (pid)"
            " where not granted and datname = current_database()"
        )
        return cursor.fetchone()[0] > 0


def test_results_that_two_publish_at_once_are_published_once(edition, monkeypatch):
    did = {}

    def second():
        did["second"] = publishing.publish(edition) is not None
        connection.close()

    other = threading.Thread(target=second)

    def begin_the_other(*args):
        if not other.ident:
            other.start()
            end = time.monotonic() + LONGEST_WAIT
            while not waits_for_a_lock() and time.monotonic() < end:
                time.sleep(0.02)

    monkeypatch.setattr(publishing, "show_results", begin_the_other)
    did["first"] = publishing.publish(edition) is not None
    other.join(LONGEST_WAIT)
    assert did == {"first": True, "second": False}
    assert CompetitionAct.objects.filter(edition=edition).count() == 1
    assert RecordEntry.objects.filter(edition=edition).count() == 1
