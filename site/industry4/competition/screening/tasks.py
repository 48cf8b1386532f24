"""Background tasks of screening: mail to editors."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import override
from django_tasks import task
from wagtail.users.models import UserProfile

from industry4.competition.editions import Edition
from industry4.competition.models import Entry
from industry4.competition.permissions import is_recused, may_screen
from industry4.core import mailing
from industry4.media.api import absolute


@task(backend="background", queue_name="background")
def mail_asker(entry_id: int, user_id: int, tries: int = 0) -> None:
    """Tell an editor, in the language in which she reads the admin, that an entrant has answered.

    Nothing is sent for an entry that was erased, nor to one who may not read it by now.
    """
    entry = Entry.objects.filter(pk=entry_id, erased_at=None).first()
    user = get_user_model().objects.filter(pk=user_id).exclude(email="").first()
    if entry is None or user is None or is_recused(user, entry):
        return
    if may_screen(user, entry.edition):
        mailing.sent(answered(entry, user), mail_asker, entry_id, user_id, tries=tries)


def answered(entry: Entry, user: Any) -> EmailMessage:
    """The mail, which holds nothing of the answer. Raises Http404 where the edition is deleted."""
    edition = Edition.for_staff(entry.edition)
    with override(UserProfile.get_for_user(user).get_preferred_language()):
        context = {
            "company": " ".join(entry.company.split()),
            "number": entry.number,
            "edition": " ".join(edition.page().title.split()),
            "link": absolute(reverse("competition_entries:entry", args=[entry.edition, entry.pk])),
        }
        text = render_to_string("competition/mail/to_asker.txt", context)
    subject, _line, body = text.strip().partition("\n\n")
    return EmailMessage(subject, f"{body}\n", to=[user.email])
