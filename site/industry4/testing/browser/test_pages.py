"""Every public page, in both languages: loads, is valid, accessible, and fits its screen.

One page of each type is looked at in every width and colour scheme, the others in one of each.
"""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page, ViewportSize

from industry4.testing import html
from industry4.testing.browser import demo
from industry4.testing.browser.faults import (
    DESKTOP,
    PHONE,
    TABLET,
    Faults,
    accessibility,
    overflow,
    screenshot,
    too_wide,
)
from industry4.testing.browser.product import Product

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


def opened(page: Page, faults: Faults, path: str, status: int) -> list[str]:
    """Open a path; return what the browser says is wrong, and what its answer is wrong about."""
    response = page.goto(path)
    found = faults.take()  # before axe is in the page
    if not response or response.status != status:
        found.append(f"answers {response and response.status}, not {status}")
    if (lang := page.locator("html").get_attribute("lang")) != demo.language(path):
        found.append(f"says that its language is {lang}")
    return found


def seen(page: Page, faults: Faults, path: str, status: int, size: ViewportSize) -> list[str]:
    """What is wrong with a page in a window of that size, in both colour schemes."""
    page.set_viewport_size(size)
    found = []
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)
        faulty = opened(page, faults, path, status) + too_wide(page) + accessibility(page)
        faults.take()
        found += [f"{size['width']} px, {scheme}: {fault}" for fault in faulty]
    return found


def checked(page: Page, evidence: Path, found: list[str]) -> None:
    """Fail with a picture of the page where anything is wrong."""
    if found:
        screenshot(page, evidence)
        pytest.fail("\n".join(found), pytrace=False)


def test_every_type_of_page_in_every_width_and_colour(
    product: Product, page: Page, faults: Faults, evidence: Path, subtests: pytest.Subtests
) -> None:
    for name, (path, status) in demo.of_each_type(product).items():
        with subtests.test(name):
            found = []
            for size in (PHONE, TABLET, DESKTOP):
                found += seen(page, faults, path, status, size)
            checked(page, evidence, found)


def test_every_page(
    product: Product, page: Page, faults: Faults, evidence: Path, subtests: pytest.Subtests
) -> None:
    page.set_viewport_size(DESKTOP)
    page.emulate_media(color_scheme="light")
    looked_at = {path for path, _status in demo.of_each_type(product).values()}
    for path, status in demo.everything(product).items():
        if path in looked_at:
            continue
        with subtests.test(path):
            found = opened(page, faults, path, status) + accessibility(page) + overflow(page)
            faults.take()
            checked(page, evidence, found)


def test_every_page_is_valid_html(product: Product, tmp_path: Path) -> None:
    paths = [*demo.everything(product), *demo.states()]
    pages = {path: answer.content for path, answer in demo.get_all(product, paths).items()}
    pages["a form that is sent without its cookie"] = demo.get(
        product.url("/kontaktai/"), b""
    ).content
    found = html.faults(pages, tmp_path)
    if found:
        pytest.fail("\n".join(found), pytrace=False)
