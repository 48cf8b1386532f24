"""What those who run an edition decide about an entry, each decision on the record."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from ecosystem.models import CompetitionAct
from industry4.competition.entering.tasks import mail_entrant
from industry4.competition.models import Entry, Proceedings, Question, RecordEntry, record

State = Entry.State
# From which states an entry gets to one by an editor's decision.
FROM: dict[str, set[str]] = {
    State.ELIGIBLE: {State.SUBMITTED, State.RETURNED, State.REFUSED},
    State.RETURNED: {State.SUBMITTED, State.RETURNED, State.ELIGIBLE},
    State.REFUSED: {State.SUBMITTED, State.RETURNED, State.ELIGIBLE},
    State.WITHDRAWN: {State.SUBMITTED, State.RETURNED, State.ELIGIBLE},
}
# Of which decisions the entrant is told at once, and by which mail.
MAILS = {State.RETURNED: "returned", State.REFUSED: "refused", State.WITHDRAWN: "taken_out"}


def proceedings_of(edition: UUID) -> Any:
    """The proceedings of an edition, or None.

    They know whether its results are decided (`is_decided`), and whether they `are_public`.
    """
    acts = CompetitionAct.objects.filter(edition=OuterRef("edition"))
    found = Proceedings.objects.filter(edition=edition)
    return found.annotate(
        is_decided=Exists(acts.filter(kind=CompetitionAct.Kind.DECIDED)),
        are_public=Exists(acts.filter(kind=CompetitionAct.Kind.PUBLISHED)),
    ).first()


def may_become(state: str, entry: Entry, proceedings: Any) -> bool:
    """Whether an editor may bring an entry to a state now, by what `proceedings_of` returns.

    Until judging is closed; nothing is asked of an entrant once it is open. What an entrant does
    not want any more is withdrawn until the results are public.
    """
    if proceedings is None or entry.state not in FROM[state]:
        return False
    if state == State.WITHDRAWN:
        return not proceedings.are_public
    if state == State.RETURNED and proceedings.judging_opened_at:
        return False
    return proceedings.judging_closed_at is None


@transaction.atomic
def decide(entry: Entry, state: str, by: Any, text: str = "") -> Entry:
    """Bring an entry to a state: `text` is the question for one returned, the reason for others.

    A question is not on the record, which stays when questions are erased. Returns the entry as it
    is then. Raises ValidationError where its state, which may have changed meanwhile, or that of
    the judging and the results does not allow it.
    """
    Proceedings.locked(entry.edition)
    proceedings = proceedings_of(entry.edition)
    found = Entry.objects.select_for_update().get(pk=entry.pk)
    if state == State.WITHDRAWN and proceedings.are_public:
        raise ValidationError(_("The results are published already."))
    if not may_become(state, found, proceedings):
        raise ValidationError(
            _("This cannot be done now: the state of the entry is “%(state)s”.")
            % {"state": found.get_state_display()}
        )
    kind = "admitted" if found.state == State.REFUSED else MAILS.get(State(state))
    found.state = state
    found.save(update_fields=["state"])
    if state == State.RETURNED:
        Question.objects.create(entry=found, text=text, asked_by=by)
    record(
        found.edition,
        RecordEntry.Act(state),
        by=by,
        entry_number=found.number,
        reason="" if state == State.RETURNED else text,
    )
    if kind:
        mail_entrant.enqueue(found.pk, kind)
    return found


def may_set_member(entry: Entry, proceedings: Any) -> bool:
    """Whether an editor may say now which member an entry is of, by what `proceedings_of` returns.

    Of an entry that was submitted, until the results are decided.
    """
    if proceedings is None or proceedings.is_decided or entry.erased_at:
        return False
    return entry.submitted_at is not None and entry.state != State.WITHDRAWN


@transaction.atomic
def set_member(entry: Entry, member: UUID | None, by: Any, reason: str) -> None:
    """Link an entry to the member of this translation key, or to none.

    Which one is not on the record: names of companies go when entries are erased, and it stays.
    Raises ValidationError where that cannot be done any more, or is so already.
    """
    Proceedings.locked(entry.edition)
    found = Entry.objects.select_for_update().get(pk=entry.pk)
    if not may_set_member(found, proceedings_of(entry.edition)):
        raise ValidationError(_("The member of this entry cannot be changed any more."))
    if found.member_key == member:
        raise ValidationError(_("This is so already."))
    found.member_key = member
    found.save(update_fields=["member_key"])
    act = RecordEntry.Act.MEMBER_SET if member else RecordEntry.Act.MEMBER_CLEARED
    record(found.edition, act, by=by, entry_number=found.number, reason=reason)
