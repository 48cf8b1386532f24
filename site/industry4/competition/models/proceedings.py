"""An edition's proceedings: what holds for it as a whole, and the record of every decision."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

LONGEST_NAME = 150  # names of persons may be longer, and are cut
# Who acts where no user does; they stand on the record in the language of the team.
OTHERS = (_("Entrant"), _("By the clock"))


class Proceedings(models.Model):
    """What there is once for an edition, in both languages.

    Whatever must not happen at the same moment (closing the judging and submitting scores, giving
    out numbers) locks this row first.
    """

    edition = models.UUIDField(
        _("edition"), unique=True, help_text=_("The translation key of its page.")
    )
    last_number = models.PositiveIntegerField(default=0, editable=False)
    judging_opened_at = models.DateTimeField(_("judging opened"), null=True, blank=True)
    judging_closed_at = models.DateTimeField(_("judging closed"), null=True, blank=True)
    publish_at = models.DateTimeField(_("results are published"), null=True, blank=True)
    erased_at = models.DateTimeField(_("personal data erased"), null=True, blank=True)

    class Meta:
        verbose_name = _("proceedings of an edition")
        verbose_name_plural = _("proceedings of editions")

    def __str__(self) -> str:
        return str(self.edition)

    @classmethod
    def of(cls, edition: UUID) -> "Proceedings":
        """The proceedings of an edition, made where there are none."""
        return cls.objects.get_or_create(edition=edition)[0]

    @classmethod
    def locked(cls, edition: UUID) -> "Proceedings":
        """The same, locked until the transaction ends, in which this has to be called."""
        cls.objects.get_or_create(edition=edition)
        return cls.objects.select_for_update().get(edition=edition)


class RecordEntry(models.Model):
    """One decision: who, when, what and why. Nobody changes or deletes it."""

    class Act(models.TextChoices):
        SUBMITTED = "submitted", _("Entry submitted")
        WITHDRAWN = "withdrawn", _("Entry withdrawn")
        ELIGIBLE = "eligible", _("Entry found eligible")
        RETURNED = "returned", _("Entry returned with questions")
        ANSWERED = "answered", _("Questions answered")
        REFUSED = "refused", _("Entry refused")
        MEMBER_SET = "member_set", _("Entry linked to a member")
        MEMBER_CLEARED = "member_cleared", _("Link to a member removed")
        RULES_CHANGED = "rules_changed", _("Criteria or questions changed")
        SEATED = "seated", _("Juror appointed")
        UNSEATED = "unseated", _("Juror dismissed")
        ASSIGNED = "assigned", _("Entry assigned")
        UNASSIGNED = "unassigned", _("Assignment taken back")
        RECUSED = "recused", _("Juror recused")
        REINSTATED = "reinstated", _("Recusal lifted")
        JUDGING_OPENED = "judging_opened", _("Judging opened")
        SCORED = "scored", _("Scores submitted")
        REOPENED = "reopened", _("Scores reopened")
        JUDGING_CLOSED = "judging_closed", _("Judging closed")
        DECIDED = "decided", _("Decided")
        SCHEDULED = "scheduled", _("Publication scheduled")
        PUBLISHED = "published", _("Results published")
        ERASED = "erased", _("Personal data erased")

    edition = models.UUIDField(_("edition"), db_index=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("who"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    by_name = models.CharField(
        _("who"),
        max_length=LONGEST_NAME,
        help_text=_("As it was then; entrants stand here as such."),
    )
    act = models.CharField(_("what"), max_length=20, choices=Act.choices)
    entry_number = models.PositiveIntegerField(_("entry"), null=True)
    details = models.JSONField(_("details"), default=dict)
    reason = models.TextField(_("why"), blank=True)

    class Meta:
        verbose_name = _("decision on the record")
        verbose_name_plural = _("record of decisions")
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.get_act_display()}, {self.at:%Y-%m-%d %H:%M}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Append the decision. Raises TypeError for one that is on the record already."""
        if self.pk:
            raise TypeError("What is on the record is not changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> Any:
        """Raises TypeError."""
        raise TypeError("What is on the record stays there.")

    @property
    def who(self) -> str:
        """The name of who it was; for entrants and the clock, in the active language."""
        with override(settings.LANGUAGE_CODE):
            found = [other for other in OTHERS if str(other) == self.by_name]
        return str(found[0]) if found else self.by_name


def record(
    edition: UUID,
    act: str,
    *,
    by: Any = None,
    by_name: str = "",
    entry_number: int | None = None,
    reason: str = "",
    **details: Any,
) -> RecordEntry:
    """Put a decision on the record, in the transaction that carries it out.

    `by` is the user; where an entrant or the clock acts there is none, and `by_name` says so.
    `details` are simple values, without personal data of entrants.
    """
    name = by_name or (by.get_full_name() or by.get_username() if by else "")
    return RecordEntry.objects.create(
        edition=edition,
        act=act,
        by=by,
        by_name=Truncator(name).chars(LONGEST_NAME),
        entry_number=entry_number,
        reason=reason,
        details=details,
    )
