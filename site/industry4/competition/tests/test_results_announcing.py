"""News of the results: a draft in both languages, which says of each what its language says."""

import pytest

from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import Entry, Placement
from industry4.testing.factories import translated
from news.models import ArticlePage
from news.tests.factories import ArticleFactory

from .results import decided

pytestmark = pytest.mark.django_db


def test_news_of_the_results_waits_as_a_draft_in_both_languages():
    translated(ArticleFactory().get_parent().specific)
    judged = decided(1, 2)
    Placement.objects.update(citation_lt='Nes „veikia“ & "sukasi" <greitai>.')
    judged.publish(judged.chair)
    article = ArticlePage.objects.get(locale__language_code="lt", live=False)
    english = ArticlePage.objects.get(locale__language_code="en")
    assert not english.live
    assert english.translation_key == article.translation_key
    assert "The most innovative companies" in english.title
    assert english.slug.startswith("the-most-innovative")
    for page, words in (
        (article, 'veikia“ &amp; "sukasi" &lt;greitai&gt;'),
        (english, "It works."),
    ):
        body = str(page.get_latest_revision_as_object().body.raw_data[1]["value"])
        assert words in body
        assert judged.entries[0].company in body
    subjects = [row.subject_id for row in article.get_latest_revision_as_object().subjects.all()]
    assert subjects == [judged.page().pk]
    article.get_latest_revision().publish()
    english.get_latest_revision().publish()
    english.refresh_from_db()
    assert english.live


def test_each_result_is_told_in_the_words_of_its_language_though_the_others_are_alike():
    translated(ArticleFactory().get_parent().specific)
    judged = decided(1, 2)
    Placement.objects.filter(place=2).update(citation_en="It runs.")  # in Lithuanian the same
    judged.publish()
    english = ArticlePage.objects.get(locale__language_code="en")
    blocks = [str(each["value"]) for each in english.get_latest_revision_as_object().body.raw_data]
    for entry, reason in zip(judged.entries, ("It works.", "It runs."), strict=False):
        [block] = [each for each in blocks if entry.company in each]
        assert reason in block


def test_a_member_is_named_by_its_page_in_each_language():
    translated(ArticleFactory().get_parent().specific)
    judged = decided()
    member = MemberFactory(title="Robotų dirbtuvės")
    translated(member, title="Robot works")
    Entry.objects.filter(pk=judged.entries[0].pk).update(
        member_key=member.translation_key, company="UAB „Gija ir Ko“"
    )
    judged.publish()
    for language, name in (("lt", "Robotų dirbtuvės"), ("en", "Robot works")):
        article = ArticlePage.objects.get(locale__language_code=language, live=False)
        body = str(article.get_latest_revision_as_object().body.raw_data[1]["value"])
        assert name in body
        assert "Gija" not in body
