"""Tags that turn numbers into small drawings; what they show stands beside them in words."""

import datetime
from decimal import Decimal
from typing import NamedTuple

from django import template
from django.utils import timezone

from industry4.core.dates import Precision, last_day

register = template.Library()

SIDE = 10


class Dots(NamedTuple):
    """Two SVG paths over a field of 100 × 100: the dots that are lit, and those that are not."""

    on: str
    off: str


@register.simple_tag
def lit_dots(share: Decimal | float) -> Dots:
    """A hundred dots, `share` of them lit, row by row from below; less than none or more than all
    is none or all.
    """
    lit = round(min(max(float(share), 0), SIDE * SIDE))
    places = [f"M{5 + 10 * (dot % SIDE)} {95 - 10 * (dot // SIDE)}h0" for dot in range(SIDE * SIDE)]
    return Dots("".join(places[:lit]), "".join(places[lit:]))


@register.simple_tag
def elapsed(start: datetime.date, end: datetime.date, precision: str = Precision.DAY) -> int:
    """How many per cent of the days from one to the other have passed, 0 to 100.

    An end that is known by its month or its year, as `precision` says, has that one's last day.
    """
    days = (last_day(end, precision) - start).days
    gone = (timezone.localdate() - start).days
    return round(100 * min(max(gone / days, 0), 1)) if days else int(gone > 0) * 100
