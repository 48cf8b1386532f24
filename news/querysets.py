"""Which events are upcoming, past or of a month: said once, for pages and for apps."""

import datetime

from django.utils import timezone
from wagtail.query import PageQuerySet


class EventQuerySet(PageQuerySet):
    """Events by time. `ends_at` is set for every event, so it alone decides."""

    def upcoming(self) -> "EventQuerySet":
        """Events that have not ended yet, soonest first."""
        return self.filter(ends_at__gte=timezone.now()).order_by("starts_at", "pk")

    def past(self) -> "EventQuerySet":
        """Events that have ended, latest first."""
        return self.filter(ends_at__lt=timezone.now()).order_by("-starts_at", "-pk")

    def of_month(self, year: int, month: int) -> "EventQuerySet":
        """Events that take place, wholly or in part, in a month of local time, in order."""
        zone = timezone.get_default_timezone()
        first = datetime.datetime(year, month, 1, tzinfo=zone)
        following = (first + datetime.timedelta(days=32)).replace(day=1)
        return self.filter(starts_at__lt=following, ends_at__gte=first).order_by("starts_at", "pk")
