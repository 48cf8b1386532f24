"""Background tasks of home."""

import logging
from datetime import timedelta

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from .models import ContactMessage

# When to try again after a mail server that did not answer or refused.
RETRY_AFTER = [timedelta(minutes=5), timedelta(hours=1), timedelta(hours=12)]

logger = logging.getLogger(__name__)


@task(backend="background", queue_name="background")
def mail_message(message_id: int, recipient: str, tries: int = 0) -> None:
    """Mail a stored message, once; replies go to its sender.

    A failure is tried again three times within half a day; the last one is raised, and the
    message stays without the moment at which it was mailed.
    """
    message = ContactMessage.objects.filter(pk=message_id, mailed_at__isnull=True).first()
    if message is None:
        return
    try:
        mail(message, recipient).send()
    except OSError:  # of the network, and every SMTPException
        if tries == len(RETRY_AFTER):
            raise
        logger.warning("Message %s could not be mailed yet", message_id, exc_info=True)
        later = mail_message.using(run_after=timezone.now() + RETRY_AFTER[tries])
        later.enqueue(message_id, recipient, tries + 1)
        return
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
