"""The rows of an edition: categories, criteria, jury, results."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.api import APIField
from wagtail.snippets.models import register_snippet
from wagtail_localize.fields import SynchronizedField

from industry4.core.models import PageRelation, TranslatableRow
from industry4.core.public import public_pages

from .competition import CompetitionPage
from .competition_acts import CompetitionAct
from .members import MemberPage
from .topics import Topic, TopicField


@register_snippet
class CompetitionCategory(Topic):
    """A category in which companies compete; used again in each edition."""

    class Meta(Topic.Meta):
        abstract = False
        verbose_name = _("category of the competition")
        verbose_name_plural = _("categories of the competition")


class EditionCategory(TranslatableRow):
    """A category of this edition."""

    edition = ParentalKey(CompetitionPage, on_delete=models.CASCADE, related_name="categories")
    category = models.ForeignKey(
        CompetitionCategory,
        verbose_name=_("category"),
        on_delete=models.PROTECT,
        related_name="editions",
    )

    panels = [FieldPanel("category")]
    api_fields = [APIField("category", serializer=TopicField())]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("category")


class Criterion(TranslatableRow):
    """What the jury judges by, and how much it counts."""

    edition = ParentalKey(CompetitionPage, on_delete=models.CASCADE, related_name="criteria")
    name = models.CharField(_("name"), max_length=150)
    description = models.TextField(_("description"), blank=True, help_text=_("For readers."))
    weight = models.PositiveSmallIntegerField(
        _("weight"),
        validators=[MinValueValidator(1), MaxValueValidator(100)],
        help_text=_("Of 100 for all criteria together."),
    )
    scale = models.PositiveSmallIntegerField(
        _("highest score"),
        default=10,
        validators=[MinValueValidator(2), MaxValueValidator(100)],
        help_text=_("The lowest is 1."),
    )
    guidance = models.TextField(
        _("guidance"),
        blank=True,
        help_text=_("For jurors alone: what deserves a low score, and what a high one."),
    )

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("weight"), FieldPanel("scale")]),
        FieldPanel("description"),
        FieldPanel("guidance"),
    ]
    api_fields = [APIField(name) for name in ("name", "description", "weight", "scale")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("criterion")
        verbose_name_plural = _("criteria")

    def __str__(self) -> str:
        return f"{self.name} ({self.weight})"


class Juror(TranslatableRow):
    """A person on the jury."""

    edition = ParentalKey(CompetitionPage, on_delete=models.CASCADE, related_name="jury")
    name = models.CharField(pgettext_lazy("person", "name"), max_length=150)
    role = models.CharField(_("role"), max_length=150, blank=True)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("organisation")]),
    ]
    api_fields = [APIField("name"), APIField("role"), APIField("organisation")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("juror")

    def __str__(self) -> str:
        return self.name


class CompetitionResult(PageRelation):
    """Who was honoured, in which category, for what: a winner, or a finalist without a place."""

    relation_field = "member"
    # The name of a company is the same in every language.
    override_translatable_fields = [SynchronizedField("company", overridable=False)]
    edition = ParentalKey(CompetitionPage, on_delete=models.CASCADE, related_name="results")
    member = models.ForeignKey(
        MemberPage,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="competition_results",
    )
    company = models.CharField(
        _("company"), max_length=200, blank=True, help_text=_("Where it is no member.")
    )
    category = models.ForeignKey(
        CompetitionCategory,
        verbose_name=_("category"),
        on_delete=models.PROTECT,
        related_name="results",
    )
    place = models.PositiveSmallIntegerField(
        _("place"),
        null=True,
        blank=True,
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(20)],
        help_text=_("None for a finalist."),
    )
    innovation = models.CharField(
        _("innovation"), max_length=255, blank=True, help_text=_("What it was honoured for.")
    )
    citation = models.TextField(
        _("reasons"), blank=True, help_text=_("Why the jury chose it, in two or three sentences.")
    )

    panels = [
        FieldPanel("member"),
        FieldPanel("company"),
        FieldRowPanel([FieldPanel("category"), FieldPanel("place")]),
        FieldPanel("innovation"),
        FieldPanel("citation"),
    ]

    class Meta(PageRelation.Meta):
        verbose_name = _("result")
        verbose_name_plural = _("results")

    def __str__(self) -> str:
        return f"{self.member or self.company} ({self.category})"

    def clean(self) -> None:
        super().clean()
        if not self.member_id and not self.company:
            raise ValidationError({"company": _("Choose a member, or name the company.")})

    @classmethod
    def of_members(cls, members: Iterable[MemberPage]) -> QuerySet["CompetitionResult"]:
        """What members won, in every language, in editions whose results are published.

        Each knows by `member_key` which of the members it names.
        """
        published = CompetitionAct.objects.filter(kind=CompetitionAct.Kind.PUBLISHED)
        return (
            cls.objects.filter(
                member__translation_key__in={member.translation_key for member in members},
                place__isnull=False,
                edition__in=public_pages(CompetitionPage)
                .filter(translation_key__in=published.values("edition"))
                .values("pk"),
            )
            .annotate(member_key=F("member__translation_key"))
            .select_related("edition__locale", "category")
            .order_by("-edition__year", "place")
        )

    @classmethod
    def of_member(cls, member: MemberPage) -> QuerySet["CompetitionResult"]:
        """The results of a member in its language, of editions whose results are published."""
        return cls.of_members([member]).filter(edition__locale=member.locale_id)
