"""The pages of the delivery API for developers: its operations to try, its kinds of problems."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from industry4.testing.browser.faults import Faults, accessibility, overflow, screenshot

pytestmark = pytest.mark.browser

DOCS = "/api/delivery/v1/docs/"
PROBLEMS = "/api/delivery/v1/problems/"


def checked(page: Page, evidence: Path, found: list[str]) -> None:
    """Fail with a picture of the page where anything is wrong."""
    if found:
        screenshot(page, evidence)
        pytest.fail("\n".join(found), pytrace=False)


def test_an_operation_is_tried_on_its_page(page: Page, faults: Faults, evidence: Path) -> None:
    page.goto(DOCS)
    assert page.locator("html").get_attribute("lang") == "en"
    assert page.title().startswith("Delivery API")
    operation = page.locator("#operations-pages-page_by_address")
    operation.locator(".opblock-summary-control").click()
    expect(operation.get_by_placeholder("path")).to_have_value("/en/events/")
    operation.get_by_role("button", name="Execute").click()
    answer = operation.locator(".live-responses-table")
    expect(answer.locator("tbody td.response-col_status")).to_contain_text("200")
    expect(answer.locator(".highlight-code").first).to_contain_text("event_list")
    checked(page, evidence, faults.take() + overflow(page))


def test_the_example_of_an_operation_is_shown(page: Page, faults: Faults, evidence: Path) -> None:
    page.goto(DOCS)
    operation = page.locator("#operations-ecosystem-members")
    operation.locator(".opblock-summary-control").click()
    example = operation.locator(".responses-table:not(.live-responses-table) .example").first
    shown = json.loads(example.inner_text())
    assert shown["items"][0]["type"] == "member"
    assert shown["items"][0]["url"].startswith("https://industry4.example/")
    checked(page, evidence, faults.take() + overflow(page))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_problems_are_explained_accessibly(
    page: Page, faults: Faults, evidence: Path, scheme: str
) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(f"{PROBLEMS}#not-found")
    found = faults.take()
    expect(page.get_by_role("heading", name="Not found")).to_be_in_viewport()
    assert page.locator("main [lang=en] h1").inner_text() == "Problems"
    assert "`" not in page.locator("main").inner_text()
    checked(page, evidence, found + accessibility(page) + overflow(page))
    page.get_by_role("link", name="Delivery API").click()
    page.wait_for_url(f"**{DOCS}")
    page.wait_for_load_state("networkidle")
    faults.take()
