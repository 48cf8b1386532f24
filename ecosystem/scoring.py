"""Scoring: from the jury's sheets to the ranking of an edition. Pure functions, without Django.

How it is computed, so that anyone can do it again from the sheets:

1. A score of 1, the lowest, is worth nothing, the highest of the criterion's scale all of its
   weight: `(score - 1) / (scale - 1)` (min-max rescaling). So a weight means the same on a scale
   of 5 as on one of 10, which it would not if the lowest were worth a fifth on one and a tenth on
   the other. The weighted mean of a sheet is its total, from 0 to 100.
2. Without normalisation an entry's score is the mean of its totals. With `"z_score"` each total
   is first set against what the same juror gave: how many of her standard deviations (of the
   population: all she gave, not a sample) it is above her mean, on a scale on which 50 is that
   mean and 10 a standard deviation (T-score, after McCall). Such a score may leave 0–100. All her
   sheets that count are in it, also those for entries that have too few. Who gave
   all entries the same, or read one alone, says nothing of their order: that counts as the mean,
   50, as in scikit-learn's StandardScaler.
3. Entries are placed as in sport: equal scores share a place, and as many places after it are
   left out (1, 2, 2, 4: "competition ranking").

All is computed in fractions, so that scores are equal where arithmetic says so. Standard
deviations alone are irrational: they are taken to 50 digits, and the scores made of them are
rounded to 12 decimals.

Sheets of recused jurors do not count. An entry with too few sheets gets no score.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal, localcontext
from fractions import Fraction
from itertools import groupby
from math import lcm
from typing import Any, NamedTuple, TypeAlias

Key: TypeAlias = Any  # what identifies a juror, an entry, a category, a criterion: any hashable

NONE, Z_SCORE = "none", "z_score"
DIGITS, DECIMALS = 50, 12


class Rule(NamedTuple):
    """How a criterion counts: its weight, and the highest score; the lowest is 1."""

    weight: int
    scale: int


class Sheet(NamedTuple):
    """What a juror gave an entry, by criterion."""

    juror: Key
    entry: Key
    scores: Mapping[Key, int | None]


class BadSheet(ValueError):
    """A sheet that cannot count, for the `reason` that it names."""

    def __init__(self, sheet: Sheet, reason: str) -> None:
        super().__init__(f"Sheet of juror {sheet.juror} for entry {sheet.entry}: {reason}")
        self.sheet, self.reason = sheet, reason


@dataclass(frozen=True)
class Standing:
    """Where an entry stands: over all, and in its category."""

    entry: Key
    category: Key
    score: Fraction
    sheets: int
    place: int
    is_tied: bool
    place_in_category: int
    is_tied_in_category: bool


@dataclass(frozen=True)
class Ranking:
    """The entries that have a score, best first, ties in the order in which entries were given.

    `too_few` are those that have none, with how many sheets each has: an error to be dealt with.
    """

    standings: list[Standing]
    too_few: dict[Key, int]


class Scale:
    """The rules of an edition, ready to add up sheets.

    Raises ValueError for rules without a weight or with a scale on which nothing can differ.
    """

    def __init__(self, rules: Mapping[Key, Rule]) -> None:
        for criterion, rule in rules.items():
            if rule.weight < 1 or rule.scale < 2:
                raise ValueError(f"Criterion {criterion}: weight {rule.weight}, scale {rule.scale}")
        if not rules:
            raise ValueError("There are no criteria.")
        steps = lcm(*(rule.scale - 1 for rule in rules.values()))
        self.rules = rules
        self.whole = steps * sum(rule.weight for rule in rules.values())
        self.worth = {
            criterion: 100 * rule.weight * steps // (rule.scale - 1)
            for criterion, rule in rules.items()
        }

    def total(self, sheet: Sheet) -> Fraction:
        """The weighted mean of a sheet, from 0 to 100.

        Raises BadSheet where a criterion has no score, or one that is not on its scale, or where
        there is a score for something else.
        """
        scores = sheet.scores
        for criterion in scores.keys() - self.rules.keys():
            raise BadSheet(sheet, f"a score for {criterion}, which is no criterion")
        points = 0
        for criterion, rule in self.rules.items():
            value = scores.get(criterion)
            if value is None:
                raise BadSheet(sheet, f"no score for criterion {criterion}")
            if not isinstance(value, int) or not 1 <= value <= rule.scale:
                raise BadSheet(sheet, f"{value} for criterion {criterion}, not 1 to {rule.scale}")
            points += self.worth[criterion] * (value - 1)
        return Fraction(points, self.whole)


def rank(
    sheets: Iterable[Sheet],
    *,
    rules: Mapping[Key, Rule],
    entries: Mapping[Key, Key],
    recusals: Collection[tuple[Key, Key]] = (),
    normalisation: str = NONE,
    least: int = 1,
) -> Ranking:
    """The ranking of `entries`, which are given with their category.

    `recusals` are pairs of juror and entry; an entry needs `least` sheets, in any case one. Raises
    BadSheet for a sheet that is incomplete, there twice or for another entry, and ValueError for
    rules or a normalisation that cannot be.
    """
    if normalisation not in (NONE, Z_SCORE):
        raise ValueError(f"No normalisation is called {normalisation}.")
    scale, away = Scale(rules), set(recusals)
    by_juror: dict[Key, dict[Key, Fraction]] = defaultdict(dict)
    for sheet in sheets:
        if (sheet.juror, sheet.entry) in away:
            continue
        if sheet.entry not in entries:
            raise BadSheet(sheet, "no such entry")
        if sheet.entry in by_juror[sheet.juror]:
            raise BadSheet(sheet, "there is another")
        by_juror[sheet.juror][sheet.entry] = scale.total(sheet)
    given: dict[Key, list[Fraction]] = {entry: [] for entry in entries}
    for totals in by_juror.values():
        for entry, value in (t_scores(totals) if normalisation == Z_SCORE else totals).items():
            given[entry].append(value)
    enough = {entry: values for entry, values in given.items() if len(values) >= max(least, 1)}
    scores = {entry: sum(values, Fraction()) / len(values) for entry, values in enough.items()}
    if normalisation == Z_SCORE:
        scores = {entry: round(score, DECIMALS) for entry, score in scores.items()}
    return Ranking(
        standings_of(scores, entries, {entry: len(values) for entry, values in enough.items()}),
        {entry: len(values) for entry, values in given.items() if entry not in enough},
    )


def t_scores(totals: Mapping[Key, Fraction]) -> dict[Key, Fraction]:
    """A juror's totals in standard deviations from her mean: 50 is the mean, 10 a deviation."""
    mean = sum(totals.values(), Fraction()) / len(totals)
    variance = sum(((total - mean) ** 2 for total in totals.values()), Fraction()) / len(totals)
    if not variance:
        return dict.fromkeys(totals, Fraction(50))
    with localcontext(prec=DIGITS):
        deviation = Fraction((Decimal(variance.numerator) / variance.denominator).sqrt())
    return {entry: 50 + 10 * (total - mean) / deviation for entry, total in totals.items()}


def standings_of(
    scores: Mapping[Key, Fraction],
    entries: Mapping[Key, Key],
    sheets: Mapping[Key, int],
) -> list[Standing]:
    """The entries that have a score with their places, best first."""
    best_first = sorted(scores, key=lambda entry: -scores[entry])
    places = places_of(best_first, scores)
    in_category: dict[Key, tuple[int, bool]] = {}
    by_category: dict[Key, list[Key]] = defaultdict(list)
    for entry in best_first:
        by_category[entries[entry]].append(entry)
    for category in by_category.values():
        in_category |= places_of(category, scores)
    return [
        Standing(
            entry, entries[entry], scores[entry], sheets[entry], *places[entry], *in_category[entry]
        )
        for entry in best_first
    ]


def places_of(
    best_first: Iterable[Key], scores: Mapping[Key, Fraction]
) -> dict[Key, tuple[int, bool]]:
    """The place of each entry, and whether it shares it."""
    places: dict[Key, tuple[int, bool]] = {}
    for _score, equals in groupby(best_first, key=scores.__getitem__):
        sharing = list(equals)
        place = len(places) + 1
        places |= dict.fromkeys(sharing, (place, len(sharing) > 1))
    return places
