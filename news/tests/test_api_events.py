"""Events in the delivery API: which are listed, in what order, and what is said of them."""

import datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.utils import timezone
from wagtail.models import Collection, CollectionViewRestriction, Page

from ecosystem.models import MemberSector
from ecosystem.tests.api import BUDGET, HOSTILE, ROOT, costs, get, refused, titles
from ecosystem.tests.factories import MemberFactory, SectorFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import multiplied, translated
from news.models import EventOrganiser, EventPage, EventSpeaker, ProgrammeItem
from news.tests.factories import ArticleFactory, EventFactory, full_event

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)


def local(*when):
    """A moment of Lithuanian time."""
    return datetime.datetime(*when, tzinfo=timezone.get_default_timezone())


def by(*organisers, **kwargs):
    """A published event with these organisers: members, or others by name."""
    event = EventFactory(**kwargs)
    event.organisers = [
        EventOrganiser(
            locale=event.locale,
            sort_order=number,
            **{"name" if isinstance(each, str) else "member": each},
        )
        for number, each in enumerate(organisers)
    ]
    event.save_revision().publish()
    return event


def member_in(*sectors, **kwargs):
    """A published member that works in these sectors."""
    member = MemberFactory(**kwargs)
    member.sectors = [MemberSector(locale=member.locale, sector=sector) for sector in sectors]
    member.save_revision().publish()
    return member


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
    event = by(member, "Savivaldybė", starts_at=local(2026, 5, 2, 10))
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
    wanted = by(MemberFactory(), member, title="Jo")
    by(MemberFactory(), title="Kito")
    by("Savivaldybė", title="Savivaldybės")
    translated(wanted, title="Theirs")
    for pk in (member.pk, english.pk):
        assert titles(client, f"events/?organiser={pk}") == ["Jo"]
        assert titles(client, f"events/?organiser={pk}&locale=en") == ["Theirs"]


def test_events_are_found_by_the_sector_of_an_organiser_in_either_language(client):
    metal, wood = SectorFactory(slug="metalas"), SectorFactory(slug="mediena")
    translated(metal, slug="metalas")
    wanted = by(member_in(metal, wood), title="Metalo")
    by(member_in(wood), title="Medienos")
    by("Savivaldybė", title="Savivaldybės")
    translated(wanted, title="Of metal")
    assert titles(client, "events/?sector=metalas") == ["Metalo"]
    assert titles(client, "events/?sector=metalas&locale=en") == ["Of metal"]
    assert set(titles(client, "events/?sector=mediena")) == {"Metalo", "Medienos"}
    assert titles(client, "events/?sector=plastikas") == []


def test_an_event_that_matches_twice_is_listed_once(client):
    metal = SectorFactory(slug="metalas")
    member = member_in(metal)
    by(member, member_in(metal), member)
    for query in (f"organiser={member.pk}", "sector=metalas"):
        answer = get(client, f"events/?{query}")
        assert (answer["count"], len(answer["items"])) == (1, 1), query


def test_an_id_of_nothing_finds_nothing(client):
    by(MemberFactory())
    assert titles(client, f"events/?organiser={2**31 - 1}") == []


def test_filters_hold_together(client):
    member, now = MemberFactory(), timezone.now()
    by(member, title="Taip", attendance="online", starts_at=now + DAY)
    by(member, title="Vietoje", attendance="onsite", starts_at=now + DAY)
    by(member, title="Buvo", attendance="online", starts_at=now - 2 * DAY)
    by(MemberFactory(), title="Kito", attendance="online", starts_at=now + DAY)
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


@pytest.mark.parametrize("view, most", [("card", 4), ("full", BUDGET)])
def test_a_list_costs_the_same_queries_for_1_and_for_20(client, view, most):
    for _number in range(20):
        full_event()
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
