"""Events: when they are, what is refused, and which are upcoming, past, of a month."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ecosystem.tests.factories import MemberFactory
from industry4.testing.editors import edit_form, send_form, sign_in
from news.models import EventOrganiser, EventPage
from news.tests.factories import EventFactory

pytestmark = pytest.mark.django_db

HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)


def local(*when):
    """A moment of Lithuanian time."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())


def settled(**values):
    """An event after its hours were settled."""
    event = EventPage(**values)
    event.settle_hours()
    return event


def refused(**values):
    """The fields that the refusal of an event names."""
    with pytest.raises(ValidationError) as refusal:
        EventFactory.build(slug="renginys", **values).full_clean()
    return set(refusal.value.error_dict) - {"path", "depth", "locale"}


def test_an_event_without_an_end_ends_as_it_starts():
    start = local(2026, 5, 2, 10)
    assert settled(starts_at=start).ends_at == start


def test_an_event_of_all_day_fills_its_day():
    event = settled(starts_at=local(2026, 5, 2, 10), all_day=True)
    assert event.starts_at == local(2026, 5, 2)
    assert event.ends_at == local(2026, 5, 2, 23, 59, 59)


def test_an_event_of_several_days_fills_all_of_them():
    event = settled(starts_at=local(2026, 5, 2, 10), ends_at=local(2026, 5, 4, 9), all_day=True)
    assert (event.starts_at, event.ends_at) == (local(2026, 5, 2), local(2026, 5, 4, 23, 59, 59))
    assert event.several_days


@pytest.mark.parametrize("month, offset", [(3, 29), (10, 25)])
def test_a_day_on_which_the_clock_changes_is_filled_as_any_other(month, offset):
    event = settled(starts_at=local(2026, month, offset, 12), all_day=True)
    assert event.starts_at == local(2026, month, offset)
    assert event.ends_at == local(2026, month, offset, 23, 59, 59)
    assert not event.several_days


def test_the_days_of_an_event_are_those_of_vilnius():
    start = datetime.datetime(2026, 5, 1, 22, tzinfo=datetime.UTC)  # 1 in the morning of 2 May
    assert settled(starts_at=start, all_day=True).starts_at == local(2026, 5, 2)
    assert not settled(starts_at=start, ends_at=start + 20 * HOUR).several_days


def test_a_draft_without_an_end_can_be_saved():
    event = EventFactory(ends_at=None, published=False)
    assert EventPage.objects.get(pk=event.pk).ends_at == event.starts_at


def test_an_end_before_the_start_is_refused_and_named():
    start = timezone.now()
    assert refused(starts_at=start, ends_at=start - HOUR) == {"ends_at"}


def test_an_event_that_the_editor_lets_end_before_its_start_is_not_published(client):
    event = EventFactory()
    data = edit_form(sign_in(client), event)
    data["ends_at"] = (timezone.localtime(event.starts_at) - DAY).strftime("%Y-%m-%d %H:%M")
    response = send_form(client, event, data, "action-publish")
    assert "The end cannot be before the start." in response.content.decode()
    assert list(response.context["form"].errors) == ["ends_at"]


def test_registration_cannot_close_after_the_event():
    start = timezone.now()
    event = {"starts_at": start, "ends_at": start + HOUR}
    assert refused(**event, registration_deadline=start + 2 * HOUR) == {"registration_deadline"}
    EventPage(**event, registration_deadline=start + HOUR).clean()


def test_a_price_below_zero_is_refused():
    assert refused(price=Decimal("-0.01")) == {"price"}


def test_an_online_event_has_no_venue():
    assert refused(attendance="online", venue="RoboLabas") == {"venue"}
    for attendance in ("onsite", "both"):
        EventPage(attendance=attendance, venue="RoboLabas").clean()


@pytest.mark.parametrize("who", ["nobody", "both"])
def test_an_organiser_is_a_member_or_a_name(who):
    member = MemberFactory()
    organiser = EventOrganiser(
        member=member if who == "both" else None, name="Savivaldybė" if who == "both" else ""
    )
    with pytest.raises(ValidationError) as refusal:
        organiser.clean()
    assert list(refusal.value.error_dict) == ["member"]
    EventOrganiser(name="Savivaldybė").clean()
    EventOrganiser(member=member).clean()


def test_upcoming_events_have_not_ended_and_stand_soonest_first():
    now = timezone.now()
    later = EventFactory(starts_at=now + 2 * DAY)
    running = EventFactory(starts_at=now - DAY, ends_at=now + DAY)
    past = EventFactory(starts_at=now - 2 * DAY)
    long_past = EventFactory(starts_at=now - 9 * DAY)
    assert list(EventPage.objects.upcoming()) == [running, later]
    assert list(EventPage.objects.past()) == [past, long_past]
    assert [event.is_past for event in (running, later, past)] == [False, False, True]


def test_an_event_is_of_every_month_in_which_it_takes_place():
    event = EventFactory(starts_at=local(2026, 4, 30, 10), ends_at=local(2026, 6, 1, 10))
    found = [month for month in range(1, 13) if event in EventPage.objects.of_month(2026, month)]
    assert found == [4, 5, 6]


@pytest.mark.parametrize(
    "start, end, months",
    [
        ((2026, 4, 30, 22), (2026, 4, 30, 23, 59, 59), [4]),
        ((2026, 5, 1, 0, 0), (2026, 5, 1, 1), [5]),
        ((2026, 4, 30, 23), (2026, 5, 1, 0, 30), [4, 5]),
        ((2026, 12, 31, 23), (2026, 12, 31, 23, 30), [12]),
    ],
)
def test_a_month_begins_at_midnight_in_vilnius(start, end, months):
    event = EventFactory(starts_at=local(*start), ends_at=local(*end))
    found = [month for month in range(1, 13) if event in EventPage.objects.of_month(2026, month)]
    assert found == months


@pytest.mark.parametrize(
    "changes, is_open",
    [
        ({}, True),
        ({"registration_url": ""}, False),
        ({"status": "cancelled"}, False),
        ({"status": "postponed"}, False),
        ({"registration_deadline": timezone.now() - HOUR}, False),
        ({"registration_deadline": timezone.now() + DAY}, True),
        ({"starts_at": timezone.now() - 2 * DAY, "ends_at": timezone.now() - DAY}, False),
    ],
)
def test_one_can_register_for_a_coming_event_before_its_deadline(changes, is_open):
    start = timezone.now() + 7 * DAY
    event = {"starts_at": start, "ends_at": start + HOUR, "registration_url": "https://a.example"}
    assert EventPage(**event | changes).registration_is_open is is_open


def test_the_page_of_an_event_says_when_where_and_for_how_much(client):
    event = EventFactory(
        starts_at=local(2026, 5, 2, 10),
        ends_at=local(2026, 5, 2, 12, 30),
        venue="RoboLabas",
        address="Laisvės a. 1, Panevėžys",
        price=0,
        capacity=1200,
    )
    html = client.get(event.url).content.decode()
    assert "2026 m. gegužės 2 d." in html
    assert 'datetime="2026-05-02T10:00+03:00"' in html
    assert "RoboLabas" in html
    assert "Laisvės a. 1" in html


@pytest.mark.parametrize("status, word", [("cancelled", "Atšaukta"), ("postponed", "Atidėta")])
def test_an_event_that_does_not_take_place_says_so_on_its_page_and_in_lists(client, status, word):
    event = EventFactory(status=status)
    for address in (event.url, "/renginiai/", "/"):
        assert word in client.get(address).content.decode(), address
