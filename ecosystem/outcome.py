"""What readers are told of the outcome of an edition: who won, and how it was judged, in words.

The numbers are kept with the act of publication, so they stay when entries are erased.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, NamedTuple

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .scoring import Z_SCORE


class Honours(NamedTuple):
    """Who was honoured in a category: winners by place, finalists by name."""

    category: Any
    winners: list[Any]
    finalists: list[Any]


def honours(results: Iterable[Any]) -> list[Honours]:
    """Results by category, categories in the order in which they come first.

    Members that are not public are left out.
    """
    found: dict[int, Honours] = {}
    rows = [row for row in results if row.target or not row.member_id]
    prefetch_related_objects(rows, "category")
    for row in rows:
        each = found.setdefault(row.category_id, Honours(row.category, [], []))
        (each.finalists if row.place is None else each.winners).append(row)
    return list(found.values())


@dataclass(frozen=True)
class Judged:
    """How an edition was judged, in numbers.

    `entries` were submitted and not withdrawn, `eligible` of them met the conditions, `too_few` of
    these had too few scores for the ranking. `sheets` counted in it, `uncounted` were submitted and
    did not. `departures` are the categories in which the decision is not what the ranking says.
    """

    entries: int
    eligible: int
    jurors: int
    sheets: int
    recusals: int
    normalisation: str
    departures: int
    too_few: int = 0
    uncounted: int = 0

    @property
    def sentences(self) -> list[str]:
        """The same in words of the active language."""
        return [
            *self._numbers(),
            _(
                "Each juror gave each criterion a score. From the lowest, which is worth nothing,"
                " to the highest, which is worth the whole weight of the criterion, scores add up"
                " to at most 100 points."
            ),
            _(
                "So that strict and lenient jurors count alike, the points were set against what"
                " the same juror gave (z-scores). An entry’s result is the mean of these points."
            )
            if self.normalisation == Z_SCORE
            else _("An entry’s result is the mean of the points that its jurors gave."),
            _("Entries with equal results share a place in the ranking."),
            ngettext(
                "In %(number)s category the chair’s decision is not that of the ranking; the reason"
                " is on record.",
                "In %(number)s categories the chair’s decision is not that of the ranking; the"
                " reason is on record.",
                self.departures,
            )
            % {"number": self.departures}
            if self.departures
            else _("The decision follows the ranking."),
        ]

    def _numbers(self) -> list[str]:
        said = [
            ngettext(
                "%(number)s entry was submitted.",
                "%(number)s entries were submitted.",
                self.entries,
            )
            % {"number": self.entries},
            ngettext(
                "%(number)s entry met the conditions.",
                "%(number)s entries met the conditions.",
                self.eligible,
            )
            % {"number": self.eligible},
            ngettext(
                "%(number)s of them had too few scores for the ranking.",
                "%(number)s of them had too few scores for the ranking.",
                self.too_few,
            )
            % {"number": self.too_few}
            if self.too_few
            else "",
            ngettext(
                "The jury had %(number)s member.", "The jury had %(number)s members.", self.jurors
            )
            % {"number": self.jurors},
            ngettext(
                "%(number)s score sheet counted.", "%(number)s score sheets counted.", self.sheets
            )
            % {"number": self.sheets},
            ngettext(
                "%(number)s score sheet was submitted and did not count.",
                "%(number)s score sheets were submitted and did not count.",
                self.uncounted,
            )
            % {"number": self.uncounted}
            if self.uncounted
            else "",
            ngettext(
                "In %(number)s case a juror had a conflict of interest and neither read nor scored"
                " the entry.",
                "In %(number)s cases a juror had a conflict of interest and neither read nor scored"
                " the entry.",
                self.recusals,
            )
            % {"number": self.recusals}
            if self.recusals
            else _("No juror had to stay away from an entry because of a conflict of interest."),
        ]
        return [sentence for sentence in said if sentence]
