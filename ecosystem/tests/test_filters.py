"""Filters of members, initiatives and strategy documents, as a visitor uses them."""

import pytest
from bs4 import BeautifulSoup

from ecosystem.models import InitiativePartner, MemberSector, MemberTechnology
from ecosystem.tests.factories import (
    InitiativeFactory,
    MemberFactory,
    SectorFactory,
    StrategyDocumentFactory,
    TechnologyFactory,
)
from industry4.testing.budgets import cost
from industry4.testing.factories import multiplied, translated

pytestmark = pytest.mark.django_db

API = "/api/delivery/v1/members/"


def shown(client, address):
    """The page, and the titles in its list."""
    response = client.get(address)
    assert response.status_code == 200
    titles = [page.title for page in response.context["items"]]
    return BeautifulSoup(response.content, "html.parser"), titles


def titles(client, address):
    return shown(client, address)[1]


def options(page, name):
    """What a choice of the form offers, by value, without "any"."""
    return {each["value"]: each.text for each in page.select(f"select[name={name}] option")[1:]}


def member(*, sectors=(), technologies=(), **kwargs):
    found = MemberFactory(**kwargs)
    found.sectors = [MemberSector(locale=found.locale, sector=each) for each in sectors]
    found.technologies = [
        MemberTechnology(locale=found.locale, technology=each) for each in technologies
    ]
    found.save_revision().publish()
    return found


def partner_in(initiative, *members):
    initiative.partners = [
        InitiativePartner(locale=initiative.locale, member=each) for each in members
    ]
    initiative.save_revision().publish()
    return initiative


@pytest.fixture
def members():
    food = SectorFactory(name="Maistas", slug="food")
    metal = SectorFactory(name="Metalas", slug="metal")
    robots = TechnologyFactory(name="Robotika", slug="robotics")
    member(title="Alfa", sectors=[food, metal], technologies=[robots], offers="<p>Šaldymas</p>")
    member(title="Beta", sectors=[metal], kind="science", municipality="birzai")
    member(title="Gama", kind="science", intro="Tiria ir moko")


@pytest.mark.parametrize(
    "query, expected",
    [
        ("", ["Alfa", "Beta", "Gama"]),
        ("kind=science", ["Beta", "Gama"]),
        ("municipality=birzai", ["Beta"]),
        ("sector=metal", ["Alfa", "Beta"]),
        ("technology=robotics", ["Alfa"]),
        ("sector=metal&kind=science", ["Beta"]),
        ("q=TIRIA", ["Gama"]),
        ("q=šALDYMAS", ["Alfa"]),
        ("q=saldymo", ["Alfa"]),
        ("q=alf&sector=food", ["Alfa"]),
        ("technology=robotics&kind=science", []),
    ],
)
def test_members_pass_all_filters_on_the_page_and_in_the_api_alike(
    client, members, query, expected
):
    assert titles(client, f"/nariai/?{query}") == expected
    assert [item["title"] for item in client.get(f"{API}?{query}").json()["items"]] == expected


def test_text_is_looked_for_in_words_and_not_in_markup(client):
    MemberFactory(title="Alfa", offers='<p><b>R&amp;D</b> ir "darbas"</p>')
    MemberFactory(title="Beta", looks_for="<ul><li>Inžinierių (2)</li></ul>")
    assert titles(client, "/nariai/?q=r%26d") == ["Alfa"]
    assert titles(client, '/nariai/?q="darbas"') == ["Alfa"]
    assert titles(client, "/nariai/?q=inžinierių+(2)") == ["Beta"]
    assert titles(client, "/nariai/?q=++inžinierių+++(2)") == ["Beta"]
    for nothing in ("ul", "li>", ".", "[a-z]", "%25", "\\"):
        assert titles(client, f"/nariai/?q={nothing}") == [], nothing


def test_only_what_members_have_is_offered_by_name_in_the_language_of_the_list(client):
    used = SectorFactory(name="Maistas", slug="food")
    other = SectorFactory(name="Chemija", slug="chemistry")
    SectorFactory(name="Avižos", slug="oats")
    translated(used, name="Food")
    translated(other, name="Chemistry")
    page = member(sectors=[used, other])
    english = translated(page)
    lithuanian, _titles = shown(client, "/nariai/")
    assert list(options(lithuanian, "sector").items()) == [
        ("chemistry", "Chemija"),
        ("food", "Maistas"),
    ]
    in_english, _titles = shown(client, english.get_parent().url)
    assert options(in_english, "sector") == {"chemistry": "Chemistry", "food": "Food"}


def test_what_was_chosen_stays_in_the_form_and_can_be_taken_back(client, members):
    page, _titles = shown(client, "/nariai/?kind=science&sector=metal&q=be&utm_source=x")
    form = page.select_one("form.filters")
    assert form["action"] == "/nariai/"
    assert [each["value"] for each in form.select("option[selected]") if each["value"]] == [
        "science",
        "metal",
    ]
    assert form.select_one("input[name=q]")["value"] == "be"
    chips = {chip.text: chip["href"] for chip in page.select(".filters-active .chip")}
    assert chips == {
        "Pašalinti filtrą: Pavadinimas ar žodis: be": "/nariai/?kind=science&sector=metal",
        "Pašalinti filtrą: Rūšis: Mokslo įstaiga": "/nariai/?q=be&sector=metal",
        "Pašalinti filtrą: Sektorius: Metalas": "/nariai/?q=be&kind=science",
    }
    assert page.find("a", string="Išvalyti")["href"] == "/nariai/"


def test_every_field_of_the_form_has_a_label(client, members):
    page, _titles = shown(client, "/nariai/")
    fields = page.select("form.filters :is(select, input)")
    assert len(fields) == 5
    for field in fields:
        assert page.select_one(f'label[for="{field["id"]}"]').text


@pytest.mark.parametrize(
    "count, lithuanian, english",
    [
        (1, "Rastas 1 narys", "1 member found"),
        (7, "Rasti 7 nariai", "7 members found"),
        (11, "Rasta 11 narių", "11 members found"),
        (21, "Rastas 21 narys", "21 members found"),
    ],
)
def test_the_number_found_is_said_in_the_language_of_the_page(client, count, lithuanian, english):
    page = MemberFactory(kind="ngo")
    in_english = translated(page)
    multiplied(page, count - 1)
    multiplied(in_english, count - 1)
    address = in_english.get_parent().url
    for each, words in (("/nariai/", lithuanian), (address, english)):
        found = shown(client, f"{each}?kind=ngo")[0].select_one(".results-count")
        assert found.text.strip() == words


@pytest.mark.parametrize("name", ["q", "kind", "sector"])
def test_an_empty_result_says_so_and_offers_to_clear_the_filters(client, members, name):
    SectorFactory(name="Chemija", slug="chemistry")
    value = {"q": "nera", "kind": "abroad", "sector": "chemistry"}[name]
    page, found = shown(client, f"/nariai/?{name}={value}&fallback=true")
    assert found == []
    empty = page.select_one(".empty-state")
    assert "nieko nerasta" in empty.text
    assert empty.a["href"] == "/nariai/?fallback=true"


def test_the_filters_go_along_to_the_other_language(client):
    sector = SectorFactory(name="Maistas", slug="food")
    translated(sector, name="Food")
    english = translated(member(title="Alfa", sectors=[sector]), title="Alpha")
    translated(MemberFactory(title="Beta"))
    page, _titles = shown(client, "/nariai/?kind=&sector=food&utm_source=x&page=1")
    href = page.select_one('nav.languages a[hreflang="en"]')["href"]
    assert href == f"{english.get_parent().url}?sector=food"
    assert titles(client, href) == ["Alpha"]


def test_the_other_language_is_counted_and_shown_through_the_filters(client):
    english = translated(member(title="Alfa", kind="ngo"), title="Alpha").get_parent()
    member(title="Beta", kind="ngo")
    member(title="Gama", kind="science")
    page, found = shown(client, f"{english.url}?kind=ngo")
    link = page.select_one(".elsewhere a")
    assert found == ["Alpha"]
    assert "1 more exists only in Lithuanian." in page.select_one(".elsewhere").text
    page, found = shown(client, f"{english.url}{link['href'].removeprefix(english.url)}")
    assert found == ["Alpha", "Beta"]
    sent = {each["name"]: each["value"] for each in page.select("form.filters [type=hidden]")}
    assert sent == {"fallback": "true"}


def test_what_only_the_other_language_has_can_be_filtered_by_with_it(client):
    english = translated(MemberFactory(title="Alfa"), title="Alpha").get_parent()
    member(title="Beta", sectors=[SectorFactory(name="Maistas", slug="food")])
    page, found = shown(client, f"{english.url}?fallback=true&sector=food")
    assert found == ["Beta"]
    assert options(page, "sector") == {"food": "Maistas"}


def test_initiatives_stand_by_status_and_then_by_title(client):
    for title, status in [
        ("D", "completed"),
        ("B", "idea"),
        ("C", "running"),
        ("A", "idea"),
        ("E", "running"),
    ]:
        InitiativeFactory(title=title, status=status)
    page, found = shown(client, "/iniciatyvos/")
    assert found == ["C", "E", "A", "B", "D"]
    headings = [heading.text for heading in page.select(".section h2")]
    assert headings == ["Vykdoma", "Sumanymas", "Baigta"]
    page, found = shown(client, "/iniciatyvos/?status=idea")
    assert found == ["A", "B"]
    assert page.select_one(".results-count").text == "Rastos 2 iniciatyvos"


def test_initiatives_are_found_by_the_members_in_them_in_either_language(client):
    lead, partner, idle = (MemberFactory(title=title) for title in ("Alfa", "Beta", "Gama"))
    english_lead, english_partner = translated(lead, title="Alpha"), translated(partner)
    initiative = partner_in(InitiativeFactory(title="Robotai", lead=lead), partner)
    InitiativeFactory(title="Kita")
    english = translated(initiative, title="Robots").get_parent().url
    for one, other in ((lead, partner), (english_lead, english_partner)):
        for address, title in (("/iniciatyvos/", "Robotai"), (english, "Robots")):
            assert titles(client, f"{address}?lead={one.pk}") == [title]
            assert titles(client, f"{address}?partner={other.pk}") == [title]
            assert titles(client, f"{address}?partner={one.pk}") == []
    page, _titles = shown(client, f"{english}?lead={lead.pk}")
    assert options(page, "lead") == {str(lead.pk): "Alpha"}
    assert page.select_one("select[name=lead] [selected]").text == "Alpha"
    assert not page.select(".notice-warn")
    assert options(shown(client, english)[0], "lead") == {str(english_lead.pk): "Alpha"}
    assert titles(client, f"/iniciatyvos/?lead={idle.pk}") == []


def test_a_member_that_is_not_public_is_no_filter(client):
    hidden = MemberFactory(title="Slapta", published=False)
    InitiativeFactory(title="Robotai", lead=hidden)
    page, found = shown(client, f"/iniciatyvos/?lead={hidden.pk}")
    assert found == ["Robotai"]
    assert "Slapta" not in page.text
    assert page.select_one(".notice-warn")


@pytest.mark.parametrize(
    "query, expected", [("kind=study", ["B"]), ("status=draft", ["A", "B"]), ("kind=overview", [])]
)
def test_strategy_documents_are_found_by_kind_and_status(client, query, expected):
    StrategyDocumentFactory(title="A")
    StrategyDocumentFactory(title="B", kind="study")
    assert titles(client, f"/strategija/?{query}") == expected


def test_filtered_lists_cost_the_same_for_1_and_for_20_items(client):
    sector, technology = SectorFactory(slug="food"), TechnologyFactory(slug="robotics")
    found = member(sectors=[sector], technologies=[technology])
    initiative = partner_in(InitiativeFactory(lead=found), found)
    addresses = {
        "/nariai/?sector=food&technology=robotics&kind=company&q=nar": lambda number: member(
            title=f"Narys {number}",
            sectors=[sector, SectorFactory(name=f"S{number}", slug=f"s{number}")],
            technologies=[technology],
        ),
        f"/iniciatyvos/?lead={found.pk}&partner={found.pk}": lambda number: partner_in(
            InitiativeFactory(lead=found), found, MemberFactory(title=f"Partneris {number}")
        ),
    }
    found.title = "Narys"
    found.save_revision().publish()
    assert initiative.live
    for address, add in addresses.items():
        one = cost(client, address)
        for number in range(19):
            add(number)
        assert cost(client, address) == one <= 20, address
        assert client.get(address).context["items"].paginator.count == 20
