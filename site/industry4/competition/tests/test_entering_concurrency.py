"""What happens at the same moment, on connections of their own: one outcome each."""

import threading
import time

import pytest
from django.conf import settings as project
from django.core import signing
from django.db import connection, connections, transaction
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import PageLogEntry

from ecosystem.models import (
    CompetitionCategory,
    CompetitionIndexPage,
    CompetitionPage,
    PublishedRules,
)
from industry4.competition.models import Consent, Entry, Proceedings, RecordEntry
from industry4.competition.tests.entering import (
    complete,
    form_of,
    kept,
    link,
    mailed,
    questions,
    soup,
)
from industry4.competition.tests.factories import EntryFactory, new_edition
from industry4.delivery.models import Change, LogHead, PublishedDocument, Touched

pytestmark = pytest.mark.skipif(
    "sqlite" in project.DATABASES["default"]["ENGINE"], reason="one writer at once"
)
PATIENCE = 20
MADE = [
    *(Entry, Proceedings, PublishedRules, DBTaskResult),
    *(Touched, Change, PublishedDocument, LogHead, PageLogEntry),
]


@pytest.fixture
def edition(django_db_setup, django_db_blocker):
    """An edition that is really committed, so that other connections see it; taken away again."""
    with django_db_blocker.unblock():
        had_index = CompetitionIndexPage.objects.exists()
        try:
            yield new_edition(year=2026)
        finally:
            for model in MADE:
                model.objects.all().delete()
            for page in CompetitionPage.objects.all():
                page.delete()
            CompetitionCategory.objects.all().delete()
            if not had_index:
                CompetitionIndexPage.objects.get().delete()
            for model in MADE:
                model.objects.all().delete()
            with connection.cursor() as cursor:  # rows of the record are never deleted
                cursor.execute("TRUNCATE competition_recordentry")
            connection.close()


def at_once(held, *requests, before_they_go_on=lambda: None):
    """Answers to requests that all wait for the row `held` until it is given free.

    Each request is a function of a client; it runs on a connection of its own.
    """
    answers = [None] * len(requests)

    def run(place, send):
        try:
            answers[place] = send(Client())
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=run, args=(place, send)) for place, send in enumerate(requests)
    ]
    with transaction.atomic():
        list(type(held).objects.select_for_update().filter(pk=held.pk))
        for thread in threads:
            thread.start()
        wait_for(len(threads))
        before_they_go_on()
    for thread in threads:
        thread.join(PATIENCE)
    return answers


def wait_for(count):
    """Until so many connections wait for a lock."""
    until = time.monotonic() + PATIENCE
    with connection.cursor() as cursor:
        while time.monotonic() < until:
            cursor.execute("SELECT count(DISTINCT pid) FROM pg_locks WHERE NOT granted")
            if cursor.fetchone()[0] >= count:
                return
            time.sleep(0.01)
    raise AssertionError("Nobody waits.")


def ready(edition):
    """An entry that lacks nothing but to be submitted."""
    entry = EntryFactory(edition=edition)
    complete(Client(), entry, edition)
    return entry


def submitting(entry):
    """The request by which the entry is submitted."""
    page = Client().get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    return lambda client: client.post(link(entry, "preview"), form)


def withdrawing(entry):
    return lambda client: client.post(link(entry, "withdraw"))


def saving(entry, **changes):
    form = {**form_of(Client().get(link(entry))), **changes, "save": "1"}
    return lambda client: client.post(link(entry), form)


def acts():
    return list(RecordEntry.objects.values_list("act", flat=True))


def test_of_two_submissions_one_counts_and_both_are_told_so(edition):
    entry = ready(edition)
    answers = at_once(Proceedings.of(edition.key), submitting(entry), submitting(entry))
    assert [answer.status_code for answer in answers] == [302, 302]
    assert (kept(entry).state, kept(entry).number) == ("submitted", 1)
    assert acts() == ["submitted"]
    assert Consent.objects.count() == 1
    assert mailed() == [(entry.pk, "submitted")]


def test_two_entries_get_two_numbers(edition):
    entries = [ready(edition) for _two in range(2)]
    at_once(Proceedings.of(edition.key), *(submitting(entry) for entry in entries))
    assert sorted(kept(entry).number for entry in entries) == [1, 2]


def test_whoever_waits_while_the_deadline_passes_is_too_late(edition):
    entry = ready(edition)
    pages = CompetitionPage.objects.filter(translation_key=edition.key)
    [answer] = at_once(
        Proceedings.of(edition.key),
        submitting(entry),
        before_they_go_on=lambda: pages.update(entries_close=timezone.now()),
    )
    assert answer.status_code == 409
    assert kept(entry).state == "draft"
    assert kept(entry).number is None
    assert acts() == []


def test_submitted_and_withdrawn_it_is_withdrawn(edition):
    entry = ready(edition)
    answers = at_once(Proceedings.of(edition.key), submitting(entry), withdrawing(entry))
    assert kept(entry).state == "withdrawn"
    if acts() == ["withdrawn"]:
        assert [answer.status_code for answer in answers] == [409, 302]
    else:
        assert acts() == ["submitted", "withdrawn"]
        assert [answer.status_code for answer in answers] == [302, 302]


def test_submitted_and_saved_one_of_them_is_told(edition):
    entry = ready(edition)
    answers = at_once(entry, submitting(entry), saving(entry, innovation="Kitas"))
    said = [answer.status_code for answer in answers]
    assert sorted(said) == [302, 409]
    is_submitted = said[0] == 302
    assert kept(entry).state == ("submitted" if is_submitted else "draft")
    assert kept(entry).innovation == ("Virinantis robotas" if is_submitted else "Kitas")


def test_of_two_windows_the_second_one_learns_of_the_first(edition):
    entry = ready(edition)
    name = questions(edition)["long"]
    answers = at_once(entry, *(saving(entry, **{name: text}) for text in ("Vienas", "Kitas")))
    assert sorted(answer.status_code for answer in answers) == [302, 409]
    [told] = [answer for answer in answers if answer.status_code == 409]
    [first] = Entry.objects.get().answers.filter(question=name.removeprefix("question-"))
    assert first.text in soup(told).select_one(".entry-stored").get_text()
    assert {first.text, form_of(told)[name]} == {"Vienas", "Kitas"}


def test_one_address_that_begins_twice_has_one_entry(edition):
    started = signing.dumps(int(time.time()) - 10, salt="entry")
    form = {
        "email": "vardene@imone.example",
        "company": "Robotai UAB",
        "contact_name": "Vardenė",
        "remark": "",
        "started": started,
    }

    def begin(client):
        return client.post("/paraiskos/2026/", form)

    answers = at_once(Proceedings.of(edition.key), begin, begin)
    assert [answer.status_code for answer in answers] == [302, 302]
    assert Entry.objects.count() == 1
