"""The election of the most innovative company: one page an edition, with its results."""

import datetime
from itertools import pairwise

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from rest_framework.fields import Field
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.search import index

from ecosystem.panels import CriteriaPanel, check_weights
from ecosystem.stages import Stage, Step, stage_at, steps
from industry4.core.api import page_data
from industry4.core.blocks.text import RICH_TEXT_FEATURES
from industry4.core.models import BasePage, IndexPage
from industry4.core.recording import holds_until
from industry4.core.rows import rows_of

from .competition_acts import CompetitionAct
from .topics import TopicField


class CompetitionIndexPage(IndexPage):
    """All editions, latest first."""

    api_type = "competition_list"
    template = "ecosystem/competition_index_page.html"
    content_panels = [*IndexPage.content_panels, *IndexPage.lead_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["ecosystem.CompetitionPage"]

    class Meta:
        verbose_name = _("list of competition editions")

    def ordered(self, queryset: QuerySet) -> QuerySet:
        """Latest edition first."""
        return queryset.order_by("-year")


class ResultsField(Field):
    """Published results, as `{place, category, member, innovation, citation}`."""

    def to_representation(self, value: list) -> list[dict]:
        return [
            {
                "place": result.place,
                "category": TopicField().to_representation(result.category),
                "member": page_data(result.target),
                "innovation": result.innovation,
                "citation": result.citation,
            }
            for result in value
        ]


class CompetitionPage(BasePage):
    """One edition of the competition."""

    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(2000), MaxValueValidator(2100)]
    )
    purpose = RichTextField(
        _("what it is for"), features=RICH_TEXT_FEATURES, help_text=_("Who should enter and why.")
    )
    rules = RichTextField(_("rules"), blank=True, features=RICH_TEXT_FEATURES)
    prizes = RichTextField(_("prizes"), blank=True, features=RICH_TEXT_FEATURES)
    entries_open = models.DateTimeField(_("entries open"), null=True, blank=True)
    entries_close = models.DateTimeField(_("entries close"), null=True, blank=True)
    jury_from = models.DateField(_("jury works from"), null=True, blank=True)
    jury_to = models.DateField(_("jury works to"), null=True, blank=True)
    announcement = models.DateField(_("announcement of the results"), null=True, blank=True)
    ceremony = models.DateTimeField(_("ceremony"), null=True, blank=True)

    api_type = "competition"
    template = "ecosystem/competition_page.html"
    parent_page_types = ["ecosystem.CompetitionIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("year"),
        *BasePage.lead_panels,
        FieldPanel("purpose"),
        FieldPanel("rules"),
        FieldPanel("prizes"),
        InlinePanel("categories", label=_("category"), heading=_("Categories")),
        CriteriaPanel(
            "criteria",
            label=_("criterion"),
            heading=_("Criteria"),
            help_text=_("Their weights add up to 100."),
        ),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("entries_open"), FieldPanel("entries_close")]),
                FieldRowPanel([FieldPanel("jury_from"), FieldPanel("jury_to")]),
                FieldRowPanel([FieldPanel("announcement"), FieldPanel("ceremony")]),
            ],
            heading=_("Dates"),
            help_text=_("The stage of the competition follows from these by itself."),
        ),
        InlinePanel("jury", label=_("juror"), heading=_("Jury")),
        InlinePanel(
            "results",
            label=_("result"),
            heading=_("Results"),
            help_text=_("Readers see them once their publication is recorded."),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("purpose"),
        index.SearchField("rules"),
        index.SearchField("prizes"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("year"),
        APIField("stage"),
        APIField("purpose"),
        APIField("rules"),
        APIField("prizes"),
        APIField("categories"),
        APIField("criteria"),
        APIField("entries_open"),
        APIField("entries_close"),
        APIField("jury_from"),
        APIField("jury_to"),
        APIField("announcement"),
        APIField("ceremony"),
        APIField("jury"),
        APIField("published_results", serializer=ResultsField()),
    ]
    prefetched = ["categories__category", "criteria", "jury", "results__category"]

    class Meta:
        verbose_name = _("edition of the competition")
        verbose_name_plural = _("editions of the competition")

    def clean(self) -> None:
        super().clean()
        check_weights(criterion.weight for criterion in self.criteria.all())
        given = [
            (name, timezone.localdate(value) if name.startswith("entries") else value)
            for name in ("entries_open", "entries_close", "jury_from", "jury_to", "announcement")
            if (value := getattr(self, name))
        ]
        if self.ceremony:
            given.append(("ceremony", timezone.localdate(self.ceremony)))
        if self.entries_open and self.entries_close and self.entries_close < self.entries_open:
            raise ValidationError({"entries_close": _("The end cannot be before the start.")})
        for (_earlier, before), (later, after) in pairwise(given):
            if after < before:
                raise ValidationError(
                    {later: _("The dates must follow one another in this order.")}
                )

    @cached_property
    def acts(self) -> dict[str, CompetitionAct]:
        """The recorded acts of this edition by kind."""
        return CompetitionAct.of_editions([self.translation_key])[self.translation_key]

    @property
    def stage(self) -> Stage:
        """Where the edition stands now."""
        after_jury = self.jury_to and self.jury_to + datetime.timedelta(days=1)
        holds_until(self.entries_open, self.entries_close, self.jury_from, after_jury)
        return stage_at(
            timezone.localtime(),
            entries_open=self.entries_open,
            entries_close=self.entries_close,
            jury_from=self.jury_from,
            jury_to=self.jury_to,
            decided=CompetitionAct.Kind.DECIDED in self.acts,
            published=CompetitionAct.Kind.PUBLISHED in self.acts,
        )

    @property
    def steps(self) -> list[Step]:
        """The steps that have a date, each with where it stands."""
        return steps(self)

    @property
    def labels(self) -> dict[str, str]:
        """Also the name of its stage."""
        return {**super().labels, "stage": self.stage_label}

    @property
    def stage_label(self) -> str:
        """The stage in words of the active language."""
        return str(self.stage.label)

    @property
    def published_results(self) -> list:
        """The results, once their publication is recorded; before that an empty list."""
        return rows_of(self, "results") if self.stage == Stage.PUBLISHED else []


CompetitionIndexPage.item_model = CompetitionPage
