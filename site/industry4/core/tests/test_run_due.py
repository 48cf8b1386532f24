"""Everything that is due by the clock, in one command."""

from datetime import timedelta

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from home.tests.factories import ContentPageFactory
from industry4.core.management.commands import run_due
from industry4.testing.factories import translated
from news.models import ArticlePage
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def scheduled(page, minutes):
    """The page with a draft that is to be published so many minutes from now."""
    page.save_revision(approved_go_live_at=timezone.now() + timedelta(minutes=minutes))
    return page


def is_live(page):
    return type(page).objects.get(pk=page.pk).live


def test_what_is_scheduled_is_published_when_it_is_due():
    due = scheduled(ArticleFactory(published=False), minutes=-1)
    later = scheduled(ArticleFactory(published=False), minutes=60)
    call_command("run_due")
    assert is_live(due)
    assert not is_live(later)


def test_what_has_expired_is_withdrawn():
    page, other = ArticleFactory.create_batch(2)
    ArticlePage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - timedelta(minutes=1))
    ArticlePage.objects.filter(pk=other.pk).update(expire_at=timezone.now() + timedelta(hours=1))
    call_command("run_due")
    assert not is_live(page)
    assert is_live(other)


def test_running_again_changes_nothing():
    page = scheduled(ArticleFactory(published=False), minutes=-1)
    call_command("run_due")
    before = ArticlePage.objects.get(pk=page.pk).last_published_at
    call_command("run_due")
    assert ArticlePage.objects.get(pk=page.pk).last_published_at == before


def test_a_translation_waits_for_the_page_above_it_and_holds_up_no_other():
    parent = ContentPageFactory()
    page = ContentPageFactory(parent=parent)
    english = translated(page)
    english.unpublish()
    parent.get_translation(english.locale).unpublish()
    scheduled(english, minutes=-2)
    other = scheduled(ArticleFactory(published=False), minutes=-1)
    call_command("run_due")
    assert not is_live(english)
    assert is_live(other)

    translated(parent)
    call_command("run_due")
    assert is_live(english)


def test_one_failure_does_not_hold_up_the_rest_and_is_told(monkeypatch):
    page = scheduled(ArticleFactory(published=False), minutes=-1)
    monkeypatch.setattr(run_due, "DUE", [("no_such_command", []), *run_due.DUE, ("nor_this", [])])
    with pytest.raises(CommandError, match="no_such_command, nor_this"):
        call_command("run_due")
    assert is_live(page)
