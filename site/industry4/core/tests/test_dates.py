"""Dates known to a day, a month or a year only."""

import datetime

import pytest

from industry4.core.dates import last_day


@pytest.mark.parametrize(
    "date, precision, last",
    [
        ((2027, 2, 3), "day", (2027, 2, 3)),
        ((2027, 2, 1), "month", (2027, 2, 28)),
        ((2028, 2, 1), "month", (2028, 2, 29)),
        ((2027, 1, 1), "year", (2027, 12, 31)),
        ((2027, 6, 30), "year", (2027, 12, 31)),
    ],
)
def test_a_date_known_in_part_may_be_as_late_as_the_end_of_that_part(date, precision, last):
    assert last_day(datetime.date(*date), precision) == datetime.date(*last)
