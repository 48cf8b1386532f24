"""Editions whose rules are frozen, and drafts of them with other rules."""

import datetime

from django.utils import timezone
from wagtail.models import Locale

from ecosystem.models import CompetitionPage, Criterion, EligibilityQuestion, EntryQuestion
from ecosystem.tests.factories import CompetitionFactory

DAY = datetime.timedelta(days=1)
REASONS = {"change_reason_lt": "Rašybos klaida.", "change_reason_en": "A spelling mistake."}


def edition(opened=1, **fields):
    """A published edition whose entries opened so many days ago."""
    locale = Locale.get_default()
    return CompetitionFactory(
        **{"entries_open": timezone.now() - opened * DAY, **fields},
        criteria=[
            Criterion(locale=locale, name="Naujumas", weight=60, sort_order=0),
            Criterion(locale=locale, name="Nauda", weight=40, sort_order=1),
        ],
        eligibility=[EligibilityQuestion(locale=locale, text="Veikiame regione.")],
        questions=[
            EntryQuestion(locale=locale, label="Kas nauja?", kind="long", sort_order=0),
            EntryQuestion(
                locale=locale,
                label="Branda",
                kind="choice",
                choices="Bandymas\nGaminys",
                sort_order=1,
            ),
        ],
    )


def draft(page, relation="", number=0, fields=None, **changes):
    """A draft of the page with these values, and others of one of its rows."""
    page = CompetitionPage.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    if relation:
        rows = list(getattr(page, relation).all())
        for name, value in (fields or {}).items():
            setattr(rows[number], name, value)
        setattr(page, relation, rows)
    return page.save_revision()


def public(page):
    return CompetitionPage.objects.get(pk=page.pk)
