"""What is wrong with a page: said by the browser while it loads, or found by looking at it."""

from pathlib import Path
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Error, Page, Request, Response, ViewportSize

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
TABLET: ViewportSize = {"width": 768, "height": 1024}
PHONE: ViewportSize = {"width": 360, "height": 740}
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
    "preload": False,  # or it loads the parts of stylesheets anew, from wrong addresses
}
# When the page is wider than the window: its width, and the innermost elements that make it so.
TOO_WIDE = """() => {
    const {clientWidth, scrollWidth} = document.documentElement;
    if (scrollWidth <= clientWidth) return [];
    const wide = (element) => element.getBoundingClientRect().left
        + Math.max(element.scrollWidth, element.offsetWidth) > clientWidth;
    const culprits = [...document.body.querySelectorAll("*")]
        .filter((element) => wide(element) && ![...element.children].some(wide))
        .map((element) => element.outerHTML.slice(0, 120));
    return [`${scrollWidth} px`, ...culprits];
}"""


class Faults:
    """Listens to a page, from any number of addresses one after another."""

    def __init__(self, page: Page, *hosts: str) -> None:
        """Listen to `page`; requests to other hosts than these (with their ports) are faults."""
        self.hosts = hosts
        self.heard: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", self._exception)
        page.on("request", self._request)
        page.on("response", self._response)

    def take(self) -> list[str]:
        """What was heard since the last time, each a sentence."""
        heard, self.heard = self.heard, []
        return heard

    def _console(self, message: ConsoleMessage) -> None:
        # What did not load is told by _response, with its address.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.heard.append(f"console: {message.text}")

    def _exception(self, error: Error) -> None:
        self.heard.append(f"exception: {error.message}")

    def _request(self, request: Request) -> None:
        address = urlsplit(request.url)
        if address.scheme in ("http", "https") and address.netloc not in self.hosts:
            self.heard.append(f"asks another host: {request.url}")

    def _response(self, response: Response) -> None:
        if response.status >= 400 and not response.request.is_navigation_request():
            self.heard.append(f"{response.status} for {response.url}")


def accessibility(page: Page) -> list[str]:
    """What axe finds, each with its rule and the element. A strict CSP lets it pass."""
    violations = Axe().run(page, options=AXE).response["violations"]
    return [
        f"axe {violation['id']}: {violation['help']}: {node['html'][:200]}"
        for violation in violations
        for node in violation["nodes"]
    ]


def too_wide(page: Page) -> list[str]:
    """What makes the page scroll sideways in the window that it has."""
    size = page.viewport_size or DESKTOP
    return [f"too wide for {size['width']} px: {what}" for what in page.evaluate(TOO_WIDE)]


def overflow(page: Page) -> list[str]:
    """What makes the page scroll sideways on the narrowest of phones."""
    page.set_viewport_size(PHONE)
    found = too_wide(page)
    page.set_viewport_size(DESKTOP)
    return found


def screenshot(page: Page, folder: Path) -> None:
    """Keep a picture of the page in `folder`, named after its address."""
    name = urlsplit(page.url).path.strip("/").replace("/", "_") or "home"
    page.screenshot(path=folder / f"{name}.png", full_page=True)
