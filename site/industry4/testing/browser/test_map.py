"""The map of members: loaded when it is asked for, usable by keys, and never missed without it.

The tests have no other machine to ask: a picture of one pixel stands for OpenStreetMap's tiles.
"""

import base64
import json
import re
import urllib.request
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Route, expect

from industry4.testing.browser.faults import DESKTOP, Faults, accessibility, overflow
from industry4.testing.browser.product import Product

pytestmark = pytest.mark.browser

TILES = "tile.openstreetmap.org"
PIXEL = base64.b64decode("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7")
MARKS = ".map-marker, .map-cluster"
TOWN = "panevezys-city"  # where the demo has two members in one place


def reader(browser: Browser, product: Product, **options: Any) -> BrowserContext:
    """A reader of the list, who has not been there before."""
    return browser.new_context(
        base_url=product.address, viewport=DESKTOP, locale="lt-LT", **options
    )


@pytest.fixture
def page(browser: Browser, product: Product) -> Iterator[Page]:
    """A page of a reader who prefers things not to move."""
    context = reader(browser, product, reduced_motion="reduce")
    page = context.new_page()
    page.route(f"https://{TILES}/**", give_tile)
    yield page
    context.close()


@pytest.fixture
def faults(page: Page, product: Product) -> Faults:
    return Faults(page, urlsplit(product.address).netloc, TILES)


@pytest.fixture
def asked(page: Page) -> list[str]:
    """The addresses that the page has asked for."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


def give_tile(route: Route) -> None:
    route.fulfill(body=PIXEL, content_type="image/gif")


def members(product: Product, **query: str) -> list[dict[str, Any]]:
    """The members that the delivery API has for a query."""
    address = product.url(f"/api/delivery/v1/members/?{urlencode({'limit': 100, **query})}")
    with urllib.request.urlopen(address) as answer:
        found: list[dict[str, Any]] = json.load(answer)["items"]
        return found


def placed(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [member for member in found if member["latitude"] is not None]


def open_map(page: Page, path: str = "/nariai/") -> Locator:
    """The marks of the map of a list, just opened."""
    page.goto(path)
    page.get_by_role("button", name=re.compile("Rodyti žemėlapį|Show the map")).click()
    marks = page.locator(MARKS)
    expect(marks.first).to_be_visible()
    return marks


def counted(marks: Locator) -> int:
    """For how many members the marks stand."""
    return sum(int(text or 1) for text in marks.all_inner_texts())


def tab_to(page: Page, target: Locator) -> None:
    """Press Tab until the target has the focus."""
    for _ in range(100):
        page.keyboard.press("Tab")
        if target.evaluate("element => element === document.activeElement"):
            return
    pytest.fail(f"no way by keys to {target}", pytrace=False)


def name(focused: Locator) -> str:
    return focused.get_attribute("aria-label") or ""


# Asking for it


def test_nothing_of_it_is_loaded_before_it_is_asked_for(
    page: Page, faults: Faults, asked: list[str]
) -> None:
    page.goto("/nariai/", wait_until="networkidle")
    button = page.get_by_role("button", name="Rodyti žemėlapį")
    expect(button).to_be_visible()
    expect(page.locator(".map-offer")).to_contain_text(TILES)  # who learns of the reader
    assert not [url for url in asked if re.search(f"leaflet|/api/|{TILES}", url)]
    button.click()
    expect(page.locator(MARKS).first).to_be_visible()
    credit = page.get_by_role("link", name="OpenStreetMap", exact=True)
    expect(credit).to_have_attribute("href", "https://www.openstreetmap.org/copyright")
    assert [url for url in asked if urlsplit(url).netloc == TILES]
    assert faults.take() == []


def test_it_says_how_many_members_it_shows(page: Page, product: Product, faults: Faults) -> None:
    every = members(product)
    shown = placed(every)
    assert 0 < len(shown) < len(every)
    assert counted(open_map(page)) == len(shown)
    status = page.locator(".map-status")
    expect(status).to_have_text(
        f"Narių žemėlapyje: {len(shown)}. "
        f"Narių, kurių vieta žemėlapyje nenurodyta: {len(every) - len(shown)}."
    )
    open_map(page, "/en/members/")
    expect(status).to_contain_text(f"Members on the map: {len(shown)}.")
    assert faults.take() == []


def test_it_can_be_put_away(page: Page, asked: list[str]) -> None:
    marks = open_map(page)
    hide = page.get_by_role("button", name="Slėpti žemėlapį")
    hide.click()
    expect(marks.first).to_be_hidden()
    asked.clear()
    page.get_by_role("button", name="Rodyti žemėlapį").click()
    expect(marks.first).to_be_visible()
    assert not [url for url in asked if "leaflet" in url]


def test_without_javascript_the_list_says_it_all(browser: Browser, product: Product) -> None:
    context = reader(browser, product, java_script_enabled=False)
    page = context.new_page()
    page.goto("/nariai/")
    expect(page.locator(".map")).to_be_hidden()
    expect(page.locator("main .rows h2")).to_have_text(
        [member["title"] for member in members(product)]
    )
    context.close()


# Filters


@pytest.mark.parametrize(
    "query",
    [{"kind": "education"}, {"kind": "company"}, {"sector": "food"}, {"q": "robot"}],
    ids=str,
)
def test_it_shows_what_the_filters_select(
    page: Page, product: Product, faults: Faults, query: dict[str, str]
) -> None:
    expected = placed(members(product, **query))
    page.goto(f"/nariai/?{urlencode(query)}")
    page.get_by_role("button", name="Rodyti žemėlapį").click()
    expect(page.locator(".map-status")).to_contain_text(f"Narių žemėlapyje: {len(expected)}.")
    assert counted(page.locator(MARKS)) == len(expected)
    titles = {member["title"] for member in expected}
    assert {name(mark) for mark in page.locator(".map-marker").all()} <= titles
    assert faults.take() == []


def test_members_of_one_place_are_told_apart(page: Page, product: Product) -> None:
    together = placed(members(product, municipality=TOWN))
    assert len({(member["latitude"], member["longitude"]) for member in together}) == 1
    cluster = open_map(page, f"/nariai/?municipality={TOWN}")
    expect(cluster).to_have_accessible_name(f"Narių šioje vietoje: {len(together)}")
    cluster.click()
    links = page.locator(".leaflet-popup a[href^='/nariai/']")
    expect(links).to_have_text([member["title"] for member in together])


# By keys alone


def test_keys_alone_lead_to_a_member(page: Page, product: Product, faults: Faults) -> None:
    page.goto("/nariai/?municipality=birzai")
    member = placed(members(product, municipality="birzai"))[0]
    tab_to(page, page.get_by_role("button", name="Rodyti žemėlapį"))
    page.keyboard.press("Enter")
    marker = page.get_by_role("region", name="Narių žemėlapis").get_by_role(
        "button", name=member["title"], exact=True
    )
    expect(marker).to_be_visible()
    tab_to(page, marker)
    page.keyboard.press("Space")
    link = page.locator(".leaflet-popup").get_by_role("link", name=member["title"])
    expect(link).to_be_focused()
    popup = page.locator(".leaflet-popup")
    expect(popup).to_contain_text(member["labels"]["kind"])
    expect(popup).to_contain_text(member["labels"]["municipality"])
    page.keyboard.press("Escape")
    expect(popup).to_have_count(0)
    expect(marker).to_be_focused()
    page.keyboard.press("Enter")
    tab_to(page, popup.get_by_role("button", name="Uždaryti"))
    page.keyboard.press("Enter")
    expect(popup).to_have_count(0)
    expect(marker).to_be_focused()
    page.keyboard.press("Enter")
    expect(link).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{urlsplit(member['url']).path}")
    assert faults.take() == []


def test_the_map_can_be_skipped(page: Page) -> None:
    open_map(page)
    tab_to(page, page.get_by_role("link", name="Praleisti žemėlapį"))
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator("main .rows a").first).to_be_focused()


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_a_cluster_leads_closer_and_the_focus_goes_with_it(
    page: Page, product: Product, motion: Any
) -> None:
    page.emulate_media(reduced_motion=motion)
    marks = open_map(page)
    clusters = page.locator(".map-cluster")
    before, total = marks.count(), counted(marks)
    cluster = clusters.filter(has_text=re.compile("[3-9]")).first
    tab_to(page, cluster)
    assert re.search(r"^Narių šioje vietoje: [3-9]$", name(cluster))
    page.keyboard.press("Enter")
    expect(marks).not_to_have_count(before)
    expect(page.locator(".leaflet-cluster-anim")).to_have_count(0)
    expect(page.locator(f":is({MARKS}):focus")).to_have_count(1)
    assert counted(marks) == total  # those beside the window are still within reach


def test_nothing_moves_for_those_who_prefer_it_so(page: Page) -> None:
    open_map(page)
    expect(page.locator(".leaflet-proxy, .leaflet-fade-anim")).to_have_count(0)


# What can go wrong


def test_without_its_background_the_places_are_still_there(page: Page) -> None:
    page.route(f"https://{TILES}/**", lambda route: route.abort())
    marks = open_map(page)
    status = page.locator(".map-status")
    expect(status).to_contain_text("Žemėlapio pagrindo įkelti nepavyko")
    expect(status).to_contain_text("Narių žemėlapyje:")
    assert counted(marks) > 1
    assert accessibility(page) + overflow(page) == []


@pytest.mark.parametrize("lost", ["**/delivery/v1/members/**", "**/leaflet/leaflet.js"])
def test_it_says_that_it_could_not_be_loaded_and_can_be_tried_again(page: Page, lost: str) -> None:
    page.route(lost, lambda route: route.abort())
    page.goto("/nariai/")
    button = page.get_by_role("button", name="Rodyti žemėlapį")
    button.click()
    expect(page.locator(".map-status")).to_contain_text("Žemėlapio įkelti nepavyko.")
    page.unroute(lost)
    button.click()
    expect(page.locator(MARKS).first).to_be_visible()


# Everybody can use it


@pytest.mark.parametrize("scheme,path", [("light", "/nariai/"), ("dark", "/en/members/")])
def test_it_is_accessible_and_fits_a_phone(
    page: Page, faults: Faults, scheme: Any, path: str
) -> None:
    page.emulate_media(color_scheme=scheme)
    open_map(page, path)
    found = faults.take()  # before axe is in the page
    found += accessibility(page) + overflow(page)
    page.locator(".map-marker").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".leaflet-popup")).to_be_visible()
    assert found + accessibility(page) + overflow(page) == []
