"""The search page and its suggestions: usable by keys, by hand and by ear, and without scripts."""

import re
from collections.abc import Iterator
from typing import Literal
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Locator, Page, Request, Route, expect

from industry4.testing.browser.faults import (
    DESKTOP,
    PHONE,
    Faults,
    accessibility,
    overflow,
    too_wide,
)
from industry4.testing.browser.product import Product

pytestmark = pytest.mark.browser

SUGGEST = "**/api/delivery/v1/search/suggest/**"
Scheme = Literal["light", "dark"]
QUIET_MS = 600  # longer than the script waits for the next key


@pytest.fixture
def page(browser: Browser, product: Product) -> Iterator[Page]:
    """A page of a reader who has not been here."""
    context = browser.new_context(base_url=product.address, viewport=DESKTOP, locale="lt-LT")
    yield context.new_page()
    context.close()


@pytest.fixture
def faults(page: Page, product: Product) -> Faults:
    return Faults(page, urlsplit(product.address).netloc)


@pytest.fixture
def asked(page: Page) -> list[dict[str, list[str]]]:
    """The queries that the page has asked suggestions by."""
    queries: list[dict[str, list[str]]] = []

    def listen(request: Request) -> None:
        if "/search/suggest/" in request.url:
            queries.append(parse_qs(urlsplit(request.url).query))

    page.on("request", listen)
    return queries


def field_of(page: Page, path: str = "/paieska/") -> Locator:
    """The search field of a page that has just been opened, in use."""
    page.goto(path)
    field = page.get_by_role("main").locator("[name=q]")
    field.focus()
    expect(field).to_have_role("combobox")
    return field


def offered(page: Page, words: str = "robot", path: str = "/paieska/") -> tuple[Locator, Locator]:
    """The field with these words in it, and the suggestions under it."""
    field = field_of(page, path)
    field.press_sequentially(words)
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    return field, options


def expect_chosen(field: Locator, option: Locator) -> None:
    """The option is the chosen one, for eyes and for ears."""
    expect(option).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", option.get_attribute("id") or "")


# Suggestions


def test_nothing_is_loaded_before_the_field_is_entered(page: Page, asked: list) -> None:
    loaded: list[str] = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto("/paieska/", wait_until="networkidle")
    assert not [url for url in loaded if "suggest" in url]
    field_of(page)
    assert [url for url in loaded if "suggest.js" in url]
    assert [url for url in loaded if "suggestions.css" in url]
    assert not asked


def test_pages_are_offered_while_one_types(page: Page, faults: Faults, asked: list) -> None:
    field, options = offered(page)
    expect(field).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("listbox", name="Pasiūlymai")).to_be_visible()
    status = page.locator(".suggestions [role=status]").filter(has_text="Pasiūlymų")
    expect(status).to_contain_text(f"Pasiūlymų: {options.count()}.")
    assert asked == [{"q": ["robot"], "locale": ["lt"]}]  # once, after the last key
    assert faults.take() == []


def test_in_english_english_pages_are_offered(page: Page, asked: list) -> None:
    _field, options = offered(page, "robotics", "/en/search/")
    assert asked[-1] == {"q": ["robotics"], "locale": ["en"]}
    options.first.click()
    expect(page.locator("html")).to_have_attribute("lang", "en")


def test_one_letter_offers_nothing(page: Page, asked: list) -> None:
    field = field_of(page)
    field.press_sequentially("r")
    page.wait_for_timeout(QUIET_MS)
    assert not asked
    expect(page.get_by_role("option")).to_have_count(0)


def test_keys_choose_and_enter_leads_to_the_page(page: Page) -> None:
    field, options = offered(page)
    field.press("ArrowDown")
    expect_chosen(field, options.first)
    field.press("ArrowDown")
    expect_chosen(field, options.nth(1))
    title = options.nth(1).evaluate("option => option.firstChild.data")
    field.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def test_beyond_either_end_is_the_field(page: Page) -> None:
    field, options = offered(page)
    field.press("ArrowUp")
    expect_chosen(field, options.last)
    field.press("ArrowDown")
    expect(page.locator("[role=option][aria-selected=true]")).to_have_count(0)
    expect(field).not_to_have_attribute("aria-activedescendant", re.compile("."))
    expect(field).to_be_focused()


@pytest.mark.parametrize("key, place", [("Home", 0), ("End", 5)])
def test_home_and_end_are_the_fields_own(page: Page, key: str, place: int) -> None:
    field, options = offered(page)
    field.press("ArrowDown")
    field.press(key)
    expect(options.first).to_have_attribute("aria-selected", "false")
    assert field.evaluate("field => field.selectionStart") == place


def test_enter_without_a_choice_searches(page: Page) -> None:
    field, _options = offered(page)
    field.press("Enter")
    page.wait_for_url("**/paieska/?q=robot")


def test_escape_closes_the_list_and_keeps_the_words(page: Page) -> None:
    field, options = offered(page)
    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_have_attribute("aria-expanded", "false")
    expect(field).to_have_value("robot")
    field.press("ArrowDown")
    expect(options.first).to_be_visible()


def test_leaving_the_field_closes_the_list(page: Page) -> None:
    field, options = offered(page)
    field.press("Tab")
    expect(options).to_have_count(0)


def test_in_the_menu_of_a_phone_escape_closes_the_list_then_the_menu(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/")
    page.locator("summary", has_text="Meniu").click()
    field = page.locator(".menu-panel [name=q]")
    field.focus()
    expect(field).to_have_role("combobox")
    field.press_sequentially("robot")
    options = page.get_by_role("option")
    expect(options.first).to_be_visible()
    assert too_wide(page) == []
    field.press("Escape")
    expect(options).to_have_count(0)
    expect(field).to_be_visible()
    field.press("Escape")
    expect(field).to_be_hidden()


def test_an_outdated_answer_is_not_shown(page: Page) -> None:
    answers: list[Route] = []
    page.route(SUGGEST, lambda route: answers.append(route))
    field = field_of(page)
    field.press_sequentially("rob")
    page.wait_for_timeout(QUIET_MS)
    field.press_sequentially("otas")
    page.wait_for_timeout(QUIET_MS)
    late, last = answers
    item = {"type": "event", "id": 1, "url": "http://localhost/"}
    last.fulfill(json={"items": [{**item, "title": "Nauja"}]})
    expect(page.get_by_role("option")).to_contain_text(["Nauja"])
    assert late.request.failure == "net::ERR_ABORTED"


@pytest.mark.parametrize("status", [0, 429, 500])
def test_where_suggestions_fail_one_searches(page: Page, status: int) -> None:
    said: list[str] = []
    page.on("pageerror", lambda error: said.append(error.message))
    page.route(SUGGEST, lambda route: route.fulfill(status=status) if status else route.abort())
    field = field_of(page)
    field.press_sequentially("robot")
    page.wait_for_timeout(QUIET_MS)
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.locator("[role=alert]")).to_have_count(0)
    field.press("Enter")
    page.wait_for_url("**/paieska/?q=robot")
    assert not said


def test_a_title_is_no_html(page: Page) -> None:
    item = {"type": "event", "id": 1, "title": "<img src=x>", "url": "http://localhost/"}
    page.route(SUGGEST, lambda route: route.fulfill(json={"items": [item]}))
    _field, options = offered(page)
    expect(options).to_contain_text(["<img src=x>"])


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["/paieska/", "/nera-tokio/"])
def test_open_suggestions_are_accessible(page: Page, scheme: Scheme, path: str) -> None:
    page.emulate_media(color_scheme=scheme)
    field, _options = offered(page, path=path)
    field.press("ArrowDown")
    assert accessibility(page) + overflow(page) == []


# The page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "query",
    [
        "",
        "?q=!",
        "?q=xyzzy",
        "?q=robots",
        "?q=robotai&page=2",
        "?q=robotai&kind=event&since=2026-01-01&until=x&sector=x&municipality=panevezys-city",
    ],
)
def test_every_state_is_accessible(page: Page, scheme: Scheme, query: str) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(f"/paieska/{query}")
    assert accessibility(page) + overflow(page) == []


def test_what_is_marked_is_seen_where_colours_are_forced(page: Page) -> None:
    page.emulate_media(forced_colors="active")
    page.goto("/paieska/?q=robotai")
    colours = "element => getComputedStyle(element).backgroundColor"
    mark = page.locator("mark").first
    assert mark.evaluate(colours) != page.locator("body").evaluate(colours)


def test_results_are_narrowed_without_a_script(browser: Browser, product: Product) -> None:
    context = browser.new_context(
        base_url=product.address, viewport=PHONE, locale="lt-LT", java_script_enabled=False
    )
    page = context.new_page()
    page.goto("/paieska/")
    page.get_by_role("main").get_by_role("searchbox").fill("robotai")
    page.get_by_role("main").get_by_role("button", name="Ieškoti").click()
    page.get_by_role("navigation", name="Rezultatų rūšys").get_by_role(
        "link", name=re.compile("Naujienos")
    ).click()
    page.get_by_text("Filtrai", exact=True).click()
    page.get_by_label("Nuo").fill("2026-11-01")
    page.get_by_role("button", name="Rodyti").click()
    query = parse_qs(urlsplit(page.url).query)
    assert (query["q"], query["kind"], query["since"]) == (["robotai"], ["article"], ["2026-11-01"])
    for label in page.locator(".search-result .row-label").all_inner_texts():
        assert "Naujiena" in label
    page.get_by_role("link", name=re.compile("Pašalinti filtrą: Nuo")).click()
    assert "since" not in parse_qs(urlsplit(page.url).query)
    context.close()
