"""Pages adapt to how people read them: by keyboard, enlarged, without motion, on paper."""

from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, expect

from industry4.testing.browser import demo
from industry4.testing.browser.faults import AXE, DESKTOP, PHONE, too_wide
from industry4.testing.browser.product import Product

pytestmark = pytest.mark.browser

# What can have the focus and shows nothing of it: neither itself nor the card that it fills.
UNSEEN_FOCUS = """() => {
    const outlined = (element, part) => {
        const {outlineStyle, outlineWidth, outlineColor} = getComputedStyle(element, part);
        return outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
            && outlineColor !== "rgba(0, 0, 0, 0)";
    };
    const shown = (element) => [null, "::before", "::after"].some((part) => outlined(element, part))
        || (element.parentElement && shown(element.parentElement));
    for (const details of document.querySelectorAll("details")) details.open = true;
    const focusable = "a[href], button, input, select, textarea, summary, [tabindex='0']";
    const unseen = [];
    for (const element of document.querySelectorAll(focusable)) {
        element.focus();
        if (document.activeElement !== element) continue; // hidden
        if (!shown(element)) unseen.push(element.outerHTML.slice(0, 120));
    }
    return unseen;
}"""
# What moves, or would on being pointed at.
MOVING = """() => {
    const seconds = (durations) => Math.max(...durations.split(",").map(parseFloat));
    const moving = document.getAnimations().map((animation) => `runs: ${animation.id}`);
    if (getComputedStyle(document.documentElement).scrollBehavior === "smooth") {
        moving.push("scrolls smoothly");
    }
    for (const element of document.querySelectorAll("*")) {
        for (const part of [null, "::before", "::after"]) {
            const style = getComputedStyle(element, part);
            const longest = Math.max(
                seconds(style.transitionDuration),
                style.animationName === "none" ? 0 : seconds(style.animationDuration),
            );
            if (longest > 0.01) moving.push(`${longest} s: ${element.outerHTML.slice(0, 100)}`);
        }
    }
    return moving;
}"""
# Text that is printed in anything but a dark ink.
# What is laid out when it comes near has no `innerText` until then.
LAID_OUT = """() => document.querySelectorAll("main > *").forEach((part) => {
    part.style.contentVisibility = "visible";
})"""
PALE = """() => {
    const pale = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
        const [red, green, blue] = getComputedStyle(element).color.match(/[\\d.]+/g).map(Number);
        const light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
        if (light > 110) pale.push(element.outerHTML.slice(0, 120));
    }
    return pale;
}"""
REMOVE_DECORATION = (
    "document.querySelectorAll('[aria-hidden=true]').forEach((each) => each.remove())"
)
HALF: ViewportSize = {"width": 640, "height": 450}  # what is left of 1280 px when enlarged to 200 %
QUARTER: ViewportSize = {"width": 320, "height": 256}  # and to 400 %


@pytest.fixture(scope="module")
def paths(product: Product) -> dict[str, str]:
    """A Lithuanian page of every type."""
    pages = demo.of_each_type(product)
    return {name: path for name, (path, _status) in pages.items() if name.endswith("lt")}


@pytest.fixture
def page(browser: Browser, product: Product) -> Iterator[Page]:
    """A page of a visitor who wants no motion: nothing is caught half-way."""
    context = browser.new_context(
        base_url=product.address, viewport=DESKTOP, locale="lt-LT", reduced_motion="reduce"
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def on_each(
    page: Page, paths: dict[str, str], subtests: pytest.Subtests
) -> Callable[[Callable[[], list[str]]], None]:
    """Opens each page, and fails where `look` finds something."""

    def look_everywhere(look: Callable[[], list[str]]) -> None:
        for name, path in paths.items():
            with subtests.test(name):
                page.goto(path)
                if found := look():
                    pytest.fail("\n".join([path, *found]), pytrace=False)

    return look_everywhere


def test_axe_measures_targets_and_contrast(page: Page) -> None:
    page.goto("/")
    answer = Axe().run(page, options=AXE).response
    passed = {rule["id"] for rule in answer["passes"]}
    assert {"target-size", "color-contrast", "html-has-lang"} <= passed


@pytest.mark.parametrize("size", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_what_has_the_focus_shows_it(page: Page, on_each: Callable, size: ViewportSize) -> None:
    def look() -> list[str]:
        page.keyboard.press("Tab")  # from here on the browser shows the focus
        return page.evaluate(UNSEEN_FOCUS)

    page.set_viewport_size(size)
    on_each(look)


def test_nothing_moves_for_those_who_want_none(page: Page, on_each: Callable) -> None:
    on_each(lambda: page.evaluate(MOVING))


@pytest.mark.parametrize("size", [HALF, QUARTER], ids=["200", "400"])
def test_enlarged_pages_fit_and_say_the_same(
    page: Page, on_each: Callable, size: ViewportSize
) -> None:
    def look() -> list[str]:
        page.evaluate(REMOVE_DECORATION)
        whole = words()
        page.set_viewport_size(size)
        found = [*too_wide(page), *(f"does not say: {word}" for word in whole - words())]
        page.set_viewport_size(DESKTOP)
        return found

    def words() -> Counter[str]:
        page.evaluate(LAID_OUT)
        return Counter(main.inner_text().casefold().split())

    main = page.get_by_role("main")
    on_each(look)


def test_paper_gets_the_content_in_dark_ink(page: Page, on_each: Callable) -> None:
    def look() -> list[str]:
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        useless = [page.get_by_role("navigation"), page.get_by_role("search")]
        found = [each.inner_text() for kind in useless for each in kind.all()]
        return found + page.evaluate(PALE)

    page.emulate_media(media="print", color_scheme="dark")
    on_each(look)
