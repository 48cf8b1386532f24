"""The translation state of a page: what makes it current, stale, missing."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.tests.factories import ContentPageFactory
from industry4.core.translation.states import State, translations, translations_of
from industry4.testing.factories import home_page, translated
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def states(page):
    return {code: found.state for code, found in translations_of(page).items()}


def publish(page, **changes):
    page = page.specific_class.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision().publish()
    return page


def test_a_page_without_translation_is_a_source_and_missing_in_english():
    assert states(ArticleFactory()) == {"lt": State.SOURCE, "en": State.MISSING}


def test_a_published_translation_is_current():
    article = ArticleFactory()
    english = translated(article)
    assert states(article) == states(english) == {"lt": State.SOURCE, "en": State.CURRENT}


@pytest.mark.parametrize("change", [{"title": "Kitaip"}, {"category": "story"}])
def test_publishing_a_change_of_the_source_makes_the_translation_stale(change):
    article = ArticleFactory()
    translated(article)
    publish(article, **change)
    assert states(article)["en"] == State.STALE


def test_publishing_without_a_change_keeps_the_translation_current():
    article = ArticleFactory()
    translated(article)
    publish(article)
    assert states(article)["en"] == State.CURRENT


def test_a_draft_change_of_the_source_keeps_the_translation_current():
    article = ArticleFactory()
    translated(article)
    article.title = "Dar juodraštis"
    article.save_revision()
    assert states(article)["en"] == State.CURRENT


def test_updating_the_translation_makes_it_current_again():
    article = ArticleFactory()
    translated(article)
    publish(article, title="Kitaip")
    translated(article)
    assert states(article)["en"] == State.CURRENT


def test_a_change_of_the_translation_itself_is_not_a_change_of_the_source():
    article = ArticleFactory()
    english = translated(article)
    publish(english, title="Another title")
    assert states(article)["en"] == State.CURRENT


def test_a_scheduled_translation_of_an_older_source_is_stale_when_it_appears():
    article = ArticleFactory()
    english = translated(article)
    english.unpublish()
    draft = english.save_revision(approved_go_live_at=timezone.now() - timedelta(minutes=1))
    publish(article, title="Kitaip")
    assert states(article)["en"] == State.MISSING
    call_command("run_due")
    assert states(article)["en"] == State.STALE
    assert english.specific_class.objects.get(pk=english.pk).live_revision == draft


def test_deleting_the_translation_makes_it_missing():
    article = ArticleFactory()
    translated(article).delete()
    assert states(article)["en"] == State.MISSING


def test_an_unpublished_or_restricted_translation_is_missing():
    unpublished, restricted = ArticleFactory(), ArticleFactory()
    translated(unpublished).unpublish()
    PageViewRestriction.objects.create(
        page=translated(restricted), restriction_type=PageViewRestriction.LOGIN
    )
    assert states(unpublished)["en"] == states(restricted)["en"] == State.MISSING


def test_an_english_page_without_a_lithuanian_one_is_its_own_source():
    page = ContentPageFactory(parent=home_page("en"), title="Only in English")
    assert states(page) == {"lt": State.MISSING, "en": State.SOURCE}


def test_the_states_of_many_pages_cost_one_query(django_assert_num_queries):
    articles = ArticleFactory.create_batch(5)
    for article in articles[:3]:
        translated(article)
    for count in (1, 5):
        with django_assert_num_queries(1):
            found = translations([article.translation_key for article in articles[:count]])
        assert len(found) == count
