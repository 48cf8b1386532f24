"""The editor's edition: begun as a copy of last year's, translated by its PO file, changed."""

import datetime
import re
from zoneinfo import ZoneInfo

import polib
from playwright.sync_api import Page, expect

from industry4.testing.browser.competition.people import ACTED, follow


def begin_edition(editor: Page) -> tuple[int, int]:
    """Publish an edition in both languages, as a copy of the one that is over.

    Returns its year and the id of its Lithuanian page.
    """
    question = "/api/v2/pages/?type=ecosystem.CompetitionPage&locale=lt&fields=year,stage"
    editions = editor.request.get(question).json()["items"]
    year = max(each["year"] for each in editions) + 1
    [last] = [each for each in editions if each["stage"] == "published"][:1]
    editor.goto(f"/admin/pages/{last['id']}/copy/")
    editor.locator("#id_new_title").fill(f"Inovatyviausios įmonės rinkimai {year}")
    editor.locator("#id_new_slug").fill(f"inovatyviausia-imone-{year}")
    editor.get_by_role("main").locator("form [type=submit]").last.click()
    follow(editor, f"Inovatyviausios įmonės rinkimai {year}")
    page_id = id_in(editor)
    assert editor.locator("[name=results-TOTAL_FORMS]").input_value() == "0"
    change(
        editor,
        page_id,
        year=str(year),
        intro="Naujas konkursas: papasakokite, ką įdiegėte.",
        entries_open=day(-2, "09:00"),
        entries_close=day(20, "17:00"),
        jury_from=day(25),
        jury_to=day(40),
        announcement=day(45),
        ceremony=day(50, "17:00"),
    )
    translate(editor, last["id"], page_id, year)
    return year, page_id


def day(days: int, hour: str = "") -> str:
    """A day, so many from today, as a form of the admin takes it."""
    return f"{(now() + datetime.timedelta(days=days)).date()} {hour}".strip()


def now() -> datetime.datetime:
    """The time where the admin is."""
    return datetime.datetime.now(ZoneInfo("Europe/Vilnius"))


def id_in(editor: Page) -> int:
    """The id of the page that is being edited."""
    editor.wait_for_url("**/edit/")
    return int(editor.url.split("/")[-3])


def change(editor: Page, page_id: int, **fields: str) -> None:
    """Change fields of a Lithuanian page, and publish it."""
    editor.goto(f"/admin/pages/{page_id}/edit/")
    for name, value in fields.items():
        editor.locator(f"#page-edit-form [name={name}]").fill(value)
        editor.keyboard.press("Escape")
    editor.get_by_role("button", name="Daugiau veiksmų").click()
    editor.locator("[name=action-publish]").click()
    expect(editor.locator(".messages")).to_contain_text("buvo publikuotas", timeout=ACTED)


def translate(editor: Page, last_id: int, page_id: int, year: int) -> None:
    """Translate an edition by a PO file, with the words of another one's, and publish it."""
    known = {entry.msgid: entry.msgstr for entry in catalogue(editor, english(editor, last_id))[1]}
    known |= {
        f"Inovatyviausios įmonės rinkimai {year}": f"Most innovative company {year}",
        f"inovatyviausia-imone-{year}": f"most-innovative-company-{year}",
        "Naujas konkursas: papasakokite, ką įdiegėte.": "A new edition: tell what you brought in.",
    }
    editor.goto(f"/admin/localize/submit/page/{page_id}/")
    editor.locator("[name=locales]").check()
    editor.get_by_role("main").locator("form [type=submit]").click()
    english_id = id_in(editor)
    address, words = catalogue(editor, english_id)
    for entry in words:
        entry.msgstr = known[entry.msgid]
    editor.request.post(
        address.replace("download", "upload"),
        multipart={
            "csrfmiddlewaretoken": editor.locator("[name=csrfmiddlewaretoken]").first.input_value(),
            "next": editor.url,
            "file": {"name": "en.po", "mimeType": "text/x-po", "buffer": str(words).encode()},
        },
        headers={"Referer": editor.url},
    )
    editor.goto(f"/admin/pages/{english_id}/edit/")
    editor.get_by_role("button", name="Publikuoti English").click()
    expect(editor.locator(".messages")).to_contain_text("ublikuot", timeout=ACTED)


def english(editor: Page, page_id: int) -> int:
    """The id of the English page of a public Lithuanian one."""
    meta = editor.request.get(f"/api/v2/pages/{page_id}/").json()["meta"]
    [found] = [each["id"] for each in meta["translations"] if each["locale"] == "en"]
    return int(found)


def catalogue(editor: Page, page_id: int) -> tuple[str, polib.POFile]:
    """The PO file of a translation, and its address."""
    editor.goto(f"/admin/pages/{page_id}/edit/")
    found = re.search(r"/admin/localize/translate/\d+/pofile/download/", editor.content())
    assert found, "the editor of a translation offers its PO file"
    return found[0], polib.pofile(editor.request.get(found[0]).text())
