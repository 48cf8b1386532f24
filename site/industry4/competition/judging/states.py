"""How far the judging of an edition is, and whether something may still be done."""

from typing import TypeVar
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Model, TextChoices
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from industry4.competition.models import Proceedings

GONE = gettext_lazy("Nothing was changed: what this is about is gone since.")
Row = TypeVar("Row", bound=Model)


class Judging(TextChoices):
    """The states of judging, in order."""

    NOT_OPEN = "not_open", gettext_lazy("Judging is not open yet")
    OPEN = "open", gettext_lazy("Judging is open")
    CLOSED = "closed", gettext_lazy("Judging is closed")


def state_of(proceedings: Proceedings | None) -> Judging:
    """How far the judging is by an edition's proceedings, which there may not be yet."""
    if proceedings is None or proceedings.judging_opened_at is None:
        return Judging.NOT_OPEN
    return Judging.CLOSED if proceedings.judging_closed_at else Judging.OPEN


def judging_of(edition: UUID) -> Judging:
    """How far the judging of an edition is."""
    return state_of(Proceedings.objects.filter(edition=edition).first())


def locked_while(edition: UUID, *allowed: Judging) -> Proceedings:
    """The proceedings of an edition, locked until the transaction ends.

    So that what is allowed when it is asked is still allowed when it is done. Raises
    ValidationError where the judging is at none of the states that are allowed.
    """
    proceedings = Proceedings.locked(edition)
    state = state_of(proceedings)
    if state not in allowed:
        raise ValidationError(_("Nothing was changed: %(why)s.") % {"why": WHY[state]})
    return proceedings


def as_it_is(row: Row) -> Row:
    """A row of the jury, read again under the lock.

    Raises ValidationError where it is gone: somebody else was first.
    """
    found = type(row)._default_manager.filter(pk=row.pk).first()
    if found is None:
        raise ValidationError(GONE)
    return found


WHY = {
    Judging.NOT_OPEN: gettext_lazy("judging is not open yet"),
    Judging.OPEN: gettext_lazy("judging is open"),
    Judging.CLOSED: gettext_lazy("judging is closed"),
}
