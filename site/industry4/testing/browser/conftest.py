"""The product, Chromium and a page in it: started once, shared by all browser tests."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from industry4.testing import packages
from industry4.testing.browser import product as products
from industry4.testing.browser.faults import DESKTOP, Faults
from industry4.testing.browser.product import Product
from industry4.testing.servers import ROOT


@pytest.fixture(scope="session")
def evidence() -> Path:
    """An empty folder for what explains a failure: screenshots and the server's output.

    One for each process of the tests, each of which has a product and a browser of its own.
    """
    folder = ROOT / "var" / "browser" / os.environ.get("PYTEST_XDIST_WORKER", "alone")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory, evidence: Path) -> Iterator[Product]:
    """The running product."""
    with products.running(tmp_path_factory.mktemp("product"), evidence / "server.log") as product:
        yield product


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium or the system's Chrome; Playwright's own where there is neither."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=packages.browser(), args=packages.BROWSER_FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page(browser: Browser, product: Product) -> Iterator[Page]:
    """A page in a context (cookies, cache) of the module's own."""
    context = browser.new_context(base_url=product.address, viewport=DESKTOP, locale="lt-LT")
    yield context.new_page()
    context.close()


@pytest.fixture(scope="module")
def faults(page: Page, product: Product) -> Faults:
    """What the browser says is wrong with `page`."""
    return Faults(page, urlsplit(product.address).netloc)
