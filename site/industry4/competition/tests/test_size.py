"""What every screen costs at the size of a large edition: 500 entries, 12 jurors, 6 criteria."""

from typing import Any

import pytest
from django.utils import timezone

from ecosystem.stages import Stage
from industry4.competition.models import (
    Answer,
    Assignment,
    Entry,
    Placement,
    Proceedings,
    Recusal,
    Score,
    ScoreSheet,
)
from industry4.competition.tests import persons
from industry4.competition.tests.factories import EntryFileFactory, SeatFactory, new_edition
from industry4.competition.tests.persons import address
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

ENTRIES, JURORS, WEIGHTS = 500, 12, (20, 20, 20, 20, 10, 10)
MOST_QUERIES = 25
# Who costs most where more than one may look.
EDITORS = {"add_seat", "edit_seat", "dismiss", "record", "record_results"}
JUROR = {"my_entries", "mine", "mine_results", "score", "recuse"}


class Large:
    """A large edition in two languages, in which everybody has scored everything."""

    def __init__(self) -> None:
        self.edition = new_edition(Stage.JUDGING, weights=WEIGHTS, english=True)
        now = timezone.now()
        Proceedings.objects.create(
            edition=self.edition.key, judging_opened_at=now, last_number=ENTRIES
        )
        categories = [row.category for row in self.edition.rows("categories", "lt")]
        rows = {row.kind: row for row in self.edition.rows("questions", "lt")}
        # All of one company: each is a possible duplicate of each.
        entries = Entry.objects.bulk_create(
            Entry(
                edition=self.edition.key,
                number=number,
                state=Entry.State.ELIGIBLE,
                language="lt",
                email=f"imone-{number}@imone.example",
                company="Ta pati UAB",
                innovation=f"Inovacija {number}",
                category=categories[number % 2],
                submitted_at=now,
            )
            for number in range(1, ENTRIES + 1)
        )
        Answer.objects.bulk_create(
            Answer(entry=entry, question=row.translation_key, label=row.label, text="Atsakymas")
            for entry in entries
            for row in rows.values()
        )
        seats: list[Any] = [
            SeatFactory(edition=self.edition, is_chair=not number) for number in range(JURORS)
        ]
        pairs = [{"seat": seat, "entry": entry} for seat in seats for entry in entries]
        assignments = Assignment.objects.bulk_create(Assignment(**pair) for pair in pairs)
        sheets = ScoreSheet.objects.bulk_create(
            ScoreSheet(**pair, submitted_at=now) for pair in pairs
        )
        Score.objects.bulk_create(
            Score(sheet=sheet, criterion=row.translation_key, value=1 + sheet.pk % 7)
            for sheet in sheets
            for row in self.edition.criteria
        )
        self.entry, self.seat, self.sheet = entries[3], seats[2], sheets[-1]
        self.assignment = assignments[-1]
        self.recusal = Recusal.objects.create(seat=seats[2], entry=entries[7], reason="Brolis.")
        self.file = EntryFileFactory(entry=self.entry, question=rows["file"])
        self.persons = {
            "chair": seats[0].user,
            "juror": seats[1].user,
            "editor": EditorFactory(),
            "administrator": UserFactory(),
        }

    def looker(self, screen: str) -> str:
        """One who may see a screen."""
        app, name = screen.split(":")
        if app == "competition_entries" or name in EDITORS:
            return "editor"
        # Who has a seat sees these only once judging is closed.
        if app == "competition_results" or name in {"ranking", "scores"}:
            return "administrator"
        return "juror" if name in JUROR else "chair"

    def costs(self, client, screens) -> dict[str, int]:
        """The queries of each screen."""
        found = {}
        for screen in screens:
            sign_in(client, self.persons[self.looker(screen)], language="en")
            status = 302 if screen == "competition_jury:my_entries" else 200
            found[screen] = cost(client, address(screen, self), status)
        return found


@pytest.mark.parametrize("is_decided", [False, True], ids=["judged", "decided"])
def test_every_screen_stays_within_its_queries(client, is_decided):
    large = Large()
    screens = set(persons.SCREENS)
    if is_decided:
        entries = Entry.objects.filter(edition=large.edition.key)
        others = entries.exclude(pk=large.entry.pk)
        Placement.objects.bulk_create(
            Placement(entry=entry, category_id=entry.category_id) for entry in others
        )
        persons.decide(large)
    else:
        screens.remove("competition_results:certificate")
    found = large.costs(client, sorted(screens))
    assert {screen: count for screen, count in found.items() if count > MOST_QUERIES} == {}
