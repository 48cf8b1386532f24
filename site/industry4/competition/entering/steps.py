"""What may be done with an entry, and when: save, submit, withdraw, answer.

Each step runs in a transaction that locks the entry, and where closing and submitting meet, the
proceedings of the edition before it: of two that come at the same moment, the second one finds
what the first has done. The clock is read once the lock is there.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.db import transaction
from django.http import Http404
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import get_language, override
from django.utils.translation import gettext as _

from ecosystem.stages import Stage
from industry4.competition.editions import Edition
from industry4.competition.models import (
    Consent,
    Entry,
    Proceedings,
    Question,
    RecordEntry,
    record,
)
from industry4.competition.screening.tasks import mail_asker

from . import uploads
from .fields import version_of
from .forms import EntryForm
from .tasks import mail_entrant

Act = RecordEntry.Act
State = Entry.State
LONGEST_ANSWER: int = Question._meta.get_field("answer").max_length  # type: ignore[assignment]  # a column
UNDECIDED = (Stage.ANNOUNCED, Stage.OPEN, Stage.CLOSED, Stage.JUDGING, Stage.JUDGED)


class TooLate(Exception):
    """The entry is no longer at the stage for this step; nothing was changed."""


class NoLink(Http404):
    """The link is wrong, or has ended."""


class Stale(Exception):
    """Something else is kept by now than the sender has seen; nothing was changed."""


def edition_of(entry: Entry) -> Edition:
    """The edition of an entry, which its entrant reads even if visitors do not.

    Raises Http404 once it is deleted.
    """
    try:
        return Edition.of(entry.edition)
    except Http404:
        return Edition.for_staff(entry.edition)


def may_change(entry: Entry, edition: Edition) -> bool:
    """Whether the entrant may change the entry now."""
    is_begun = entry.state in (State.UNCONFIRMED, State.DRAFT)
    return is_begun and edition.source.live and edition.takes_entries


def may_withdraw(entry: Entry, edition: Edition) -> bool:
    """Whether the entrant may withdraw the entry now."""
    is_over = entry.state in (State.WITHDRAWN, State.REFUSED)
    return not is_over and edition.stage in UNDECIDED


def may_answer(entry: Entry, edition: Edition) -> bool:
    """Whether the entrant may answer the editors' questions now: also after the deadline."""
    return entry.state == State.RETURNED and edition.stage in UNDECIDED


def entry_of(key: Any, secret: str) -> Entry:
    """The entry of a private link. Raises NoLink alike for what is not there and what is wrong."""
    entry = Entry.objects.filter(key=key, erased_at=None).select_related("category").first()
    # Of an entry that is not there a secret is compared as well: both take the same time.
    if not (entry or Entry()).has_secret(secret) or entry is None:
        raise NoLink
    return entry


@contextmanager
def writing(entry: Entry, secret: str, *, closing: bool = False) -> Iterator[tuple[Entry, Edition]]:
    """The entry, locked, as it is now, and its edition; `closing` locks the proceedings before it.

    Whoever sends something by a newer link makes the older ones invalid, and has confirmed the
    e-mail address. Raises NoLink for a link that is invalid by now.
    """
    with transaction.atomic():
        if closing:
            Proceedings.locked(entry.edition)
        own = (
            Entry.objects.select_for_update(of=("self",))
            .select_related("category")
            .filter(pk=entry.pk, erased_at=None)
            .first()
        )
        if own is None or not own.has_secret(secret):
            raise NoLink
        if constant_time_compare(own.next_secret, secret):
            own.link += 1
            own.save(update_fields=["link"])
        yield own, edition_of(own)


def confirmed(entry: Entry) -> None:
    """Turn an entry whose e-mail waits to be confirmed into a draft; not yet saved."""
    if entry.state == State.UNCONFIRMED:
        entry.state, entry.confirmed_at = State.DRAFT, timezone.now()


def save(entry: Entry, form: EntryForm, version: int) -> None:
    """Keep what was typed, whatever is wrong with it.

    Raises Stale where the sender has not seen what is kept by now, and would change it.
    """
    if version != entry.version and form.differing():
        raise Stale
    confirmed(entry)
    if form.write():
        entry.version += 1
    entry.language = get_language() or entry.language
    entry.saved_at = timezone.now()
    entry.save()


def submit(entry: Entry, secret: str, *, version: str, consent: str) -> EntryForm | None:
    """Submit what is kept, once: a number, the consents as they were read, the record and a mail.

    Returns the form that says what is missing, or None. A second time changes nothing. `version`
    is that of the form that was seen, `consent` that of the text that was agreed to. Raises TooLate
    from the deadline on, and Stale where the entry, what is asked or the text of the consent is not
    as the entrant has seen it.
    """
    with writing(entry, secret, closing=True) as (own, edition):
        if own.submitted_at and own.state != State.WITHDRAWN:
            return None
        now = timezone.now()
        if not may_change(own, edition):
            raise TooLate
        form = EntryForm(own, edition, is_check=True)
        text = edition.consent
        if version != form.version or (text and consent != version_of(text)):
            raise Stale
        if not form.is_valid():
            return form
        form.write_wordings()
        confirmed(own)
        proceedings = Proceedings.locked(own.edition)
        proceedings.last_number += 1
        proceedings.save(update_fields=["last_number"])
        own.number, own.state = proceedings.last_number, State.SUBMITTED
        own.submitted_at = now
        own.save()
        naming = str(form.fields["may_be_named"].label) if own.may_be_named else ""
        for agreed in filter(None, (text, naming)):
            Consent.objects.create(entry=own, text=agreed, version=version_of(agreed))
        recorded(own, Act.SUBMITTED)
        mail_entrant.enqueue(own.pk, "submitted")
    return None


def withdraw(entry: Entry, secret: str) -> None:
    """Withdraw the entry; a second time changes nothing.

    Raises TooLate once the edition is decided, or the entry refused.
    """
    with writing(entry, secret, closing=True) as (own, edition):
        if own.state == State.WITHDRAWN:
            return
        if not may_withdraw(own, edition):
            raise TooLate
        own.state = State.WITHDRAWN
        own.confirmed_at = own.confirmed_at or timezone.now()
        own.save()
        recorded(own, Act.WITHDRAWN)
        mail_entrant.enqueue(own.pk, "withdrawn")


def answer(entry: Entry, secret: str, answers: dict[int, str]) -> list[Question]:
    """Keep answers to the editors' questions, by their ids; once all are answered, send them.

    Returns the questions that lack an answer, or whose answer is too long, which they hold and is
    not kept. Raises TooLate where nothing is asked any more.
    """
    with writing(entry, secret, closing=True) as (own, edition):
        asked = list(own.questions.filter(answered_at=None))
        if not may_answer(own, edition) or not asked:
            raise TooLate
        for question in asked:
            question.answer = answers.get(question.pk, question.answer)
            if len(question.answer) <= LONGEST_ANSWER:
                question.save(update_fields=["answer"])
        if lacking := [each for each in asked if not 0 < len(each.answer) <= LONGEST_ANSWER]:
            return lacking
        own.questions.filter(answered_at=None).update(answered_at=timezone.now())
        for asker in {each.asked_by_id for each in asked if each.asked_by_id}:
            mail_asker.enqueue(own.pk, asker)
        own.state = State.SUBMITTED
        own.save(update_fields=["state"])
        recorded(own, Act.ANSWERED)
    return []


def remove_files(entry: Entry, form: EntryForm, keys: list[str]) -> None:
    """Delete those files of the entry, which has to be locked."""
    for file in [file for file in form.kept_files if str(file.key) in keys]:
        uploads.remove(file)
        form.kept_files.remove(file)


def recorded(entry: Entry, act: str) -> None:
    """Put what the entrant did on the record, in the language of the team."""
    with override(settings.LANGUAGE_CODE):
        by_name = _("Entrant")
    record(entry.edition, act, by_name=by_name, entry_number=entry.number)
