"""The map of members: what it is drawn from, and what its page may load."""

from urllib.parse import urlencode

import pytest

from ecosystem.models import MemberSector, MemberTechnology
from ecosystem.tests.factories import MemberFactory, SectorFactory, TechnologyFactory
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db

TOWN = {"latitude": "55.73", "longitude": "24.35"}


def listed(client, **query):
    """What the template of the list of members gets."""
    return client.get("/nariai/", query).context


def on_the_map(client, found):
    """The titles of the members that the map's own address gives."""
    response = client.get(found["map"].members)
    assert response.status_code == 200, response.content
    return {feature["properties"]["title"] for feature in response.json()["features"]}


def works(member, sector, technology):
    member.sectors = [MemberSector(locale=member.locale, sector=sector)]
    member.technologies = [MemberTechnology(locale=member.locale, technology=technology)]
    member.save_revision().publish()


def test_it_has_the_members_of_all_pages_of_the_list(client):
    MemberFactory.create_batch(30, **TOWN)
    assert len(on_the_map(client, listed(client))) == 30
    assert listed(client, page=2)["map"] == listed(client)["map"]


def test_it_counts_those_without_a_place_and_does_not_show_them(client):
    MemberFactory(title="Su vieta", **TOWN)
    MemberFactory(title="Be vietos")
    found = listed(client)
    assert found["map"].total == 2
    assert on_the_map(client, found) == {"Su vieta"}


@pytest.mark.parametrize(
    "query",
    [
        {"kind": "science"},
        {"municipality": "birzai"},
        {"sector": "maistas"},
        {"technology": "ai"},
        {"q": "robotai & kameros"},
        {"kind": "science", "sector": "maistas", "q": "Robotai"},
    ],
    ids=urlencode,
)
def test_it_has_what_the_filters_of_the_list_select(client, query):
    wanted = MemberFactory(
        title="Ieškomas",
        intro="Robotai & kameros",
        kind="science",
        municipality="birzai",
        **TOWN,
    )
    works(wanted, SectorFactory(slug="maistas"), TechnologyFactory(slug="ai"))
    MemberFactory(title="Kitas", **TOWN)
    found = listed(client, **query)
    assert {page.title for page in found["items"]} == {"Ieškomas"}
    assert on_the_map(client, found) == {"Ieškomas"}


def test_parameters_that_are_no_filters_do_not_reach_it(client):
    MemberFactory(title="Narys", **TOWN)
    for query in ({"utm_source": "x"}, {"kind": "nonsense"}, {"page": "1"}):
        assert on_the_map(client, listed(client, **query)) == {"Narys"}


def test_it_is_in_the_language_of_the_list(client):
    translated(MemberFactory(title="Narys", **TOWN), title="Member", slug="member")
    MemberFactory(title="Be vertimo", **TOWN)
    index = MemberFactory.default_parent().get_translations().get()
    english = client.get(index.url).context
    assert on_the_map(client, english) == {"Member"}
    assert 'data-show="Show the map"' in client.get(index.url).content.decode()
    with_others = client.get(f"{index.url}?fallback=true").context
    assert on_the_map(client, with_others) == {"Member", "Be vertimo"}
    assert with_others["map"].total == 2


def images_from(response):
    """Whence the policy of an answer lets pictures come; its directives are in any order."""
    policy = response["Content-Security-Policy"].split("; ")
    return dict(directive.split(" ", 1) for directive in policy)["img-src"]


def test_there_is_none_where_the_list_is_empty(client):
    MemberFactory.default_parent()
    assert b"data-members" not in client.get("/nariai/").content


def test_an_empty_address_of_tiles_switches_maps_off(client, settings):
    settings.MAP_TILES_URL = ""
    MemberFactory(**TOWN)
    response = client.get("/nariai/")
    assert b"data-members" not in response.content
    assert images_from(response) == "'self' data:"


@pytest.mark.parametrize(
    "tiles,sources,named",
    [
        (
            "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
            "'self' data: https://tile.openstreetmap.org",
            "tile.openstreetmap.org",
        ),
        (
            "https://{s}.tiles.example/{z}/{x}/{y}.png",
            "'self' data: https://*.tiles.example",
            "tiles.example",
        ),
        ("/tiles/{z}/{x}/{y}.png", "'self' data:", None),
    ],
    ids=["OpenStreetMap", "several hosts", "own"],
)
def test_the_list_alone_may_load_tiles_and_says_from_where(client, settings, tiles, sources, named):
    settings.MAP_TILES_URL = tiles
    member = MemberFactory(**TOWN)
    response = client.get("/nariai/")
    assert images_from(response) == sources
    text = response.content.decode()
    assert (f"iš {named}, todėl" in text) if named else ("todėl ten tampa žinomas" not in text)
    assert images_from(client.get(member.url)) == "'self' data:"


def test_it_is_hidden_until_a_script_offers_it(client):
    MemberFactory(**TOWN)
    html = client.get("/nariai/").content.decode()
    assert '<div class="map map-waiting"' in html
    outside_of_template = html.split("<template>")[0] + html.split("</template>")[-1]
    assert "leaflet" not in outside_of_template
