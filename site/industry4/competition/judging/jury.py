"""What is done with the jury of an edition: seats, assignments, the opening and the close."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ecosystem.stages import Stage
from industry4.competition.conflicts import Conflict
from industry4.competition.editions import Edition
from industry4.competition.models import (
    Assignment,
    Entry,
    Proceedings,
    RecordEntry,
    Recusal,
    ScoreSheet,
    Seat,
    record,
)

from .states import GONE, Judging, as_it_is, locked_while

Act = RecordEntry.Act


@transaction.atomic
def seat(edition: UUID, user: Any, by: Any, *, is_chair: bool, works_for: UUID | None) -> Seat:
    """Give a person a seat on the jury. There is one chair at most.

    Raises ValidationError for who has one already, and once judging is closed.
    """
    locked_while(edition, Judging.NOT_OPEN, Judging.OPEN)
    if Seat.objects.filter(edition=edition, user=user).exists():
        raise ValidationError(_("Nothing was changed: this person has a seat already."))
    return seated(Seat(edition=edition, user=user), by, is_chair=is_chair, works_for=works_for)


@transaction.atomic
def change(given: Seat, by: Any, *, is_chair: bool, works_for: UUID | None) -> Seat:
    """Change a seat. Raises ValidationError where it is gone, and once judging is closed."""
    locked_while(given.edition, Judging.NOT_OPEN, Judging.OPEN)
    return seated(as_it_is(given), by, is_chair=is_chair, works_for=works_for)


def seated(given: Seat, by: Any, *, is_chair: bool, works_for: UUID | None) -> Seat:
    """Keep a seat as it is to be; whoever chaired before the one who does now does so no longer."""
    if is_chair:
        Seat.objects.filter(edition=given.edition).exclude(pk=given.pk).update(is_chair=False)
    given.is_chair, given.works_for = is_chair, works_for
    given.save()
    record(given.edition, Act.SEATED, by=by, juror=str(given), chair=is_chair)
    return given


@transaction.atomic
def unseat(given: Seat, by: Any, reason: str) -> None:
    """Take a seat away, with the drafts of its juror.

    Raises ValidationError for a juror who has submitted scores or is recused from an entry (with
    the seat the recusal would be gone), where the seat is gone, and once judging is closed.
    """
    locked_while(given.edition, Judging.NOT_OPEN, Judging.OPEN)
    found = as_it_is(given)
    if found.sheets.filter(submitted_at__isnull=False).exists():
        raise ValidationError(
            _("This juror has submitted scores and stays. Take back what is left to score.")
        )
    if found.recusals.exists():
        raise ValidationError(
            _("This juror is recused from an entry and stays. Take back what is left to score.")
        )
    name = str(found)
    found.delete()
    record(given.edition, Act.UNSEATED, by=by, reason=reason, juror=name)


@transaction.atomic
def assign(
    edition: UUID,
    seats: Collection[Seat],
    entries: Collection[Entry],
    by: Any,
    conflicts: Iterable[tuple[Seat, Entry, Conflict]] = (),
    *,
    but: Collection[tuple[int, int]] = (),
) -> int:
    """Assign entries to jurors, each entry to each; those with `conflicts` are recused at once.

    Left out are the pairs in `but`, of the ids of seat and entry. Returns how many assignments are
    new. Raises ValidationError where a juror was dismissed meanwhile, and once judging is closed.
    """
    locked_while(edition, Judging.NOT_OPEN, Judging.OPEN)
    if Seat.objects.filter(pk__in=[given.pk for given in seats]).count() < len(seats):
        raise ValidationError(GONE)
    eligible = Entry.objects.filter(
        edition=edition, state=Entry.State.ELIGIBLE, pk__in=[entry.pk for entry in entries]
    ).order_by("number")
    known = set(Assignment.objects.filter(seat__in=seats).values_list("seat", "entry"))
    known.update(but)
    new = {
        given: [entry for entry in eligible if (given.pk, entry.pk) not in known] for given in seats
    }
    Assignment.objects.bulk_create(
        Assignment(seat=given, entry=entry) for given, found in new.items() for entry in found
    )
    together = defaultdict(list)  # who is assigned the same is on the record together
    for given, found in new.items():
        together[tuple(entry.number for entry in found)].append(str(given))
    for numbers, jurors in together.items():
        if numbers:
            record(edition, Act.ASSIGNED, by=by, jurors=jurors, entries=list(numbers))
    for given, entry, conflict in conflicts:
        recused(given, entry, conflict, by)
    return sum(map(len, new.values()))


@transaction.atomic
def take_back(assignment: Assignment, reason: str, by: Any) -> None:
    """Take an entry back from a juror, with the draft of her scores.

    Raises ValidationError for one that she has submitted scores for, where the assignment is gone,
    and once judging is closed.
    """
    edition = assignment.seat.edition
    locked_while(edition, Judging.NOT_OPEN, Judging.OPEN)
    found = as_it_is(assignment)
    sheets = ScoreSheet.objects.filter(seat=found.seat, entry=found.entry)
    if sheets.filter(submitted_at__isnull=False).exists():
        raise ValidationError(_("Scores are submitted for this entry: it stays with the juror."))
    sheets.delete()
    record(
        edition,
        Act.UNASSIGNED,
        by=by,
        entry_number=found.entry.number,
        reason=reason,
        juror=str(found.seat),
    )
    found.delete()


def recused(given: Seat, entry: Entry, conflict: Conflict, by: Any) -> None:
    """Recuse a juror from an entry, unless she is already; in a transaction that holds the lock."""
    _recusal, is_new = Recusal.objects.get_or_create(
        seat=given, entry=entry, defaults={"kind": conflict.kind, "reason": conflict.words}
    )
    if is_new:
        record(
            entry.edition,
            Act.RECUSED,
            by=by,
            entry_number=entry.number,
            juror=str(given),
            conflict=conflict.kind,
        )


@transaction.atomic
def recuse(given: Seat, entry: Entry, conflict: Conflict, by: Any) -> None:
    """Recuse a juror from an entry, at once.

    Raises ValidationError where she was dismissed meanwhile, and once judging is closed.
    """
    locked_while(given.edition, Judging.NOT_OPEN, Judging.OPEN)
    recused(as_it_is(given), entry, conflict, by)


@transaction.atomic
def reinstate(recusal: Recusal, reason: str, by: Any) -> None:
    """Lift a recusal: the juror may read and score the entry. What she wrote before is there again.

    Raises ValidationError where it is lifted already, and once judging is closed.
    """
    locked_while(recusal.seat.edition, Judging.NOT_OPEN, Judging.OPEN)
    as_it_is(recusal).delete()
    record(
        recusal.seat.edition,
        Act.REINSTATED,
        by=by,
        entry_number=recusal.entry.number,
        reason=reason,
        juror=str(recusal.seat),
        conflict=recusal.kind,
    )


@transaction.atomic
def open_judging(edition: Edition, by: Any) -> None:
    """Let jurors read and score; from now on the normalisation stays as it is.

    Raises ValidationError while entries are taken, without a chair or criteria, and once decided.
    """
    proceedings = locked_while(edition.key, Judging.NOT_OPEN)
    if problem := why_not_to_open(edition):
        raise ValidationError(problem)
    proceedings.judging_opened_at = timezone.now()
    proceedings.save(update_fields=["judging_opened_at"])
    record(
        edition.key,
        Act.JUDGING_OPENED,
        by=by,
        normalisation=edition.source.normalisation,
        least_scores=edition.source.least_scores,
        criteria=[
            {"name": each.name, "weight": each.weight, "scale": each.scale}
            for each in edition.criteria
        ],
    )


def why_not_to_open(edition: Edition) -> str:
    """What stands against opening the judging now, "" where nothing does."""
    if edition.stage in (Stage.ANNOUNCED, Stage.OPEN):
        return _("Judging opens once entries are closed.")
    if edition.stage in (Stage.DECIDED, Stage.PUBLISHED):
        return _("The competition is decided.")
    if not Seat.objects.filter(edition=edition.key, is_chair=True).exists():
        return _("The jury has no chair yet.")
    if not edition.criteria:
        return _("The edition has no criteria.")
    return ""


@transaction.atomic
def close_judging(edition: UUID, by: Any) -> None:
    """End the judging: what is not submitted by now does not count.

    Whoever submits at this moment does so before or after it, never both. Raises ValidationError
    where judging is not open.
    """
    proceedings: Proceedings = locked_while(edition, Judging.OPEN)
    proceedings.judging_closed_at = timezone.now()
    proceedings.save(update_fields=["judging_closed_at"])
    record(edition, Act.JUDGING_CLOSED, by=by)
