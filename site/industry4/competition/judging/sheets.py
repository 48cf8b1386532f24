"""What a juror does with a score sheet: drafts, submitting it once; and the chair, reopening it."""

from collections.abc import Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from industry4.competition.models import Entry, RecordEntry, Score, ScoreSheet, Seat, record
from industry4.competition.permissions import readable_by

from .states import Judging, locked_while

Act = RecordEntry.Act


class Given(NamedTuple):
    """What a juror gives for a criterion."""

    value: int | None
    comment: str


def may_score(seat: Seat, entry: Entry) -> bool:
    """Whether a juror is to score an entry: it is assigned to her, and she may read it."""
    return readable_by(seat).filter(pk=entry.pk, assignments__seat=seat).exists()


@transaction.atomic
def save_sheet(
    seat: Seat,
    entry: Entry,
    scores: Mapping[UUID, Given],
    comment: str,
    *,
    submit: bool,
) -> ScoreSheet:
    """Keep what a juror gives an entry, by criterion; with `submit` for good.

    Everything is asked again under the lock that the chair takes to close the judging. Raises
    ValidationError where judging is not open, where she is recused, for a sheet that is submitted
    already, and for one to be submitted that lacks a score: then nothing is kept.
    """
    locked_while(seat.edition, Judging.OPEN)
    if not may_score(seat, entry):
        raise ValidationError(_("This entry is not yours to score any more."))
    sheet, _made = ScoreSheet.objects.get_or_create(seat=seat, entry=entry)
    if sheet.submitted_at:
        raise ValidationError(_("These scores are submitted already; nothing was changed."))
    if submit and any(given.value is None for given in scores.values()):
        raise ValidationError(_("Give a score for each criterion first."))
    sheet.comment = comment
    sheet.submitted_at = timezone.now() if submit else None
    sheet.save()
    sheet.scores.exclude(criterion__in=list(scores)).delete()
    Score.objects.bulk_create(
        [
            Score(sheet=sheet, criterion=criterion, value=given.value, comment=given.comment)
            for criterion, given in scores.items()
        ],
        update_conflicts=True,
        unique_fields=["sheet", "criterion"],
        update_fields=["value", "comment"],
    )
    if submit:
        record(seat.edition, Act.SCORED, by=seat.user, entry_number=entry.number)
    return sheet


@transaction.atomic
def reopen(sheet: ScoreSheet, reason: str, by: Any) -> None:
    """Make a submitted sheet a draft again. Raises ValidationError where judging is not open."""
    locked_while(sheet.seat.edition, Judging.OPEN)
    found = ScoreSheet.objects.get(pk=sheet.pk)
    if not found.submitted_at:
        raise ValidationError(_("These scores are a draft already."))
    found.submitted_at = None
    found.save(update_fields=["submitted_at"])
    record(
        sheet.seat.edition,
        Act.REOPENED,
        by=by,
        entry_number=sheet.entry.number,
        reason=reason,
        juror=str(sheet.seat),
    )
