"""Scoring: worked examples, computed by hand."""

from fractions import Fraction

import pytest

from ecosystem.scoring import BadSheet, Rule, Scale, Sheet, rank
from ecosystem.tests.sheets import sheets_of

TWO = {"novelty": Rule(60, 10), "market": Rule(40, 5)}
ONE = {"novelty": Rule(100, 11)}  # each step from 1 to 11 is worth 10


def ranked(table, **given):
    """The ranking by one criterion; all entries are in one category."""
    entries = {entry: "c" for sheets in table.values() for entry in sheets}
    return rank(sheets_of(table), **{"rules": ONE, "entries": entries, **given})


def places(ranking):
    return {standing.entry: standing.place for standing in ranking.standings}


def scores(ranking):
    return {standing.entry: standing.score for standing in ranking.standings}


@pytest.mark.parametrize(
    "novelty, market, total",
    [
        (1, 1, 0),  # the lowest is worth nothing, on either scale
        (10, 5, 100),
        (10, 1, 60),
        (1, 5, 40),
        (1, 3, 20),  # the middle of the scale: 40 · 2/4
        (4, 2, 30),  # 60 · 3/9 + 40 · 1/4 = 20 + 10
        (7, 4, 70),  # 60 · 6/9 + 40 · 3/4 = 40 + 30
        (2, 1, Fraction(20, 3)),  # 60 · 1/9
    ],
)
def test_the_total_of_a_sheet_is_the_weighted_mean_of_its_scores_from_0_to_100(
    novelty, market, total
):
    sheet = Sheet("j", "e", {"novelty": novelty, "market": market})
    assert Scale(TWO).total(sheet) == total


def test_an_entry_has_the_mean_of_its_totals_and_places_are_given_as_in_sport():
    # Totals, in tenths of the way from 1 to 11:
    #      Ona  Jonas  mean
    # A     80     60    70
    # B     50    100    75
    # C     70     70    70
    # D      0     10     5
    found = ranked(
        {
            "Ona": {"A": 9, "B": 6, "C": 8, "D": 1},
            "Jonas": {"A": 7, "B": 11, "C": 8, "D": 2},
        }
    )
    assert scores(found) == {"B": 75, "A": 70, "C": 70, "D": 5}
    assert places(found) == {"B": 1, "A": 2, "C": 2, "D": 4}
    assert [each.is_tied for each in found.standings] == [False, True, True, False]
    assert [each.sheets for each in found.standings] == [2, 2, 2, 2]


def test_ties_come_from_arithmetic_and_not_from_how_a_computer_rounds():
    # 0.1 + 0.2 is not 0.3 in binary fractions; thirds of three jurors add up to exactly one.
    rules = {"a": Rule(10, 4), "b": Rule(20, 4), "c": Rule(30, 4)}
    table = {"J": {"A": (2, 2, 1), "B": (1, 1, 2)}}
    found = rank(sheets_of(table, ("a", "b", "c")), rules=rules, entries=dict.fromkeys("AB", "c"))
    # A: (10 · 1/3 + 20 · 1/3) / 60, B: (30 · 1/3) / 60: both a sixth.
    assert scores(found) == {"A": Fraction(100, 6), "B": Fraction(100, 6)}
    assert places(found) == {"A": 1, "B": 1}


def test_places_are_given_over_all_and_in_each_category():
    found = rank(
        sheets_of({"Ona": {"A": 9, "B": 8, "C": 8, "D": 3}}),
        rules=ONE,
        entries={"A": "product", "B": "process", "C": "product", "D": "process"},
    )
    assert [
        (each.entry, each.place, each.is_tied, each.place_in_category, each.is_tied_in_category)
        for each in found.standings
    ] == [
        ("A", 1, False, 1, False),
        ("B", 2, True, 1, False),
        ("C", 2, True, 2, False),
        ("D", 4, False, 2, False),
    ]


def test_the_z_score_sets_each_total_against_what_the_same_juror_gave():
    # Ona is mild and close: totals 80, 90, 100. Mean 90, variance (100 + 0 + 100) / 3 = 200/3.
    # Jonas is strict and wide: totals 40, 20, 0. Mean 20, variance (400 + 0 + 400) / 3 = 800/3.
    # In deviations A is −10/√(200/3) = −√1.5 for Ona and 20/√(800/3) = +√1.5 for Jonas: all even
    # out to 50, while the plain means are 60, 55 and 50.
    table = {"Ona": {"A": 9, "B": 10, "C": 11}, "Jonas": {"A": 5, "B": 3, "C": 1}}
    assert scores(ranked(table)) == {"A": 60, "B": 55, "C": 50}
    found = ranked(table, normalisation="z_score")
    assert scores(found) == {"A": 50, "B": 50, "C": 50}
    assert places(found) == {"A": 1, "B": 1, "C": 1}


def test_the_z_score_of_two_entries_is_one_deviation_to_either_side():
    # Ona: 30 and 10, mean 20, deviation 10. Jonas: 50 and 100, mean 75, deviation 25.
    # Rasa: 20 and 10, mean 15, deviation 5. So A: 60, 40, 60, mean 160/3; B: 40, 60, 40, 140/3.
    table = {"Ona": {"A": 4, "B": 2}, "Jonas": {"A": 6, "B": 11}, "Rasa": {"A": 3, "B": 2}}
    assert places(ranked(table)) == {"B": 1, "A": 2}  # 40 and 33⅓: Jonas outweighs both others
    found = ranked(table, normalisation="z_score")
    assert places(found) == {"A": 1, "B": 2}
    assert scores(found) == {
        "A": Fraction("53.333333333333"),
        "B": Fraction("46.666666666667"),
    }


def test_who_gives_all_the_same_counts_as_the_mean():
    # Ona: 30 and 10, that is 60 and 40. Jonas gives both 100, Rasa read A alone: 50 each.
    table = {"Ona": {"A": 4, "B": 2}, "Jonas": {"A": 11, "B": 11}, "Rasa": {"A": 1}}
    found = ranked(table, normalisation="z_score")
    assert scores(found) == {"A": round(Fraction(160, 3), 12), "B": 45}


def test_a_sheet_of_a_recused_juror_does_not_count_in_the_juror_s_mean_either():
    table = {"Ona": {"A": 4, "B": 2, "C": 11}, "Jonas": {"A": 6, "B": 11, "C": 7}}
    without = {"Ona": {"A": 4, "B": 2}, "Jonas": {"A": 6, "B": 11, "C": 7}}
    for normalisation in ("none", "z_score"):
        found = ranked(table, recusals=[("Ona", "C")], normalisation=normalisation)
        assert found == ranked(without, normalisation=normalisation)


def test_a_sheet_of_a_recused_juror_may_be_incomplete():
    sheet = Sheet("Ona", "A", {})
    found = rank([sheet], rules=ONE, entries={"A": "c"}, recusals=[("Ona", "A")])
    assert found.too_few == {"A": 0}


def test_entries_with_too_few_sheets_are_told_and_neither_averaged_nor_placed():
    found = rank(
        sheets_of({"Ona": {"A": 9, "B": 11}, "Jonas": {"A": 9}, "Rasa": {"A": 9, "B": 11}}),
        rules=ONE,
        entries=dict.fromkeys("ABC", "c"),
        recusals=[("Rasa", "B")],
        least=2,
    )
    assert places(found) == {"A": 1}
    assert found.too_few == {"B": 1, "C": 0}


def test_an_entry_without_any_sheet_has_too_few_whatever_is_asked_for():
    assert rank([], rules=ONE, entries={"A": "c"}, least=0).too_few == {"A": 0}


@pytest.mark.parametrize(
    "given, reason",
    [
        ({}, "no score for criterion novelty"),
        ({"novelty": 5}, "no score for criterion market"),
        ({"novelty": 5, "market": None}, "no score for criterion market"),
        ({"novelty": 0, "market": 3}, "0 for criterion novelty, not 1 to 10"),
        ({"novelty": 5, "market": 6}, "6 for criterion market, not 1 to 5"),
        ({"novelty": 5.5, "market": 5}, "5.5 for criterion novelty, not 1 to 10"),
        ({"novelty": 5, "market": 3, "old": 1}, "a score for old, which is no criterion"),
    ],
)
def test_a_sheet_that_does_not_answer_to_the_criteria_is_refused_with_what_is_wrong(given, reason):
    with pytest.raises(BadSheet) as refusal:
        rank([Sheet("Ona", "A", given)], rules=TWO, entries={"A": "c"})
    assert str(refusal.value) == f"Sheet of juror Ona for entry A: {reason}"


def test_a_sheet_that_is_there_twice_is_refused():
    with pytest.raises(BadSheet, match="Ona for entry A: there is another"):
        rank([Sheet("Ona", "A", {"novelty": 5})] * 2, rules=ONE, entries={"A": "c"})


def test_a_sheet_for_an_entry_that_does_not_compete_is_refused():
    with pytest.raises(BadSheet, match="Ona for entry B: no such entry"):
        rank([Sheet("Ona", "B", {"novelty": 5})], rules=ONE, entries={"A": "c"})


@pytest.mark.parametrize("rules", [{}, {"novelty": Rule(0, 10)}, {"novelty": Rule(100, 1)}])
def test_rules_by_which_nothing_can_differ_are_refused(rules):
    with pytest.raises(ValueError, match=r"criteria|Criterion novelty"):
        rank([], rules=rules, entries={"A": "c"})


def test_an_unknown_normalisation_is_refused():
    with pytest.raises(ValueError, match="median"):
        rank([], rules=ONE, entries={"A": "c"}, normalisation="median")
