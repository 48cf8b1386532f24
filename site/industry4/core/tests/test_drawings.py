"""Numbers as small drawings."""

import datetime
from decimal import Decimal

import pytest
from django.utils import timezone

from industry4.core.templatetags.drawings import elapsed, lit_dots


@pytest.mark.parametrize(
    "share, lit", [(0, 0), (Decimal("33.40"), 33), (25, 25), (100, 100), (-5, 0), (250, 100)]
)
def test_as_many_dots_are_lit_as_there_are_per_cent(share, lit):
    dots = lit_dots(share)
    assert dots.on.count("M") == lit
    assert dots.off.count("M") == 100 - lit


def test_no_dot_stands_on_another():
    dots = lit_dots(50)
    places = (dots.on + dots.off).replace("h0", "").split("M")[1:]
    assert len(set(places)) == 100


@pytest.mark.parametrize(
    "start, end, gone",
    [
        (-10, 10, 50),
        (-10, 0, 100),
        (-20, -10, 100),
        (5, 10, 0),
        (-1, 3, 25),
        (0, 0, 0),
        (-1, -1, 100),
    ],
)
def test_how_much_of_a_time_has_passed(start, end, gone):
    today = timezone.localdate()
    days = [today + datetime.timedelta(days=offset) for offset in (start, end)]
    assert elapsed(*days) == gone


@pytest.mark.parametrize("precision, gone", [("day", 100), ("month", 52), ("year", 7)])
def test_an_end_that_is_known_in_part_is_the_end_of_that_part(monkeypatch, precision, gone):
    first = datetime.date(2026, 6, 1)
    monkeypatch.setattr(timezone, "localdate", lambda: datetime.date(2026, 6, 16))
    assert elapsed(first, first, precision) == gone
