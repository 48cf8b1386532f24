"""News and events on the pages that they are about."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.tests.factories import MemberFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import translated
from news.models import ArticleSubject, EventOrganiser
from news.templatetags.news import articles_about, events_of
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db


def article(subject, **kwargs):
    return ArticleFactory(subjects=[ArticleSubject(subject=subject)], **kwargs)


def event(member, days, **kwargs):
    start = timezone.now() + datetime.timedelta(days=days)
    return EventFactory(
        organisers=[EventOrganiser(member=member)],
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=1),
        **kwargs,
    )


def test_the_latest_three_articles_about_a_page():
    member, now = MemberFactory(), timezone.now()
    found = [article(member, published_at=now - datetime.timedelta(days=days)) for days in range(4)]
    article(MemberFactory())
    assert articles_about(member) == found[:3]


def test_an_article_that_is_not_public_is_left_out():
    member = MemberFactory()
    article(member, published=False)
    assert articles_about(member) == []


def test_an_english_page_has_english_articles():
    member = MemberFactory()
    lithuanian = article(member)
    english = translated(member)
    assert articles_about(english) == []
    written = translated(lithuanian)
    assert articles_about(english) == [written]


def test_the_next_events_of_a_member_soonest_first():
    member = MemberFactory()
    later, sooner, past = event(member, 9), event(member, 2), event(member, -5)
    event(MemberFactory(), 3)
    assert events_of(member) == [sooner, later]
    assert past not in events_of(member)


def test_what_has_been_where_nothing_is_to_come():
    member = MemberFactory()
    older, latest = event(member, -9), event(member, -2)
    assert events_of(member) == [latest, older]


def test_a_member_shows_its_events_and_news_at_the_same_cost(client):
    member = MemberFactory()
    event(member, 2, title="Robotikos diena")
    article(member, title="Nauja linija")
    page = client.get(member.url).content.decode()
    assert "Robotikos diena" in page
    assert "Nauja linija" in page
    once = cost(client, member.url)
    for _ in range(3):
        event(member, 3)
        article(member)
    assert cost(client, member.url) == once
