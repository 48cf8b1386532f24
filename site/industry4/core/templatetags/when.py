"""Filters that say when something is, as short as the active language allows."""

import datetime
import re
from typing import Any, NamedTuple

from django import template
from django.utils import formats, timezone

from industry4.core import dates

register = template.Library()

# A dash at which a line does not break, so that 10:00–16:00 stays together.
DASH = "\N{WORD JOINER}–\N{WORD JOINER}"


class Span(NamedTuple):
    """A time from one moment to another in words: `first`, `joint` and `last` make the text.

    `last` and `joint` are "" for a single day or moment. `start` and `end` are ISO 8601, for
    the `datetime` attributes of the two.
    """

    first: str
    joint: str
    last: str
    start: str
    end: str

    def __str__(self) -> str:
        return f"{self.first}{self.joint}{self.last}"


@register.filter
def event_span(event: Any) -> Span:
    """When an event takes place, as short as it can be said in the active language."""
    start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    if event.all_day:
        return _days(start.date(), end.date())
    return _hours(start, end)


@register.simple_tag
def span_of(start: datetime.date, end: datetime.date | None = None) -> Span:
    """From one day or moment to another; one where the two are equal or the end is None."""
    if isinstance(start, datetime.datetime):
        until = end if isinstance(end, datetime.datetime) else start
        return _hours(timezone.localtime(start), timezone.localtime(until))
    return _days(start, end or start)


@register.filter
def iso_partial(date: datetime.date, precision: str) -> str:
    """The date in ISO 8601 as far as it is known, for a `datetime` attribute."""
    return dates.iso_partial(date, precision)


def _days(start: datetime.date, end: datetime.date) -> Span:
    if start == end:
        return Span(_date(start), "", "", start.isoformat(), end.isoformat())
    if (start.year, start.month) == (end.year, end.month):
        first, joint, last = _date(start, f"{start.day}{DASH}{end.day}").partition(DASH)
    else:
        first, last = _without_common_year(start, end)
        joint = " – "
    return Span(first, joint, last, start.isoformat(), end.isoformat())


def _hours(start: datetime.datetime, end: datetime.datetime) -> Span:
    since, until = start.isoformat(timespec="minutes"), end.isoformat(timespec="minutes")
    if start == end:
        return Span(f"{_date(start)}, {_time(start)}", "", "", since, since)
    if start.date() == end.date():
        return Span(f"{_date(start)}, {_time(start)}", DASH, _time(end), since, until)
    first, last = _without_common_year(start.date(), end.date())
    return Span(f"{first}, {_time(start)}", " – ", f"{last}, {_time(end)}", since, until)


def _without_common_year(start: datetime.date, end: datetime.date) -> tuple[str, str]:
    """Both days; a year that they share stands once, where the language puts it."""
    if start.year != end.year:
        return _date(start), _date(end)
    date_format = formats.get_format("DATE_FORMAT")
    if date_format.startswith("Y"):
        return _date(start), formats.date_format(end, "MONTH_DAY_FORMAT")
    return formats.date_format(start, re.sub(r"[,\s]*Y$", "", date_format)), _date(end)


def _date(value: datetime.date, days: str = "") -> str:
    """The date in the active language; `days` (such as "22–24") may stand for its day."""
    date_format = formats.get_format("DATE_FORMAT")
    if days:
        literal = "".join(f"\\{character}" for character in days)
        date_format = re.sub(r"(?<!\\)[dj]", lambda _match: literal, date_format)
    return formats.date_format(value, date_format)


def _time(value: datetime.datetime) -> str:
    return formats.time_format(value, "TIME_FORMAT")
