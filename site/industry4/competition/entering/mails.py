"""What entrants are mailed: plain text, in their language, with their private link.

A kind of mail is a template in `templates/competition/mail/`, whose first line is the subject:

confirm, again    the link, to whoever begins, or asks for it once more
submitted         that the entry has come in, under which number
reminder          two days before the deadline, that a draft is not submitted
returned          the organisers' questions, to be answered by the link
refused           that the entry does not go to the jury
withdrawn         that the entry was withdrawn
taken_out         that the organisers withdrew it
admitted          that a refusal was taken back
published         that results are public, and what the entry achieved
"""

import datetime

from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import override

from industry4.competition.editions import Edition
from industry4.competition.models import Entry
from industry4.media.api import absolute

from .outcome import outcome


def mail(entry: Entry, kind: str) -> EmailMessage:
    """The mail of a kind to an entrant. Raises Http404 where the edition is deleted."""
    edition = Edition.for_staff(entry.edition)
    with override(entry.language):
        page = edition.page()
        context = {
            "company": " ".join(entry.company.split()),
            "edition": " ".join(page.title.split()),
            "number": entry.number,
            "closes_at": moment(edition.closes_at),
            "submitted_at": moment(entry.submitted_at),
            "questions": entry.questions.filter(answered_at=None),
            "outcome": outcome(entry) if kind == "published" else "",
            "results": f"{page.full_url}#results",
            "link": link(entry, entry.own_secret),
            "next_link": link(entry, entry.next_secret),
        }
        text = render_to_string(f"competition/mail/{kind}.txt", context)
    subject, _line, body = text.strip().partition("\n\n")
    return EmailMessage(subject, f"{body}\n", to=[entry.email])


def link(entry: Entry, secret: str) -> str:
    """The full address of the entry, in the active language."""
    return absolute(reverse("competition_entry", args=(entry.key, secret)))


def moment(value: datetime.datetime | None) -> str:
    """A moment in words of the active language; "" for None."""
    return date_format(timezone.localtime(value), "DATETIME_FORMAT") if value else ""
