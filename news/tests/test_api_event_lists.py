"""Lists of events in the delivery API: which events, in what order, at what cost."""

import datetime
import time

import pytest
from django.core.cache.backends import locmem
from django.db import connection
from django.utils import timezone
from wagtail.models import Page

from ecosystem.tests.api import BUDGET, HOSTILE, ROOT, costs, get, refused, titles
from ecosystem.tests.factories import MemberFactory, SectorFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import multiplied, translated
from news.models import EventPage
from news.tests.factories import ArticleFactory, EventFactory, event_by, full_event, member_in

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def local(*when):
    """A moment of Lithuanian time."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())


# Which events


def test_each_language_has_its_own_list(client):
    english = translated(EventFactory(title="Robotikos diena"), title="Robot day")
    EventFactory(title="Only in English", parent=english.get_parent())
    assert titles(client, "events/") == titles(client, "events/?locale=lt") == ["Robotikos diena"]
    assert set(titles(client, "events/?locale=en")) == {"Robot day", "Only in English"}


def test_fallback_adds_what_exists_only_in_the_other_language(client):
    now = timezone.now()
    english = translated(EventFactory(title="A", starts_at=now + DAY), title="EN A")
    EventFactory(title="B", starts_at=now + 2 * DAY)
    EventFactory(title="EN C", parent=english.get_parent(), starts_at=now + 3 * DAY)
    assert titles(client, "events/?fallback=true") == ["A", "B", "EN C"]
    assert titles(client, "events/?fallback=true&locale=en") == ["EN A", "B", "EN C"]
    assert titles(client, "events/?fallback=false&locale=en") == ["EN A", "EN C"]


def test_an_event_is_past_when_it_has_ended(client):
    now = timezone.now()
    EventFactory(title="Vyksta", starts_at=now - DAY, ends_at=now + DAY)
    EventFactory(title="Bus", starts_at=now + DAY)
    EventFactory(title="Buvo", starts_at=now - 2 * DAY)
    EventFactory(title="Seniai", starts_at=now - 9 * DAY)
    assert titles(client, "events/?period=upcoming") == ["Vyksta", "Bus"]
    assert titles(client, "events/?period=past") == ["Buvo", "Seniai"]
    assert titles(client, "events/") == ["Seniai", "Buvo", "Vyksta", "Bus"]


@pytest.mark.parametrize(
    "value",
    [
        "2026-05-02",  # a day begins at midnight in Lithuania
        "2026-05-02T00:00:00%2B03:00",
        "2026-05-01T21:00:00Z",
        "2026-05-01T23:00:00%2B02:00",
        "2026-05-02T00:00:00",  # without an offset: Lithuanian time
        "2026-05-02T00:00",
    ],
)
def test_a_moment_divides_events_in_two(client, value):
    EventFactory(title="Prieš", starts_at=local(2026, 5, 1, 23, 59, 59))
    EventFactory(title="Tada", starts_at=local(2026, 5, 2))
    assert titles(client, f"events/?starts_after={value}") == ["Tada"]
    assert titles(client, f"events/?starts_before={value}") == ["Prieš"]


@pytest.mark.parametrize(
    "name, values",
    [
        ("status", ["scheduled", "postponed", "cancelled"]),
        ("attendance", ["onsite", "online", "both"]),
    ],
)
def test_a_filter_finds_those_that_it_says_and_no_others(client, name, values):
    for value in values:
        EventFactory(title=value, **{name: value})
    for value in values:
        assert titles(client, f"events/?{name}={value}") == [value]


def test_events_are_found_by_organiser_in_either_language(client):
    member = MemberFactory()
    english = translated(member)
    wanted = event_by(MemberFactory(), member, title="Jo")
    event_by(MemberFactory(), title="Kito")
    event_by("Savivaldybė", title="Savivaldybės")
    translated(wanted, title="Theirs")
    for pk in (member.pk, english.pk):
        assert titles(client, f"events/?organiser={pk}") == ["Jo"]
        assert titles(client, f"events/?organiser={pk}&locale=en") == ["Theirs"]


def test_events_are_found_by_the_sector_of_an_organiser_in_either_language(client):
    metal, wood = SectorFactory(slug="metalas"), SectorFactory(slug="mediena")
    translated(metal, slug="metalas")
    wanted = event_by(member_in(metal, wood), title="Metalo")
    event_by(member_in(wood), title="Medienos")
    event_by("Savivaldybė", title="Savivaldybės")
    translated(wanted, title="Of metal")
    assert titles(client, "events/?sector=metalas") == ["Metalo"]
    assert titles(client, "events/?sector=metalas&locale=en") == ["Of metal"]
    assert set(titles(client, "events/?sector=mediena")) == {"Metalo", "Medienos"}
    assert titles(client, "events/?sector=plastikas") == []


def test_an_event_that_matches_twice_is_listed_once(client):
    metal = SectorFactory(slug="metalas")
    member = member_in(metal)
    event_by(member, member_in(metal), member)
    for query in (f"organiser={member.pk}", "sector=metalas"):
        answer = get(client, f"events/?{query}")
        assert (answer["count"], len(answer["items"])) == (1, 1), query


def test_an_id_of_nothing_finds_nothing(client):
    event_by(MemberFactory())
    assert titles(client, f"events/?organiser={2**31 - 1}") == []


def test_filters_hold_together(client):
    member, now = MemberFactory(), timezone.now()
    event_by(member, title="Taip", attendance="online", starts_at=now + DAY)
    event_by(member, title="Vietoje", attendance="onsite", starts_at=now + DAY)
    event_by(member, title="Buvo", attendance="online", starts_at=now - 2 * DAY)
    event_by(MemberFactory(), title="Kito", attendance="online", starts_at=now + DAY)
    query = f"organiser={member.pk}&attendance=online&period=upcoming"
    assert titles(client, f"events/?{query}") == ["Taip"]


def test_events_are_listed_as_asked(client):
    now = timezone.now()
    for days, title in ((1, "B"), (3, "A"), (2, "C")):
        EventFactory(title=title, starts_at=now + days * DAY)
    for order, expected in {
        "starts_at": ["B", "C", "A"],
        "-starts_at": ["A", "C", "B"],
        "title": ["A", "B", "C"],
        "-title": ["C", "B", "A"],
    }.items():
        assert titles(client, f"events/?order={order}") == expected, order


def test_an_order_holds_for_past_events_as_well(client):
    now = timezone.now()
    for days, title in ((2, "A"), (3, "B")):
        EventFactory(title=title, starts_at=now - days * DAY)
    assert titles(client, "events/?period=past&order=starts_at") == ["B", "A"]


def test_next_and_previous_walk_through_the_whole_list_once(client):
    when = timezone.now() + DAY
    for number in range(7):  # of one moment, so that only the order of the list tells them apart
        EventFactory(title=f"Nr. {number}", starts_at=when)
    whole = titles(client, "events/?order=-starts_at")
    forth, back = [], []
    address = f"{ROOT}events/?order=-starts_at&limit=3&period=upcoming"
    while address:
        answer = client.get(address).json()
        forth += [item["title"] for item in answer["items"]]
        last, address = address, answer["next"]
    assert forth == whole
    address = last
    while address:
        answer = client.get(address).json()
        back = [item["title"] for item in answer["items"]] + back
        address = answer["previous"]
    assert back == whole


# How many there are


def test_the_count_is_of_the_whole_list_whatever_part_is_asked_for(client):
    events = [EventFactory(starts_at=timezone.now() + day * DAY) for day in range(5)]
    for part in ("limit=2", "limit=2&offset=4", "limit=5", "limit=20", "offset=5", "offset=99"):
        assert get(client, f"events/?{part}")["count"] == len(events)
    EventFactory()
    assert get(client, "events/?limit=2")["count"] == 6
    events[0].unpublish()
    assert get(client, "events/?limit=2")["count"] == 5
    assert get(client, "events/?limit=2&locale=en")["count"] == 0


def test_the_count_follows_the_clock(client, monkeypatch):
    now = timezone.now()
    hour = datetime.timedelta(hours=1)
    for _number in range(2):
        EventFactory(starts_at=now + DAY)
    expires = EventFactory(starts_at=now + DAY, expire_at=now + hour)
    ends = EventFactory(starts_at=now - DAY, ends_at=now + hour)
    assert get(client, "events/?limit=1")["count"] == 4
    assert get(client, "events/?limit=1&period=upcoming")["count"] == 4

    # Two hours later, for the database (to which no change is told) and for the cache.
    EventPage.objects.filter(pk=expires.pk).update(expire_at=now - hour)
    EventPage.objects.filter(pk=ends.pk).update(ends_at=now - hour)
    moment = time.time() + 2 * hour.total_seconds()
    monkeypatch.setattr(locmem.time, "time", lambda: moment)
    assert get(client, "events/?limit=1")["count"] == 3
    assert get(client, "events/?limit=1&period=upcoming")["count"] == 2


def test_a_list_is_counted_once_until_something_changes(client, django_assert_num_queries):
    for _number in range(4):
        EventFactory()
    whole = f"{ROOT}events/?limit=20"  # has the documents made, and needs no count
    parts = [f"{ROOT}events/?limit=1&offset={offset}" for offset in range(3)]
    client.get(whole)
    client.get(parts[0])
    for part in parts:
        with django_assert_num_queries(3):
            client.get(part)
    EventFactory()
    client.get(whole)
    with django_assert_num_queries(4):
        client.get(parts[1])


# Refusals


@pytest.mark.parametrize(
    "name, value",
    [
        *[
            (name, value)
            for name in ("organiser", "status", "attendance", "period")
            for value in HOSTILE
        ],
        *[
            (name, value)
            for name in ("starts_after", "starts_before")
            for value in ("x", "", "%00", "2026-02-30", "2026", "1777593600", "9" * 10_000)
        ],
        *[("sector", value) for value in ("", "%00", "a b", "mėta", "a" * 10_000)],
        ("order", "pk"),
        ("category", "news"),
        ("nonsense", "1"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_named(client, name, value):
    assert refused(client, f"events/?{name}={value}") == [name]


def test_what_is_no_public_event_is_not_found(client):
    for pk in (EventFactory(published=False).pk, ArticleFactory().pk, 2**31 - 1):
        get(client, f"events/{pk}/", status=404)
    assert titles(client, "events/") == []


# Cost


def test_a_list_costs_the_same_queries_for_1_and_for_20(client):
    for _number in range(20):
        full_event()
    for view, most in [("card", 4), ("full", BUDGET)]:
        found = costs(client, "events", view)
        assert found[0] == found[1] <= most


def test_an_event_costs_few_queries(client):
    assert cost(client, f"{ROOT}events/{full_event().pk}/") <= BUDGET


def test_a_list_costs_the_same_queries_among_10_000_events(client):
    full_event()
    address = f"{ROOT}events/?view=full&limit=20"
    few = cost(client, address)
    crowd(10_000)
    assert client.get(address).json()["count"] == 10_001
    assert cost(client, address) == few <= BUDGET


def crowd(count):
    """That many events more, later than all others."""
    later = EventFactory(starts_at=timezone.now() + 400 * DAY)
    multiplied(later, count - 1)
    with connection.cursor() as cursor:
        for model in (Page, EventPage):
            cursor.execute(f"ANALYZE {model._meta.db_table}")
