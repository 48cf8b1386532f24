"""The editor's first steps, with the sample login, under the admin's own security policy."""

import pytest
from playwright.sync_api import Page, expect

from industry4.testing.browser.faults import Faults
from industry4.testing.browser.product import Product

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def admin(page: Page, product: Product) -> Page:
    """A page, logged in as the sample user."""
    page.goto("/admin/")
    page.locator("input[name=username]").fill(product.username)
    page.locator("input[name=password]").fill(product.password)
    page.locator("form button[type=submit]").click()
    page.wait_for_url(product.url("/admin/"))
    return page


def test_dashboard(admin: Page, faults: Faults) -> None:
    admin.goto("/admin/")
    expect(admin.locator("[data-wagtail-sidebar] nav")).to_be_visible()
    assert faults.take() == []


def test_page_explorer(admin: Page, faults: Faults) -> None:
    admin.goto("/admin/pages/")
    expect(admin.locator("table.listing tbody tr").first).to_be_visible()
    assert faults.take() == []


def edit_event(admin: Page, language: str) -> None:
    """Open the editor of an event in a language."""
    answer = admin.request.get(f"/api/v2/pages/?type=news.EventPage&locale={language}&limit=1")
    admin.goto(f"/admin/pages/{answer.json()['items'][0]['id']}/edit/")


def test_editing_an_event(admin: Page, faults: Faults) -> None:
    edit_event(admin, "lt")
    expect(admin.locator("#id_title")).not_to_have_value("")
    expect(admin.locator(".c-sf-add-button").first).to_be_visible()  # its scripts have run
    assert faults.take() == []


def test_translating_an_event(admin: Page, faults: Faults) -> None:
    edit_event(admin, "en")
    expect(admin.get_by_role("button", name="Publikuoti English")).to_be_visible()
    assert faults.take() == []
