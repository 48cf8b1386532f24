"""Filters of the lists of articles and events."""

import datetime
from typing import Any

from django.core.validators import RegexValidator
from django.db.models import QuerySet
from django.forms import HiddenInput
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter

from industry4.core.filters import ListFilters

from .models import ArticlePage, EventPage
from .querysets import EventQuerySet

MONTH = RegexValidator(r"^(19|20)[0-9]{2}-(0[1-9]|1[0-2])\Z")


class ArticleFilters(ListFilters):
    """Articles of a category."""

    class Meta:
        model = ArticlePage
        fields = ["category"]


class EventFilters(ListFilters):
    """Events by attendance, and either upcoming or past ones or those of a month.

    The time is chosen by links: the form only carries it on.
    """

    period = ChoiceFilter(
        label=_("When"),
        choices=[("upcoming", _("Upcoming")), ("past", _("Past"))],
        widget=HiddenInput,
        method="in_period",
    )
    month = CharFilter(label=_("Month"), validators=[MONTH], widget=HiddenInput, method="in_month")

    class Meta:
        model = EventPage
        fields = ["attendance"]

    @cached_property
    def chosen_month(self) -> datetime.date | None:
        """The first day of the chosen month."""
        month = self.chosen.get("month")
        return datetime.date.fromisoformat(f"{month}-01") if month else None

    @property
    def chosen_period(self) -> str:
        """What the page shows: "upcoming", "past" or "month"."""
        return "month" if self.chosen_month else self.chosen.get("period", "upcoming")

    def shown(self, items: QuerySet) -> QuerySet:
        """Upcoming events, unless another time is chosen."""
        events: Any = super().shown(items)
        return events.upcoming() if self.chosen_period == "upcoming" else events

    @property
    def at_any_time(self) -> str:
        """The query without a chosen time."""
        return self.query("period", "month")

    def months(self) -> dict[datetime.date, int]:
        """How many events each month has, of those that pass the other filters."""
        events: Any = self.filter_queryset(self.queryset, "period", "month")
        return events.months()

    def in_period(self, events: EventQuerySet, name: str, period: str) -> EventQuerySet:
        """Events that have ended, or those that have not; a chosen month goes first."""
        if self.chosen_month:
            return events
        return events.past() if period == "past" else events.upcoming()

    def in_month(self, events: EventQuerySet, name: str, month: str) -> EventQuerySet:
        """Events of the chosen month."""
        day = datetime.date.fromisoformat(f"{month}-01")
        return events.of_month(day.year, day.month)
