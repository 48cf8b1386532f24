"""Beginning an entry: an e-mail address, to which the private link is sent."""

import hashlib
from typing import Any
from uuid import UUID

from django import forms
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from ecosystem.models import CompetitionPage
from ecosystem.stages import Stage
from industry4.competition.editions import Edition
from industry4.competition.models import Entry, Proceedings
from industry4.core.forms import QUICKEST_SECONDS, GuardedForm, one_line
from industry4.core.public import public_pages
from industry4.core.response_cache import never_stored
from industry4.delivery import throttling

from .fields import say_limits
from .tasks import mail_entrant

TRIES_AN_HOUR = 10
MAILS_AN_HOUR = 3
HOUR = 60 * 60


class LinkForm(GuardedForm):
    """The address to which a link goes. Browsers fill in this one field at once."""

    salt = "entry"
    quickest_seconds = 0

    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        max_length=254,
        validators=[one_line],
        help_text=gettext_lazy("We will send the private link to your entry to this address."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        say_limits(self)


class BeginForm(LinkForm):
    """With it, who enters."""

    quickest_seconds = QUICKEST_SECONDS
    field_order = ["company", "contact_name", "email"]

    company = forms.CharField(
        label=gettext_lazy("Company"),
        max_length=200,
        validators=[one_line],
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    contact_name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=150,
        validators=[one_line],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def begin(request: HttpRequest, year: int) -> HttpResponse:
    """The form by which an entry is begun, or its link is asked for again.

    It says the same whatever the address: who has entered is told to nobody. Once entries are
    closed it only sends links again. Raises Http404 for a year without a public edition.
    """
    edition = edition_of_year(year)
    kind = BeginForm if edition.takes_entries else LinkForm
    if request.method != "POST":
        return answer(request, edition, kind())
    form = kind(request.POST)
    if not form.is_valid():
        return answer(request, edition, form, 422)
    if throttling.asked("entry", request, HOUR) > TRIES_AN_HOUR:
        form.add_error(None, _("Too many links were requested from here. Try again in an hour."))
        response = answer(request, edition, form, 429)
        response["Retry-After"] = str(throttling.seconds_left(HOUR))
        return response
    send_link(edition.key, form.cleaned_data)
    return redirect(f"{request.path}?sent=1#sent")


def edition_of_year(year: int) -> Edition:
    """The public edition of a year. Raises Http404 where there is none."""
    keys = public_pages(CompetitionPage).filter(year=year).order_by("-pk")
    key: UUID | None = keys.values_list("translation_key", flat=True).first()
    if key is None:
        raise Http404
    return Edition.of(key)


def answer(
    request: HttpRequest, edition: Edition, form: LinkForm, status: int = 200
) -> HttpResponse:
    """The page with the form, or with what happens next in its place."""
    context = {
        "edition": edition.page(),
        "stage": edition.stage,
        "opens_at": edition.source.entries_open,
        "closes_at": edition.closes_at,
        "form": form,
        "sent": "sent" in request.GET and not form.is_bound,
        "takes_entries": edition.takes_entries,
        "is_ahead": edition.stage == Stage.ANNOUNCED,
    }
    response = TemplateResponse(request, "competition/entering/begin.html", context, status=status)
    add_never_cache_headers(response)
    response["X-Robots-Tag"] = "noindex"
    return never_stored(response)


def send_link(key: UUID, data: dict[str, Any]) -> None:
    """Begin an entry, or find the one of this address, and mail its link in the background.

    One address has one entry in an edition, also when it comes twice at the same moment; after a
    withdrawal it may begin another.
    """
    email = data["email"]
    digest = hashlib.sha256(email.casefold().encode()).hexdigest()
    if throttling.counted(f"entry-mail:{key}:{digest}", HOUR) > MAILS_AN_HOUR:
        return
    with transaction.atomic():
        Proceedings.locked(key)
        known = Entry.objects.filter(edition=key, email__iexact=email, erased_at=None)
        entry = known.exclude(state=Entry.State.WITHDRAWN).last() or known.last()
        takes_entries = Edition.of(key).takes_entries and "company" in data
        if takes_entries and (entry is None or entry.state == Entry.State.WITHDRAWN):
            entry = Entry.objects.create(
                edition=key,
                email=email,
                company=data["company"],
                contact_name=data["contact_name"],
                language=get_language() or "lt",
            )
        if entry is not None:
            is_new = entry.state == Entry.State.UNCONFIRMED
            mail_entrant.enqueue(entry.pk, "confirm" if is_new else "again")
