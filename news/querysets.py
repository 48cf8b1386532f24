"""Which events are upcoming, past or of a month: said once, for pages and for apps."""

import datetime
from collections import Counter

from django.db.models.functions import Now
from django.utils import timezone
from wagtail.query import PageQuerySet


class EventQuerySet(PageQuerySet):
    """Events by time. `ends_at` is set for every event, so it alone decides."""

    def upcoming(self) -> "EventQuerySet":
        """Events that have not ended yet, soonest first."""
        return self.filter(ends_at__gte=Now()).order_by("starts_at", "pk")

    def past(self) -> "EventQuerySet":
        """Events that have ended, latest first."""
        return self.filter(ends_at__lt=Now()).order_by("-starts_at", "-pk")

    def of_month(self, year: int, month: int) -> "EventQuerySet":
        """Events that take place, wholly or in part, in a month of local time, in order."""
        zone = timezone.get_default_timezone()
        first = datetime.datetime(year, month, 1, tzinfo=zone)
        following = (first + datetime.timedelta(days=32)).replace(day=1)
        return self.filter(starts_at__lt=following, ends_at__gte=first).order_by("starts_at", "pk")

    def months(self) -> dict[datetime.date, int]:
        """How many events take place in each month of local time that has any, latest first."""
        zone = timezone.get_default_timezone()
        counts: Counter[int] = Counter()
        for moments in self.order_by().values_list("starts_at", "ends_at"):
            first, last = (
                day.year * 12 + day.month - 1
                for day in (timezone.localtime(moment, zone) for moment in moments)
            )
            counts.update(range(first, last + 1))
        return {
            datetime.date(month // 12, month % 12 + 1, 1): counts[month]
            for month in sorted(counts, reverse=True)
        }
