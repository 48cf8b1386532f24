"""What happened in the sample editions of the competition, done by the product's own functions.

So entries are what the forms would keep, the ranking follows from the scores, and the record and
the numbers of the results are true. Every step is done as of its moment, and nobody is mailed.
"""

from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any
from unittest.mock import patch

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.text import slugify
from django.utils.translation import override

from industry4.competition.conflicts import Conflict, conflicts
from industry4.competition.editions import Edition
from industry4.competition.entering import steps, uploads
from industry4.competition.entering.fields import version_of
from industry4.competition.entering.forms import EntryForm
from industry4.competition.judging import jury
from industry4.competition.judging.sheets import Given, save_sheet
from industry4.competition.models import Entry, Recusal, Seat
from industry4.competition.results import decision, publishing
from industry4.competition.screening import acts

from . import pdfs
from .clock import as_of
from .content.entries_last import LAST
from .content.entries_this import THIS
from .content.jury import CHAIR, JURORS, LAST_YEAR, THIS_YEAR
from .entrants import Entrant, Juror, Screened
from .jurors import sample_user
from .loader import Loader
from .typed import LANGUAGE, typed
from .values import At, key


def play(loader: Loader) -> int:
    """Play the editions that this run of the loader has made. Returns how many entries they get."""
    made = 0
    with (
        override(LANGUAGE),
        patch.object(steps, "mail_entrant"),
        patch.object(steps, "mail_asker"),
        patch.object(acts, "mail_entrant"),
        patch.object(publishing, "mail_results"),
    ):
        for history in (last_year, this_year):
            made += history(loader)
    return made


def last_year(loader: Loader) -> int:
    """From the first entry to the published results."""
    history = History(loader, "competition/last", LAST)
    if not history.is_new:
        return 0
    history.seat(LAST_YEAR["seated"])
    history.assign(LAST_YEAR["assigned"])
    history.add(LAST_YEAR["opened"], lambda: jury.open_judging(history.edition, history.editor))
    history.judge(LAST_YEAR["recused"])
    history.add(LAST_YEAR["closed"], lambda: jury.close_judging(history.key, history.chair))
    history.decide(LAST_YEAR["decided"], published=LAST_YEAR["published"])
    return history.play()


def this_year(loader: Loader) -> int:
    """As far as it is: entries come in, the first of them are with the jury's members."""
    history = History(loader, "competition/this", THIS)
    if not history.is_new:
        return 0
    history.seat(THIS_YEAR["seated"])
    history.assign(THIS_YEAR["assigned"])
    return history.play()


class History:
    """What happened in an edition, collected first, and then done in the order of its moments."""

    def __init__(self, loader: Loader, name: str, entrants: Iterable[Entrant]) -> None:
        self.loader, self.name, self.key = loader, name, key(name)
        self.is_new = name in loader.made
        self.entrants = list(entrants)
        self.events: list[tuple[datetime, Callable[[], Any]]] = []

    def add(self, at: At, act: Callable[[], Any]) -> None:
        """Have something happen at a moment."""
        self.events.append((self.loader.moment(at), act))

    def play(self) -> int:
        """Let everything happen. Returns how many entries there are then."""
        self.users = {each.username: sample_user(each) for each in JURORS}
        self.chair = self.users[CHAIR]
        self.editor = self.loader.user or self.chair
        for entrant in self.entrants:
            self.enter(entrant)
        when = itemgetter(0)
        for moment, events in groupby(sorted(self.events, key=when), key=when):
            with as_of(moment):
                for _moment, act in events:
                    act()
        return len(self.entrants)

    @property
    def edition(self) -> Edition:
        """The edition as it is now."""
        return Edition.of(self.key)

    def entry(self, entrant: Entrant) -> Entry:
        """The entry of an entrant as it is now."""
        return Entry.objects.get(key=self.key_of(entrant))

    def key_of(self, entrant: Entrant) -> Any:
        """The key of an entry: the same on every machine."""
        return key(f"{self.name}/entry/{entrant.name}")

    def seats(self) -> dict[str, Seat]:
        """The seats by user name."""
        found = Seat.objects.filter(edition=self.key).select_related("user")
        return {seat.user.username: seat for seat in found if seat.user}

    # What entrants and editors do

    def enter(self, entrant: Entrant) -> None:
        """Let an entrant enter, and an editor decide about the entry."""
        self.add(entrant.begun, partial(self.begin, entrant))
        if entrant.said:
            self.add(entrant.begun, partial(self.write, entrant))
        if entrant.submitted:
            self.add(entrant.submitted, partial(self.submit, entrant))
        for screened in entrant.screened:
            self.add(screened.at, partial(self.screen, entrant, screened))
            if screened.answer:
                day_after = At(screened.at.days + 1, screened.at.time)
                self.add(day_after, partial(self.answer, entrant, screened.answer))
        if entrant.withdrawn:
            self.add(entrant.withdrawn, partial(self.withdraw, entrant))

    def begin(self, entrant: Entrant) -> None:
        """Ask for the private link."""
        Entry.objects.create(
            key=self.key_of(entrant),
            edition=self.key,
            email=f"{entrant.name}@example.com",
            company=entrant.company,
            contact_name=entrant.contact,
            language=entrant.language,
        )

    def write(self, entrant: Entrant) -> None:
        """Save the draft, with its file."""
        entry = self.entry(entrant)
        with (
            override(entrant.language),
            steps.writing(entry, entry.next_secret) as (own, edition),
        ):
            form = EntryForm(own, edition, typed(entrant, edition), is_draft=True)
            if entrant.file:
                question = next(row for row in edition.rows("questions") if row.kind == "file")
                name = f"{slugify(entrant.file.title)}.pdf"
                upload = SimpleUploadedFile(name, pdfs.written(entrant.file), "application/pdf")
                uploads.take(own, question.translation_key, upload, form.kept_files)
                self.loader.media.written.append(form.kept_files[-1].file)
            steps.save(own, form, own.version)

    def submit(self, entrant: Entrant) -> None:
        """Submit the entry. Raises ValueError where something is missing."""
        entry = self.entry(entrant)
        with override(entrant.language):
            consent = version_of(self.edition.consent)
            version = EntryForm(entry, self.edition).version
            lacking = steps.submit(entry, entry.own_secret, version=version, consent=consent)
        if lacking is not None:
            raise ValueError(f"{entrant.name}: {lacking.errors.as_text()}")

    def screen(self, entrant: Entrant, screened: Screened) -> None:
        """Decide about the entry."""
        acts.decide(self.entry(entrant), screened.state, self.editor, screened.text)

    def answer(self, entrant: Entrant, text: str) -> None:
        """Answer the editors' question."""
        entry = self.entry(entrant)
        answers = {question.pk: text for question in entry.questions.all()}
        steps.answer(entry, entry.own_secret, answers)

    def withdraw(self, entrant: Entrant) -> None:
        """Withdraw the entry."""
        entry = self.entry(entrant)
        steps.withdraw(entry, entry.own_secret)

    # What the jury does

    def seat(self, at: At) -> None:
        """Appoint the jury."""
        for juror in JURORS:
            self.add(at, partial(self.appoint, juror))

    def appoint(self, juror: Juror) -> None:
        """Appoint a juror."""
        works_for = key(f"member/{juror.member}") if juror.member else None
        jury.seat(
            self.key,
            self.users[juror.username],
            self.editor,
            is_chair=juror.is_chair,
            works_for=works_for,
        )

    def assign(self, at: At) -> None:
        """Assign every eligible entry to every juror; conflicts that are proposed are recused."""

        def act() -> None:
            seats = {seat.pk: seat for seat in self.seats().values()}
            eligible = Entry.objects.filter(edition=self.key, state=Entry.State.ELIGIBLE)
            entries = {entry.pk: entry for entry in eligible}
            recused = [
                (seats[seat], entries[entry], Conflict.of_all(found))
                for (seat, entry), found in conflicts(self.edition).items()
                if entry in entries
            ]
            jury.assign(self.key, seats.values(), entries.values(), self.editor, recused)

        self.add(at, act)

    def judge(self, at: At) -> None:
        """Let jurors declare conflicts, and then score what is theirs, one every third day."""
        for entrant in self.entrants:
            for username, reason in entrant.recused.items():
                self.add(at, partial(self.recuse, entrant, username, reason))
            for number, juror in enumerate(JURORS, 1):
                if juror.username in entrant.scores:
                    day = At(at.days + 3 * number, at.time)
                    self.add(day, partial(self.score, entrant, juror.username))

    def recuse(self, entrant: Entrant, username: str, reason: str) -> None:
        """Declare a conflict of interest."""
        conflict = Conflict(Recusal.Kind.WORK, reason)
        jury.recuse(self.seats()[username], self.entry(entrant), conflict, self.users[username])

    def score(self, entrant: Entrant, username: str) -> None:
        """Submit a score sheet."""
        criteria = self.edition.criteria
        given = {
            criterion.translation_key: Given(value, "")
            for criterion, value in zip(criteria, entrant.scores[username], strict=True)
        }
        comment = entrant.comments.get(username, "")
        save_sheet(self.seats()[username], self.entry(entrant), given, comment, submit=True)

    def decide(self, at: At, *, published: At) -> None:
        """Let the chair decide, and the results be published at a moment that is set then."""

        def act() -> None:
            placed = {self.entry(each).pk: each.placed for each in self.entrants if each.placed}
            decision.place(self.key, {pk: each.place for pk, each in placed.items()})
            for placement in decision.placements_of(self.key):
                words = placed[placement.entry_id]
                placement.innovation_en = words.innovation
                placement.citation_lt = words.citation.lt
                placement.citation_en = words.citation.en or ""
                placement.save()
            decision.decide(self.edition, self.chair)
            publishing.schedule(self.key, self.loader.moment(published), self.chair)

        self.add(at, act)
        self.add(published, lambda: publishing.publish(self.key))
