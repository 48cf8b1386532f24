"""The examples of docs/examples work against the running product, as an app's developer runs them.

The page in TypeScript is compiled with types made from the product's own OpenAPI document, and
served from another origin, as an app is.
"""

import json
import re
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from industry4.testing import node
from industry4.testing.browser.faults import DESKTOP, Faults, accessibility, overflow
from industry4.testing.browser.product import Product
from industry4.testing.servers import ROOT

pytestmark = pytest.mark.browser

EXAMPLES = ROOT / "docs" / "examples"
EXAMPLES_SITE = "http://localhost:8000"  # that they name
RENDITION_SECONDS = 120  # the product makes them in the background after its start
SECTOR = "electronics"
AT_ONCE = 4
HEADINGS = {"lt": "Artimiausi renginiai", "en": "Upcoming events"}


class Files(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def package(product: Product) -> Path:
    """The page, compiled for the product."""
    return node.build(EXAMPLES / "upcoming-events", {EXAMPLES_SITE: product.address})


@pytest.fixture(scope="module")
def app(package: Path) -> Iterator[str]:
    """The address of the page: an origin of its own."""
    handler = partial(Files, directory=str(package))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def page(browser: Browser, app: str) -> Iterator[Page]:
    """A page of a reader who prefers Lithuanian."""
    context = browser.new_context(base_url=app, viewport=DESKTOP, locale="lt-LT")
    yield context.new_page()
    context.close()


@pytest.fixture
def faults(page: Page, product: Product, app: str) -> Faults:
    return Faults(page, urlsplit(product.address).netloc, urlsplit(app).netloc)


def ask(product: Product, name: str, **query: str | int) -> dict[str, Any]:
    """What the delivery API answers."""
    address = product.url(f"/api/delivery/v1/{name}/?{urlencode(query)}")
    with urllib.request.urlopen(address) as answer:
        content: dict[str, Any] = json.load(answer)
        return content


def titles(product: Product, language: str, **query: str | int) -> list[str]:
    """The titles of upcoming events."""
    found = ask(product, "events", period="upcoming", locale=language, **query)
    return [event["title"] for event in found["items"]]


def wait_for_renditions(product: Product) -> None:
    deadline = time.monotonic() + RENDITION_SECONDS
    while not all(
        all(event["listing_image"]["renditions"].values())
        for event in ask(product, "events", period="upcoming", sector=SECTOR)["items"]
        if event["listing_image"]
    ):
        assert time.monotonic() < deadline, "the renditions were not made"
        time.sleep(0.5)


def reword(page: Page, **more: str) -> None:
    """Have the page ask for events with more parameters than it meant to."""

    def go_on(route: Route) -> None:
        route.continue_(url=f"{route.request.url}&{urlencode(more)}")

    page.route("**/delivery/v1/events/**", go_on)


# The page in TypeScript


def test_the_generated_types_are_exact(package: Path) -> None:
    types = (package / "src" / "generated" / "delivery.d.ts").read_text()
    code = re.sub(r"/\*.*?\*/", "", types, flags=re.DOTALL)
    vague = re.findall(r".*\b(?:any|unknown|object)\b.*", code)
    assert {line.strip() for line in vague} == {"[name: string]: unknown;"}  # of headers


def test_the_events_of_a_sector_in_both_languages(
    page: Page, faults: Faults, product: Product
) -> None:
    wait_for_renditions(product)
    page.goto("/")
    page.get_by_label("Sektorius").select_option(SECTOR)
    for language, name in {"lt": "Lietuvių", "en": "English"}.items():
        page.get_by_role("button", name=name).click()
        expected = titles(product, language, sector=SECTOR)
        assert 0 < len(expected) <= AT_ONCE
        expect(page.locator("#events h2")).to_have_text(expected)
        expect(page.get_by_role("heading", level=1)).to_have_text(HEADINGS[language])
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.get_by_role("status")).to_contain_text(str(len(expected)))
        expect(page.locator("#sector")).to_have_value(SECTOR)
        see_the_images(page)
    assert faults.take() == []


def see_the_images(page: Page) -> None:
    """Scroll to every image: the browser loads it, in the format that it likes best."""
    images = page.locator("#events img").all()
    assert images
    for image in images:
        image.scroll_into_view_if_needed()
        width, source = image.evaluate(
            "image => image.decode().then(() => [image.naturalWidth, image.currentSrc])"
        )
        assert width > 0
        assert source.endswith(".avif")


def test_more_events_come_below(page: Page, faults: Faults, product: Product) -> None:
    expected = titles(product, "lt", limit=100)
    assert len(expected) > AT_ONCE
    page.goto("/")
    shown = page.locator("#events h2")
    more = page.get_by_role("button", name="Rodyti daugiau")
    for count in range(AT_ONCE, len(expected), AT_ONCE):
        expect(shown).to_have_text(expected[:count])
        more.click()
        expect(page.get_by_role("link", name=expected[count])).to_be_focused()
    expect(shown).to_have_text(expected)
    expect(more).to_be_hidden()
    assert faults.take() == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_read_it(page: Page, scheme: Any) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto("/")
    expect(page.locator("#events h2")).to_have_count(AT_ONCE)
    assert accessibility(page) + overflow(page) == []


def test_nothing_found(page: Page, faults: Faults) -> None:
    reword(page, starts_before="2000-01-01")
    page.goto("/")
    expect(page.get_by_role("status")).to_have_text("Čia renginių kol kas nenumatyta.")
    assert accessibility(page) + faults.take() == []


def test_it_shows_what_the_api_says_is_wrong(page: Page, faults: Faults, product: Product) -> None:
    # Asked for apart from the page: a browser may have dropped what its script has read.
    asked = page.request.get(f"{product.address}/api/delivery/v1/events/?nonsense=1")
    assert asked.status == 422
    detail = asked.json()["detail"]
    assert "nonsense" in detail
    reword(page, nonsense="1")
    page.goto("/")
    with page.expect_response(lambda response: response.status == 422):
        page.get_by_label("Sektorius").select_option(SECTOR)
    expect(page.get_by_role("alert")).to_contain_text(detail)
    assert all(fault.startswith("422 for ") for fault in faults.take())
    page.unroute_all()
    page.get_by_role("button", name="Bandyti dar kartą").click()
    expect(page.locator("#events h2").first).to_be_visible()
    expect(page.get_by_role("alert")).to_be_empty()
    assert faults.take() == []


def test_it_says_that_the_site_cannot_be_reached(page: Page) -> None:
    page.route("**/delivery/v1/**", lambda route: route.abort("connectionrefused"))
    page.goto("/")
    expect(page.get_by_role("alert")).to_contain_text("Svetainė nepasiekiama.")
    assert accessibility(page) == []


# The table of members


def members_table(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(EXAMPLES / "members_table.py"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("language", ["lt", "en"])
def test_the_table_has_all_members(product: Product, language: str) -> None:
    done = members_table(product.address, language)
    assert (done.returncode, done.stderr) == (0, "")
    found = ask(product, "members", locale=language, limit=100)
    table, count, by_kind, by_municipality = done.stdout.split("\n\n")
    rows = table.splitlines()[2:]
    assert len(rows) == found["count"] == len(found["items"]) > 10  # read in more than one part
    for row, member in zip(rows, found["items"], strict=True):
        assert row.startswith(member["title"][:35])
        assert member["kind"] in row
        assert member["municipality"] in row
    assert count == f"Members: {found['count']}"
    for counts in (by_kind, by_municipality):
        assert sum(map(int, re.findall(r" (\d+)  █", counts))) == found["count"]


def test_the_table_says_what_is_wrong(product: Product) -> None:
    done = members_table(product.url("/api/delivery/v1/nowhere"))
    assert done.returncode == 1
    assert "There is no such address in this API." in done.stderr
    done = members_table("http://127.0.0.1:9")
    assert done.returncode == 1
    assert re.search(r"cannot be read: .*refused", done.stderr)
