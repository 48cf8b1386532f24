"""What happens with a message from the contact page."""

import hashlib

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from .forms import ContactForm
from .models import ContactMessage, ContactPage
from .tasks import mail_message

MESSAGES_AN_HOUR = 5


def contact(request: HttpRequest, page: ContactPage) -> HttpResponse:
    """The page with its form. A valid message is stored, mailed in the background, and thanked for.

    A message posted twice is stored once; after five in an hour from one address the form says
    so (429).
    """
    context = page.get_context(request)
    context["sent"] = "sent" in request.GET
    status = 200
    if request.method == "POST":
        form = ContactForm(request.POST, consent_text=page.consent_text)
        if form.is_valid():
            if may_send(request):
                store(form, page)
                return redirect(f"{page.url}?sent=1#sent")
            form.add_error(None, _("Too many messages were sent from here. Try again in an hour."))
            status = 429
        else:
            status = 422
            # Shown again, the form gets a new start: else an expired one could never be sent.
            data = request.POST.copy()
            data["started"] = form.initial["started"]
            form.data = data
    else:
        form = ContactForm(consent_text=page.consent_text)
    context["form"] = form
    return TemplateResponse(request, page.template, context, status=status)


def may_send(request: HttpRequest) -> bool:
    """Whether this address may send one more message within the hour."""
    address = hashlib.sha256(request.META.get("REMOTE_ADDR", "").encode()).hexdigest()[:16]
    key = f"contact:{address}"
    cache.add(key, 0, timeout=3600)
    return cache.incr(key) <= MESSAGES_AN_HOUR


def store(form: ContactForm, page: ContactPage) -> None:
    """Keep the message with the consent as it was, and mail it when the page says to whom."""
    sent = "\n".join(form.cleaned_data[name] for name in ("started", "name", "email", "message"))
    if not cache.add(f"contact-sent:{hashlib.sha256(sent.encode()).hexdigest()}", 1, timeout=3600):
        return  # the same message of the same form, sent twice
    message = ContactMessage.objects.create(
        name=form.cleaned_data["name"],
        email=form.cleaned_data["email"],
        text=form.cleaned_data["message"],
        language=page.locale.language_code,
        consent_text=page.consent_text,
        consent_version=hashlib.sha256(page.consent_text.encode()).hexdigest()[:12],
    )
    if page.recipient:
        mail_message.enqueue(message.pk, page.recipient)
