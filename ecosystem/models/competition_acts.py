"""The two acts of an edition that are recorded, not typed: the decision and its publication."""

from collections.abc import Iterable
from uuid import UUID

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CompetitionAct(models.Model):
    """That an edition was decided, or its results published: when and by whom.

    Kept apart from the page, so that publishing an older draft cannot undo it; one for both
    languages, which share the translation key.
    """

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
