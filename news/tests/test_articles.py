"""Articles: what they are about, and what a reader sees of it."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.tests.factories import CompetitionFactory, InitiativeFactory, MemberFactory
from industry4.media import renditions
from industry4.testing.budgets import cost
from industry4.testing.factories import ImageFactory, multiplied, translated
from news.models import ArticleAuthor, ArticleSubject
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db


def about(*subjects, **kwargs):
    """A published article about these pages."""
    article = ArticleFactory(**kwargs)
    article.subjects = [
        ArticleSubject(locale=article.locale, subject=page, sort_order=number)
        for number, page in enumerate(subjects)
    ]
    article.authors = [ArticleAuthor(locale=article.locale, name="Vardenė Pavardenė")]
    article.save_revision().publish()
    return article


def test_an_article_leads_to_what_it_is_about(client):
    subjects = [MemberFactory(), InitiativeFactory(), EventFactory(), CompetitionFactory()]
    article = about(*subjects)
    html = client.get(article.url).content.decode()
    for page in subjects:
        assert f'href="{page.url}"' in html
    answer = client.get(f"/api/v2/pages/{article.pk}/").json()
    assert [row["target"]["id"] for row in answer["subjects"]] == [page.pk for page in subjects]


def test_a_translation_leads_to_the_translated_page_or_else_to_the_original(client):
    translated_member, other_member = MemberFactory.create_batch(2)
    english_member = translated(translated_member)
    english = translated(about(translated_member, other_member))
    html = client.get(english.url).content.decode()
    assert f'href="{english_member.url}"' in html
    assert f'href="{translated_member.url}"' not in html
    assert f'href="{other_member.url}"' in html


def test_a_subject_that_is_not_public_is_left_out(client):
    member = MemberFactory(title="Slapta UAB")
    article = about(member)
    member.unpublish()
    assert "Slapta UAB" not in client.get(article.url).content.decode()
    answer = client.get(f"/api/v2/pages/{article.pk}/").json()
    assert [row["target"] for row in answer["subjects"]] == [None]


def test_an_article_says_who_wrote_it_and_when(client):
    when = datetime.datetime(2026, 5, 2, 23, 30, tzinfo=timezone.get_default_timezone())
    article = about(published_at=when, category="interview")
    html = client.get(article.url).content.decode()
    assert "Vardenė Pavardenė" in html
    assert "2026 m. gegužės 2 d." in html
    assert "Interviu" in html
    assert "2 May 2026" in client.get(translated(article).url).content.decode()


def test_a_shared_link_has_the_title_the_lead_and_the_picture(client):
    article = about(title="Robotai", intro="Trumpai.", listing_image=ImageFactory())
    renditions.make(article.listing_image)
    html = client.get(article.url).content.decode()
    assert '<meta property="og:title" content="Robotai">' in html
    assert '<meta property="og:description" content="Trumpai.">' in html
    assert '<meta property="og:image" content="http' in html
    assert '<meta property="og:image:alt" content="Robotas prie stalo">' in html


def test_an_article_costs_the_same_queries_for_1_and_for_20_subjects(client):
    members = multiplied(MemberFactory(), 20)
    one, many = about(members[0]), about(*members)
    assert cost(client, one.url) == cost(client, many.url) <= 20
