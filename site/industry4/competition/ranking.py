"""How far the jury is, and how its scores rank the entries: read from the database for screens.

Only entries that were found eligible take part. A submitted sheet counts, whether or not the entry
is still assigned, unless its juror is recused from the entry. `ecosystem.scoring` says how scores
become a ranking.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Case, IntegerField, When

from ecosystem.scoring import BadSheet, Ranking, Rule, Scale, Sheet, Standing, rank

from .editions import Edition
from .models import Assignment, Entry, Recusal, Score, ScoreSheet, Seat

Pair = tuple[int, int]  # the ids of a seat and of an entry


@dataclass
class Progress:
    """How many sheets a juror, or an entry, has: those to be written, and how far they are.

    A recused juror has none to write.
    """

    assigned: int = 0
    submitted: int = 0
    drafts: int = 0
    recused: int = 0

    @property
    def left(self) -> int:
        """How many are not submitted."""
        return self.assigned - self.submitted


@dataclass(frozen=True)
class JuryProgress:
    """How far each juror is, and each entry; `refused` as in the ranking, here not submitted."""

    jurors: list[tuple[Seat, Progress]]
    entries: list[tuple[Entry, Progress]]
    refused: list[tuple[Seat, Entry]]

    @property
    def whole(self) -> Progress:
        """All jurors together."""
        each = [progress for _seat, progress in self.jurors]
        return Progress(
            sum(progress.assigned for progress in each),
            sum(progress.submitted for progress in each),
            sum(progress.drafts for progress in each),
            sum(progress.recused for progress in each),
        )


@dataclass(frozen=True)
class RankedEntry:
    """An entry with where it stands."""

    entry: Entry
    standing: Standing

    @property
    def points(self) -> Decimal:
        """Its score with two decimals, for people; places go by the exact one."""
        score = self.standing.score
        exact = Decimal(score.numerator) / score.denominator
        return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True)
class RankedCategory:
    """A category in the active language (None for entries without one), its entries best first."""

    category: Any
    entries: list[RankedEntry]


@dataclass(frozen=True)
class EditionRanking:
    """The entries that have a score, best first, over all and by category; and what is wrong.

    `too_few` are entries with fewer sheets than the edition asks for, each with how many it has.
    `refused` are submitted sheets that do not answer to the criteria and so do not count.
    """

    normalisation: str
    least: int
    entries: list[RankedEntry]
    categories: list[RankedCategory]
    too_few: list[tuple[Entry, int]]
    refused: list[tuple[Seat, Entry]]

    @property
    def is_sound(self) -> bool:
        """Whether every entry has a score and every sheet counts."""
        return not self.too_few and not self.refused


class Jury:
    """The jury of an edition and its work, each part read once, when it is asked for."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    @cached_property
    def seats(self) -> dict[int, Seat]:
        """The seats, with their users."""
        seats = Seat.objects.filter(edition=self.edition.key).select_related("user")
        return {seat.pk: seat for seat in seats}

    @cached_property
    def entries(self) -> dict[int, Entry]:
        """The entries that compete, by number."""
        entries = Entry.objects.filter(edition=self.edition.key, state=Entry.State.ELIGIBLE)
        return {entry.pk: entry for entry in entries.select_related("category")}

    def pairs(self, model: Any) -> set[Pair]:
        """Which juror and entry the rows of a model bring together."""
        rows = model.objects.filter(seat__edition=self.edition.key)
        return {pair for pair in rows.values_list("seat_id", "entry_id") if pair[1] in self.entries}

    @cached_property
    def rules(self) -> dict[int, Rule]:
        """How the criteria count, by the place that each has among these."""
        return {
            place: Rule(row.weight, row.scale) for place, row in enumerate(self.edition.criteria)
        }

    @cached_property
    def recusals(self) -> set[Pair]:
        """Who is recused from what."""
        return self.pairs(Recusal)

    @cached_property
    def sheets(self) -> dict[Pair, tuple[int, bool]]:
        """The sheets of those who are not recused: id, and whether it is submitted."""
        rows = ScoreSheet.objects.filter(seat__edition=self.edition.key).order_by("pk")
        return {
            (seat, entry): (pk, submitted_at is not None)
            for pk, seat, entry, submitted_at in rows.values_list(
                "pk", "seat_id", "entry_id", "submitted_at"
            )
            if entry in self.entries and (seat, entry) not in self.recusals
        }

    @cached_property
    def submitted(self) -> list[Sheet]:
        """The submitted sheets with their scores, by the place that a criterion has among these.

        Scores for what is no criterion any more are left out. The database puts places for keys: a
        UUID made for each of some ten thousand scores would take longer than all the rest.
        """
        places = [
            When(criterion=row.translation_key, then=place)
            for place, row in enumerate(self.edition.criteria)
        ]
        rows = Score.objects.filter(
            sheet__seat__edition=self.edition.key, sheet__submitted_at__isnull=False
        ).annotate(place=Case(*places, output_field=IntegerField()))
        scores: dict[int, dict[int, int | None]] = defaultdict(dict)
        for sheet, place, value in rows.values_list("sheet_id", "place", "value"):
            if place is not None:
                scores[sheet][place] = value
        return [
            Sheet(seat, entry, scores[pk])
            for (seat, entry), (pk, is_submitted) in self.sheets.items()
            if is_submitted
        ]

    @cached_property
    def sorted_out(self) -> tuple[list[Sheet], list[Sheet]]:
        """The submitted sheets that answer to the criteria, and those that do not.

        Neither where there are no criteria.
        """
        good: list[Sheet] = []
        refused: list[Sheet] = []
        if not self.rules:
            return good, refused
        scale = Scale(self.rules)
        for sheet in self.submitted:
            try:
                scale.total(sheet)
            except BadSheet:
                refused.append(sheet)
            else:
                good.append(sheet)
        return good, refused

    @property
    def refused(self) -> list[tuple[Seat, Entry]]:
        """Whose sheets, for which entries, do not answer to the criteria."""
        return [
            (self.seats[sheet.juror], self.entries[sheet.entry]) for sheet in self.sorted_out[1]
        ]


def progress(edition: Edition) -> JuryProgress:
    """How far the jury of an edition is, by what the ranking takes: in at most seven queries."""
    jury = Jury(edition)
    jurors = {pk: Progress() for pk in jury.seats}
    entries = {pk: Progress() for pk in jury.entries}
    sent = {pair for pair, (_pk, is_submitted) in jury.sheets.items() if is_submitted}
    for name, pairs in (
        ("assigned", (jury.pairs(Assignment) | sent) - jury.recusals),
        ("submitted", {(sheet.juror, sheet.entry) for sheet in jury.sorted_out[0]}),
        ("drafts", jury.sheets.keys() - sent),
        ("recused", jury.recusals),
    ):
        for seat, entry in pairs:
            for each in (jurors[seat], entries[entry]):
                setattr(each, name, getattr(each, name) + 1)
    return JuryProgress(
        [(jury.seats[pk], found) for pk, found in jurors.items()],
        [(jury.entries[pk], found) for pk, found in entries.items()],
        jury.refused,
    )


def ranking(edition: Edition) -> EditionRanking:
    """The ranking of an edition by what is submitted now, in at most seven queries."""
    jury, page = Jury(edition), edition.source
    categories = {
        entry.pk: entry.category.translation_key if entry.category else None
        for entry in jury.entries.values()
    }
    found = Ranking([], dict.fromkeys(jury.entries, 0))
    if jury.rules:
        found = rank(
            jury.sorted_out[0],
            rules=jury.rules,
            entries=categories,
            normalisation=page.normalisation,
            least=page.least_scores,
        )
    entries = [RankedEntry(jury.entries[each.entry], each) for each in found.standings]
    return EditionRanking(
        normalisation=page.normalisation,
        least=page.least_scores,
        entries=entries,
        categories=by_category(edition, entries),
        too_few=[(jury.entries[pk], sheets) for pk, sheets in found.too_few.items()],
        refused=jury.refused,
    )


def by_category(edition: Edition, entries: Iterable[RankedEntry]) -> list[RankedCategory]:
    """The entries by category: categories as the edition orders them, then what is left over."""
    found: dict[UUID | None, list[RankedEntry]] = defaultdict(list)
    for each in entries:
        found[each.standing.category].append(each)
    rows: Any = edition.rows("categories")
    named = {row.category.translation_key: row.category for row in rows.select_related("category")}
    for key, group in found.items():
        named.setdefault(key, group[0].entry.category)
    return [RankedCategory(named[key], found[key]) for key in named if key in found]
