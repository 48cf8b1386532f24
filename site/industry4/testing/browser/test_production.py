"""What only production does: small answers, files with fingerprints, the page for failures."""

import dataclasses
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from industry4.testing import html, production, servers
from industry4.testing.browser import demo
from industry4.testing.browser.faults import DESKTOP, PHONE, Faults, accessibility, too_wide
from industry4.testing.browser.product import Product
from industry4.testing.production import Production

pytestmark = pytest.mark.browser

HOME_BYTES, HOME_REQUESTS = 60 * 1024, 8  # at most, without pictures
NOWHERE = "postgres://nobody@127.0.0.1:9/nothing"


@pytest.fixture(scope="module")
def site(
    product: Product, tmp_path_factory: pytest.TempPathFactory, evidence: Path
) -> Iterator[Production]:
    """Production with the database and the uploads of the product."""
    home = tmp_path_factory.mktemp("production")
    site = production.prepare(home, product.database_url, product.media)
    with site.serving(evidence / "production.log"):
        yield site


@pytest.fixture(scope="module")
def failing(site: Production, evidence: Path) -> Iterator[Production]:
    """The same, whose database cannot be reached."""
    address = f"http://localhost:{servers.free_port()}"
    environment = {**site.environment, "DATABASE_URL": NOWHERE, "LOG_LEVEL": "CRITICAL"}
    failing = dataclasses.replace(site, address=address, environment=environment)
    with failing.serving(evidence / "failing.log"):
        yield failing


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page of somebody who has not been here: nothing is in the cache."""
    context = browser.new_context(viewport=PHONE, locale="lt-LT")
    yield context.new_page()
    context.close()


@pytest.fixture
def faults(page: Page, site: Production) -> Faults:
    return Faults(page, urlsplit(site.address).netloc)


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_the_home_page_is_small(page: Page, faults: Faults, site: Production, path: str) -> None:
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.goto(site.address + path, wait_until="networkidle")
    assert faults.take() == []  # asks no other host, among others
    rest = [request for request in requests if request.resource_type != "image"]
    sizes = {request.url: sum(sizes_of(request)) for request in rest}
    assert sum(sizes.values()) <= HOME_BYTES, sizes
    assert len(rest) <= HOME_REQUESTS, sizes


def sizes_of(request: Request) -> tuple[int, int]:
    """The bytes of an answer's head and body, as they came."""
    sizes = request.sizes()
    return sizes["responseHeadersSize"], sizes["responseBodySize"]


@pytest.mark.parametrize("path", ["/nariai/", "/en/contact/", "/paieska/?q=robotai"])
def test_pages_work_under_productions_rules(
    page: Page, faults: Faults, site: Production, path: str
) -> None:
    page.goto(site.address + path, wait_until="networkidle")
    assert faults.take() == []
    expect(page.get_by_role("main")).to_be_visible()


def test_what_every_page_loads_is_kept_for_a_year(page: Page, site: Production) -> None:
    kept = re.compile(r"max-age=(?:31536000|315360000), public")
    requests: list[Request] = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.goto(site.address, wait_until="networkidle")
    files = [each for each in requests if urlsplit(each.url).path.startswith("/static/")]
    for request in files:
        response = request.response()
        assert response
        assert kept.match(response.header_value("cache-control") or ""), request.url
    assert {each.resource_type for each in files} >= {"stylesheet", "script", "font"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_failure_is_told_in_both_languages(page: Page, failing: Production, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    faults = Faults(page, urlsplit(failing.address).netloc)
    response = page.goto(failing.address)
    assert response
    assert response.status == 500
    assert faults.take() == []
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_contain_text("Įvyko klaida")
    expect(heading.locator("[lang=en]")).to_have_text("Something has failed")
    for home in ("/", "/en/"):
        expect(page.locator(f"a[href='{home}']")).to_be_visible()
    styled = page.locator("body").evaluate("body => getComputedStyle(body).fontFamily")
    assert "serif" not in styled.split(", ")[0]  # the stylesheet came, and applies
    found = accessibility(page) + too_wide(page)
    page.set_viewport_size(DESKTOP)
    assert found + too_wide(page) == []


def test_the_page_for_failures_is_valid_html(failing: Production, tmp_path: Path) -> None:
    answer = demo.get(failing.address)
    assert answer.status == 500
    assert html.faults({"/": answer.content}, tmp_path) == []
