"""The page of components, which development has: every component is accessible in every state."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from industry4.testing import html
from industry4.testing.browser import demo
from industry4.testing.browser.faults import Faults, accessibility, overflow, screenshot
from industry4.testing.browser.product import Product

pytestmark = pytest.mark.browser

PATHS = ["/components/", "/en/components/"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wrong_with_any_component(
    page: Page, faults: Faults, evidence: Path, path: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.goto(path)
    found = faults.take() + accessibility(page) + overflow(page)
    if found:
        screenshot(page, evidence)
    page.goto("about:blank")  # what axe still asks for is no fault of the next page
    faults.take()
    assert found == []


def test_every_component_is_valid_html(product: Product, tmp_path: Path) -> None:
    pages = {path: answer.content for path, answer in demo.get_all(product, PATHS).items()}
    assert html.faults(pages, tmp_path) == []
