"""Members in the delivery API: a list, a map, and everything of one."""

import pytest
from django.utils import timezone
from wagtail.models import PageViewRestriction

from ecosystem.models import (
    CompetitionAct,
    CompetitionResult,
    InitiativePartner,
    MemberPage,
    MemberSector,
    MemberTechnology,
)
from ecosystem.tests.api import BUDGET, HOSTILE, ROOT, costs, get, refused, titles
from ecosystem.tests.factories import (
    CategoryFactory,
    CompetitionFactory,
    InitiativeFactory,
    MemberFactory,
    SectorFactory,
    TechnologyFactory,
)
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, ImageFactory, translated

pytestmark = pytest.mark.django_db

PLACE = {"latitude": "55.731900", "longitude": "24.363900"}


def with_topics(member, sector=None, technology=None):
    """The member with a sector and a technology."""
    if sector:
        member.sectors = [MemberSector(locale=member.locale, sector=sector)]
    if technology:
        member.technologies = [MemberTechnology(locale=member.locale, technology=technology)]
    member.save_revision().publish()
    return member


def honour(member, published=True, **kwargs):
    """An edition of the competition that the member won."""
    edition = CompetitionFactory(**kwargs)
    edition.results = [
        CompetitionResult(
            locale=edition.locale,
            member=member,
            category=CategoryFactory(name="Pramonė"),
            innovation="Robotas virėjas",
            citation="Virė gerai.",
        )
    ]
    edition.save_revision().publish()
    if published:
        CompetitionAct.objects.create(
            edition=edition.translation_key, kind="published", at=timezone.now()
        )
    return edition


def partner_in(member, **kwargs):
    """An initiative in which the member takes part."""
    initiative = InitiativeFactory(**kwargs)
    initiative.partners = [InitiativePartner(locale=initiative.locale, member=member)]
    initiative.save_revision()
    if kwargs.get("published", True):
        initiative.get_latest_revision().publish()
    return initiative


def full_member(**kwargs):
    """A member with everything that a member can have."""
    member = with_topics(
        MemberFactory(
            listing_image=ImageFactory(),
            logo=ImageFactory(alt_text_lt="Ženklas", alt_text_en="Logo"),
            address="Robotų g. 1",
            employees=MemberPage.Employees.FROM_250,
            founded=1990,
            website="https://example.org/",
            contact_person="Vardenė",
            email="info@example.org",
            phone="+370 600 00000",
            offers="<p>Robotų.</p>",
            looks_for="<p>Žmonių.</p>",
            body=[
                ("text", "<p>Apie mus.</p>"),
                ("documents", {"heading": "", "documents": [DocumentFactory()]}),
            ],
            **PLACE,
            **kwargs,
        ),
        SectorFactory(name="Metalas"),
        TechnologyFactory(name="Robotai"),
    )
    partner_in(member, title="Robotai mokyklai", listing_image=ImageFactory())
    honour(member, title="Rinkimai")
    return member


def test_a_list_shows_what_a_row_and_a_map_need(client):
    member = full_member(kind="science", municipality="birzai", intro="Trumpai.")
    [card] = get(client, "members/")["items"]
    assert card["id"] == member.pk
    assert (card["view"], card["type"], card["locale"]) == ("card", "member", "lt")
    assert (card["kind"], card["municipality"], card["intro"]) == ("science", "birzai", "Trumpai.")
    assert card["logo"]["alt"] == "Ženklas"
    assert (card["longitude"], card["latitude"]) == (24.3639, 55.7319)
    assert "offers" not in card


def test_a_member_in_full_has_all_that_its_page_shows(client):
    member = full_member()
    answer = get(client, f"members/{member.pk}/")
    assert answer == get(client, "members/?view=full")["items"][0]
    for name, value in {
        "view": "full",
        "address": "Robotų g. 1",
        "employees": "250+",
        "founded": 1990,
        "website": "https://example.org/",
        "contact_person": "Vardenė",
        "email": "info@example.org",
        "phone": "+370 600 00000",
        "offers": "<p>Robotų.</p>",
        "looks_for": "<p>Žmonių.</p>",
        "latitude": 55.7319,
    }.items():
        assert answer[name] == value, name
    assert [sector["name"] for sector in answer["sectors"]] == ["Metalas"]
    assert [technology["name"] for technology in answer["technologies"]] == ["Robotai"]
    assert [block["type"] for block in answer["body"]] == ["text", "documents"]
    [initiative] = answer["initiatives"]
    assert (initiative["view"], initiative["title"]) == ("card", "Robotai mokyklai")
    assert initiative["listing_image"]["alt"] == "Robotas prie stalo"
    [award] = answer["awards"]
    assert award["edition"]["title"] == "Rinkimai"
    assert (award["category"]["name"], award["place"]) == ("Pramonė", 1)
    assert (award["innovation"], award["citation"]) == ("Robotas virėjas", "Virė gerai.")


def test_what_is_not_stated_is_null_or_empty(client):
    answer = get(client, f"members/{MemberFactory().pk}/")
    for name in ("employees", "founded", "logo", "latitude", "longitude"):
        assert answer[name] is None, name
    assert (answer["website"], answer["sectors"], answer["awards"]) == ("", [], [])


def test_an_english_member_has_english_texts_topics_initiatives_and_awards(client):
    member = full_member()
    translated(member.sectors.get().sector, name="Metal")
    translated(member.technologies.get().technology, name="Robots")
    english = translated(member)
    edition = CompetitionResult.objects.get().edition
    translated(CompetitionResult.objects.get().category, name="Industry")
    initiative = InitiativePartner.objects.get().initiative
    answer = get(client, f"members/{english.pk}/")
    assert (answer["locale"], answer["logo"]["alt"]) == ("en", "Logo")
    assert (answer["offers"], answer["initiatives"], answer["awards"]) == (
        "<p>EN Robotų.</p>",
        [],
        [],
    )
    assert answer["sectors"][0]["name"] == "Metal"
    assert answer["technologies"][0]["name"] == "Robots"

    translated(initiative, title="Robots for schools")
    translated(edition, title="Awards")
    answer = get(client, f"members/{english.pk}/")
    assert [card["title"] for card in answer["initiatives"]] == ["Robots for schools"]
    [award] = answer["awards"]
    assert (award["edition"]["title"], award["edition"]["locale"]) == ("Awards", "en")
    assert (award["category"]["name"], award["innovation"]) == ("Industry", "EN Robotas virėjas")
    assert get(client, f"members/{member.pk}/")["awards"][0]["edition"]["title"] == "Rinkimai"


def test_members_of_both_languages_side_by_side_have_each_their_own(client):
    member = full_member(title="Narys")
    english = translated(MemberFactory(title="Kitas"), title="Other")
    english.get_translation(member.locale).unpublish()
    translated(partner_in(english.get_translation(member.locale)), title="Robots")
    lithuanian, other = get(client, "members/?view=full&fallback=true")["items"]
    assert [card["title"] for card in lithuanian["initiatives"]] == ["Robotai mokyklai"]
    assert [card["title"] for card in other["initiatives"]] == ["Robots"]
    assert (other["id"], other["locale"]) == (english.pk, "en")


def test_a_member_has_the_public_initiatives_that_it_leads_or_takes_part_in_each_once(client):
    member, other = MemberFactory.create_batch(2)
    InitiativeFactory(title="A", lead=member)
    partner_in(member, title="B")
    partner_in(member, title="C", lead=member)
    InitiativeFactory(title="D", lead=other)
    partner_in(member, title="E", published=False)
    PageViewRestriction.objects.create(
        page=partner_in(member, title="F"), restriction_type=PageViewRestriction.LOGIN
    )
    answer = get(client, f"members/{member.pk}/")
    assert [card["title"] for card in answer["initiatives"]] == ["A", "B", "C"]


def test_awards_are_those_of_public_editions_with_published_results_the_latest_first(client):
    member = MemberFactory()
    honour(member, title="Sena", year=2024)
    honour(member, title="Nauja", year=2025)
    honour(member, title="Dar slapta", published=False)
    honour(member, title="Juodraštis").unpublish()
    answer = get(client, f"members/{member.pk}/")
    assert [award["edition"]["title"] for award in answer["awards"]] == ["Nauja", "Sena"]


def test_drafts_and_private_members_are_nowhere(client):
    draft, private = MemberFactory(published=False, **PLACE), MemberFactory(**PLACE)
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert get(client, "members/")["count"] == 0
    assert get(client, "members/?format=geojson")["features"] == []
    for page in (draft, private):
        get(client, f"members/{page.pk}/", status=404)


@pytest.mark.parametrize(
    "query",
    [
        "kind=science",
        "municipality=birzai",
        "sector=metalas",
        "technology=CNC_5",
        "bbox=24.3,55.7,24.4,55.8",
        "kind=science&municipality=birzai&sector=metalas&technology=CNC_5&bbox=24,55,25,56",
    ],
)
def test_a_filter_finds_those_that_it_says_and_no_others(client, query):
    wanted = with_topics(
        MemberFactory(title="Ieškomas", kind="science", municipality="birzai", **PLACE),
        SectorFactory(slug="metalas"),
        TechnologyFactory(slug="CNC_5"),
    )
    other = {"kind": "company", "municipality": "elsewhere", "longitude": "25", "latitude": "56"}
    with_topics(MemberFactory(**other), SectorFactory(), TechnologyFactory())
    MemberFactory()
    assert [item["id"] for item in get(client, f"members/?{query}")["items"]] == [wanted.pk]


def test_english_members_are_found_by_the_same_slugs(client):
    member = with_topics(MemberFactory(), SectorFactory(slug="metalas"))
    translated(member.sectors.get().sector)
    english = translated(member)
    [found] = get(client, "members/?locale=en&sector=metalas")["items"]
    assert found["id"] == english.pk


def test_a_member_with_a_topic_twice_is_listed_once(client):
    member, sector = MemberFactory(), SectorFactory(slug="metalas")
    member.sectors = [MemberSector(locale=member.locale, sector=sector) for _number in (1, 2)]
    member.save_revision().publish()
    answer = get(client, "members/?sector=metalas")
    assert (answer["count"], len(answer["items"])) == (1, 1)


@pytest.mark.parametrize(
    "box, is_inside",
    [
        ("24.3639,55.7319,24.3639,55.7319", True),
        ("-180,-90,180,90", True),
        ("24.3639,55.7319,180.0,90.000000000000000", True),
        ("24.363901,55,25,56", False),
        ("24,55,24.363899,56", False),
        ("24,55.731901,25,56", False),
        ("24,55,25,55.731899", False),
    ],
)
def test_the_edges_of_a_box_belong_to_it(client, box, is_inside):
    MemberFactory(**PLACE)
    assert get(client, f"members/?bbox={box}")["count"] == int(is_inside)


@pytest.mark.parametrize(
    "box",
    [
        *HOSTILE,
        "24,55,25",
        "24,55,25,56,57",
        "24,56,25,55",
        "25,55,24,56",
        "170,55,-170,56",
        "-180.1,55,25,56",
        "24,-90.1,25,56",
        "24,55,181,56",
        "24,55,25,90.1",
        "nan,55,25,56",
        "24,55,inf,56",
        "2e1,55,25,56",
        "24,55,25,٥٦",
        "24, 55, 25, 56",
        "24,55,25,56%0A",
    ],
)
def test_a_box_that_cannot_be_is_refused(client, box):
    assert refused(client, f"members/?bbox={box}") == ["bbox"]


def test_a_map_is_a_feature_collection_of_the_members_with_a_place(client):
    member = full_member(title="Narys")
    MemberFactory()
    response = client.get(f"{ROOT}members/?format=geojson")
    assert response["Content-Type"] == "application/geo+json"
    answer = response.json()
    assert answer["type"] == "FeatureCollection"
    assert (answer["count"], answer["next"], answer["previous"]) == (1, None, None)
    [feature] = answer["features"]
    assert (feature["type"], feature["id"]) == ("Feature", member.pk)
    assert feature["geometry"] == {"type": "Point", "coordinates": [24.3639, 55.7319]}
    assert feature["properties"] == get(client, "members/")["items"][0]


def test_a_map_comes_in_parts_and_by_the_filters_of_the_list(client):
    for title in "ABC":
        MemberFactory(title=title, **PLACE)
    MemberFactory(title="D", kind="ngo", **PLACE)
    answer = get(client, "members/?format=geojson&kind=company&limit=2")
    assert answer["count"] == 3
    assert [each["properties"]["title"] for each in answer["features"]] == ["A", "B"]
    response = client.get(answer["next"])
    assert [each["properties"]["title"] for each in response.json()["features"]] == ["C"]


def test_a_map_can_be_asked_for_again_only_if_it_changed(client):
    MemberFactory(**PLACE)
    address = f"{ROOT}members/?format=geojson"
    response = client.get(address)
    assert response["Last-Modified"]
    assert response["Content-Language"] == "lt"
    assert client.get(address, headers={"If-None-Match": response["ETag"]}).status_code == 304


def test_a_map_has_cards_only(client):
    assert refused(client, "members/?format=geojson&view=full") == ["view"]


def test_the_specification_describes_the_map(client):
    document = get(client, "openapi.json")
    content = document["paths"][f"{ROOT}members/"]["get"]["responses"]["200"]["content"]
    assert content["application/json"]["schema"] == {"$ref": "#/components/schemas/MemberList"}
    assert content["application/geo+json"]["schema"] == {"$ref": "#/components/schemas/MemberMap"}
    schemas = document["components"]["schemas"]
    assert {"MemberMap", "MemberFeature", "Point"} < schemas.keys()
    assert schemas["MemberFeature"]["properties"]["properties"] == {
        "$ref": "#/components/schemas/MemberCard"
    }


def test_members_are_listed_by_name_or_the_other_way_round(client):
    for title in "BAC":
        MemberFactory(title=title)
    assert titles(client, "members/") == ["A", "B", "C"]
    assert titles(client, "members/?order=-title") == ["C", "B", "A"]


@pytest.mark.parametrize(
    "name, value",
    [
        *[
            (name, value)
            for name in ("kind", "municipality", "format", "order", "view", "locale")
            for value in HOSTILE
        ],
        *[(name, value) for name in ("sector", "technology") for value in ("", "%00", "a b", "ą")],
        ("sector", "a" * 10_000),
        ("nonsense", "1"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_named(client, name, value):
    assert refused(client, f"members/?{name}={value}") == [name]


def test_a_list_costs_the_same_queries_for_1_and_for_20(client):
    for _number in range(20):
        full_member()
    for view, most in [("card", 4), ("full", BUDGET)]:
        found = costs(client, "members", view)
        assert found[0] == found[1] <= most


def test_a_map_and_a_member_cost_few_queries(client):
    member = full_member()
    for _number in range(3):
        full_member()
    assert cost(client, f"{ROOT}members/?format=geojson") <= 4
    assert cost(client, f"{ROOT}members/{member.pk}/") <= BUDGET


def test_coded_values_come_with_their_names_in_the_page_s_language(client):
    member = MemberFactory(kind="company", municipality="birzai", employees="")
    english = translated(member)
    [lithuanian_card] = get(client, "members/")["items"]
    assert lithuanian_card["labels"] == {"kind": "Įmonė", "municipality": "Biržų rajonas"}
    found = get(client, f"members/{english.pk}/")
    assert found["labels"] == {"kind": "Company", "municipality": "Biržai district"}
