"""Background tasks of entering."""

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
