"""What is done with the jury of an edition: seats, assignments, the opening and the close."""

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
    Seat,
    record,
)

from .states import Judging, locked_while

Act = RecordEntry.Act


@transaction.atomic
def seat(edition: UUID, user: Any, by: Any, *, is_chair: bool, works_for: UUID | None) -> Seat:
    """Give a person a seat on the jury, or change the one she has. There is one chair at most.

    Raises ValidationError once judging is closed.
    """
    locked_while(edition, Judging.NOT_OPEN, Judging.OPEN)
    if is_chair:
        Seat.objects.filter(edition=edition).exclude(user=user).update(is_chair=False)
    values = {"is_chair": is_chair, "works_for": works_for}
    given, _made = Seat.objects.update_or_create(edition=edition, user=user, defaults=values)
    record(edition, Act.SEATED, by=by, juror=str(given), chair=is_chair)
    return given


@transaction.atomic
def unseat(given: Seat, by: Any, reason: str) -> None:
    """Take a seat away, with the drafts of its juror.

    Raises ValidationError for a juror who has submitted scores, and once judging is closed.
    """
    locked_while(given.edition, Judging.NOT_OPEN, Judging.OPEN)
    if given.sheets.filter(submitted_at__isnull=False).exists():
        raise ValidationError(
            _("This juror has submitted scores and stays. Recuse her from what is left instead.")
        )
    name = str(given)
    given.delete()
    record(given.edition, Act.UNSEATED, by=by, reason=reason, juror=name)


@transaction.atomic
def assign(
    edition: UUID,
    seats: Collection[Seat],
    entries: Collection[Entry],
    by: Any,
    conflicts: Iterable[tuple[Seat, Entry, Conflict]] = (),
) -> int:
    """Assign entries to jurors, each entry to each; those with `conflicts` are recused at once.

    Returns how many assignments are new. Raises ValidationError once judging is closed.
    """
    locked_while(edition, Judging.NOT_OPEN, Judging.OPEN)
    eligible = Entry.objects.filter(
        edition=edition, state=Entry.State.ELIGIBLE, pk__in=[entry.pk for entry in entries]
    ).order_by("number")
    known = set(Assignment.objects.filter(seat__in=seats).values_list("seat", "entry"))
    new = [
        Assignment(seat=given, entry=entry)
        for given in seats
        for entry in eligible
        if (given.pk, entry.pk) not in known
    ]
    Assignment.objects.bulk_create(new)
    if new:
        record(
            edition,
            Act.ASSIGNED,
            by=by,
            jurors=[str(given) for given in seats],
            entries=[entry.number for entry in eligible],
        )
    for given, entry, conflict in conflicts:
        recused(given, entry, conflict, by)
    return len(new)


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
    """Recuse a juror from an entry, at once. Raises ValidationError once judging is closed."""
    locked_while(given.edition, Judging.NOT_OPEN, Judging.OPEN)
    recused(given, entry, conflict, by)


@transaction.atomic
def reinstate(recusal: Recusal, reason: str, by: Any) -> None:
    """Lift a recusal: the juror may read and score the entry. What she wrote before is there again.

    Raises ValidationError once judging is closed.
    """
    locked_while(recusal.seat.edition, Judging.NOT_OPEN, Judging.OPEN)
    record(
        recusal.seat.edition,
        Act.REINSTATED,
        by=by,
        entry_number=recusal.entry.number,
        reason=reason,
        juror=str(recusal.seat),
        conflict=recusal.kind,
    )
    recusal.delete()


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
