"""The election of the most innovative company: one page an edition, with its results."""

import datetime
import logging
from itertools import pairwise
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import ObjectList, TabbedInterface
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Revision
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from ecosystem import panels
from ecosystem.outcome import Honours, Judged, honours
from ecosystem.stages import Stage, Step, stage_at, steps
from industry4.core.blocks.text import RICH_TEXT_FEATURES
from industry4.core.models import BasePage, IndexPage
from industry4.core.recording import holds_until
from industry4.core.rows import rows_of

from .competition_acts import CompetitionAct, RulesChange
from .competition_rules import DATES, dates_of_source, refusal_of
from .competition_serializers import ResultsField, RulesChangesField

logger = logging.getLogger(__name__)


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


class CompetitionPage(BasePage):
    """One edition of the competition."""

    class Normalisation(models.TextChoices):
        NONE = "none", _("None: scores count as they are given")
        Z_SCORE = "z_score", _("By juror: strict and lenient jurors count alike (z-scores)")

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
    entry_consent = models.TextField(
        _("consent of entrants"),
        blank=True,
        help_text=_("What a company agrees to when it submits its entry."),
    )
    keep_months = models.PositiveSmallIntegerField(
        _("months that entries are kept"),
        default=24,
        validators=[MinValueValidator(1), MaxValueValidator(120)],
        help_text=_("After the results; then personal data and files of entrants are erased."),
    )
    normalisation = models.CharField(
        _("normalisation of scores"),
        max_length=10,
        choices=Normalisation.choices,
        default=Normalisation.NONE,
        help_text=_("Chosen before judging opens; it does not change any more then."),
    )
    least_scores = models.PositiveSmallIntegerField(
        _("fewest scores of an entry"),
        default=3,
        validators=[MinValueValidator(1), MaxValueValidator(50)],
        help_text=_("The ranking waits while fewer jurors have scored an entry."),
    )
    # Why the rules of this draft are others; the page forgets it once that is on record.
    change_reason_lt = models.TextField(_("reason, in Lithuanian"), max_length=1000, blank=True)
    change_reason_en = models.TextField(_("reason, in English"), max_length=1000, blank=True)

    api_type = "competition"
    template = "ecosystem/competition_page.html"
    parent_page_types = ["ecosystem.CompetitionIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        panels.REASON,
        *BasePage.content_panels,
        *panels.BEFORE_LEAD,
        *BasePage.lead_panels,
        *panels.CONTENT,
    ]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(panels.ENTRIES, heading=_("Entries")),
            ObjectList(panels.JUDGING, heading=_("Judging")),
            ObjectList(BasePage.promote_panels, heading=_("Promote")),
            ObjectList(BasePage.settings_panels, heading=_("Settings")),
        ]
    )
    fields_of_source = DATES
    # An edition that begins as a copy of the last one has its results yet to come.
    exclude_fields_in_copy = ["results"]
    override_translatable_fields = [
        SynchronizedField(name, overridable=False)
        for name in ("change_reason_lt", "change_reason_en")
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
        APIField("eligibility"),
        APIField("questions"),
        APIField("entry_consent"),
        APIField("rules_changes", serializer=RulesChangesField()),
        APIField("entries_open"),
        APIField("entries_close"),
        APIField("jury_from"),
        APIField("jury_to"),
        APIField("announcement"),
        APIField("ceremony"),
        APIField("jury"),
        APIField("published_results", serializer=ResultsField()),
    ]
    prefetched = [
        *("categories__category", "criteria", "eligibility", "questions"),
        *("jury", "results__category"),
    ]

    class Meta:
        verbose_name = _("edition of the competition")
        verbose_name_plural = _("editions of the competition")

    def clean(self) -> None:
        super().clean()
        for name, date in (dates_of_source(self) or {}).items():
            setattr(self, name, date)
        panels.check_weights(criterion.weight for criterion in self.criteria.all())
        self._check_dates()
        if self._is_being_published and (refusal := refusal_of(self)):
            raise ValidationError(refusal)

    def _check_dates(self) -> None:
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

    @property
    def _is_being_published(self) -> bool:
        """Whether this is a revision that Wagtail is making the public page.

        Some of Wagtail's ways of publishing lead past `publish`; all of them save the page.
        """
        if not (self.live and self.live_revision_id):
            return False
        public = type(self).objects.filter(pk=self.pk, live_revision=self.live_revision_id)
        return not public.exists()

    def publish(self, revision: Revision, *args: Any, **kwargs: Any) -> None:
        """Publish a revision.

        Raises ValidationError when its rules may not change, or not without a reason. By the
        clock the page waits instead: it must not hold up others.
        """
        if refusal := refusal_of(revision.as_object()):
            if kwargs.get("log_action") != "wagtail.publish.scheduled":
                raise ValidationError({NON_FIELD_ERRORS: refusal})
            logger.warning("Not published as scheduled: %s (%s)", self, refusal)
            return
        super().publish(revision, *args, **kwargs)

    def faults_of_translation(self, translation: Any) -> list[tuple[str, str]]:
        """What is wrong with the rules in a translation of this page, for its list of gaps."""
        from ecosystem.faults import faults_of  # wagtail-localize's models load after this one

        return faults_of(translation)

    @cached_property
    def acts(self) -> dict[str, CompetitionAct]:
        """The recorded acts of this edition by kind."""
        return CompetitionAct.of_editions([self.translation_key])[self.translation_key]

    @cached_property
    def rules_changes(self) -> list[RulesChange]:
        """Why its rules changed after entries opened, latest first."""
        return RulesChange.of_editions([self.translation_key])[self.translation_key]

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
        """The name of its stage."""
        return {"stage": self.stage_label}

    @property
    def stage_label(self) -> str:
        """The stage in words of the active language."""
        return str(self.stage.label)

    @property
    def published_results(self) -> list:
        """Winners and finalists, once their publication is recorded; before that nobody."""
        return rows_of(self, "results") if self.stage == Stage.PUBLISHED else []

    @property
    def honours(self) -> list[Honours]:
        """The same by category."""
        return honours(self.published_results)

    @property
    def judged(self) -> Judged | None:
        """How it was judged; None before results are published, and where none were entered."""
        act = self.acts.get(CompetitionAct.Kind.PUBLISHED)
        return Judged(**act.summary) if act and act.summary else None


CompetitionIndexPage.item_model = CompetitionPage
