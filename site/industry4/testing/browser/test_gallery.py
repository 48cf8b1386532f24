"""The page of components, which development has: every component is accessible in every state."""

from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Page

from industry4.testing.browser.faults import Faults, accessibility, overflow, screenshot

pytestmark = pytest.mark.browser

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("path", ["/components/", "/en/components/"])
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
