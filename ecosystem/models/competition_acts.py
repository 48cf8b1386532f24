"""What is recorded of an edition beside its pages: its two acts, its rules and why they changed.

Kept apart from the pages, so that publishing an older draft cannot undo it; one for both
languages, which share the translation key.
"""

import datetime
from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.text import get_text_list
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

# The kinds of rows that are rules.
NAMES = {
    "criteria": _("criteria"),
    "eligibility": _("conditions of entry"),
    "questions": _("questions of the entry form"),
}


def names_of(kinds: Iterable[str]) -> str:
    """Kinds of rows in words of the active language: “criteria and conditions of entry”."""
    return get_text_list([str(NAMES[kind]) for kind in NAMES if kind in kinds], gettext("and"))


class CompetitionAct(models.Model):
    """That an edition was decided, or its results published: when and by whom."""

    class Kind(models.TextChoices):
        DECIDED = "decided", _("Decided")
        PUBLISHED = "published", _("Results published")

    edition = models.UUIDField(_("edition"), help_text=_("The translation key of its page."))
    kind = models.CharField(_("act"), max_length=10, choices=Kind.choices)
    at = models.DateTimeField(_("recorded at"))
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("recorded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    summary = models.JSONField(
        _("summary"),
        default=dict,
        blank=True,
        help_text=_("Of a publication: how the edition was judged, in numbers."),
    )

    class Meta:
        verbose_name = _("act of the competition")
        verbose_name_plural = _("acts of the competition")
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="one_act_of_a_kind")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.at:%Y-%m-%d}"

    @classmethod
    def of_editions(cls, keys: Iterable[UUID]) -> dict[UUID, dict[str, "CompetitionAct"]]:
        """The recorded acts by kind, for each of the translation keys: one query."""
        found: dict[UUID, dict[str, CompetitionAct]] = {key: {} for key in keys}
        for act in cls.objects.filter(edition__in=list(found)):
            found[act.edition][act.kind] = act
        return found


class PublishedRules(models.Model):
    """The rules of an edition as they were last published: what a change is measured by.

    The page itself would not do: unpublished, it holds whatever its last draft says.
    """

    edition = models.UUIDField(
        _("edition"), unique=True, help_text=_("The translation key of its page.")
    )
    entries_open = models.DateTimeField(_("entries open"), null=True)
    normalisation = models.CharField(_("normalisation of scores"), max_length=10)
    least_scores = models.PositiveSmallIntegerField(_("fewest scores of an entry"), default=3)
    rules = models.JSONField(_("rules"))  # as `rules_of` returns them

    class Meta:
        verbose_name = _("published rules of an edition")
        verbose_name_plural = _("published rules of editions")

    def __str__(self) -> str:
        return str(self.edition)


class RulesChange(models.Model):
    """Why criteria or questions changed after entries opened, for entrants and all readers."""

    edition = models.UUIDField(
        _("edition"), db_index=True, help_text=_("The translation key of its page.")
    )
    at = models.DateTimeField(_("changed"), auto_now_add=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("changed by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    reason_lt = models.TextField(_("reason, in Lithuanian"))
    reason_en = models.TextField(_("reason, in English"))
    changes = models.JSONField(_("changes"))  # as `changes_between` returns them

    class Meta:
        verbose_name = _("change of rules")
        verbose_name_plural = _("changes of rules")
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d}: {self.reason[:80]}"

    @property
    def date(self) -> datetime.date:
        """The day of the change, in Lithuania."""
        return timezone.localdate(self.at)

    @property
    def what(self) -> str:
        """What changed, in words of the active language; "" where only dates or the like did."""
        return names_of(self.changes)

    @property
    def reason(self) -> str:
        """The reason in the active language."""
        return self.reason_en if get_language() == "en" else self.reason_lt

    @classmethod
    def of_editions(cls, keys: Iterable[UUID]) -> dict[UUID, list["RulesChange"]]:
        """The changes, latest first, for each of the translation keys: one query."""
        found: dict[UUID, list[RulesChange]] = {key: [] for key in keys}
        for change in cls.objects.filter(edition__in=list(found)):
            found[change.edition].append(change)
        return found
