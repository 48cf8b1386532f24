"""Editions that the jury has judged, for the tests of results."""

import datetime
from typing import Any

from django.utils import timezone

from ecosystem.stages import Stage
from industry4.competition.editions import Edition
from industry4.competition.models import Proceedings
from industry4.competition.results import decision, publishing

from .factories import EligibleEntryFactory, SeatFactory, SheetFactory, new_edition


class Judged:
    """An edition whose judging is closed: entries in the order of their scores, a chair."""

    def __init__(
        self, scores: tuple[int, ...] = (9, 7, 5), *, jurors: int = 3, **fields: Any
    ) -> None:
        self.edition: Edition = new_edition(Stage.JUDGED, **{"categories": 1, **fields})
        self.category = self.edition.source.categories.get().category
        self.entries: list[Any] = [
            EligibleEntryFactory(edition=self.edition, category=self.category, may_be_named=True)
            for _score in scores
        ]
        self.seats: list[Any] = [
            SeatFactory(edition=self.edition, is_chair=number == 0) for number in range(jurors)
        ]
        self.chair = self.seats[0].user
        for entry, score in zip(self.entries, scores, strict=True):
            for seat in self.seats:
                SheetFactory(entry=entry, seat=seat, values=[score] * 3)
        Proceedings.objects.filter(edition=self.key).update(
            judging_opened_at=timezone.now(), judging_closed_at=timezone.now()
        )

    @property
    def key(self) -> Any:
        """The key of the edition."""
        return self.edition.key

    def fresh(self) -> Edition:
        """The edition as it is stored now."""
        return Edition.for_staff(self.key)

    def place(self, *places: int | None) -> None:
        """Place the first entries so, in their order; None is a finalist."""
        decision.place(
            self.key, {entry.pk: place for entry, place in zip(self.entries, places, strict=False)}
        )
        for placement in decision.placements_of(self.key):
            placement.innovation_lt, placement.innovation_en = "Robotas", "A robot"
            placement.citation_lt, placement.citation_en = "Nes veikia.", "It works."
            placement.save()

    def publish(self, by: Any = None) -> bool:
        """Publish the results; whether that did it."""
        return publishing.publish(self.key, by) is not None

    @property
    def is_public(self) -> bool:
        """Whether readers see the results."""
        return self.fresh().stage == Stage.PUBLISHED

    def page(self, language: str = "lt") -> Any:
        """The page of the edition in a language, as it is stored now."""
        return self.fresh().pages[language]

    def decide(self, **reasons: str) -> None:
        """Record the decision."""
        decision.decide(self.fresh(), self.chair, **reasons)


def ago(months: int) -> Any:
    """So many long months ago."""
    return timezone.now() - datetime.timedelta(days=31 * months)


def decided(*places: int | None, **fields: Any) -> Judged:
    """A bilingual edition that is decided as its ranking says, by default with a winner and a
    finalist who agrees to be named.
    """
    judged = Judged(**{"english": True, **fields})
    judged.place(*(places or (1, None)))
    judged.decide()
    return judged
