"""The stage of an edition, derived from its dates and recorded acts; nobody types it."""

import datetime

from django.db import models
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
    """The stage at `now` (aware). A recorded act goes before any date; days are local ones."""
    if published:
        return Stage.PUBLISHED
    if decided:
        return Stage.DECIDED
    today = now.date()
    if jury_to and today > jury_to:
        return Stage.JUDGED
    if jury_from and today >= jury_from:
        return Stage.JUDGING
    if entries_close and now >= entries_close:
        return Stage.CLOSED
    if entries_open and now >= entries_open:
        return Stage.OPEN
    return Stage.ANNOUNCED
