"""Erasing what an edition's entries say of persons, once the time is over that it promised.

Contact data, answers, files, questions, comments and what was said of conflicts go; numbers,
states, scores and places stay. Nobody knows then whose score it was, nor whose entry, but for those
whose names are public. The record stays as it is. It says who judged which entry and when, so
scores are drawn anew among the seats, or the one would give the other away.
"""

import calendar
import datetime
from collections import defaultdict
from dataclasses import dataclass, field
from random import SystemRandom
from typing import Any
from uuid import UUID

from django.core.files.storage import storages
from django.db import transaction
from django.db.models import Exists, Max, OuterRef, Q
from django.utils import timezone

from ecosystem.models import CompetitionAct, CompetitionPage
from industry4.competition.models import (
    Answer,
    Assignment,
    Entry,
    EntryFile,
    Placement,
    Proceedings,
    Question,
    RecordEntry,
    Recusal,
    Score,
    ScoreSheet,
    Seat,
    record,
)

from .publishing import the_clock

KEEP_MONTHS = CompetitionPage._meta.get_field("keep_months").get_default()
NAMES = {"company": "", "member_key": None, "innovation": ""}
REASONS = ("citation_lt", "citation_en")
TEXTS = ("innovation_lt", "innovation_en", *REASONS)
CONTACT = {"email": "", "contact_name": "", "phone": "", "company_code": ""}


@dataclass
class Report:
    """What was erased of an edition; `failed` are files that are still there."""

    edition: UUID
    entries: int = 0
    removed: int = 0
    files: int = 0
    answers: int = 0
    questions: int = 0
    comments: int = 0
    failed: list[str] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        """The numbers of what was erased."""
        return {
            name: value for name, value in vars(self).items() if name not in ("edition", "failed")
        }

    def __str__(self) -> str:
        found = ", ".join(f"{value} {name}" for name, value in self.counts.items())
        return f"{self.edition}: {found}"


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day so many months later, or the last of a month that is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(day.day, last))


def kept_until(key: UUID) -> datetime.date | None:
    """The day until which the entries of an edition are kept.

    It counts from the publication or the announcement, whichever is later. As long as nothing is
    published, it counts from the announcement, the close of entries or the last act on the record,
    so that nothing is erased that is still being judged; where there is none of them, from the
    moment when an entry was last saved. None where there are no entries.
    """
    page = CompetitionPage.objects.filter(translation_key=key, alias_of=None).order_by("pk").first()
    published = CompetitionAct.objects.filter(
        edition=key, kind=CompetitionAct.Kind.PUBLISHED
    ).first()
    moments: list[Any] = [published and published.at, page and page.announcement]
    if not published:
        acts = RecordEntry.objects.filter(edition=key).exclude(act=RecordEntry.Act.ERASED)
        moments += [page and page.entries_close, acts.aggregate(at=Max("at"))["at"]]
    if not any(moments):
        moments = [Entry.objects.filter(edition=key).aggregate(at=Max("saved_at"))["at"]]
    days = [
        timezone.localdate(each) if isinstance(each, datetime.datetime) else each
        for each in moments
        if each
    ]
    return months_after(max(days), page.keep_months if page else KEEP_MONTHS) if days else None


def due() -> list[UUID]:
    """The editions with entries that are kept no longer."""
    done = Proceedings.objects.filter(erased_at__isnull=False)
    keys = Entry.objects.order_by().values_list("edition", flat=True).distinct()
    return [
        key
        for key in keys.exclude(edition__in=done.values("edition"))
        if (until := kept_until(key)) and timezone.localdate() > until
    ]


@transaction.atomic
def erase(key: UUID) -> Report:
    """Erase an edition's entries, put it on the record, and return what was erased.

    Again, it erases what is left: files that could not be deleted before. Nothing is on the record
    where there was nothing to erase.
    """
    proceedings = Proceedings.locked(key)
    report = Report(key)
    entries = Entry.objects.filter(edition=key)
    for entry in entries:
        delete_files(entry, report)
    erase_words(key, report)
    fresh = entries.filter(erased_at__isnull=True)
    report.entries = fresh.filter(number__isnull=False).count()
    erase_names(key)
    for entry in fresh:
        entry.link += 2  # the private link and the one that a mail may still bring are dead
        for name, value in CONTACT.items():
            setattr(entry, name, value)
        entry.erased_at = timezone.now()
        entry.save(update_fields=["link", "erased_at", *CONTACT])
    # What was never submitted is in no record and in no ranking.
    loose = entries.filter(number__isnull=True, files__isnull=True)
    report.removed = loose.count()
    loose.delete()
    if not report.failed:
        proceedings.erased_at = timezone.now()
        proceedings.save(update_fields=["erased_at"])
    if any(report.counts.values()):
        counts: dict[str, Any] = report.counts
        record(key, RecordEntry.Act.ERASED, by_name=the_clock(), **counts)
    return report


def erase_names(key: UUID) -> None:
    """Erase the names of those whose results are not public, and what was said of them."""
    public = CompetitionAct.objects.filter(edition=key, kind=CompetitionAct.Kind.PUBLISHED)
    shown = Q(placement__place__isnull=False) | Q(placement__isnull=False, may_be_named=True)
    entries = Entry.objects.filter(edition=key)
    named = entries.filter(
        shown, state=Entry.State.ELIGIBLE, edition__in=public.values("edition")
    ).values("pk")
    entries.exclude(pk__in=named).update(**NAMES)
    placements = Placement.objects.filter(entry__edition=key)
    placements.exclude(entry__in=named).update(**dict.fromkeys(TEXTS, ""))
    placements.filter(place=None).update(**dict.fromkeys(REASONS, ""))  # never public


def erase_words(key: UUID, report: Report) -> None:
    """Erase what was written about entries, and who judged them."""
    report.answers = Answer.objects.filter(entry__edition=key).delete()[0]
    report.questions = Question.objects.filter(entry__edition=key).delete()[0]
    for found in (
        ScoreSheet.objects.filter(seat__edition=key),
        Score.objects.filter(sheet__seat__edition=key),
    ):
        report.comments += found.exclude(comment="").update(comment="")
    scatter(key)


def scatter(key: UUID) -> None:
    """Forget who gave which score: each entry keeps its sheets, drawn anew among nameless seats.

    Neither the order of rows nor their time, neither an assignment nor a recusal tells then what
    the record does not. Sheets that do not count, drafts and those of the recused, are not kept.
    """
    sheets = ScoreSheet.objects.filter(seat__edition=key)
    recused = Recusal.objects.filter(seat=OuterRef("seat"), entry=OuterRef("entry"))
    counted = sheets.filter(~Exists(recused), submitted_at__isnull=False)
    given = [
        (sheet.entry_id, list(sheet.scores.all())) for sheet in counted.prefetch_related("scores")
    ]
    seats = list(Seat.objects.filter(edition=key).values_list("pk", flat=True))
    for model in (ScoreSheet, Assignment, Recusal):
        model.objects.filter(seat__edition=key).delete()
    Seat.objects.filter(edition=key).update(user=None, works_for=None, is_chair=False)
    chance = SystemRandom()
    chance.shuffle(given)
    free: dict[int, list[int]] = defaultdict(lambda: chance.sample(seats, len(seats)))
    moment = timezone.now()
    anew = ScoreSheet.objects.bulk_create(
        ScoreSheet(entry_id=entry, seat_id=free[entry].pop(), submitted_at=moment)
        for entry, _scores in given
    )
    Score.objects.bulk_create(
        Score(sheet=sheet, criterion=score.criterion, value=score.value)
        for sheet, (_entry, scores) in zip(anew, given, strict=True)
        for score in scores
    )


def delete_files(entry: Entry, report: Report) -> None:
    """Delete the files of an entry, also those that no row tells of, and the rows of those gone."""
    storage, folder = storages["private"], f"entries/{entry.key}"
    try:
        names = {f"{folder}/{name}" for name in storage.listdir(folder)[1]}
    except FileNotFoundError:
        names = set()
    files = {str(file.file.name): file for file in entry.files.all()}
    for name in sorted(names | files.keys()):
        try:
            storage.delete(name)
        except OSError:
            report.failed.append(name)
            continue
        report.files += 1
        if name in files:
            files[name].delete()
    EntryFile.objects.filter(entry=entry).update(name="")


def preview(key: UUID) -> Report:
    """What `erase` would erase."""
    entries = Entry.objects.filter(edition=key)
    sheets = ScoreSheet.objects.filter(seat__edition=key)
    scores = Score.objects.filter(sheet__seat__edition=key)
    return Report(
        key,
        entries=entries.filter(number__isnull=False, erased_at__isnull=True).count(),
        removed=entries.filter(number__isnull=True).count(),
        files=EntryFile.objects.filter(entry__edition=key).count(),
        answers=Answer.objects.filter(entry__edition=key).count(),
        questions=Question.objects.filter(entry__edition=key).count(),
        comments=sheets.exclude(comment="").count() + scores.exclude(comment="").count(),
    )
