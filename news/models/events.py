"""Events and their list."""

import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.models import PageManager
from wagtail.search import index

from industry4.core.models import (
    BasePage,
    BodyMixin,
    IndexPage,
    LocationMixin,
    validate_end_after_start,
)
from industry4.core.recording import holds_until
from news.querysets import EventQuerySet

END_OF_DAY = datetime.time(23, 59, 59)


class EventIndexPage(IndexPage):
    """Events: upcoming, past, or of one month."""

    api_type = "event_list"
    template = "news/event_index_page.html"
    content_panels = [*IndexPage.content_panels, *IndexPage.lead_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.EventPage"]
    filter_class = "news.filters.EventFilters"

    class Meta:
        verbose_name = _("event list")

    def ordered(self, queryset: QuerySet) -> QuerySet:
        """Soonest first; past events alone are listed latest first."""
        return queryset.order_by("starts_at", "pk")

    def listing(self, query: QueryDict) -> dict[str, Any]:
        """Also the chosen `period` and `month`, and `months`: how many events each of them has.

        `earlier_month` and `later_month` are the nearest with events beside the chosen one.
        """
        listing = super().listing(query)
        month, months = listing["filters"].chosen_month, listing["filters"].months()
        return {
            **listing,
            "period": listing["filters"].chosen_period,
            "month": month,
            "months": months,
            "earlier_month": max((each for each in months if month and each < month), default=None),
            "later_month": min((each for each in months if month and each > month), default=None),
        }


class EventPage(BodyMixin, LocationMixin, BasePage):
    """An event: when, where, with whom, and how to take part."""

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", _("Scheduled")
        POSTPONED = "postponed", _("Postponed")
        CANCELLED = "cancelled", _("Cancelled")

    class Attendance(models.TextChoices):
        ON_SITE = "onsite", _("On site")
        ONLINE = "online", _("Online")
        BOTH = "both", _("On site and online")

    starts_at = models.DateTimeField(_("start"), help_text=_("Lithuanian time."))
    ends_at = models.DateTimeField(
        _("end"), blank=True, help_text=_("Lithuanian time. Empty: the same day.")
    )
    all_day = models.BooleanField(
        _("all day"), default=False, help_text=_("Readers see days without hours.")
    )
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=Status.choices,
        default=Status.SCHEDULED,
        help_text=_("A cancelled or postponed event stays on the site, with a clear notice."),
    )
    moved_from = models.DateTimeField(
        _("moved from"),
        null=True,
        blank=True,
        help_text=_("When the event was to take place before, if it was moved."),
    )
    attendance = models.CharField(
        _("attendance"),
        max_length=10,
        choices=Attendance.choices,
        default=Attendance.ON_SITE,
        help_text=_("How one can take part."),
    )
    venue = models.CharField(
        _("venue"), max_length=255, blank=True, help_text=_("The name of the place.")
    )
    online_url = models.URLField(
        _("link to take part online"), blank=True, help_text=_("Shown to every reader.")
    )
    registration_url = models.URLField(
        _("registration"), blank=True, help_text=_("The address of the registration form.")
    )
    registration_deadline = models.DateTimeField(_("registration until"), null=True, blank=True)
    price = models.DecimalField(
        _("price in EUR"),
        max_digits=8,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0, _("A price cannot be below zero."))],
        help_text=_("0 for a free event; empty where the price is not known."),
    )
    capacity = models.PositiveIntegerField(
        _("capacity"), null=True, blank=True, help_text=_("How many people can take part.")
    )
    recording_url = models.URLField(
        _("recording"), blank=True, help_text=_("After the event: where it can be watched.")
    )

    objects = PageManager.from_queryset(EventQuerySet)()

    api_type = "event"
    template = "news/event_page.html"
    parent_page_types = ["news.EventIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("ends_at")]),
                FieldPanel("all_day"),
                FieldRowPanel([FieldPanel("status"), FieldPanel("moved_from")]),
            ],
            heading=_("When"),
        ),
        *BasePage.lead_panels,
        MultiFieldPanel(
            [FieldPanel("attendance"), FieldPanel("venue"), FieldPanel("online_url")],
            heading=_("Where"),
        ),
        *LocationMixin.location_panels,
        MultiFieldPanel(
            [
                FieldPanel("registration_url"),
                FieldPanel("registration_deadline"),
                FieldRowPanel([FieldPanel("price"), FieldPanel("capacity")]),
            ],
            heading=_("Registration"),
        ),
        *BodyMixin.body_panels,
        InlinePanel("programme", label=_("item of the programme"), heading=_("Programme")),
        InlinePanel("speakers", label=_("speaker"), heading=_("Speakers")),
        InlinePanel("organisers", label=_("organiser"), heading=_("Organisers")),
        MultiFieldPanel(
            [
                InlinePanel("documents", label=_("file"), heading=_("Files")),
                FieldPanel("recording_url"),
            ],
            heading=_("Afterwards"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        *BodyMixin.body_search_fields,
        *LocationMixin.location_search_fields,
        index.SearchField("venue"),
        index.RelatedFields("speakers", [index.SearchField("name"), index.SearchField("role")]),
        index.RelatedFields("programme", [index.SearchField("title")]),
        index.FilterField("starts_at"),
        index.FilterField("ends_at"),
        index.FilterField("status"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("starts_at"),
        APIField("ends_at"),
        APIField("all_day"),
        APIField("status"),
        APIField("moved_from"),
        APIField("attendance"),
        APIField("venue"),
        *LocationMixin.location_api_fields,
        APIField("online_url"),
        APIField("registration_url"),
        APIField("registration_deadline"),
        APIField("price"),
        APIField("capacity"),
        *BodyMixin.body_api_fields,
        APIField("programme"),
        APIField("speakers"),
        APIField("organisers"),
        APIField("documents"),
        APIField("recording_url"),
    ]
    prefetched = ["programme", "speakers", "organisers", "documents"]

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        indexes = [
            # In the order of their start, and whether they have ended without a look at the row.
            models.Index(fields=["starts_at", "ends_at"], name="event_times"),
            models.Index(fields=["ends_at"], name="event_ends_at"),
        ]

    def settle_hours(self) -> None:
        """An event always ends, and an all-day one fills its days."""
        if not self.starts_at:
            return
        if not self.ends_at:
            self.ends_at = self.starts_at
        if self.all_day:
            self.starts_at = self.at_local(self.starts_at, datetime.time.min)
            self.ends_at = self.at_local(self.ends_at, END_OF_DAY)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Settle the hours before they are judged."""
        self.settle_hours()
        super().full_clean(*args, **kwargs)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A draft is stored without being judged, but it has its hours."""
        self.settle_hours()
        super().save(*args, **kwargs)

    def clean(self) -> None:
        super().clean()
        validate_end_after_start(self.starts_at, self.ends_at, "ends_at")
        if (
            self.registration_deadline
            and self.ends_at
            and self.registration_deadline > self.ends_at
        ):
            raise ValidationError(
                {"registration_deadline": _("Registration cannot close after the event.")}
            )
        if self.attendance == self.Attendance.ONLINE and self.venue:
            raise ValidationError({"venue": _("An online event has no venue.")})

    @staticmethod
    def at_local(moment: datetime.datetime, time: datetime.time) -> datetime.datetime:
        """The given local time on the local day of `moment`."""
        zone = timezone.get_default_timezone()
        return datetime.datetime.combine(timezone.localtime(moment, zone).date(), time, tzinfo=zone)

    @property
    def is_past(self) -> bool:
        """Whether the event has ended."""
        return self.ends_at < timezone.now()

    @property
    def several_days(self) -> bool:
        """Whether the event spans more than one local day."""
        return timezone.localdate(self.starts_at) != timezone.localdate(self.ends_at)

    @property
    def registration_is_open(self) -> bool:
        """Whether one can still register: a link, a future event, before the deadline."""
        deadline = self.registration_deadline or self.ends_at
        holds_until(deadline)
        return bool(
            self.registration_url
            and self.status == self.Status.SCHEDULED
            and timezone.now() < deadline
        )


EventIndexPage.item_model = EventPage
