"""Events on the pages of those who organise them."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.tests.api import get
from ecosystem.tests.factories import MemberFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import translated
from news.models import EventOrganiser
from news.templatetags.news import events_of
from news.tests.factories import EventFactory

pytestmark = pytest.mark.django_db


def event(member, days, **kwargs):
    start = timezone.now() + datetime.timedelta(days=days)
    return EventFactory(
        organisers=[EventOrganiser(member=member)],
        starts_at=start,
        ends_at=start + datetime.timedelta(hours=1),
        **kwargs,
    )


def test_the_next_events_stand_first_soonest_first():
    member = MemberFactory()
    later, sooner = event(member, 9), event(member, 2)
    event(MemberFactory(), 3)
    assert events_of(member) == [sooner, later]


def test_then_those_that_have_been_latest_first():
    member = MemberFactory()
    _oldest, older, latest, next_one = (event(member, days) for days in (-19, -9, -2, 4))
    assert events_of(member) == [next_one, latest, older]


def test_an_event_that_names_its_organiser_twice_is_one_event():
    member = MemberFactory()
    twice = EventFactory(organisers=[EventOrganiser(member=member), EventOrganiser(member=member)])
    others = [event(member, days) for days in (8, 9)]
    assert events_of(member) == [twice, *others]


def test_an_event_that_is_not_public_is_left_out():
    member = MemberFactory()
    event(member, 2, published=False)
    assert events_of(member) == []


def test_each_language_has_its_own():
    member = MemberFactory()
    lithuanian = event(member, 2)
    english = translated(member)
    assert events_of(english) == []
    written = translated(lithuanian)
    assert events_of(english) == [written]
    assert events_of(member) == [lithuanian]


def test_the_page_of_a_member_shows_them_at_the_same_cost(client):
    member = MemberFactory()
    event(member, 2, title="Robotikos diena")
    assert "Robotikos diena" in client.get(member.url).content.decode()
    once = cost(client, member.url)
    event(member, 3)
    event(member, 4)
    assert cost(client, member.url) == once


def test_apps_read_the_same(client):
    member = MemberFactory()
    found = [event(member, 2, title="Robotikos diena"), event(member, -2, status="cancelled")]
    events = get(client, f"members/{member.pk}/")["events"]
    assert [each["page"]["title"] for each in events] == [each.title for each in found]
    assert [each["status"] for each in events] == ["scheduled", "cancelled"]
    assert events[0]["starts_at"].endswith(("+02:00", "+03:00"))
