"""Background tasks of home."""

from django.core.mail import EmailMessage
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from .models import ContactMessage


@task(backend="background", queue_name="background")
def mail_message(message_id: int, recipient: str) -> None:
    """Mail a stored message, once; replies go to its sender."""
    message = ContactMessage.objects.filter(pk=message_id, mailed_at__isnull=True).first()
    if message is None:
        return
    with override("lt"):
        subject = _("Message from the site: %(name)s") % {"name": message.name}
    EmailMessage(subject, message.text, to=[recipient], reply_to=[message.email]).send()
    message.mailed_at = timezone.now()
    message.save(update_fields=["mailed_at"])
