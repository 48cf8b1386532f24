"""When entries are erased: after the months that an edition names, and never while it goes on."""

import datetime
import uuid

import pytest
from django.core.management import call_command
from django.utils import timezone

from ecosystem.models import CompetitionAct
from industry4.competition.models import Entry, record
from industry4.competition.results import erasure

from .factories import EntryFactory, new_edition
from .results import ago

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "months, announced, published, is_due",
    [
        (24, 26, 26, True),
        (24, 22, 22, False),
        (24, 26, 22, False),
        (24, 22, 26, False),
        (12, 13, 13, True),
        (24, 26, None, True),
        (24, 22, None, False),
        (24, None, None, True),
    ],
)
def test_the_time_counts_from_the_announcement_or_the_publication_else_from_the_close_of_entries(
    months, announced, published, is_due
):
    edition = new_edition(
        categories=0,
        keep_months=months,
        entries_open=ago(40),
        entries_close=ago(39),
        jury_from=None,
        jury_to=None,
        ceremony=None,
        announcement=announced and timezone.localdate(ago(announced)),
    )
    if published:
        CompetitionAct.objects.create(edition=edition.key, kind="published", at=ago(published))
    EntryFactory(edition=edition)
    assert (edition.key in erasure.due()) is is_due


@pytest.mark.parametrize("kind", ["scored", "decided", "scheduled"])
def test_an_edition_that_goes_on_is_left_alone_whatever_its_dates_say(kind):
    edition = new_edition(
        categories=0,
        keep_months=1,
        entries_open=ago(40),
        entries_close=ago(39),
        jury_from=None,
        jury_to=None,
        ceremony=None,
        announcement=timezone.localdate(ago(38)),
    )
    EntryFactory(edition=edition)
    assert erasure.due() == [edition.key]
    record(edition.key, kind)
    assert erasure.due() == []


def test_an_edition_without_dates_is_erased_after_its_last_entry():
    edition = new_edition(
        categories=0,
        entries_open=None,
        entries_close=None,
        jury_from=None,
        jury_to=None,
        announcement=None,
        ceremony=None,
    )
    for months in (30, 26):
        entry = EntryFactory(edition=edition)
        Entry.objects.filter(pk=entry.pk).update(saved_at=ago(months))
    assert erasure.due() == [edition.key]
    Entry.objects.filter(pk=entry.pk).update(saved_at=ago(22))
    assert erasure.due() == []


def test_entries_of_an_edition_whose_pages_are_gone_are_erased_as_well():
    key = uuid.uuid4()
    EntryFactory(edition=key, state="submitted")
    assert erasure.due() == []
    Entry.objects.update(saved_at=ago(26))
    call_command("erase_entries", verbosity=0)
    assert not Entry.objects.exclude(company="").exists()


@pytest.mark.parametrize(
    "day, months, expected",
    [
        ((2024, 1, 31), 1, (2024, 2, 29)),
        ((2025, 11, 30), 3, (2026, 2, 28)),
        ((2024, 12, 5), 24, (2026, 12, 5)),
    ],
)
def test_months_end_with_their_last_day(day, months, expected):
    assert erasure.months_after(datetime.date(*day), months) == datetime.date(*expected)
