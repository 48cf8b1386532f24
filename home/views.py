"""What happens with a message from the contact page."""

import hashlib

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from industry4.delivery import throttling

from .forms import ContactForm
from .models import ContactMessage, ContactPage
from .tasks import mail_message

MESSAGES_AN_HOUR = 5
HOUR = 60 * 60


def contact(request: HttpRequest, page: ContactPage) -> HttpResponse:
    """The page with its form. A valid message is stored, mailed in the background, and thanked for.

    A message posted twice is stored once, and thanked for twice. What is wrong with a form is
    said in it (422), also after five messages in an hour from one address (429).
    """
    if request.method != "POST":
        form = ContactForm(consent_text=page.consent_text)
        return answer(request, page, form, sent="sent" in request.GET)
    form = ContactForm(request.POST, consent_text=page.consent_text)
    if not form.is_valid():
        return answer(request, page, form, status=422)
    digest = digest_of(form)
    is_known = ContactMessage.objects.filter(digest=digest).exists()
    if not is_known and throttling.asked("contact", request, HOUR) > MESSAGES_AN_HOUR:
        form.add_error(None, _("Too many messages were sent from here. Try again in an hour."))
        response = answer(request, page, form, status=429)
        response["Retry-After"] = str(throttling.seconds_left(HOUR))
        return response
    store(form, page, digest)
    return redirect(f"{page.url}?sent=1#sent")


def answer(
    request: HttpRequest,
    page: ContactPage,
    form: ContactForm,
    sent: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The page with the form, or with thanks in its place."""
    context = {**page.get_context(request), "form": form, "sent": sent}
    return TemplateResponse(request, page.template, context, status=status)


def digest_of(form: ContactForm) -> str:
    """What a valid form and the same form posted again have in common, and no other."""
    values = [form.cleaned_data[name] for name in ("started", "name", "email", "message")]
    return hashlib.sha256("\n".join(values).encode()).hexdigest()


@transaction.atomic
def store(form: ContactForm, page: ContactPage, digest: str) -> None:
    """Keep the message with the consent as it was, and mail it when the page says to whom.

    Of two posts at the same moment the database lets one in, and the other finds it there.
    """
    message, is_new = ContactMessage.objects.get_or_create(
        digest=digest,
        defaults={
            "name": form.cleaned_data["name"],
            "email": form.cleaned_data["email"],
            "text": form.cleaned_data["message"],
            "language": page.locale.language_code,
            "consent_text": page.consent_text,
            "consent_version": hashlib.sha256(page.consent_text.encode()).hexdigest()[:12],
        },
    )
    if is_new and page.recipient:
        mail_message.enqueue(message.pk, page.recipient)
