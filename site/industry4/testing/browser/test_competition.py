"""A whole competition as its people live it: from the call to the published result.

An editor begins the edition as a copy of last year's, translates it, screens. Three companies
enter by their private links: in Lithuanian, in English, and on a phone without scripts. Four jurors
score, one of them recused from an entry. The chair decides, a tie included, and publishes. Nobody
waits for a date: what has to be over the editor moves on the edition's page, as with a deadline.
"""

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pypdf
import pytest
from playwright.sync_api import Browser, expect

from industry4.testing.browser import product as products
from industry4.testing.browser.competition.edition import begin_edition, change, day, now
from industry4.testing.browser.competition.entering import enter, screen
from industry4.testing.browser.competition.judging import appoint_jury, decide, score
from industry4.testing.browser.competition.people import (
    CATEGORY,
    CHAIR,
    ENGINEER,
    ENTRANTS,
    EXPERT,
    FIRST,
    LECTURER,
    SECOND,
    THIRD,
    Actors,
    Entrant,
    follow,
    press,
)
from industry4.testing.browser.faults import PHONE

pytestmark = pytest.mark.browser
MEMBER_IN_ENGLISH = "Sample: furniture factory"


@pytest.fixture
def actors(browser: Browser, tmp_path: Path, evidence: Path) -> Iterator[Actors]:
    """The actors with a product of their own: what they publish no other test shall meet."""
    with products.running(tmp_path, evidence / "competition.log") as product:
        actors = Actors(browser, product)
        yield actors
        for context in actors.contexts:
            context.close()


def honoured(entrant: Entrant, language: str) -> str:
    """The name in the results: that of a member's page in the language, else the company's."""
    return MEMBER_IN_ENGLISH if entrant.member and language == "en" else entrant.company


def words_in(certificate: bytes) -> str:
    """What stands on a certificate, in one line."""
    return " ".join(pypdf.PdfReader(BytesIO(certificate)).pages[0].extract_text().split())


def test_from_the_call_to_the_published_result(actors: Actors) -> None:
    editor = actors.of_team(actors.product.username)
    year, page_id = begin_edition(editor)
    title = f"Inovatyviausios įmonės rinkimai {year}"
    address = {
        "lt": f"/konkursas/inovatyviausia-imone-{year}/",
        "en": f"/en/competition/most-innovative-company-{year}/",
    }
    people = {
        FIRST: actors.visitor(),
        SECOND: actors.visitor(locale="en-GB"),
        THIRD: actors.visitor(viewport=PHONE, java_script_enabled=False),
    }
    links = {
        entrant: enter(actors, page, entrant, address[entrant.language])
        for entrant, page in people.items()
    }
    assert actors.visitor().request.get(links[FIRST][:-3] + "x/").status == 404
    screen(actors, editor, title)

    change(editor, page_id, entries_close=day(0, now().strftime("%H:%M")))
    jury = appoint_jury(actors, editor, title)
    chair = actors.of_team(CHAIR)
    chair.goto(jury)
    follow(chair, "Pradėti vertinimą")
    press(chair, "Taip, pradėti vertinimą")
    for username in (CHAIR, LECTURER, ENGINEER):
        score(actors, username)
    score(actors, EXPERT, language="en")
    decide(actors, chair, jury)

    reader = actors.visitor()
    for language in ("lt", "en"):
        reader.goto(address[language])
        actors.look_at(reader)
        results = reader.get_by_role("region", name={"lt": "Rezultatai", "en": "Results"}[language])
        expect(results.get_by_role("heading", level=3)).to_have_text([CATEGORY[language]])
        expect(results).to_contain_text(f"Tekstas (form-0-citation_{language})")
        found = results.locator(".result").all_inner_texts()
        assert len(found) == len(ENTRANTS)
        assert honoured(FIRST, language) in found[0]
    api = reader.request.get(f"/api/delivery/v1/competitions/{page_id}/")
    told = api.json()
    assert told["stage"] == "published"
    assert [result["place"] for result in told["results"]] == [1, 2, 2]
    for secret in ("Paslaptis", "Onaitė", "entrant.example", "Since May"):
        assert secret not in json.dumps(told, ensure_ascii=False)
    for entrant, page in people.items():
        page.goto(links[entrant])
        actors.look_at(page)
        expect(page.get_by_role("heading", name=entrant.word("certificate"))).to_be_visible()
        for language, diploma in (("lt", "Diplomas"), ("en", "Diploma")):
            way = page.locator(f"a[href$='/{language}/']").last
            words = words_in(page.request.get(str(way.get_attribute("href"))).body())
            assert diploma in words
            assert honoured(entrant, language) in words
    if actors.found:
        pytest.fail("\n".join(dict.fromkeys(actors.found)), pytrace=False)
