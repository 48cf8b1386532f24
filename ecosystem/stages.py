"""The stage of an edition, derived from its dates and recorded acts; nobody types it."""

import datetime
from typing import Any, NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class Stage(models.TextChoices):
    """The stages of an edition, in order."""

    ANNOUNCED = "announced", _("Announced")
    OPEN = "open", _("Open for entries")
    CLOSED = "closed", _("Entries closed")
    JUDGING = "judging", _("The jury is at work")
    JUDGED = "judged", _("Awaiting the decision")
    DECIDED = "decided", _("Decided")
    PUBLISHED = "published", _("Results published")


def stage_at(
    now: datetime.datetime,
    *,
    entries_open: datetime.datetime | None,
    entries_close: datetime.datetime | None,
    jury_from: datetime.date | None,
    jury_to: datetime.date | None,
    decided: bool,
    published: bool,
) -> Stage:
    """The stage at `now` (aware). A recorded act goes before any date; days are local ones.

    Nor does the jury's first day take anything from the last hours of entries.
    """
    if published:
        return Stage.PUBLISHED
    if decided:
        return Stage.DECIDED
    if entries_close and now < entries_close:
        return Stage.OPEN if entries_open and now >= entries_open else Stage.ANNOUNCED
    today = now.date()
    if jury_to and today > jury_to:
        return Stage.JUDGED
    if jury_from and today >= jury_from:
        return Stage.JUDGING
    if entries_close:
        return Stage.CLOSED
    if entries_open and now >= entries_open:
        return Stage.OPEN
    return Stage.ANNOUNCED


class Step(NamedTuple):
    """A step of an edition: from one day or moment to another, or at one (`end` is None).

    `state` is "done", "current" or "ahead". An event takes place, other steps last.
    """

    label: str
    start: datetime.date
    end: datetime.date | None
    state: str
    is_event: bool = False


def steps(edition: Any) -> list[Step]:
    """The steps of an edition that have a date, in order, each with where it stands.

    Results that are published were so on that day, whatever was announced.
    """
    stages, published = list(Stage), edition.acts.get("published")

    def state(current: Stage, done: Stage) -> str:
        reached = stages.index(edition.stage)
        if reached >= stages.index(done):
            return "done"
        return "current" if reached >= stages.index(current) else "ahead"

    dates: list[tuple[Any, ...]] = [
        (
            _("Entries"),
            edition.entries_open,
            edition.entries_close,
            state(Stage.OPEN, Stage.CLOSED),
        ),
        (
            _("The jury works"),
            edition.jury_from,
            edition.jury_to,
            state(Stage.JUDGING, Stage.JUDGED),
        ),
        (
            _("Announcement of the results"),
            timezone.localdate(published.at) if published else edition.announcement,
            None,
            state(Stage.JUDGED, Stage.PUBLISHED),
            True,
        ),
        (
            _("Ceremony"),
            edition.ceremony,
            None,
            "done" if edition.ceremony and edition.ceremony < timezone.now() else "ahead",
            True,
        ),
    ]
    return [
        Step(str(label), start or end, end if start else None, *where)
        for label, start, end, *where in dates
        if start or end
    ]
