"""`manage.py remind_entrants`: drafts that are not submitted two days before the deadline."""

import datetime
from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ecosystem.models import CompetitionPage
from industry4.competition.editions import Edition
from industry4.competition.entering.tasks import mail_entrant
from industry4.competition.models import Entry
from industry4.core.public import public_pages

BEFORE = datetime.timedelta(days=2)


class Command(BaseCommand):
    """Run by `run_due`; each draft is reminded of a deadline once, however often this runs."""

    help = "Remind entrants of drafts two days before entries close."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        closing = public_pages(CompetitionPage).filter(
            entries_close__gt=now, entries_close__lte=now + BEFORE
        )
        for key in set(closing.values_list("translation_key", flat=True)):
            edition = Edition.of(key)
            closes_at = edition.closes_at  # a translation that lags behind may say another
            if edition.takes_entries and closes_at and closes_at <= now + BEFORE:
                remind(key, closes_at)


@transaction.atomic
def remind(edition: Any, closes_at: datetime.datetime) -> None:
    """Enqueue the reminders of an edition that closes within two days.

    Whoever began within these days knows of the deadline. Who was reminded before them was reminded
    of another one, which has been extended since.
    """
    not_yet = Q(reminded_at=None) | Q(reminded_at__lt=closes_at - BEFORE)
    drafts = Entry.objects.select_for_update(skip_locked=True).filter(
        not_yet,
        edition=edition,
        state=Entry.State.DRAFT,
        erased_at=None,
        created_at__lt=closes_at - BEFORE,
    )
    for entry in drafts:
        entry.reminded_at = timezone.now()
        entry.save(update_fields=["reminded_at"])
        mail_entrant.enqueue(entry.pk, "reminder")
