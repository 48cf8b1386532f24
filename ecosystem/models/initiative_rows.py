"""The rows of an initiative: partners, resources, goals."""

from django.core.validators import MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.api import APIField
from wagtail_localize.fields import SynchronizedField

from industry4.core import references
from industry4.core.models import PageRelation, TranslatableRow

from .initiatives import InitiativePage
from .members import MemberPage
from .strategy import GoalField, StrategyGoal


class InitiativePartner(PageRelation):
    """A member that takes part."""

    relation_field = "member"
    initiative = ParentalKey(InitiativePage, on_delete=models.CASCADE, related_name="partners")
    member = models.ForeignKey(
        MemberPage, verbose_name=_("member"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("member")]

    class Meta(PageRelation.Meta):
        verbose_name = _("partner")


class InitiativeResource(TranslatableRow):
    """What the initiative needs, and who pays."""

    class Period(models.TextChoices):
        ONCE = "once", _("once")
        YEARLY = "yearly", _("per year")

    initiative = ParentalKey(InitiativePage, on_delete=models.CASCADE, related_name="resources")
    what = models.CharField(
        _("what is needed"),
        max_length=255,
        help_text=_("For example establishment, staff, building."),
    )
    amount = models.DecimalField(
        _("amount in EUR"),
        max_digits=12,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0)],
        help_text=_("Empty where it is not known or not money."),
    )
    period = models.CharField(
        _("period"), max_length=10, choices=Period.choices, default=Period.ONCE
    )
    source = models.CharField(
        _("source of the money"), max_length=255, blank=True, help_text=_("Who pays.")
    )
    note = models.CharField(_("note"), max_length=255, blank=True)

    panels = [
        FieldPanel("what"),
        FieldRowPanel([FieldPanel("amount"), FieldPanel("period")]),
        FieldPanel("source"),
        FieldPanel("note"),
    ]
    api_fields = [APIField(name) for name in ("what", "amount", "period", "source", "note")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("resource")

    def __str__(self) -> str:
        return self.what


class InitiativeGoal(TranslatableRow):
    """A goal of the strategy that the initiative serves.

    The key keeps the goal of the source language, as with pages: translating the initiative
    must not put an English goal into a Lithuanian document.
    """

    initiative = ParentalKey(InitiativePage, on_delete=models.CASCADE, related_name="goals")
    goal = models.ForeignKey(
        StrategyGoal, verbose_name=_("goal"), on_delete=models.CASCADE, related_name="initiatives"
    )

    panels = [FieldPanel("goal")]
    api_fields = [APIField("target", serializer=GoalField())]
    override_translatable_fields = [SynchronizedField("goal", overridable=False)]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("goal")

    @property
    def target(self) -> StrategyGoal | None:
        """The goal in the active language, or itself untranslated; None where it is not public."""
        return references.current().translated(StrategyGoal, self.goal_id)
