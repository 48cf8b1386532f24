"""Background tasks of home."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from industry4.core import mailing

from .models import ContactMessage


@task(backend="background", queue_name="background")
def mail_message(message_id: int, recipient: str, tries: int = 0) -> None:
    """Mail a stored message, once; replies go to its sender.

    After the last failure the message stays without the moment at which it was mailed.
    """
    message = ContactMessage.objects.filter(pk=message_id, mailed_at__isnull=True).first()
    if message is None:
        return
    letter = mail(message, recipient)
    if mailing.sent(letter, mail_message, message_id, recipient, tries=tries):
        message.mailed_at = timezone.now()
        message.save(update_fields=["mailed_at"])


def mail(message: ContactMessage, recipient: str) -> EmailMessage:
    """The mail, in Lithuanian: who writes in which language, then the message as it is."""
    with override("lt"):
        subject = _("Message from the site: %(name)s") % {"name": message.name}
        head = _("From: %(name)s <%(email)s>\nLanguage: %(language)s\nSent: %(sent)s") % {
            "name": message.name,
            "email": message.email,
            "language": dict(settings.LANGUAGES).get(message.language, message.language),
            "sent": date_format(timezone.localtime(message.sent_at), "DATETIME_FORMAT"),
        }
    return EmailMessage(
        subject, f"{head}\n\n{message.text}\n", to=[recipient], reply_to=[message.email]
    )
