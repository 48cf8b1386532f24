"""What readers are told of the outcome of an edition."""

import pytest
from django.utils.translation import override

from ecosystem.models import CompetitionResult, EditionCategory
from ecosystem.outcome import Judged, honours
from ecosystem.tests.factories import CategoryFactory, CompetitionFactory, MemberFactory

NUMBERS = {
    "entries": 10,
    "eligible": 8,
    "jurors": 4,
    "sheets": 21,
    "recusals": 1,
    "normalisation": "none",
    "departures": 0,
}


def said(language="en", **numbers):
    """The sentences in a language."""
    with override(language):
        return Judged(**{**NUMBERS, **numbers}).sentences


def test_the_numbers_come_first():
    assert said()[:5] == [
        "10 entries were submitted.",
        "8 entries met the conditions.",
        "The jury had 4 members.",
        "21 score sheets counted.",
        "In 1 case a juror had a conflict of interest and neither read nor scored the entry.",
    ]


def test_entries_and_sheets_that_did_not_count_are_told():
    sentences = said(too_few=2, uncounted=3)
    assert sentences[2] == "2 of them had too few scores for the ranking."
    assert sentences[5] == "3 score sheets were submitted and did not count."


def test_a_summary_that_was_kept_before_these_were_counted_is_still_read():
    assert not any("too few" in sentence or "not count" in sentence for sentence in said())


@pytest.mark.parametrize(
    "number, words",
    [
        (1, "Iš jų 1 gavo per mažai įvertinimų reitingui."),
        (2, "Iš jų 2 gavo per mažai įvertinimų reitingui."),
        (10, "Iš jų 10 gavo per mažai įvertinimų reitingui."),
    ],
)
def test_they_are_told_in_lithuanian(number, words):
    assert words in said("lt", too_few=number)


def test_how_scores_were_normalised_is_told():
    assert any("z-scores" in sentence for sentence in said(normalisation="z_score"))
    assert not any("z-scores" in sentence for sentence in said())


def test_whether_the_decision_follows_the_ranking_is_told():
    assert said()[-1] == "The decision follows the ranking."
    assert said(departures=1)[-1].startswith("In 1 category the chair’s decision is not that")


@pytest.mark.django_db
def test_winners_and_finalists_are_told_by_category_without_members_that_are_not_public():
    first, second = CategoryFactory(), CategoryFactory()
    edition = CompetitionFactory()
    locale = edition.locale
    edition.categories = [EditionCategory(locale=locale, category=each) for each in (first, second)]
    edition.results = [
        CompetitionResult(locale=locale, company="Antra UAB", category=second, sort_order=0),
        CompetitionResult(
            locale=locale, company="Pirma UAB", category=first, place=None, sort_order=1
        ),
        CompetitionResult(
            locale=locale, member=MemberFactory(), category=first, place=1, sort_order=2
        ),
        CompetitionResult(
            locale=locale,
            member=MemberFactory(published=False),
            category=first,
            place=2,
            sort_order=3,
        ),
    ]
    edition.save_revision().publish()
    found = honours(edition.results.all())
    assert [(each.category, len(each.winners), len(each.finalists)) for each in found] == [
        (second, 1, 0),
        (first, 1, 1),
    ]
