"""Events in the delivery API: which are listed, in what order, and what is said of them."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from ecosystem.tests.api import get
from ecosystem.tests.factories import MemberFactory
from industry4.testing.factories import translated
from news.models import EventSpeaker, ProgrammeItem
from news.tests.factories import EventFactory, event_by, full_event

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def local(*when):
    """A moment of Lithuanian time."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())


# What is said of an event


def test_a_card_is_what_a_listing_shows_and_full_is_everything(client):
    event = full_event(title="Robotikos diena", intro="Trumpai.", venue="RoboLabas")
    [card] = get(client, "events/")["items"]
    [full] = get(client, "events/?view=full")["items"]
    assert (card["view"], full["view"]) == ("card", "full")
    assert (card["id"], card["type"], card["locale"]) == (event.pk, "event", "lt")
    assert (card["title"], card["intro"], card["venue"]) == (
        *("Robotikos diena", "Trumpai."),
        "RoboLabas",
    )
    assert card["url"] == event.full_url
    assert card["listing_image"]["alt"] == "Robotas prie stalo"
    assert set(full) - set(card) == {
        *("seo_title", "description", "social_image", "breadcrumbs"),
        *("address", "latitude", "longitude", "online_url"),
        *("registration_url", "registration_deadline", "registration_is_open"),
        *("price", "capacity", "recording_url"),
        *("body", "programme", "speakers", "organisers", "documents"),
    }
    assert {name: full[name] for name in card} == {**card, "view": "full"}


def test_an_event_in_full_has_all_its_fields(client):
    values = {
        "status": "postponed",
        "attendance": "both",
        "venue": "RoboLabas",
        "address": "Beržų g. 1",
        "online_url": "https://example.org/live",
        "registration_url": "https://example.org/register",
        "recording_url": "https://example.org/recording",
        "capacity": 120,
    }
    event = full_event(
        **values,
        latitude=Decimal("55.731900"),
        longitude=Decimal("24.363900"),
        price=Decimal("12.50"),
        starts_at=local(2026, 10, 24, 10),
        ends_at=local(2026, 10, 26, 12),
        moved_from=local(2026, 5, 1, 10),
        registration_deadline=local(2026, 10, 20, 18),
    )
    answer = get(client, f"events/{event.pk}/")
    assert answer == get(client, "events/?view=full")["items"][0]
    expected = {
        **values,
        "all_day": False,
        "latitude": 55.7319,
        "longitude": 24.3639,
        "price": "12.50",
        "registration_is_open": False,
        # The clock changes between start and end.
        "starts_at": "2026-10-24T10:00:00+03:00",
        "ends_at": "2026-10-26T12:00:00+02:00",
        "moved_from": "2026-05-01T10:00:00+03:00",
        "registration_deadline": "2026-10-20T18:00:00+03:00",
    }
    assert {name: answer[name] for name in expected} == expected


def test_what_is_not_known_is_null_or_empty(client):
    answer = get(client, f"events/{EventFactory().pk}/")
    nulls = ("price", "capacity", "latitude", "longitude", "moved_from", "registration_deadline")
    for name in (*nulls, "listing_image", "social_image"):
        assert answer[name] is None, name
    for name in ("venue", "address", "online_url", "registration_url", "recording_url", "intro"):
        assert answer[name] == "", name
    for name in ("body", "programme", "speakers", "organisers", "documents"):
        assert answer[name] == [], name


def test_a_free_event_costs_0_and_is_told_apart_from_one_of_unknown_price(client):
    assert get(client, f"events/{EventFactory(price=0).pk}/")["price"] == "0.00"


def test_registration_is_open_before_its_deadline(client):
    address, now = {"registration_url": "https://example.org/"}, timezone.now()
    for deadline, is_open in ((now + DAY, True), (now - DAY, False)):
        event = EventFactory(registration_deadline=deadline, **address)
        assert get(client, f"events/{event.pk}/")["registration_is_open"] is is_open


def test_an_all_day_event_fills_its_days(client):
    event = EventFactory(
        all_day=True, starts_at=local(2026, 5, 2, 10), ends_at=local(2026, 5, 3, 10)
    )
    answer = get(client, f"events/{event.pk}/")
    assert (answer["all_day"], answer["starts_at"], answer["ends_at"]) == (
        True,
        "2026-05-02T00:00:00+03:00",
        "2026-05-03T23:59:59+03:00",
    )


def test_an_event_has_its_rows_in_the_order_of_the_editor(client):
    member = MemberFactory(title="Mokykla")
    event = event_by(member, "Savivaldybė", starts_at=local(2026, 5, 2, 10))
    event.speakers = [
        EventSpeaker(
            locale=event.locale, name=name, role="Vadovė", organisation="KTU", sort_order=number
        )
        for number, name in enumerate(("Ona", "Ana"))
    ]
    event.programme = [
        ProgrammeItem(
            locale=event.locale, starts_at=event.starts_at, title="Pradžia", speaker="Ona"
        )
    ]
    event.save_revision().publish()
    answer = get(client, f"events/{event.pk}/")
    assert answer["organisers"] == [
        {
            "name": "Mokykla",
            "page": {
                "id": member.pk,
                "type": "member",
                "locale": "lt",
                "title": "Mokykla",
                "url": member.full_url,
            },
        },
        {"name": "Savivaldybė", "page": None},
    ]
    assert answer["speakers"] == [
        {"name": "Ona", "role": "Vadovė", "organisation": "KTU"},
        {"name": "Ana", "role": "Vadovė", "organisation": "KTU"},
    ]
    assert answer["programme"] == [
        {"starts_at": "2026-05-02T10:00:00+03:00", "title": "Pradžia", "speaker": "Ona"}
    ]


def test_an_event_has_its_files_and_its_body(client):
    event = full_event()
    document, member = event.documents.get().document, event.organisers.get().member
    document.get_file_size()  # measured when somebody stores it in the admin
    answer = get(client, f"events/{event.pk}/")
    assert answer["documents"] == [
        {
            "id": document.pk,
            "title": document.title,
            "url": f"http://localhost{document.url}",
            "language": "lt",
            "type": "txt",
            "size": 7,
        }
    ]
    text, figure, files, pages = answer["body"]
    assert text["value"] == f'<p>Daugiau <a href="{member.full_url}">apie narį</a>.</p>'
    assert figure["value"]["image"]["src"].startswith("http://localhost/media/")
    assert files["value"]["documents"][0]["url"].startswith("http://localhost/documents/")
    assert pages["value"]["pages"][0]["url"] == member.full_url
    assert len({block["id"] for block in answer["body"]}) == 4


def test_an_english_event_is_english_throughout(client):
    event = full_event(title="Robotikos diena")
    member = event.organisers.get().member
    english = translated(event, title="Robot day")
    english_member = translated(member, title="School")
    answer = get(client, f"events/{english.pk}/")
    assert (answer["locale"], answer["title"]) == ("en", "Robot day")
    assert answer["speakers"][0]["role"] == "EN Vadovas"
    assert answer["programme"][0]["title"] == "EN Pradžia"
    assert answer["organisers"][0]["page"]["url"] == english_member.full_url
    text, figure, _files, pages = answer["body"]
    assert f'href="{english_member.full_url}"' in text["value"]
    assert figure["value"]["image"]["alt"] == "A robot at a table"
    assert pages["value"]["pages"][0]["id"] == english_member.pk


def test_pages_of_both_languages_in_one_list_have_each_their_own_links(client):
    event = full_event()
    member = event.organisers.get().member
    english = translated(event)
    english_member = translated(member)
    event.unpublish()
    lithuanian = full_event(title="Tik lietuviškai")
    found = {
        item["id"]: item
        for item in get(client, "events/?view=full&fallback=true&locale=en")["items"]
    }
    assert set(found) == {english.pk, lithuanian.pk}
    assert f'href="{english_member.full_url}"' in found[english.pk]["body"][0]["value"]
    own = lithuanian.organisers.get().member
    assert f'href="{own.full_url}"' in found[lithuanian.pk]["body"][0]["value"]


def test_an_organiser_or_a_file_that_is_not_public_is_left_out(client):
    event = full_event()
    event.organisers.get().member.unpublish()
    closed = Collection.get_first_root_node().add_child(name="Uždara")
    CollectionViewRestriction.objects.create(collection=closed, restriction_type="login")
    document = event.documents.get().document
    document.collection = closed
    document.save()
    answer = get(client, f"events/{event.pk}/")
    assert (answer["organisers"], answer["documents"]) == ([], [])
