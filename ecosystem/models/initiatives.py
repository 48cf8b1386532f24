"""Initiatives in the structure of a good practice: resources, evidence, difficulties, learning."""

import datetime
from collections.abc import Iterable
from decimal import Decimal

from django.db import models
from django.db.models import Case, Q, QuerySet, When
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
)
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page, PageManager
from wagtail.search import index

from ecosystem.funding import Funding, funding
from ecosystem.querysets import InitiativeQuerySet
from industry4.core import references
from industry4.core.blocks.text import PLAIN_TEXT_FEATURES
from industry4.core.dates import Precision, format_partial, iso_partial, last_day
from industry4.core.models import (
    BasePage,
    BodyMixin,
    IndexPage,
    validate_end_after_start,
)
from industry4.core.public import public_pages
from industry4.core.rows import rows_of
from industry4.core.serializers import PageField

from .members import MemberPage


class InitiativeIndexPage(IndexPage):
    """The list of initiatives."""

    api_type = "initiative_list"
    template = "ecosystem/initiative_index_page.html"
    content_panels = [*IndexPage.content_panels, *IndexPage.lead_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["ecosystem.InitiativePage"]
    filter_class = "ecosystem.filters.InitiativeFilters"

    class Meta:
        verbose_name = _("initiative list")

    def ordered(self, queryset: QuerySet) -> QuerySet:
        """What runs, then ideas, then what is completed; by title."""
        statuses = [InitiativePage.Status.RUNNING, InitiativePage.Status.IDEA]
        places = [When(status=status, then=place) for place, status in enumerate(statuses)]
        return queryset.order_by(Case(*places, default=len(places)), "title", "pk")


class InitiativePage(BodyMixin, BasePage):
    """An initiative, told so that another region could do the same."""

    class Status(models.TextChoices):
        IDEA = "idea", _("Idea")
        RUNNING = "running", _("Running")
        COMPLETED = "completed", _("Completed")

    status = models.CharField(
        _("status"),
        max_length=20,
        choices=Status.choices,
        default=Status.IDEA,
        help_text=_("Where the initiative stands now."),
    )
    start_date = models.DateField(
        _("start"),
        null=True,
        blank=True,
        help_text=_("If only the month or the year is known, take its first day."),
    )
    start_precision = models.CharField(
        _("precision of the start"),
        max_length=5,
        choices=Precision.choices,
        default=Precision.DAY,
    )
    end_date = models.DateField(
        _("end"), null=True, blank=True, help_text=_("Empty while it runs with no end in sight.")
    )
    end_precision = models.CharField(
        _("precision of the end"), max_length=5, choices=Precision.choices, default=Precision.DAY
    )
    lead = models.ForeignKey(
        MemberPage,
        verbose_name=_("main institution"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The member that answers for the initiative."),
    )
    location = models.CharField(
        _("location"), max_length=255, blank=True, help_text=_("Where it takes place.")
    )
    evidence = RichTextField(
        _("evidence of success"),
        blank=True,
        features=PLAIN_TEXT_FEATURES,
        help_text=_("What shows that it works: figures, changes, recognition."),
    )
    difficulties = RichTextField(
        _("difficulties encountered"),
        blank=True,
        features=PLAIN_TEXT_FEATURES,
        help_text=_("What was hard, and how it was dealt with."),
    )
    learning = RichTextField(
        _("potential for learning or transfer"),
        blank=True,
        features=PLAIN_TEXT_FEATURES,
        help_text=_("What others can take over, and what they need for it."),
    )
    expert_opinion = models.TextField(
        _("expert opinion"), blank=True, help_text=_("What an expert from outside says of it.")
    )
    expert_name = models.CharField(_("expert"), max_length=150, blank=True)
    expert_role = models.CharField(_("expert’s role"), max_length=150, blank=True)
    contact_person = models.CharField(
        _("contact person"), max_length=150, blank=True, help_text=_("Name or role.")
    )
    contact_email = models.EmailField(_("e-mail"), blank=True)
    contact_phone = models.CharField(_("phone"), max_length=40, blank=True)

    objects = PageManager.from_queryset(InitiativeQuerySet)()

    api_type = "initiative"
    template = "ecosystem/initiative_page.html"
    parent_page_types = ["ecosystem.InitiativeIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        *BasePage.lead_panels,
        MultiFieldPanel(
            [
                FieldPanel("status"),
                FieldRowPanel([FieldPanel("start_date"), FieldPanel("start_precision")]),
                FieldRowPanel([FieldPanel("end_date"), FieldPanel("end_precision")]),
            ],
            heading=_("Status and time"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("lead"),
                FieldPanel("location"),
                InlinePanel("partners", label=_("partner"), heading=_("Partners")),
            ],
            heading=_("Who and where"),
        ),
        *BodyMixin.body_panels,
        InlinePanel("resources", label=_("resource"), heading=_("Resources needed")),
        FieldPanel("evidence"),
        FieldPanel("difficulties"),
        FieldPanel("learning"),
        MultiFieldPanel(
            [
                FieldPanel("expert_opinion"),
                FieldRowPanel([FieldPanel("expert_name"), FieldPanel("expert_role")]),
            ],
            heading=_("Expert opinion"),
        ),
        InlinePanel("goals", label=_("goal"), heading=_("Strategic goals that it serves")),
        MultiFieldPanel(
            [
                FieldPanel("contact_person"),
                FieldRowPanel([FieldPanel("contact_email"), FieldPanel("contact_phone")]),
            ],
            heading=_("Contact"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        *BodyMixin.body_search_fields,
        index.SearchField("location"),
        index.SearchField("evidence"),
        index.SearchField("difficulties"),
        index.SearchField("learning"),
        index.SearchField("expert_opinion"),
        index.FilterField("status"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("status"),
        APIField("start_date"),
        APIField("start_precision"),
        APIField("end_date"),
        APIField("end_precision"),
        APIField("lead_member", serializer=PageField()),
        APIField("partners"),
        APIField("location"),
        *BodyMixin.body_api_fields,
        APIField("resources"),
        APIField("resource_sums"),
        APIField("evidence"),
        APIField("difficulties"),
        APIField("learning"),
        APIField("expert_opinion"),
        APIField("expert_name"),
        APIField("expert_role"),
        APIField("goals"),
        APIField("contact_person"),
        APIField("contact_email"),
        APIField("contact_phone"),
    ]
    prefetched = ["partners", "resources", "goals"]

    class Meta:
        verbose_name = _("initiative")
        verbose_name_plural = _("initiatives")

    def clean(self) -> None:
        super().clean()
        end = last_day(self.end_date, self.end_precision) if self.end_date else None
        validate_end_after_start(self.start_date, end, "end_date")

    @classmethod
    def of_members(cls, members: Iterable[MemberPage]) -> QuerySet["InitiativePage"]:
        """Public initiatives, in every language, that one of the members leads or takes part in."""
        keys = {member.translation_key for member in members}
        return public_pages(cls).filter(
            Q(lead__translation_key__in=keys) | Q(partners__member__translation_key__in=keys)
        )

    @classmethod
    def of_member(cls, member: MemberPage) -> QuerySet["InitiativePage"]:
        """Public initiatives, in the member's language, that it leads or takes part in."""
        return cls.of_members([member]).filter(locale=member.locale_id).distinct().order_by("title")

    @property
    def lead_member(self) -> Page | None:
        """The main institution in the active language, or None."""
        return references.current().page(self.lead_id)

    @property
    def start(self) -> dict[str, str] | None:
        """The start as `{date, precision}`, or None."""
        return as_known(self.start_date, self.start_precision)

    @property
    def end(self) -> dict[str, str] | None:
        """The end as `{date, precision}`, or None."""
        return as_known(self.end_date, self.end_precision)

    @property
    def start_text(self) -> str:
        """The start in the active language, as precisely as it is known."""
        return format_partial(self.start_date, self.start_precision)

    @property
    def end_text(self) -> str:
        """The end in the active language, as precisely as it is known."""
        return format_partial(self.end_date, self.end_precision)

    @property
    def funding(self) -> list[Funding]:
        """Who pays how much, for each period that has an amount."""
        return funding(rows_of(self, "resources"))

    @property
    def resource_sums(self) -> dict[str, Decimal]:
        """The sum of the amounts in EUR for each period that has any, e.g. {"once": 800000}."""
        return {each.period: each.total for each in self.funding}


InitiativeIndexPage.item_model = InitiativePage


def as_known(date: datetime.date | None, precision: str) -> dict[str, str] | None:
    """The date in ISO 8601 with what is known of it, as `{date, precision}`; None for None."""
    return {"date": iso_partial(date, precision), "precision": precision} if date else None
