"""What screening decides about an entry, each decision on the record."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from industry4.competition.entering.tasks import mail_entrant
from industry4.competition.models import Entry, Proceedings, Question, RecordEntry, record

State = Entry.State
# From which states an entry gets to one by an editor's decision.
FROM: dict[str, set[str]] = {
    State.ELIGIBLE: {State.SUBMITTED, State.RETURNED, State.REFUSED},
    State.RETURNED: {State.SUBMITTED, State.RETURNED, State.ELIGIBLE},
    State.REFUSED: {State.SUBMITTED, State.RETURNED, State.ELIGIBLE},
}
# Of which decisions the entrant is told at once.
MAILED = (State.RETURNED, State.REFUSED)


def may_become(state: str, entry: Entry, proceedings: Proceedings | None) -> bool:
    """Whether an editor may bring an entry to a state now.

    Until judging is closed; nothing is asked of an entrant once it is open.
    """
    if proceedings and proceedings.judging_closed_at:
        return False
    if state == State.RETURNED and proceedings and proceedings.judging_opened_at:
        return False
    return entry.state in FROM[state]


@transaction.atomic
def decide(entry: Entry, state: str, by: Any, text: str = "") -> Entry:
    """Bring an entry to a state: `text` is the question for one returned, the reason for others.

    Returns the entry as it is then. Raises ValidationError where its state, which may have
    changed meanwhile, or that of the judging does not allow it.
    """
    proceedings = Proceedings.locked(entry.edition)
    found = Entry.objects.select_for_update().get(pk=entry.pk)
    if not may_become(state, found, proceedings):
        raise ValidationError(
            _("This cannot be done now: the state of the entry is “%(state)s”.")
            % {"state": found.get_state_display()}
        )
    found.state = state
    found.save(update_fields=["state"])
    if state == State.RETURNED:
        Question.objects.create(entry=found, text=text, asked_by=by)
    record(
        found.edition,
        RecordEntry.Act(state),
        by=by,
        entry_number=found.number,
        reason=text,
    )
    if state in MAILED:
        mail_entrant.enqueue(found.pk, state)
    return found
