"""The main paths with JavaScript off: no content and no function is lost but the map."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from industry4.testing.browser import demo
from industry4.testing.browser.faults import DESKTOP, PHONE
from industry4.testing.browser.product import Product
from industry4.testing.browser.test_keyboard import QUICKEST_MS

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(browser: Browser, product: Product) -> Iterator[Page]:
    """A page of a visitor whose browser runs no scripts."""
    context = browser.new_context(
        base_url=product.address, viewport=DESKTOP, locale="lt-LT", java_script_enabled=False
    )
    yield context.new_page()
    context.close()


def test_every_type_of_page_says_the_same(
    page: Page, browser: Browser, product: Product, subtests: pytest.Subtests
) -> None:
    context = browser.new_context(base_url=product.address, viewport=DESKTOP, locale="lt-LT")
    with_scripts = context.new_page()
    for name, (path, _status) in demo.of_each_type(product).items():
        with subtests.test(name):
            page.goto(path)
            with_scripts.goto(path)
            texts = [each.get_by_role("main").inner_text() for each in (page, with_scripts)]
            offer = with_scripts.locator(".map")
            if offer.count():
                texts[1] = texts[1].replace(offer.inner_text(), "")
            assert texts[0].split() == texts[1].split()
    context.close()


def test_the_menu_of_a_phone_opens(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/en/")
    menu = page.get_by_role("navigation", name="Main menu")
    expect(menu).to_be_hidden()
    page.locator("summary", has_text="Menu").click()
    menu.get_by_role("link", name="Members").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Members")
    page.set_viewport_size(DESKTOP)


def test_the_other_language(page: Page) -> None:
    page.goto("/nariai/")
    page.get_by_role("link", name="English", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Members")


def test_search_finds(page: Page) -> None:
    page.goto("/")
    page.get_by_role("searchbox").first.fill("robotai")
    page.get_by_role("searchbox").first.press("Enter")
    page.wait_for_url("**/paieska/?q=robotai")
    expect(page.get_by_role("main").get_by_role("listitem").first).to_be_visible()


def test_members_are_filtered_and_there_is_no_map(page: Page) -> None:
    page.goto("/nariai/")
    expect(page.get_by_role("button", name="Rodyti žemėlapį")).to_be_hidden()
    names = page.get_by_role("main").get_by_role("heading", level=2)
    count = names.count()
    form = page.get_by_role("form", name="Filtruoti sąrašą")
    form.get_by_label("Rūšis", exact=True).select_option(index=1)
    form.get_by_role("button", name="Rodyti").click()
    expect(page.get_by_role("status").first).to_contain_text("Rast")
    assert 0 < names.count() < count
    page.get_by_role("link", name="Išvalyti").click()
    assert names.count() == count


def test_events_of_a_month_and_one_into_a_calendar(page: Page) -> None:
    page.goto("/renginiai/")
    page.get_by_role("group").get_by_text("Pagal mėnesį").click()
    page.get_by_role("group").get_by_role("link").first.click()
    page.get_by_role("main").get_by_role("heading", level=2).get_by_role("link").first.click()
    with page.expect_download() as download:
        page.get_by_role("link", name="Įtraukti į kalendorių").click()
    assert download.value.path().read_text().startswith("BEGIN:VCALENDAR")


def test_a_message_is_mended_and_sent(page: Page) -> None:
    page.goto("/en/contact/")
    page.get_by_label("Your name", exact=True).fill("Jonas")
    send = page.get_by_role("button", name="Send the message")
    send.click()
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_label("Your name", exact=True)).to_have_value("Jonas")
    page.get_by_role("alert").get_by_role("link", name="E-mail").click()
    expect(page.get_by_label("E-mail", exact=True)).to_be_focused()
    page.get_by_label("E-mail", exact=True).fill("jonas@example.com")
    page.get_by_label("Message", exact=True).fill("May we visit?")
    page.get_by_role("checkbox").check()
    page.wait_for_timeout(QUICKEST_MS)
    send.click()
    expect(page.get_by_role("status")).to_contain_text("Your message has been sent")
