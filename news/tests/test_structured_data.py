"""Articles and events as search engines read them."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction

from ecosystem.tests.factories import MemberFactory
from industry4.core.tests.test_structured_data import nodes
from industry4.media import renditions
from industry4.media.models import Image
from industry4.testing.factories import translated
from news.tests.factories import ArticleFactory, EventFactory, event_by, full_article, full_event

pytestmark = pytest.mark.django_db

SCHEMA = "https://schema.org/"


def local(*when):
    """A moment of Lithuanian time."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())


def event_node(client, page):
    """What the page of an event tells; with what search engines insist on."""
    node = nodes(client, page.url)["Event"]
    assert {"name", "startDate", "location"} <= node.keys()
    for place in node["location"]:
        assert place["@type"] == "VirtualLocation" or place["address"]
    return node


# Articles


def test_an_article_tells_who_wrote_what_when(client):
    published = local(2026, 5, 2, 10)
    article = full_article(title="Robotai", intro="Trumpai.", published_at=published)
    renditions.make(article.listing_image)
    node = nodes(client, article.url)["NewsArticle"]
    assert node["headline"] == "Robotai"
    assert node["description"] == "Trumpai."
    assert node["url"] == node["mainEntityOfPage"] == article.full_url
    assert node["datePublished"] == "2026-05-02T10:00:00+03:00"
    assert datetime.datetime.fromisoformat(node["dateModified"]) > published
    assert node["author"] == [{"@type": "Person", "name": "Vardenė Pavardenė"}]
    assert node["publisher"]["name"] == "Industry 4 Panevėžys"
    assert node["inLanguage"] == "lt"
    assert node["image"].startswith("http://localhost/media/")


def test_an_article_that_nobody_signed_is_the_publishers(client):
    node = nodes(client, ArticleFactory().url)["NewsArticle"]
    assert node["author"] == [node["publisher"]]
    assert "image" not in node


def test_a_picture_of_a_private_collection_is_not_told(client):
    article = full_article()
    closed = Collection.get_first_root_node().add_child(name="Uždara")
    Image.objects.update(collection=closed)
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert "image" not in nodes(client, article.url)["NewsArticle"]


# Events


def test_an_event_tells_when_where_and_what_it_costs(client):
    event = full_event(
        title="Robotai",
        starts_at=local(2099, 5, 2, 10),
        ends_at=local(2099, 5, 2, 12),
        venue="RoboLabas",
        address="Beržų g. 1, Panevėžys",
        latitude=Decimal("55.7319"),
        longitude=Decimal("24.3639"),
        price=Decimal(25),
        registration_url="https://registracija.example/",
        registration_deadline=local(2099, 5, 1, 12),
    )
    node = event_node(client, event)
    assert node["name"] == "Robotai"
    assert node["url"] == event.full_url
    assert node["startDate"] == "2099-05-02T10:00:00+03:00"
    assert node["endDate"] == "2099-05-02T12:00:00+03:00"
    assert node["eventStatus"] == f"{SCHEMA}EventScheduled"
    assert node["eventAttendanceMode"] == f"{SCHEMA}OfflineEventAttendanceMode"
    assert node["location"] == [
        {
            "@type": "Place",
            "name": "RoboLabas",
            "address": "Beržų g. 1, Panevėžys",
            "geo": {"@type": "GeoCoordinates", "latitude": 55.7319, "longitude": 24.3639},
        }
    ]
    assert node["offers"] == {
        "@type": "Offer",
        "price": "25.00",
        "priceCurrency": "EUR",
        "url": "https://registracija.example/",
        "validThrough": "2099-05-01T12:00:00+03:00",
        "availability": f"{SCHEMA}InStock",
    }
    assert node["isAccessibleForFree"] is False
    assert node["performer"] == [{"@type": "Person", "name": "Pavyzdys", "jobTitle": "Vadovas"}]
    assert node["inLanguage"] == "lt"


def test_an_event_tells_who_organises_it(client):
    member, closed = MemberFactory(), MemberFactory()
    event = event_by(member, closed, "Savivaldybė", venue="RoboLabas")
    closed.unpublish()
    assert event_node(client, event)["organizer"] == [
        {"@type": "Organization", "name": member.title, "url": member.full_url},
        {"@type": "Organization", "name": "Savivaldybė"},
    ]


def test_a_free_event_says_so_and_one_of_unknown_price_nothing(client):
    free = event_node(client, EventFactory(price=0, venue="RoboLabas"))
    assert free["isAccessibleForFree"] is True
    assert free["offers"]["price"] == "0.00"
    unknown = event_node(client, EventFactory(venue="RoboLabas"))
    assert not {"offers", "isAccessibleForFree"} & unknown.keys()


def test_the_days_of_an_all_day_event_have_no_hours(client):
    event = EventFactory(
        starts_at=local(2099, 5, 2), ends_at=local(2099, 5, 4), all_day=True, venue="RoboLabas"
    )
    node = event_node(client, event)
    assert (node["startDate"], node["endDate"]) == ("2099-05-02", "2099-05-04")


@pytest.mark.parametrize(
    "status, is_moved, told",
    [
        ("scheduled", False, "EventScheduled"),
        ("scheduled", True, "EventRescheduled"),
        ("postponed", False, "EventPostponed"),
        ("cancelled", False, "EventCancelled"),
    ],
)
def test_an_event_tells_whether_it_takes_place(client, status, is_moved, told):
    moved_from = local(2099, 4, 1, 10) if is_moved else None
    event = EventFactory(status=status, moved_from=moved_from, venue="RoboLabas")
    node = event_node(client, event)
    assert node["eventStatus"] == SCHEMA + told
    assert node.get("previousStartDate") == ("2099-04-01T10:00:00+03:00" if is_moved else None)


@pytest.mark.parametrize(
    "attendance, venue, mode, places",
    [
        ("onsite", "RoboLabas", "OfflineEventAttendanceMode", ["Place"]),
        ("online", "", "OnlineEventAttendanceMode", ["VirtualLocation"]),
        ("both", "RoboLabas", "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
    ],
)
def test_an_event_tells_how_one_can_take_part(client, attendance, venue, mode, places):
    event = EventFactory(attendance=attendance, venue=venue, online_url="https://online.example/")
    node = event_node(client, event)
    assert node["eventAttendanceMode"] == SCHEMA + mode
    assert [place["@type"] for place in node["location"]] == places


def test_an_english_event_is_told_in_english(client):
    english = translated(event_by(MemberFactory(), venue="RoboLabas"), title="Robots")
    node = event_node(client, english)
    assert (node["name"], node["inLanguage"]) == ("Robots", "en")
    assert node["location"][0]["name"] == "EN RoboLabas"
