"""Background tasks of entering."""

from uuid import UUID

from django_tasks import task

from industry4.competition.models import Entry
from industry4.core import mailing

from .mails import mail


@task(backend="background", queue_name="background")
def mail_entrant(entry_id: int, kind: str, tries: int = 0) -> None:
    """Mail an entrant, in the entrant's language; `kind` is one that `mails` names.

    Nothing is sent for an entry that was erased, nor a reminder for one that needs none by now.
    """
    entry = Entry.objects.filter(pk=entry_id, erased_at=None).exclude(email="").first()
    if entry is None or (kind == "reminder" and entry.state != Entry.State.DRAFT):
        return
    mailing.sent(mail(entry, kind), mail_entrant, entry_id, kind, tries=tries)


def mail_results(edition: UUID) -> None:
    """Enqueue for every judged entrant of an edition what the entry achieved."""
    judged = Entry.objects.filter(edition=edition, state=Entry.State.ELIGIBLE)
    for entry_id in judged.values_list("pk", flat=True):
        mail_entrant.enqueue(entry_id, "published")
