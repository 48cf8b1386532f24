"""From the appointed jury to the published result: what the editor, jurors and the chair do."""

import re

from playwright.sync_api import Page, expect

from industry4.testing.browser.competition.entering import open_edition
from industry4.testing.browser.competition.people import (
    ACTED,
    CHAIR,
    ENGINEER,
    ENTRANTS,
    EXPERT,
    FIRST,
    LECTURER,
    SECOND,
    THIRD,
    Actors,
    follow,
    press,
)


def appoint_jury(actors: Actors, editor: Page, title: str) -> str:
    """Appoint four jurors and assign them all entries. Returns the address of the jury."""
    open_edition(editor, title)
    jury = editor.url.replace("/entries/", "/jury/")
    for username in (CHAIR, EXPERT, LECTURER, ENGINEER):
        editor.goto(jury)
        follow(editor, "Paskirti komisijos narį")
        actors.look_at(editor)
        person = editor.locator("[name=user] option", has_text=f"({username})")
        editor.locator("[name=user]").select_option(person.get_attribute("value"))
        if username == CHAIR:
            editor.locator("[name=is_chair]").check()
        if username == ENGINEER:
            editor.locator("[name=works_for]").select_option(label=FIRST.company)
        press(editor, "Paskirti")
        expect(editor.locator(".messages")).to_contain_text("paskirta")
    actors.look_at(editor)
    follow(editor, "Priskirti paraiškas")
    proposed = editor.get_by_role("checkbox", name=re.compile(f"{FIRST.company}: "))
    expect(proposed).to_be_checked()
    for choice in editor.locator("[name=jurors], [name=everything]").all():
        choice.check()
    actors.look_at(editor)
    press(editor, "Priskirti")
    return jury


def score(actors: Actors, username: str, *, language: str = "lt") -> None:
    """Score all that is assigned, as a juror; of what she is recused from she sees nothing."""
    page = actors.of_team(username)
    if language == "en":
        page.goto("/admin/account/")
        page.locator("[name=locale-preferred_language]").select_option("en")
        page.get_by_role("main").locator("form [type=submit]").last.click()
    page.goto("/admin/")
    mine = page.url
    actors.look_at(page)
    for entrant in ENTRANTS:
        page.goto(mine)
        way = page.get_by_role("main").get_by_role("link", name=f"Nauja: {entrant.company}")
        if username not in entrant.scores:
            expect(page.get_by_role("row", name=entrant.company)).to_contain_text("Nusišalinta")
            assert not way.count()
            continue
        way.click()
        if entrant is THIRD:
            actors.look_at(page)
        fields = page.locator("select[name^=value-]")
        for number, value in enumerate(entrant.scores[username]):
            fields.nth(number).select_option(value)
        press(page, {"lt": "Pateikti įvertinimą", "en": "Submit scores"}[language])
        expect(page.locator(".messages")).to_be_visible()
    actors.look_at(page)


def decide(actors: Actors, chair: Page, jury: str) -> None:
    """Close the judging, place the entries as they are ranked, and publish the results."""
    chair.goto(jury)
    actors.look_at(chair)
    follow(chair, "Užbaigti vertinimą")
    press(chair, "Taip, užbaigti vertinimą")
    follow(chair, "Reitingas")
    expect(chair.get_by_role("row", name=FIRST.company)).not_to_contain_text("Lygu")
    for entrant in (SECOND, THIRD):
        expect(chair.get_by_role("row", name=entrant.company)).to_contain_text("Lygu")
    actors.look_at(chair)
    chair.goto(jury.replace("/jury/", "/results/"))
    actors.look_at(chair)
    follow(chair, "Skirstyti vietas")
    for entrant, place in ((FIRST, "1"), (SECOND, "2"), (THIRD, "2")):
        row = chair.get_by_role("row", name=entrant.company)
        row.get_by_role("spinbutton").fill(place)
    actors.look_at(chair)
    press(chair, "Išsaugoti vietas")
    follow(chair, "Rezultatų tekstai")
    expect(chair.locator("[name=form-0-citation_en]")).to_be_visible()
    for field in chair.get_by_role("main").locator("input[type=text], textarea").all():
        field.fill(f"Tekstas ({field.get_attribute('name')})")
    actors.look_at(chair)
    press(chair, "Išsaugoti")
    follow(chair, "Įrašyti sprendimą")
    actors.look_at(chair)
    press(chair, "Įrašyti sprendimą")
    follow(chair, "Skelbti rezultatus")
    press(chair, "Paskelbti dabar")
    expect(chair.locator(".messages")).to_contain_text("paskelbti", timeout=ACTED)
    actors.look_at(chair)
