"""Events as iCalendar, read by a library that did not write them."""

import datetime
from decimal import Decimal

import pytest
import vobject
from django.utils import timezone

from industry4.testing.budgets import cost
from industry4.testing.factories import multiplied, section, translated
from news.models import EventIndexPage
from news.tests.factories import EventFactory, full_event

pytestmark = pytest.mark.django_db

ALL = "/renginiai.ics"
DAY = datetime.timedelta(days=1)


def local(*when):
    """A moment of Lithuanian time."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())


def calendar(client, address, **query):
    """The parsed calendar, which has to be valid."""
    response = client.get(address, query)
    assert response.status_code == 200
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    parsed = vobject.readOne(response.content.decode())
    parsed.validate(raiseException=True)
    return parsed


def own(client, page):
    """The event of the file that a page's event has, and its text with lines unfolded."""
    address = f"{page.url.rstrip('/')}.ics"
    text = client.get(address).content.decode().replace("\r\n ", "")
    return calendar(client, address).vevent, text


def titles(client, **query):
    found = calendar(client, ALL, **query)
    return [event.summary.value for event in found.contents.get("vevent", [])]


def test_an_event_of_hours_is_told_in_lithuanian_time(client):
    event = EventFactory(starts_at=local(2027, 3, 28, 2), ends_at=local(2027, 3, 28, 12))
    found, text = own(client, event)
    assert "DTSTART;TZID=Europe/Vilnius:20270328T020000" in text
    assert "DTEND;TZID=Europe/Vilnius:20270328T120000" in text
    # By the time zone in the file, not by one that the reader knows.
    assert found.dtstart.value == event.starts_at
    assert found.dtend.value == event.ends_at
    assert text.count("BEGIN:VTIMEZONE") == 1


def test_the_time_zone_in_the_file_is_that_of_lithuania(client):
    event = EventFactory()
    [zone] = calendar(client, f"{event.url.rstrip('/')}.ics").contents["vtimezone"]
    first = datetime.datetime(2027, 3, 28, 0, 59, tzinfo=datetime.UTC)  # a minute before summer
    for at in (first, first + DAY / 720, *(first + number * DAY for number in range(0, 5000, 7))):
        assert at.astimezone(zone.tzinfo).utcoffset() == timezone.localtime(at).utcoffset()


def test_an_event_of_days_has_days_of_which_the_last_is_not_its_own(client):
    event = EventFactory(starts_at=local(2027, 5, 2), ends_at=local(2027, 5, 4), all_day=True)
    found, text = own(client, event)
    assert found.dtstart.value == datetime.date(2027, 5, 2)
    assert found.dtend.value == datetime.date(2027, 5, 5)
    assert "DTSTART;VALUE=DATE:20270502" in text


def test_an_event_without_an_end_has_none(client):
    start = local(2027, 5, 2, 10)
    found, _text = own(client, EventFactory(starts_at=start, ends_at=start))
    assert "dtend" not in found.contents


def test_an_event_says_where_and_how_to_take_part(client):
    event = EventFactory(
        title="Robotai, ir ne tik; \\o/",
        intro="Pirma eilutė.",
        attendance="both",
        venue="RoboLabas",
        address="Beržų g. 1, Panevėžys",
        latitude=Decimal("55.7319"),
        longitude=Decimal("24.3639"),
        online_url="https://susitikimas.example/1",
        registration_url="https://registracija.example/1",
        registration_deadline=local(2027, 5, 1, 12),
        starts_at=local(2027, 5, 2, 10),
    )
    found, text = own(client, event)
    assert found.summary.value == event.title
    assert found.location.value == "RoboLabas, Beržų g. 1, Panevėžys"
    assert "GEO:55.7319;24.3639" in text
    assert found.url.value == event.full_url
    assert found.status.value == "CONFIRMED"
    assert found.description.value.split("\n\n") == [
        "Pirma eilutė.",
        "Nuotoliu: https://susitikimas.example/1",
        "Registracija: https://registracija.example/1",
        "Registracija iki: 2027 m. gegužės 1 d., 12:00",
        event.full_url,
    ]
    assert "organizer" not in found.contents


def test_the_place_of_an_online_event_is_its_link(client):
    event = EventFactory(attendance="online", online_url="https://susitikimas.example/1")
    found, _text = own(client, event)
    assert found.location.value == event.online_url


@pytest.mark.parametrize(
    "status, value, summary, note",
    [
        ("cancelled", "CANCELLED", "Atšaukta: Robotai", "Šis renginys atšauktas."),
        ("postponed", "TENTATIVE", "Atidėta: Robotai", "Šis renginys atidėtas."),
    ],
)
def test_an_event_that_does_not_take_place_as_planned_says_so(client, status, value, summary, note):
    event = EventFactory(
        title="Robotai", status=status, registration_url="https://registracija.example/"
    )
    found, _text = own(client, event)
    assert (found.status.value, found.summary.value) == (value, summary)
    assert found.description.value.startswith(note)
    assert "registracija" not in found.description.value


def test_an_event_that_was_moved_says_when_it_was_to_be(client):
    event = EventFactory(moved_from=local(2027, 4, 1, 10))
    found, _text = own(client, event)
    assert "Ankstesnis laikas: 2027 m. balandžio 1 d., 10:00" in found.description.value


def test_both_languages_tell_of_the_same_event(client):
    event = EventFactory(title="Robotai")
    english = translated(event, title="Robots")
    (lithuanian, _), (translation, _) = own(client, event), own(client, english)
    assert lithuanian.uid.value == translation.uid.value
    assert translation.summary.value == "Robots"
    assert translation.url.value == english.full_url
    # The translation was published later: it replaces the other.
    assert int(translation.sequence.value) >= int(lithuanian.sequence.value)


def test_each_publication_follows_the_one_before(client, monkeypatch):
    event = EventFactory()
    before, _text = own(client, event)
    later = event.last_published_at + 2 * DAY
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    event.status = "cancelled"
    event.save_revision().publish()
    after, _text = own(client, event)
    assert after.uid.value == before.uid.value
    assert int(after.sequence.value) == int(before.sequence.value) + 2 * DAY.total_seconds()
    assert after.last_modified.value > before.last_modified.value
    assert after.dtstamp.value == after.last_modified.value


def test_the_file_of_an_event_has_a_name_of_its_own(client):
    event = EventFactory(title="Žąsys", slug="zasys")
    response = client.get("/renginiai/zasys.ics")
    assert response["Content-Disposition"] == 'attachment; filename="zasys.ics"'
    assert event.url == "/renginiai/zasys/"


@pytest.mark.parametrize(
    "address",
    ["/renginiai/nera.ics", "/en/renginiai/robotai.ics", "/robotai.ics", "/en/events.ics"],
)
def test_where_there_is_no_event_there_is_no_file(client, address):
    EventFactory(slug="robotai")
    assert client.get(address).status_code == 404


def test_signs_that_no_calendar_can_carry_are_left_out(client):
    event = EventFactory(title="Robo\x0btai", intro="A\r\nB\x08")
    found, _text = own(client, event)
    assert found.summary.value == "Robotai"
    assert found.description.value.startswith("A\nB\n")


# The list


def test_a_subscription_says_what_it_is_and_when_to_look_again(client):
    section(EventIndexPage, title="Renginiai", slug="renginiai")
    found = calendar(client, ALL, attendance="online")
    assert found.contents["x-wr-calname"][0].value == "Renginiai – Industry 4 Panevėžys"
    assert found.contents["name"][0].value == "Renginiai – Industry 4 Panevėžys"
    assert found.contents["x-wr-timezone"][0].value == "Europe/Vilnius"
    text = client.get(ALL, {"attendance": "online"}).content.decode().replace("\r\n ", "")
    assert "REFRESH-INTERVAL;VALUE=DURATION:PT6H" in text
    assert "X-PUBLISHED-TTL:PT6H" in text
    assert "SOURCE;VALUE=URI:http://localhost/renginiai.ics?attendance=online" in text


def test_a_subscription_keeps_the_events_of_the_last_year(client):
    now = timezone.now()
    for title, days in (("Seniai", -400), ("Buvo", -300), ("Vėliau", 400), ("Netrukus", 1)):
        EventFactory(title=title, starts_at=now + days * DAY)
    assert titles(client) == ["Buvo", "Netrukus", "Vėliau"]


def test_a_subscription_follows_the_filters_of_the_list(client):
    now = timezone.now()
    EventFactory(title="Buvo", starts_at=now - 2 * DAY)
    EventFactory(title="Seniai", starts_at=now - 400 * DAY)
    EventFactory(title="Nuotoliu", attendance="online")
    EventFactory(title="Vietoje")
    assert titles(client, attendance="online") == ["Nuotoliu"]
    assert titles(client, period="upcoming") == ["Nuotoliu", "Vietoje"]
    assert set(titles(client, period="past")) == {"Buvo", "Seniai"}
    month = timezone.localtime(now - 400 * DAY).strftime("%Y-%m")
    assert titles(client, month=month) == ["Seniai"]


def test_an_english_subscription_has_what_is_translated(client):
    EventFactory()
    translated(EventFactory(title="Robotai"), title="Robots")
    found = calendar(client, "/en/events.ics")
    assert [event.summary.value for event in found.vevent_list] == ["Robots"]


def test_an_empty_list_is_a_calendar_too(client):
    section(EventIndexPage, title="Renginiai", slug="renginiai")
    assert titles(client) == []


def test_whoever_has_the_calendar_is_told_so(client):
    event = EventFactory()
    for address in (ALL, f"{event.url.rstrip('/')}.ics"):
        etag = client.get(address)["ETag"]
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    event.status = "cancelled"
    event.save_revision().publish()
    for address in (ALL, f"{event.url.rstrip('/')}.ics"):
        assert client.get(address, headers={"if-none-match": etag}).status_code == 200


@pytest.mark.parametrize("days", [9, -9])
@pytest.mark.parametrize("status", ["scheduled", "cancelled"])
def test_every_event_page_offers_its_file(client, days, status):
    start = timezone.now() + days * DAY
    event = EventFactory(slug="robotai", starts_at=start, status=status)
    assert 'href="/renginiai/robotai.ics"' in client.get(event.url).content.decode()


def test_the_list_offers_its_subscription_with_its_filters(client):
    EventFactory()
    html = client.get("/renginiai/?attendance=onsite").content.decode()
    assert 'href="/renginiai.ics?attendance=onsite"' in html
    assert 'href="webcal://localhost/renginiai.ics?attendance=onsite"' in html


def test_a_subscription_costs_the_same_for_1_and_for_20_events(client):
    event = full_event()
    few = cost(client, ALL)
    multiplied(event, 19)
    assert cost(client, ALL) == few <= 6
    assert cost(client, f"{event.url.rstrip('/')}.ics") <= 3
