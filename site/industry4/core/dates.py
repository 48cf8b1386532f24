"""Dates known to a day, a month or a year only."""

import calendar
import datetime

from django.db import models
from django.utils import formats
from django.utils.translation import gettext_lazy as _


class Precision(models.TextChoices):
    """How much of a date is known."""

    DAY = "day", _("day")
    MONTH = "month", _("month")
    YEAR = "year", _("year")


def format_partial(date: datetime.date | None, precision: str) -> str:
    """The date in the form of the active language, as far as it is known; "" for None."""
    if date is None:
        return ""
    if precision == Precision.YEAR:
        return str(date.year)
    if precision == Precision.MONTH:
        return formats.date_format(date, "YEAR_MONTH_FORMAT")
    return formats.date_format(date, "DATE_FORMAT")


def last_day(date: datetime.date, precision: str) -> datetime.date:
    """The last of the days that the date may be: of a year, its 31 December."""
    month = 12 if precision == Precision.YEAR else date.month
    if precision == Precision.DAY:
        return date
    return date.replace(month=month, day=calendar.monthrange(date.year, month)[1])


def iso_partial(date: datetime.date, precision: str) -> str:
    """ISO 8601 with the known parts only: 2018, 2018-08 or 2018-08-01."""
    lengths: dict[str, int] = {Precision.YEAR: 4, Precision.MONTH: 7}
    return date.isoformat()[: lengths.get(precision, 10)]
