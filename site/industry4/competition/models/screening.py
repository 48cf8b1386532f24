"""Screening: what editors ask an entrant before its entry goes to the jury."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from .entries import Entry


class Question(models.Model):
    """A question of the editors to an entrant, and the answer by its private link."""

    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="questions")
    text = models.TextField(_("question"), max_length=2000)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("asked by"),
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    asked_at = models.DateTimeField(_("asked"), auto_now_add=True)
    answer = models.TextField(_("answer"), max_length=5000, blank=True)
    answered_at = models.DateTimeField(_("answered"), null=True)

    class Meta:
        verbose_name = _("question to an entrant")
        verbose_name_plural = _("questions to entrants")
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text[:80]
