"""Samples of the larger parts of a page: an initiative's money and time, an edition's results."""

from decimal import Decimal
from typing import Any

from ecosystem.funding import funding
from ecosystem.models import CompetitionCategory, CompetitionResult, InitiativeResource
from ecosystem.outcome import honours
from ecosystem.stages import Stage, Step
from news.models import ArticleSubject

from .things import Sample, article, at, day, home, initiative, words


def samples() -> dict[str, list[Sample]]:
    """The samples of larger parts by component."""
    needed = resources()
    return {
        "resources": [Sample("", {"resources": needed, "funding": funding(needed)})],
        "timeline": [
            Sample("half its time gone", {"initiative": initiative()}),
            Sample("no end in sight", {"initiative": initiative(end_date=None)}),
            Sample(
                "known to the month and the year",
                {"initiative": initiative(start_precision="month", end_precision="year")},
            ),
        ],
        "stages": [Sample("", {"steps": steps(), "stage": Stage.JUDGING.label})],
        "competition_results": [Sample("", {"honours": honours(results())})],
        "subjects": [
            Sample("", {"rows": article(subjects=[ArticleSubject(subject=home())]).subjects})
        ],
    }


def resources() -> list[InitiativeResource]:
    """What an initiative needs: from two sources, some of it every year."""
    city, business = words("Savivaldybė", "Municipality"), words("Verslas", "Business")
    rows: list[tuple[str, int | None, str, str, str]] = [
        (words("Įranga", "Equipment"), 320_000, "once", city, ""),
        (
            words("Patalpos", "Premises"),
            150_000,
            "once",
            business,
            words("su remontu", "with repairs"),
        ),
        (words("Darbuotojai", "Staff"), 84_000, "yearly", city, ""),
        (words("Mokytojų laikas", "Teachers’ time"), None, "yearly", "", ""),
    ]
    return [
        InitiativeResource(
            what=what,
            amount=None if amount is None else Decimal(amount),
            period=period,
            source=source,
            note=note,
        )
        for what, amount, period, source, note in rows
    ]


def steps() -> list[Step]:
    """A step that is done, the present one, those ahead."""
    return [
        Step(words("Paraiškos", "Entries"), at(-40, 9), at(-10, 17), "done"),
        Step(words("Dirba komisija", "The jury works"), day(-9), day(9), "current"),
        Step(words("Rezultatai", "Results"), day(14), None, "ahead"),
        Step(words("Apdovanojimai", "Ceremony"), at(21, 16), None, "ahead"),
    ]


def results() -> list[CompetitionResult]:
    """A winner, a second place and a finalist that is no member.

    The members are the home page, which is always there.
    """
    category: Any = CompetitionCategory(name=words("Didelė įmonė", "Large company"))
    innovation = words("Savaeigis sandėlis", "A warehouse that drives itself")
    citation = words("Pavyzdinis pagrindimas.", "Sample reasons.")
    honoured = {"category": category, "innovation": innovation}
    return [
        *(
            CompetitionResult(member_id=home().pk, place=place, citation=citation, **honoured)
            for place in (1, 2)
        ),
        CompetitionResult(company=words("Pavyzdys UAB", "Sample Ltd"), place=None, **honoured),
    ]
