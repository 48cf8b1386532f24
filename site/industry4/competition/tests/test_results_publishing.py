"""Publishing results: never by a date alone, in both languages, once, all of it or nothing."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.utils import timezone
from django.utils.translation import override

from ecosystem.models import CompetitionAct, CompetitionPage, CompetitionResult
from ecosystem.tests.factories import CategoryFactory
from industry4.competition.models import Entry, Placement, Proceedings, RecordEntry
from industry4.competition.results import publishing
from industry4.testing.factories import translated
from news.models import ArticlePage

from .factories import RecusalFactory
from .results import Judged, decided

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """What is refused is said in the active language."""
    with override("en"):
        yield


def ago(**much):
    return timezone.now() - datetime.timedelta(**much)


def at(judged, moment):
    """Set the moment of publication."""
    Proceedings.objects.filter(edition=judged.key).update(publish_at=moment)


def test_a_date_alone_publishes_nothing():
    judged = Judged(english=True)
    judged.place(1)
    at(judged, ago(hours=1))
    call_command("publish_results")
    assert not judged.is_public


def test_the_clock_publishes_what_is_decided():
    judged = decided()
    at(judged, ago(hours=1))
    call_command("publish_results")
    assert judged.is_public
    assert RecordEntry.objects.get(act="published").by is None


def test_a_decision_after_the_moment_waits_for_another():
    judged = Judged(english=True)
    judged.place(1)
    at(judged, ago(hours=1))
    judged.decide()
    call_command("publish_results")
    assert not judged.is_public
    assert Proceedings.objects.get(edition=judged.key).publish_at is None
    assert RecordEntry.objects.get(act="scheduled").by == judged.chair


def test_a_decision_before_the_moment_leaves_it():
    judged = Judged(english=True)
    judged.place(1)
    at(judged, timezone.now() + datetime.timedelta(hours=1))
    judged.decide()
    assert Proceedings.objects.get(edition=judged.key).publish_at is not None
    assert not RecordEntry.objects.filter(act="scheduled").exists()


def test_nothing_is_published_before_its_moment():
    judged = decided()
    at(judged, timezone.now() + datetime.timedelta(minutes=1))
    call_command("publish_results")
    assert not judged.is_public


@pytest.mark.parametrize("language", ["lt", "en"])
def test_results_wait_until_the_page_is_public_in_both_languages(language):
    judged = decided()
    page = judged.page(language)
    page.unpublish()
    at(judged, ago(hours=1))
    call_command("publish_results")
    assert not CompetitionAct.objects.filter(kind="published").exists()
    assert not CompetitionResult.objects.exists()
    page.refresh_from_db()
    page.get_latest_revision().publish()
    call_command("publish_results")
    assert judged.is_public


def test_a_text_in_one_language_alone_holds_the_results_up():
    judged = decided()
    Placement.objects.filter(place=1).update(citation_en="")
    with pytest.raises(ValidationError, match="one language only"):
        judged.publish()
    assert not judged.is_public


def test_a_category_without_a_name_in_a_language_holds_the_results_up():
    judged = Judged(english=True)
    category = CategoryFactory(name="Tik lietuviška")
    Entry.objects.filter(pk=judged.entries[0].pk).update(category=category)
    judged.place(1)
    judged.decide(reason="Taip.")
    with pytest.raises(ValidationError, match="not translated: Tik lietuviška"):
        judged.publish()
    assert not judged.is_public
    translated(category)
    assert judged.publish()
    names = CompetitionResult.objects.order_by("locale__language_code").values_list(
        "category__name", flat=True
    )
    assert list(names) == ["EN Tik lietuviška", "Tik lietuviška"]


def test_a_page_that_is_not_in_order_holds_the_results_up():
    judged = decided()
    page = judged.page("lt")
    CompetitionPage.objects.filter(pk=page.pk).update(announcement=datetime.date(2020, 1, 1))
    with pytest.raises(ValidationError, match="has to be corrected first"):
        judged.publish()
    assert not CompetitionResult.objects.exists()


def test_one_failure_does_not_hold_up_other_editions(monkeypatch):
    broken, sound = decided(), decided()
    for each in (broken, sound):
        at(each, ago(hours=1))
    really = publishing.draft_article

    def draft_article(edition, *args):
        if edition.key == broken.key:
            raise RuntimeError
        return really(edition, *args)

    monkeypatch.setattr(publishing, "draft_article", draft_article)
    with pytest.raises(CommandError, match=str(broken.key)):
        call_command("publish_results")
    assert sound.is_public
    assert not broken.is_public
    monkeypatch.undo()
    call_command("publish_results")
    assert broken.is_public


def test_what_is_erased_is_not_published_by_the_clock():
    judged = decided()
    at(judged, ago(hours=1))
    Proceedings.objects.filter(edition=judged.key).update(erased_at=timezone.now())
    call_command("publish_results")
    assert not judged.is_public


def test_results_are_published_once():
    judged = decided()
    assert judged.publish()
    assert not judged.publish()
    assert CompetitionResult.objects.filter(edition=judged.page()).count() == 2
    assert RecordEntry.objects.filter(act="published").count() == 1
    assert ArticlePage.objects.count() == 0


def test_a_failure_leaves_nothing_behind(monkeypatch):
    judged = decided()

    def fail(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(publishing, "draft_article", fail)
    with pytest.raises(RuntimeError):
        judged.publish()
    assert not CompetitionResult.objects.exists()
    assert not CompetitionAct.objects.filter(kind="published").exists()


def test_how_it_was_judged_stays_when_rows_change(client):
    judged = Judged((9, 8, 7), english=True, normalisation="z_score")
    RecusalFactory(seat=judged.seats[2], entry=judged.entries[2])
    judged.place(2, 1)
    judged.decide(reason="Taip.", accepted="Taip.")
    judged.publish()
    summary = {
        "entries": 3,
        "eligible": 3,
        "jurors": 3,
        "sheets": 6,
        "recusals": 1,
        "normalisation": "z_score",
        "departures": 1,
    }
    assert summary.items() <= vars(judged.page().judged).items()
    Entry.objects.filter(pk=judged.entries[2].pk).delete()
    answer = client.get(f"/api/delivery/v1/competitions/{judged.page('en').pk}/").json()
    sentences = answer["summary"].pop("sentences")
    assert summary.items() <= answer["summary"].items()
    assert "In 1 case a juror had a conflict of interest" in " ".join(sentences)
    assert "z-scores" in " ".join(sentences)
    assert "the chair’s decision is not that of the ranking" in sentences[-1]
