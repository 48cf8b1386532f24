"""What the demo content is made with: dates, texts of two languages, drawings."""

import datetime
from unittest import mock

import pytest
from django.utils import timezone

from home.demo import drawings
from home.demo.clock import as_of
from home.demo.content.competition import EDITIONS
from home.demo.content.entries_last import LAST
from home.demo.content.entries_this import THIS
from home.demo.content.events import NEAR
from home.demo.content.events_far import FAR
from home.demo.content.jury import JURORS, LAST_YEAR, THIS_YEAR
from home.demo.jurors import sample_jurors, sample_user
from home.demo.loader import Loader
from home.demo.texts import Texts
from home.demo.values import At, Day, T


@pytest.mark.django_db
@pytest.mark.parametrize("days", range(8))
def test_no_date_falls_on_a_weekend_and_the_stages_keep_their_order(days):
    today = datetime.date(2026, 12, 28) + datetime.timedelta(days=days)
    loader = Loader(mock.Mock(), None, today)
    for offset in range(-10, 11):
        assert loader.moment(At(offset, "09:00")).weekday() < 5
    for edition in EDITIONS:
        dates = [
            loader.moment(At(value.days, getattr(value, "time", "12:00")))
            for value in edition.fields.values()
            if isinstance(value, At | Day)
        ]
        assert dates == sorted(dates)
    for event in (*NEAR, *FAR):
        start, end, deadline = (
            loader.moment(value) if (value := event.fields.get(name)) else None
            for name in ("starts_at", "ends_at", "registration_deadline")
        )
        assert not deadline or deadline <= (end or start), event.name


@pytest.mark.django_db
@pytest.mark.parametrize("days", range(7))
def test_what_happens_in_a_competition_keeps_its_order_on_every_weekday(days):
    loader = Loader(mock.Mock(), None, datetime.date(2026, 12, 28) + datetime.timedelta(days=days))
    for entrants, jury in ((LAST, LAST_YEAR), (THIS, THIS_YEAR)):
        steps = [loader.moment(at) for at in jury.values()]
        assert steps == sorted(set(steps))
        for entrant in entrants:
            screened = [loader.moment(each.at) for each in entrant.screened]
            ends = [at for at in (entrant.submitted, entrant.withdrawn) if at]
            begun, *rest = (loader.moment(at) for at in (entrant.begun, *ends))
            moments = [begun, *rest[:1], *screened, *rest[1:]]
            assert moments == sorted(set(moments)), entrant.name
            if entrant.screened and entrant.screened[-1].state == "eligible":
                assert moments[-1] < loader.moment(jury["assigned"]), entrant.name


@pytest.mark.django_db
def test_sample_jurors_log_in_where_the_settings_have_a_sample_login(settings):
    settings.SAMPLE_LOGIN = {}
    first, second = JURORS[:2]
    assert not sample_user(first).is_active
    settings.SAMPLE_LOGIN = {"username": "pavyzdys", "password": "slaptas-zodis"}
    user = sample_user(second)
    assert user.check_password("slaptas-zodis")
    assert [group.name for group in user.groups.all()] == ["Jury"]
    assert sample_jurors() == [second.username]


def test_the_clock_goes_on_from_another_day():
    moment = datetime.datetime(2025, 1, 7, 10, tzinfo=datetime.UTC)
    with as_of(moment):
        first, second = timezone.now(), timezone.now()
    assert moment <= first < second
    assert first - moment < datetime.timedelta(minutes=1) < timezone.now() - first


def texts(name="puslapis"):
    return Texts(name, datetime.date(2026, 11, 22), lambda page: 7)


def test_a_text_is_stored_in_lithuanian_and_remembered_in_english():
    found = texts()
    assert found.lithuanian(T("Rinkimai {year}", "Election {year}")) == "Rinkimai 2026"
    html = T(
        '<p>Žr. <a linktype="page" id="apie">apie</a>.</p><p>Du.</p>',
        '<p>See <a linktype="page" id="apie">about</a>.</p><p>Two.</p>',
    )
    assert 'id="7"' in found.lithuanian(html)
    assert found.english == {
        "Rinkimai 2026": "Election 2026",
        'Žr. <a id="a1">apie</a>.': 'See <a id="a1">about</a>.',
        "Du.": "Two.",
    }


def test_sides_that_do_not_match_are_refused():
    with pytest.raises(ValueError, match="not the same structure"):
        texts().lithuanian(T("<p>Vienas.</p><p>Du.</p>", "<p>One. Two.</p>"))


def test_one_text_cannot_be_translated_in_two_ways_on_a_page():
    found = texts()
    found.lithuanian(T("Taip", "Yes"))
    with pytest.raises(ValueError, match="Taip"):
        found.lithuanian(T("Taip", "So"))


@pytest.mark.parametrize("name", drawings.SCENES)
def test_a_scene_is_drawn_at_its_size_and_the_same_each_time(name):
    picture = drawings.SCENES[name]()
    assert picture.size == (1600, 900)
    assert picture.tobytes() == drawings.SCENES[name]().tobytes()
