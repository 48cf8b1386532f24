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

from .states import Judging, as_it_is, locked_while

Act = RecordEntry.Act


STALE = "stale"  # the code of what is said of a sheet that was saved in another window


class Given(NamedTuple):
    """What a juror gives for a criterion."""

    value: int | None
    comment: str


def may_score(seat: Seat, entry: Entry) -> bool:
    """Whether a juror is to score an entry: it is assigned to her, and she may read it."""
    return readable_by(seat).filter(pk=entry.pk, assignments__seat=seat).exists()


def state_of_sheet(sheet: ScoreSheet | None) -> str:
    """What tells a sheet from what it was before it was saved again, "" for none."""
    return sheet.saved_at.isoformat() if sheet else ""


@transaction.atomic
def save_sheet(
    seat: Seat,
    entry: Entry,
    scores: Mapping[UUID, Given],
    comment: str,
    *,
    submit: bool,
    seen: str = "",
) -> ScoreSheet:
    """Keep what a juror gives an entry, by criterion; with `submit` for good.

    `seen` is the state of the sheet that she has written on. Everything is asked again under the
    lock that the chair takes to close the judging. Raises ValidationError where judging is not
    open, where she is recused, for a sheet that is submitted already, for one that was saved
    otherwise since (`STALE`), and for one to be submitted that lacks a score: nothing is kept then.
    """
    locked_while(seat.edition, Judging.OPEN)
    if not may_score(seat, entry):
        raise ValidationError(_("This entry is not yours to score any more."))
    kept = ScoreSheet.objects.filter(seat=seat, entry=entry).first()
    if kept and kept.submitted_at:
        raise ValidationError(_("These scores are submitted already; nothing was changed."))
    if kept and state_of_sheet(kept) != seen and not holds(kept, scores, comment):
        raise ValidationError(
            _(
                "These scores were saved in another window since, and that is kept. What you"
                " typed here is below: save it once more to put it in its place."
            ),
            STALE,
        )
    if submit and any(given.value is None for given in scores.values()):
        raise ValidationError(_("Give a score for each criterion first."))
    sheet = kept or ScoreSheet(seat=seat, entry=entry)
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


def holds(sheet: ScoreSheet, scores: Mapping[UUID, Given], comment: str) -> bool:
    """Whether this is what is kept: a form that is sent twice is no conflict with itself."""
    kept = {each.criterion: Given(each.value, each.comment) for each in sheet.scores.all()}
    return sheet.comment == comment and kept == scores


@transaction.atomic
def reopen(sheet: ScoreSheet, reason: str, by: Any) -> None:
    """Make a submitted sheet a draft again.

    Raises ValidationError where judging is not open, and where it is a draft already.
    """
    locked_while(sheet.seat.edition, Judging.OPEN)
    found = as_it_is(sheet)
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
