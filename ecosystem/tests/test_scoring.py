"""Scoring: worked examples, computed by hand, and what must hold for any sheets."""

from fractions import Fraction

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ecosystem.scoring import BadSheet, Rule, Scale, Sheet, rank

TWO = {"novelty": Rule(60, 10), "market": Rule(40, 5)}
ONE = {"novelty": Rule(100, 11)}  # each step from 1 to 11 is worth 10


def sheets_of(table, criteria=("novelty",)):
    """Sheets of `{juror: {entry: score or scores}}`."""
    return [
        Sheet(juror, entry, dict(zip(criteria, scores, strict=True)))
        for juror, entries in table.items()
        for entry, given in entries.items()
        for scores in [given if isinstance(given, tuple) else (given,)]
    ]


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


# What must hold for any sheets, however long a busy machine takes to find out.

unhurried = settings(deadline=None)
NORMALISATIONS = st.sampled_from(["none", "z_score"])


@st.composite
def juries(draw, normalisations=NORMALISATIONS):
    """The arguments of `rank` for a small edition, in which some sheets are missing."""
    rules = draw(
        st.dictionaries(
            st.sampled_from("klmn"),
            st.builds(Rule, st.integers(1, 100), st.integers(2, 10)),
            min_size=1,
        )
    )
    entries = {entry: draw(st.sampled_from("xy")) for entry in range(draw(st.integers(1, 6)))}
    pairs = [(juror, entry) for juror in "ABCDE"[: draw(st.integers(1, 5))] for entry in entries]
    given = draw(st.lists(st.sampled_from(pairs), unique=True))
    return {
        "sheets": [
            Sheet(*pair, {key: draw(st.integers(1, rule.scale)) for key, rule in rules.items()})
            for pair in given
        ],
        "rules": rules,
        "entries": entries,
        "recusals": draw(st.lists(st.sampled_from(pairs), unique=True, max_size=3)),
        "normalisation": draw(normalisations),
        "least": draw(st.integers(1, 3)),
    }


def outcome(jury):
    """What `rank` says of each entry, whatever the order in which ties are listed."""
    found = rank(**jury)
    return {standing.entry: standing for standing in found.standings}, found.too_few


@unhurried
@given(juries(), st.randoms())
def test_the_order_of_jurors_entries_and_criteria_changes_nothing(jury, random):
    def shuffled(mapping):
        return dict(random.sample(list(mapping.items()), len(mapping)))

    sheets = [sheet._replace(scores=shuffled(sheet.scores)) for sheet in jury["sheets"]]
    random.shuffle(sheets)
    other = {
        **jury,
        "sheets": sheets,
        "rules": shuffled(jury["rules"]),
        "entries": shuffled(jury["entries"]),
    }
    assert outcome(other) == outcome(jury)


@unhurried
@given(juries(), st.permutations("ABCDE"))
def test_which_juror_is_which_changes_nothing(jury, names):
    named = dict(zip("ABCDE", names, strict=True))
    other = {
        **jury,
        "sheets": [sheet._replace(juror=named[sheet.juror]) for sheet in jury["sheets"]],
        "recusals": [(named[juror], entry) for juror, entry in jury["recusals"]],
    }
    assert outcome(other) == outcome(jury)


@unhurried
@given(juries(), st.integers(2, 50))
def test_weights_scale_out(jury, factor):
    heavier = {
        criterion: rule._replace(weight=rule.weight * factor)
        for criterion, rule in jury["rules"].items()
    }
    assert outcome({**jury, "rules": heavier}) == outcome(jury)


@unhurried
@given(juries(st.just("none")), st.data())
def test_without_normalisation_a_higher_score_never_lowers_a_rank(jury, data):
    assume(jury["sheets"])
    number = data.draw(st.integers(0, len(jury["sheets"]) - 1))
    sheet = jury["sheets"][number]
    higher = {
        criterion: data.draw(st.integers(value, jury["rules"][criterion].scale))
        for criterion, value in sheet.scores.items()
    }
    sheets = [*jury["sheets"]]
    sheets[number] = sheet._replace(scores=higher)
    (before, _few), (after, _few_after) = outcome(jury), outcome({**jury, "sheets": sheets})
    assert before.keys() == after.keys()
    if sheet.entry in before:
        assert after[sheet.entry].place <= before[sheet.entry].place
        assert after[sheet.entry].place_in_category <= before[sheet.entry].place_in_category


@unhurried
@given(st.data())
def test_the_z_score_does_not_see_how_mild_or_how_wide_a_juror_scores(data):
    """Totals of one criterion from 1 to 100, moved to 1 + factor · (score − 1) + shift."""
    entries = dict.fromkeys("PQRS", "x")
    table = {juror: {entry: data.draw(st.integers(1, 9)) for entry in entries} for juror in "ABC"}
    moved = {
        juror: (data.draw(st.integers(1, 10)), data.draw(st.integers(0, 10))) for juror in "ABC"
    }
    other = {
        juror: {
            entry: 1 + moved[juror][0] * (score - 1) + moved[juror][1]
            for entry, score in given.items()
        }
        for juror, given in table.items()
    }
    alike = {
        "rules": {"novelty": Rule(100, 100)},
        "entries": entries,
        "normalisation": "z_score",
    }
    assert rank(sheets_of(other), **alike) == rank(sheets_of(table), **alike)


@unhurried
@given(juries())
def test_every_entry_is_placed_or_told_to_have_too_few_and_places_agree_with_scores(jury):
    found = rank(**jury)
    standings = found.standings
    assert {each.entry for each in standings} | found.too_few.keys() == jury["entries"].keys()
    assert not {each.entry for each in standings} & found.too_few.keys()
    for each in standings:
        assert each.place == 1 + sum(other.score > each.score for other in standings)
        assert each.is_tied == (sum(other.score == each.score for other in standings) > 1)
        if jury["normalisation"] == "none":
            assert 0 <= each.score <= 100
