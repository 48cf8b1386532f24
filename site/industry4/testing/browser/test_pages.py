"""Every public page, in both languages: loads, is clean, accessible, and fits a phone."""

import urllib.request
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page

from industry4.testing.browser.faults import Faults, accessibility, overflow, screenshot
from industry4.testing.browser.product import Product

pytestmark = pytest.mark.browser

BESIDE_THE_SITEMAP = {
    "/paieska/?q=robotai": 200,
    "/en/search/?q=robots": 200,
    "/nera-tokio/": 404,
    "/en/no-such/": 404,
}


def listed(product: Product, path: str = "/sitemap.xml") -> set[str]:
    """The paths of all pages in a sitemap, their translations, and the sitemaps that it lists."""
    with urllib.request.urlopen(product.url(path)) as answer:
        sitemap = ElementTree.parse(answer).getroot()
    addresses = [element.text or "" for element in sitemap.findall(".//{*}loc")]
    addresses += [element.get("href", "") for element in sitemap.findall(".//{*}link")]
    paths = {urlsplit(address.strip()).path for address in addresses}
    if sitemap.tag.endswith("}sitemapindex"):
        return {page for path in paths for page in listed(product, path)}
    return paths


def language(path: str) -> str:
    return "en" if path.startswith("/en/") else "lt"


def look_at(page: Page, faults: Faults, path: str, status: int) -> list[str]:
    """Open a path; return everything that is wrong there."""
    response = page.goto(path)
    found = faults.take()  # before axe is in the page
    if not response or response.status != status:
        found.append(f"answers {response and response.status}, not {status}")
    if (lang := page.locator("html").get_attribute("lang")) != language(path):
        found.append(f"says that its language is {lang}")
    found += accessibility(page) + overflow(page)
    faults.take()
    return found


def test_every_page(
    product: Product, page: Page, faults: Faults, evidence: Path, subtests: pytest.Subtests
) -> None:
    paths = listed(product)
    assert {language(path) for path in paths} == {"lt", "en"}
    for path, status in (dict.fromkeys(sorted(paths), 200) | BESIDE_THE_SITEMAP).items():
        with subtests.test(path):
            found = look_at(page, faults, path, status)
            if found:
                screenshot(page, evidence)
                pytest.fail("\n".join(found), pytrace=False)
