"""Judging: who sits on the jury, which entries they read, and what they give them."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from ecosystem.models import CompetitionCategory

from .entries import Entry


class Seat(models.Model):
    """A person's seat on the jury of an edition."""

    edition = models.UUIDField(_("edition"), db_index=True)
    # None once personal data is erased: scores stay, and nobody knows whose they are.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("juror"),
        null=True,
        on_delete=models.PROTECT,
        related_name="jury_seats",
    )
    is_chair = models.BooleanField(_("chairs the jury"), default=False)
    works_for = models.UUIDField(
        _("works for"), null=True, blank=True, help_text=_("The translation key of the member.")
    )

    class Meta:
        verbose_name = _("seat on the jury")
        verbose_name_plural = _("seats on the jury")
        # What makes a group that of jurors; editors of groups neither see it nor lose it.
        permissions = [("judge_entries", "Can be given a seat on a jury")]
        ordering = ["-is_chair", "user__last_name", "user__username"]
        constraints = [
            models.UniqueConstraint(fields=["edition", "user"], name="one_seat_for_a_person")
        ]

    def __str__(self) -> str:
        if self.user is None:
            return _("Juror %(number)s") % {"number": self.pk}
        return self.user.get_full_name() or self.user.get_username()


class Assignment(models.Model):
    """That a juror is to read and score an entry."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="assignments")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="assignments")

    class Meta:
        verbose_name = _("assignment")
        verbose_name_plural = _("assignments")
        constraints = [
            models.UniqueConstraint(fields=["seat", "entry"], name="an_entry_is_assigned_once")
        ]

    def __str__(self) -> str:
        return f"{self.seat_id}, {self.entry_id}"


class Recusal(models.Model):
    """That a juror neither reads nor scores an entry, and why.

    The kind of conflict goes on the record, which stays; the words are erased with the entries.
    """

    class Kind(models.TextChoices):
        WORK = "work", _("work for the entrant, now or before")
        BOARD = (
            "board",
            _("a seat on the advisory board for the entrant, or beside somebody of theirs"),
        )
        INITIATIVE = "initiative", _("an initiative in common with the entrant")
        PERSONAL = "personal", _("kinship or personal acquaintance")
        OTHER = "other", _("another interest")

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="recusals")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="recusals")
    kind = models.CharField(
        _("conflict of interest"), max_length=10, choices=Kind.choices, default=Kind.OTHER
    )
    reason = models.TextField(_("reason"), max_length=1000)
    at = models.DateTimeField(_("recused"), auto_now_add=True)

    class Meta:
        verbose_name = _("recusal")
        verbose_name_plural = _("recusals")
        constraints = [models.UniqueConstraint(fields=["seat", "entry"], name="recused_once")]

    def __str__(self) -> str:
        return self.reason[:80]


class ScoreSheet(models.Model):
    """What a juror gives an entry: a draft until it is submitted."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="sheets")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="sheets")
    comment = models.TextField(_("comment"), max_length=5000, blank=True)
    saved_at = models.DateTimeField(_("last saved"), auto_now=True)
    submitted_at = models.DateTimeField(_("submitted"), null=True)

    class Meta:
        verbose_name = _("score sheet")
        verbose_name_plural = _("score sheets")
        constraints = [
            models.UniqueConstraint(fields=["seat", "entry"], name="one_sheet_for_an_entry")
        ]

    def __str__(self) -> str:
        return f"{self.seat_id}, {self.entry_id}"


class Score(models.Model):
    """The score for one criterion, with a comment."""

    sheet = models.ForeignKey(ScoreSheet, on_delete=models.CASCADE, related_name="scores")
    criterion = models.UUIDField(help_text="The translation key of the criterion.")
    value = models.PositiveSmallIntegerField(_("score"), null=True)
    comment = models.TextField(_("comment"), max_length=2000, blank=True)

    class Meta:
        verbose_name = _("score")
        verbose_name_plural = _("scores")
        constraints = [
            models.UniqueConstraint(fields=["sheet", "criterion"], name="one_score_by_a_criterion")
        ]

    def __str__(self) -> str:
        return str(self.value)


class Placement(models.Model):
    """What the chair decided about an entry: its place in a category, or that it is a finalist."""

    entry = models.OneToOneField(Entry, on_delete=models.CASCADE, related_name="placement")
    category = models.ForeignKey(
        CompetitionCategory,
        verbose_name=_("category"),
        on_delete=models.PROTECT,
        related_name="+",
    )
    place = models.PositiveSmallIntegerField(
        _("place"), null=True, blank=True, help_text=_("None for a finalist without a place.")
    )
    innovation_lt = models.CharField(_("innovation, in Lithuanian"), max_length=255, blank=True)
    innovation_en = models.CharField(_("innovation, in English"), max_length=255, blank=True)
    citation_lt = models.TextField(_("reasons, in Lithuanian"), blank=True)
    citation_en = models.TextField(_("reasons, in English"), blank=True)

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ["category", "place"]

    def __str__(self) -> str:
        return f"{self.category}, {self.place}"
