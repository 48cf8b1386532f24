"""From the call to entries that are let through to the jury: what entrants and the editor do."""

import re

from playwright.sync_api import Page, expect

from industry4.testing.browser.competition.people import (
    CATEGORY,
    ENTRANTS,
    SECOND,
    Actors,
    Entrant,
    follow,
    press,
)
from industry4.testing.browser.test_keyboard import QUICKEST_MS


def enter(actors: Actors, page: Page, entrant: Entrant, address: str) -> str:
    """Enter, from the page of the edition to the submitted entry. Returns the private link."""
    word = entrant.word
    page.goto(address)
    actors.look_at(page)
    follow(page, word("enter"))
    actors.look_at(page)
    page.get_by_label(word("company"), exact=True).fill(entrant.company)
    page.get_by_label(word("name"), exact=True).fill("Ona Onaitė")
    page.get_by_label(word("e-mail"), exact=True).fill(entrant.email)
    page.wait_for_timeout(QUICKEST_MS)
    press(page, word("send"))
    expect(page.get_by_role("heading", name=word("sent"))).to_be_visible()
    actors.look_at(page)
    link = actors.mailed_link(entrant.email)
    page.goto(link)
    actors.look_at(page)
    page.get_by_label(word("innovation"), exact=True).fill(f"Nauja: {entrant.company}")
    press(page, word("check"))
    expect(page.get_by_role("heading", name=word("lacking"))).to_be_visible()
    actors.look_at(page)
    page.goto(link)
    page.get_by_label(word("category"), exact=True).select_option(label=CATEGORY[entrant.language])
    if entrant.member:
        optional = re.compile(f"^{word('member')} ")  # "(optional)"
        page.get_by_label(optional).select_option(label=entrant.company)
    for box in page.get_by_role("main").get_by_role("checkbox").all():
        box.check()
    for key in ("sentence", "new", "changed"):
        page.get_by_label(word(key), exact=True).fill(f"Paslaptis {key}: {entrant.company}")
    page.get_by_label(word("maturity"), exact=True).select_option(index=2)
    page.locator("input[type=file]").set_input_files(
        {"name": "brėžinys.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\n%%EOF\n"}
    )
    press(page, word("save"))
    expect(page.get_by_role("link", name="brėžinys.pdf")).to_be_visible()
    actors.look_at(page)
    press(page, word("check"))
    actors.look_at(page)
    page.get_by_role("checkbox").check()
    press(page, word("submit"))
    expect(page.get_by_role("status").filter(has_text=word("submitted"))).to_be_visible()
    actors.look_at(page)
    return link


def screen(actors: Actors, editor: Page, title: str) -> None:
    """Let all entries through to the jury, one of them after a question."""
    open_edition(editor, title)
    actors.look_at(editor)
    for entrant in ENTRANTS:
        open_edition(editor, title)
        follow(editor, entrant.company)
        if entrant is SECOND:
            follow(editor, "Grąžinti su klausimu")
            actors.look_at(editor)
            editor.locator("[name=text]").fill("Since when is it in use?")
            press(editor, "Grąžinti paraišką")
            link = actors.mailed_link(entrant.email, after=2)
            page = actors.visitor(locale="en-GB")
            page.goto(link)
            actors.look_at(page)
            page.get_by_label("Since when is it in use?").fill("Since May.")
            press(page, entrant.word("answer"))
            expect(page.get_by_text("Since May.")).to_be_visible()
            editor.reload()
        actors.look_at(editor)
        follow(editor, "Atitinka sąlygas")
        press(editor, "Taip, atitinka sąlygas")
        expect(editor.locator(".messages")).to_contain_text("atitinka sąlygas")


def open_edition(person: Page, title: str) -> None:
    """Go to an edition from the list of the admin's menu."""
    person.goto("/admin/competition/entries/")
    follow(person, title)
