"""Scoring: what must hold for any sheets."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ecosystem.scoring import Rule, Sheet, rank
from ecosystem.tests.sheets import sheets_of

# However long a busy machine takes to find out.
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
