"""Who takes part in a whole competition, and how they find their way through the pages."""

import re
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from industry4.testing.browser.faults import AXE, DESKTOP, Faults, accessibility, too_wide
from industry4.testing.browser.product import Product

CHAIR, EXPERT, LECTURER, ENGINEER = "pirmininkas", "eksperte", "destytoja", "inzinierius"
CATEGORY = {"lt": "Skaitmeninis sprendimas", "en": "Digital solution"}
ACTED = 30_000  # milliseconds that publishing a page may take on a busy machine
SECONDS_UNTIL_MAILED = 60
SCREEN = {"include": ["main"], "exclude": [".messages"]}  # those fade in, and are Wagtail's
# What entrants read on their pages, in both languages.
WORDS = {
    "enter": ("Dalyvauti konkurse", "Enter the competition"),
    "company": ("Įmonė", "Company"),
    "name": ("Jūsų vardas", "Your name"),
    "e-mail": ("El. paštas", "E-mail"),
    "send": ("Siųsti man nuorodą", "Send me the link"),
    "sent": ("Peržiūrėkite savo pašto dėžutę", "Check your inbox"),
    "innovation": ("Inovacijos pavadinimas", "Name of the innovation"),
    "category": ("Kategorija", "Category"),
    "member": ("Tinklo narys", "Member of the network"),
    "sentence": ("Inovacija vienu sakiniu", "The innovation in one sentence"),
    "new": ("Ką padarėte ir kas tai nauja?", "What did you do, and what is new about it?"),
    "changed": ("Kas pasikeitė?", "What has changed?"),
    "maturity": ("Kokia inovacijos branda?", "How mature is the innovation?"),
    "save": ("Išsaugoti juodraštį", "Save the draft"),
    "check": ("Išsaugoti ir patikrinti prieš pateikiant", "Save and check before submitting"),
    "lacking": ("Paraiškos dar negalima pateikti", "The entry cannot be submitted yet"),
    "submit": ("Pateikti paraišką", "Submit the entry"),
    "submitted": ("Paraiška pateikta", "The entry was submitted"),
    "answer": ("Siųsti atsakymus", "Send the answers"),
    "certificate": ("Diplomas", "Certificate"),
}


@dataclass(eq=False)
class Entrant:
    """A company that enters, and the scores that jurors give it, a digit for each criterion."""

    company: str
    email: str
    language: str
    scores: dict[str, str]
    member: bool = False

    def word(self, key: str) -> str:
        """What something is called in the entrant's language."""
        return WORDS[key][self.language == "en"]


# The weights are 30, 30, 25 and 15: the first two criteria may be exchanged, so two have a tie.
FIRST = Entrant(
    "Pavyzdys: baldų fabrikas",
    "baldai@entrant.example",
    "lt",
    {CHAIR: "9989", EXPERT: "9999", LECTURER: "8989"},
    member=True,  # for which the engineer works
)
SECOND = Entrant(
    "Pavyzdys: Sample Oil Press",
    "press@oil.example",
    "en",
    {CHAIR: "6775", EXPERT: "7675", LECTURER: "6775", ENGINEER: "7675"},
)
THIRD = Entrant(
    "Pavyzdys: stiklo pūtykla",
    "stiklas@glass.example",
    "lt",
    {CHAIR: "7675", EXPERT: "6775", LECTURER: "7675", ENGINEER: "6775"},
)
ENTRANTS = (FIRST, SECOND, THIRD)


class Actors:
    """Whoever acts, each in a browser of their own; `found` is what was wrong with their pages."""

    def __init__(self, browser: Browser, product: Product) -> None:
        self.browser, self.product = browser, product
        self.found: list[str] = []
        self.contexts: list[BrowserContext] = []
        self._faults: dict[Page, Faults] = {}
        self._scriptless: set[Page] = set()

    def visitor(self, **options: Any) -> Page:
        """Somebody who has not been here."""
        given = {"base_url": self.product.address, "viewport": DESKTOP, "locale": "lt-LT"}
        context = self.browser.new_context(**{**given, **options})
        self.contexts.append(context)
        page = context.new_page()
        self._faults[page] = Faults(page, urlsplit(self.product.address).netloc)
        if not options.get("java_script_enabled", True):
            self._scriptless.add(page)
        return page

    def of_team(self, username: str) -> Page:
        """Somebody who has logged in to the admin."""
        page = self.visitor()
        page.goto("/admin/")
        page.locator("input[name=username]").fill(username)
        page.locator("input[name=password]").fill(self.product.password)
        page.locator("form button[type=submit]").click()
        expect(page.locator("[data-wagtail-sidebar] nav")).to_be_visible()
        return page

    def look_at(self, page: Page) -> None:
        """Note what is wrong with the page that is open: of the admin, with its main part.

        Axe never comes to an end where there are no scripts.
        """
        page.wait_for_load_state()
        wrong = self._faults[page].take()
        if urlsplit(page.url).path.startswith("/admin/"):
            violations = Axe().run(page, context=SCREEN, options=AXE).response["violations"]
            wrong += [f"axe {each['id']}: {each['nodes'][0]['html'][:200]}" for each in violations]
        else:
            wrong += too_wide(page) + (accessibility(page) if page not in self._scriptless else [])
        self._faults[page].take()  # what axe has caused
        self.found += [f"{urlsplit(page.url).path}: {fault}" for fault in wrong]

    def mailed_link(self, email: str, *, after: int = 0) -> str:
        """The private link in the last mail to an address, once there are more than `after`."""
        address = re.escape(self.product.address)
        mail = re.compile(rf"^To: {re.escape(email)}$.*?({address}/\S+)", re.DOTALL | re.MULTILINE)
        for _second in range(SECONDS_UNTIL_MAILED):
            links = mail.findall(self.product.log.read_text())
            if len(links) > after:
                return str(links[-1])
            time.sleep(1)
        pytest.fail(f"no mail to {email} within {SECONDS_UNTIL_MAILED} seconds")


def press(page: Page, name: str) -> None:
    """Press the button of this name in the main part of the page."""
    page.get_by_role("main").get_by_role("button", name=name, exact=True).click()


def follow(page: Page, name: str) -> None:
    """Follow the first link of this name in the main part of the page."""
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()
