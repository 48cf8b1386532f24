"""What visitors asked the search, counted by day, so that editors learn what is missing."""

from django.db import models
from django.utils.translation import gettext_lazy as _

# What is longer is no search but something pasted, and is not kept.
LONGEST_KEPT = 60


class Asked(models.Model):
    """How often the same was asked in a language on a day, and how much was found the last time.

    Nothing of who asked is kept: no address, no session, no hour.
    """

    language = models.CharField(_("language"), max_length=12)
    words = models.CharField(_("words"), max_length=LONGEST_KEPT)
    day = models.DateField(_("day"), db_index=True)
    times = models.PositiveIntegerField(_("times"), default=1)
    found = models.PositiveIntegerField(_("results"))

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("search of visitors")
        verbose_name_plural = _("searches of visitors")
        constraints = [
            # In this order it also finds the last day of the same words.
            models.UniqueConstraint(
                fields=["language", "words", "day"], name="site_search_asked_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return self.words
