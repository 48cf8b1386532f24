"""An edition has its dates once: those of the Lithuanian page, in all languages."""

import datetime

import pytest
from django.utils import timezone
from wagtail_localize.models import TranslationSource

from ecosystem.models import CompetitionPage
from ecosystem.stages import Stage
from ecosystem.tests.api import get
from ecosystem.tests.rules import DAY, REASONS, draft, edition, public
from industry4.core.translation.states import State, translations_of
from industry4.delivery.changes.settle import settle
from industry4.delivery.models import Change
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages():
    """An edition in two languages whose entries have just closed."""
    page = edition(opened=30, entries_close=timezone.now() - DAY)
    return page, translated(page)


def extended(page, days=2):
    """The draft of a page with a later deadline."""
    return draft(page, entries_close=timezone.now() + days * DAY)


def test_a_deadline_that_is_extended_holds_in_both_languages_at_once(client, pages):
    page, english = pages
    assert public(english).stage == Stage.CLOSED
    extended(page).publish()
    assert public(english).entries_close == public(page).entries_close
    assert public(english).stage == Stage.OPEN
    assert "Enter the competition" in client.get(english.url).content.decode()


def test_apps_and_whoever_follows_the_log_learn_of_it(client, pages):
    page, english = pages
    assert get(client, f"competitions/{english.pk}/")["stage"] == "closed"
    known = settle()
    extended(page).publish()
    answer = get(client, f"competitions/{english.pk}/")
    assert answer["stage"] == "open"
    assert answer["entries_close"] == get(client, f"competitions/{page.pk}/")["entries_close"]
    changes = Change.objects.filter(position__gt=known)
    assert set(changes.values_list("object_id", flat=True)) >= {page.pk, english.pk}


def test_a_translation_is_not_out_of_date_by_dates_that_it_has(pages):
    page, _english = pages
    extended(page).publish()
    assert translations_of(public(page))["en"].state == State.CURRENT


def test_a_translation_that_is_published_later_brings_no_old_date_back(pages):
    page, english = pages
    waiting = english.save_revision()
    extended(page).publish()
    holds = public(page).entries_close
    waiting.publish()
    assert public(english).entries_close == holds
    source = TranslationSource.objects.get_for_instance(page)
    source.create_or_update_translation(english.locale, publish=True)
    assert public(english).entries_close == holds


def test_a_date_of_a_translation_by_itself_is_none(pages):
    page, english = pages
    extended(english).publish()
    assert public(english).entries_close == public(page).entries_close


def test_a_date_that_is_taken_away_is_gone_in_both(pages):
    page, english = pages
    draft(page, entries_close=None).publish()
    assert public(english).entries_close is None


def test_a_draft_moves_nothing(pages):
    page, english = pages
    extended(page)
    assert public(english).stage == Stage.CLOSED


def test_a_translation_whose_source_is_withdrawn_has_dates_of_its_own(pages):
    page, english = pages
    page.unpublish()
    extended(english).publish()
    assert public(english).stage == Stage.OPEN


def test_an_edition_in_english_alone_has_dates_of_its_own():
    english = translated(edition())
    CompetitionPage.objects.exclude(pk=english.pk).delete()
    later = timezone.localdate() + datetime.timedelta(days=9)
    draft(english, announcement=later, **REASONS).publish()
    assert public(english).announcement == later
