"""The main paths by keyboard alone, from the page's first Tab on."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from industry4.testing.browser.faults import DESKTOP, PHONE
from industry4.testing.browser.product import Product

pytestmark = pytest.mark.browser

FAR = 120  # more steps than any page has to anything that matters
QUICKEST_MS = 3500  # the contact form takes whoever is quicker for a machine
FOCUSED = "element => element === document.activeElement"


@pytest.fixture
def page(browser: Browser, product: Product) -> Iterator[Page]:
    """A page of a visitor who has not been here."""
    context = browser.new_context(base_url=product.address, viewport=DESKTOP, locale="lt-LT")
    yield context.new_page()
    context.close()


def go_to(target: Locator, key: str = "Tab") -> None:
    """Press Tab until the element has the focus; it is to be seen then."""
    for _step in range(FAR):
        target.page.keyboard.press(key)
        if target.evaluate(FOCUSED):
            expect(target).to_be_in_viewport()
            return
    pytest.fail(f"the keyboard does not reach {target}")


def follow(target: Locator) -> None:
    """Go to a link or a button, and press it."""
    go_to(target)
    target.page.keyboard.press("Enter")


def test_the_first_step_leads_past_the_head_of_the_page(page: Page) -> None:
    page.goto("/")
    skip = page.get_by_role("link", name="Pereiti prie turinio")
    expect(skip).not_to_be_in_viewport()
    page.keyboard.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()
    page.keyboard.press("Tab")
    assert page.locator(":focus").evaluate("element => !!element.closest('main')")


def test_the_menu_of_a_phone_opens_closes_and_leads_on(page: Page) -> None:
    page.set_viewport_size(PHONE)
    page.goto("/")
    button = page.locator("summary", has_text="Meniu")
    menu = page.get_by_role("navigation", name="Pagrindinis meniu")
    expect(menu).to_be_hidden()
    follow(button)
    expect(menu).to_be_visible()
    first = menu.get_by_role("link").first
    go_to(first)
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(button).to_be_focused()
    page.keyboard.press("Space")
    follow(menu.get_by_role("link", name="Renginiai"))
    page.wait_for_url("**/renginiai/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Renginiai")


def test_the_menu_of_a_wide_window_leads_to_every_section(page: Page) -> None:
    page.goto("/")
    links = page.get_by_role("navigation", name="Pagrindinis meniu").get_by_role("link")
    for link in links.all():
        go_to(link)
    address = links.last.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{address}")
    here = page.get_by_role("navigation", name="Pagrindinis meniu").get_by_role("link").last
    expect(here).to_have_attribute("aria-current", "page")


def test_the_other_language_and_back(page: Page) -> None:
    page.goto("/renginiai/?period=past")
    follow(page.get_by_role("link", name="English", exact=True))
    page.wait_for_url("**/en/events/**")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    follow(page.get_by_role("link", name="Lietuvių", exact=True))
    page.wait_for_url("**/renginiai/**")


def test_members_are_narrowed_to_a_kind_and_widened_again(page: Page) -> None:
    page.goto("/nariai/")
    names = page.get_by_role("main").get_by_role("heading", level=2)
    all_names = names.all_inner_texts()
    form = page.get_by_role("form", name="Filtruoti sąrašą")
    kind = form.get_by_label("Rūšis", exact=True)
    go_to(kind)
    page.keyboard.press("ArrowDown")
    chosen = kind.input_value()
    assert chosen
    follow(form.get_by_role("button", name="Rodyti"))
    page.wait_for_url(f"**/nariai/?*kind={chosen}*")
    expect(page.get_by_role("status").first).to_contain_text("Rast")
    some_names = names.all_inner_texts()
    assert 0 < len(some_names) < len(all_names)
    follow(page.get_by_role("link", name="Išvalyti"))
    page.wait_for_url("**/nariai/")
    assert names.all_inner_texts() == all_names


def test_an_event_goes_from_the_list_into_a_calendar(page: Page) -> None:
    page.goto("/renginiai/")
    event = page.get_by_role("main").get_by_role("heading", level=2).get_by_role("link").first
    title = event.inner_text()
    follow(event)
    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    with page.expect_download() as download:
        follow(page.get_by_role("link", name="Įtraukti į kalendorių"))
    calendar = download.value.path().read_text()
    assert calendar.startswith("BEGIN:VCALENDAR")
    assert calendar.count("BEGIN:VEVENT") == 1


def test_a_message_is_mended_and_sent(page: Page) -> None:
    page.goto("/kontaktai/")
    send = page.get_by_role("button", name="Siųsti žinutę")
    follow(send)
    expect(page).to_have_title(re.compile("^Klaida: "))
    summary = page.get_by_role("alert")
    expect(summary).to_be_focused()
    mistake = summary.get_by_role("link", name="El. paštas")
    follow(mistake)
    email = page.get_by_label("El. paštas", exact=True)
    expect(email).to_be_focused()
    expect(email).to_have_attribute("aria-invalid", "true")
    page.keyboard.type("jonas@example.com")
    go_to(page.get_by_label("Jūsų vardas", exact=True), "Shift+Tab")
    page.keyboard.type("Jonas")
    go_to(page.get_by_label("Žinutė", exact=True))
    page.keyboard.type("Ar galima apsilankyti?")
    go_to(page.get_by_role("checkbox"))
    page.keyboard.press("Space")
    page.wait_for_timeout(QUICKEST_MS)
    follow(send)
    thanks = page.get_by_role("status")
    expect(thanks).to_contain_text("Jūsų žinutė išsiųsta")
    expect(thanks).to_be_focused()
