"""The stage of an edition, from its dates and acts."""

import datetime
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from ecosystem.stages import Stage, stage_at, steps

VILNIUS = ZoneInfo("Europe/Vilnius")
DATES = {
    "entries_open": datetime.datetime(2026, 3, 1, 9, tzinfo=VILNIUS),
    "entries_close": datetime.datetime(2026, 4, 30, 17, tzinfo=VILNIUS),
    "jury_from": datetime.date(2026, 5, 4),
    "jury_to": datetime.date(2026, 5, 15),
}


def stage(now, *, decided=False, published=False, **dates):
    local = datetime.datetime.fromisoformat(now).replace(tzinfo=VILNIUS)
    return stage_at(local, **{**DATES, **dates}, decided=decided, published=published)


@pytest.mark.parametrize(
    "now, expected",
    [
        ("2025-01-01", Stage.ANNOUNCED),
        ("2026-03-01 08:59:59", Stage.ANNOUNCED),
        ("2026-03-01 09:00", Stage.OPEN),
        ("2026-04-30 16:59:59", Stage.OPEN),
        ("2026-04-30 17:00", Stage.CLOSED),
        ("2026-05-03 23:59:59", Stage.CLOSED),
        ("2026-05-04 00:00", Stage.JUDGING),
        ("2026-05-15 23:59:59", Stage.JUDGING),
        ("2026-05-16 00:00", Stage.JUDGED),
        ("2030-01-01", Stage.JUDGED),
    ],
)
def test_the_stage_follows_from_the_dates(now, expected):
    assert stage(now) == expected


@pytest.mark.parametrize("now", ["2025-01-01", "2026-03-15", "2026-05-10", "2030-01-01"])
def test_a_recorded_act_goes_before_any_date(now):
    assert stage(now, decided=True) == Stage.DECIDED
    assert stage(now, published=True) == Stage.PUBLISHED
    assert stage(now, decided=True, published=True) == Stage.PUBLISHED


@pytest.mark.parametrize(
    "missing, now, expected",
    [
        (["entries_open"], "2026-03-15", Stage.ANNOUNCED),
        (["entries_open"], "2026-05-01", Stage.CLOSED),
        (["entries_close"], "2026-05-01", Stage.OPEN),
        (["jury_from"], "2026-05-10", Stage.CLOSED),
        (["jury_to"], "2030-01-01", Stage.JUDGING),
        (["jury_from", "jury_to"], "2030-01-01", Stage.CLOSED),
        (list(DATES), "2026-05-10", Stage.ANNOUNCED),
    ],
)
def test_a_date_that_is_not_set_does_not_come(missing, now, expected):
    assert stage(now, **dict.fromkeys(missing)) == expected


@pytest.mark.parametrize(
    "now, expected",
    [
        ("2026-04-30 00:00", Stage.OPEN),
        ("2026-04-30 16:59:59", Stage.OPEN),
        ("2026-04-30 17:00", Stage.JUDGING),
        ("2026-02-01", Stage.ANNOUNCED),
    ],
)
def test_a_jury_that_begins_on_the_last_day_of_entries_waits_for_their_end(now, expected):
    assert stage(now, jury_from=datetime.date(2026, 4, 30)) == expected


def test_a_jury_that_ends_on_that_day_does_so_too():
    day = datetime.date(2026, 4, 29)
    assert stage("2026-04-30 16:59", jury_from=day, jury_to=day) == Stage.OPEN
    assert stage("2026-04-30 17:00", jury_from=day, jury_to=day) == Stage.JUDGED


def states(stage, **dates):
    edition = SimpleNamespace(
        **{**DATES, "announcement": None, "ceremony": None, "acts": {}, **dates}, stage=stage
    )
    return [(step.label, step.state) for step in steps(edition)]


def test_published_results_have_the_day_of_their_publication():
    at = datetime.datetime(2026, 5, 20, 23, 30, tzinfo=VILNIUS)
    planned = datetime.date(2026, 6, 1)
    edition = SimpleNamespace(
        **DATES, announcement=planned, ceremony=at, stage=Stage.DECIDED, acts={}
    )
    assert [step.start for step in steps(edition)][2] == planned
    edition.stage, edition.acts = Stage.PUBLISHED, {"published": SimpleNamespace(at=at)}
    assert [step.start for step in steps(edition)][2] == datetime.date(2026, 5, 20)
    assert [step.is_event for step in steps(edition)] == [False, False, True, True]


@pytest.mark.parametrize(
    "stage, entries, jury, results",
    [
        (Stage.ANNOUNCED, "ahead", "ahead", "ahead"),
        (Stage.OPEN, "current", "ahead", "ahead"),
        (Stage.CLOSED, "done", "ahead", "ahead"),
        (Stage.JUDGING, "done", "current", "ahead"),
        (Stage.JUDGED, "done", "done", "current"),
        (Stage.DECIDED, "done", "done", "current"),
        (Stage.PUBLISHED, "done", "done", "done"),
    ],
)
def test_each_step_stands_where_the_stage_puts_it(stage, entries, jury, results):
    found = states(stage, announcement=datetime.date(2026, 6, 1))
    assert [state for _label, state in found] == [entries, jury, results]


def test_a_step_without_a_date_is_left_out():
    assert len(states(Stage.OPEN)) == 2
    assert states(Stage.OPEN, entries_open=None, entries_close=None)[0][1] == "ahead"


def test_a_ceremony_is_done_when_it_has_been():
    past = datetime.datetime(2020, 1, 1, tzinfo=VILNIUS)
    far = datetime.datetime(2999, 1, 1, tzinfo=VILNIUS)
    assert states(Stage.PUBLISHED, ceremony=past)[-1][1] == "done"
    assert states(Stage.PUBLISHED, ceremony=far)[-1][1] == "ahead"
