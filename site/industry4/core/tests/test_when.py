"""When an event is, in the words of either language."""

import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from industry4.core.templatetags import when

VILNIUS = ZoneInfo("Europe/Vilnius")


def event(start, end, *, all_day=False):
    return SimpleNamespace(starts_at=start, ends_at=end, all_day=all_day)


def at(*moment):
    return datetime.datetime(*moment, tzinfo=VILNIUS)


def said(span):
    """The text without the signs that hold a line together."""
    return str(span).replace("\N{WORD JOINER}", "")


class TestEventSpan:
    def test_hours_of_one_day_share_the_date(self):
        with override("lt"):
            span = when.event_span(event(at(2026, 11, 22, 10), at(2026, 11, 22, 16, 30)))
        assert said(span) == "2026 m. lapkričio 22 d., 10:00–16:30"
        assert span.start == "2026-11-22T10:00+02:00"
        assert span.end == "2026-11-22T16:30+02:00"

    def test_an_event_without_an_end_has_one_time(self):
        with override("lt"):
            span = when.event_span(event(at(2026, 11, 22, 10), at(2026, 11, 22, 10)))
        assert str(span) == "2026 m. lapkričio 22 d., 10:00"
        assert span.last == ""

    def test_all_day_has_no_hours(self):
        end = at(2026, 11, 22, 23, 59, 59)
        with override("lt"):
            span = when.event_span(event(at(2026, 11, 22), end, all_day=True))
        assert str(span) == "2026 m. lapkričio 22 d."
        assert span.start == "2026-11-22"

    def test_days_of_a_month_share_it(self):
        end = at(2026, 11, 24, 23, 59, 59)
        with override("lt"):
            span = when.event_span(event(at(2026, 11, 22), end, all_day=True))
        assert said(span) == "2026 m. lapkričio 22–24 d."
        assert (span.start, span.end) == ("2026-11-22", "2026-11-24")

    def test_months_of_a_year_share_it(self):
        end = at(2026, 12, 2, 23, 59, 59)
        with override("lt"):
            span = when.event_span(event(at(2026, 11, 30), end, all_day=True))
        assert str(span) == "2026 m. lapkričio 30 d. – gruodžio 2 d."

    def test_two_years_are_both_named(self):
        with override("lt"):
            span = when.event_span(event(at(2026, 12, 31, 22), at(2027, 1, 1, 2)))
        assert str(span) == "2026 m. gruodžio 31 d., 22:00 – 2027 m. sausio 1 d., 02:00"

    def test_local_days_count_not_those_of_utc(self):
        start = datetime.datetime(2026, 11, 21, 22, tzinfo=datetime.UTC)
        end = datetime.datetime(2026, 11, 22, 21, 59, 59, tzinfo=datetime.UTC)
        with override("lt"):
            assert str(when.event_span(event(start, end, all_day=True))).endswith(" 22 d.")

    @pytest.mark.parametrize(
        "end,text",
        [
            (at(2026, 11, 24), "22–24 November 2026"),
            (at(2026, 12, 2), "22 November – 2 December 2026"),
            (at(2027, 1, 2), "22 November 2026 – 2 January 2027"),
        ],
    )
    def test_english_says_a_shared_year_last(self, end, text):
        with override("en"):
            assert said(when.event_span(event(at(2026, 11, 22), end, all_day=True))) == text


def test_the_jury_may_work_for_a_single_day():
    day = datetime.date(2026, 12, 3)
    with override("lt"):
        assert str(when.span_of(day)) == "2026 m. gruodžio 3 d."


def test_from_one_moment_to_another_the_year_stands_once():
    start, end = (
        datetime.datetime(2026, month, day, hour, tzinfo=datetime.UTC)
        for month, day, hour in ((10, 5, 6), (12, 18, 15))
    )
    with override("lt"):
        assert str(when.span_of(start, end)) == "2026 m. spalio 5 d., 09:00 – gruodžio 18 d., 17:00"
        assert str(when.span_of(end)) == "2026 m. gruodžio 18 d., 17:00"
