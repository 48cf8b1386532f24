"""An edition at any stage, with its rules, for the tests of what happens with it."""

import datetime
from typing import Any

from django.utils import timezone
from wagtail.models import Locale

from ecosystem.models import (
    CompetitionAct,
    Criterion,
    EditionCategory,
    EligibilityQuestion,
    EntryQuestion,
)
from ecosystem.stages import Stage
from ecosystem.tests.factories import CategoryFactory, CompetitionFactory
from industry4.competition.editions import Edition
from industry4.testing.factories import translated

# How many days each stage is from the middle of an edition's year, in which entries are open.
DAYS = {
    Stage.ANNOUNCED: -30,
    Stage.OPEN: 0,
    Stage.CLOSED: 12,
    Stage.JUDGING: 20,
    Stage.JUDGED: 40,
    Stage.DECIDED: 40,
    Stage.PUBLISHED: 40,
}
QUESTIONS = (
    {"kind": "long", "label": "Kuo jūsų inovacija nauja?", "is_required": True, "longest": 2000},
    {"kind": "short", "label": "Interneto adresas trumpai", "longest": 100},
    {"kind": "number", "label": "Kiek darbuotojų prie jos dirba?"},
    {"kind": "choice", "label": "Kokia jos branda?", "choices": "Prototipas\nGaminys"},
    {"kind": "file", "label": "Priedas"},
    {"kind": "link", "label": "Nuoroda"},
)


def dates_of(stage: str) -> dict[str, Any]:
    """The dates of an edition that is at this stage now."""
    now = timezone.now() - datetime.timedelta(days=DAYS[Stage(stage)])

    def moment(days: int) -> datetime.datetime:
        return now + datetime.timedelta(days=days)

    def day(days: int) -> datetime.date:
        return timezone.localdate(moment(days))

    return {
        "entries_open": moment(-20),
        "entries_close": moment(10),
        "jury_from": day(15),
        "jury_to": day(30),
        "announcement": day(45),
        "ceremony": moment(60),
    }


def new_edition(
    stage: str = Stage.OPEN,
    *,
    weights: tuple[int, ...] = (50, 30, 20),
    scale: int = 10,
    categories: int = 2,
    questions: tuple[dict[str, Any], ...] = QUESTIONS,
    eligibility: int = 1,
    english: bool = False,
    **fields: Any,
) -> Edition:
    """A published edition at a stage, with criteria, categories and questions.

    `english` translates it as well; `fields` are those of its page, such as `year`, dates,
    `normalisation`, `least_scores`.
    """
    locale = Locale.get_default()
    page: Any = CompetitionFactory(
        **{**dates_of(stage), "entry_consent": "Sutinku su konkurso sąlygomis.", **fields},
        criteria=[
            Criterion(
                locale=locale,
                name=f"Kriterijus {number}",
                weight=weight,
                scale=scale,
                sort_order=number,
            )
            for number, weight in enumerate(weights, 1)
        ],
        categories=[
            EditionCategory(locale=locale, category=CategoryFactory(), sort_order=number)
            for number in range(1, categories + 1)
        ],
        eligibility=[
            EligibilityQuestion(
                locale=locale, text=f"Atitinkame sąlygą {number}.", sort_order=number
            )
            for number in range(1, eligibility + 1)
        ],
        questions=[
            EntryQuestion(locale=locale, sort_order=number, **question)
            for number, question in enumerate(questions, 1)
        ],
    )
    acts = {
        Stage.DECIDED: [CompetitionAct.Kind.DECIDED],
        Stage.PUBLISHED: [CompetitionAct.Kind.DECIDED, CompetitionAct.Kind.PUBLISHED],
    }
    for kind in acts.get(Stage(stage), []):
        CompetitionAct.objects.create(edition=page.translation_key, kind=kind, at=timezone.now())
    if english:
        for row in page.categories.all():
            translated(row.category)
        translated(page)
    return Edition.for_staff(page.translation_key)
