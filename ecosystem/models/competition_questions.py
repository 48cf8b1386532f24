"""What an edition asks of entrants: what they have to confirm, and the form of their entries."""

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField

from industry4.core.models import TranslatableRow

from .competition import CompetitionPage


class EligibilityQuestion(TranslatableRow):
    """What every entrant has to confirm."""

    edition = ParentalKey(CompetitionPage, on_delete=models.CASCADE, related_name="eligibility")
    text = models.CharField(
        _("condition"),
        max_length=255,
        help_text=_("A sentence to confirm, such as “We work in the Panevėžys region.”"),
    )
    help_text = models.CharField(_("explanation"), max_length=255, blank=True)

    panels = [FieldPanel("text"), FieldPanel("help_text")]
    api_fields = [APIField("text"), APIField("help_text")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("condition of entry")
        verbose_name_plural = _("conditions of entry")

    def __str__(self) -> str:
        return self.text


class EntryQuestion(TranslatableRow):
    """A question of the entry form."""

    class Kind(models.TextChoices):
        SHORT = "short", _("Short text")
        LONG = "long", _("Long text")
        NUMBER = "number", _("Number")
        CHOICE = "choice", _("Choice")
        FILE = "file", _("File")
        LINK = "link", _("Link")

    edition = ParentalKey(CompetitionPage, on_delete=models.CASCADE, related_name="questions")
    label = models.CharField(_("question"), max_length=255)
    help_text = models.CharField(_("explanation"), max_length=500, blank=True)
    kind = models.CharField(
        _("kind of answer"), max_length=10, choices=Kind.choices, default=Kind.LONG
    )
    is_required = models.BooleanField(_("required"), default=False)
    longest = models.PositiveSmallIntegerField(
        _("longest answer"),
        null=True,
        blank=True,
        validators=[MinValueValidator(10), MaxValueValidator(10_000)],
        help_text=_("In characters, for texts."),
    )
    choices = models.TextField(
        _("choices"), blank=True, help_text=_("For the kind “Choice”, one a line.")
    )

    panels = [
        FieldPanel("label"),
        FieldPanel("help_text"),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("longest")]),
        FieldPanel("choices"),
        FieldPanel("is_required"),
    ]
    api_fields = [APIField(name) for name in ("label", "help_text", "kind", "is_required")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("question of the entry form")
        verbose_name_plural = _("questions of the entry form")

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        super().clean()
        # Browsers end lines in their own way; a translation is of the text, sign by sign.
        self.choices = "\n".join(self.options)
        if self.kind == self.Kind.CHOICE and len(set(self.options)) < 2:
            raise ValidationError({"choices": _("Give at least two choices, one a line.")})
        if len(set(self.options)) < len(self.options):
            raise ValidationError({"choices": _("Each choice can stand here only once.")})

    @property
    def options(self) -> list[str]:
        """What there is to choose from, in the language of the page."""
        return [line.strip() for line in self.choices.splitlines() if line.strip()]
