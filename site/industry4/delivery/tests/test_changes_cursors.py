"""Cursors of the log of changes: those that we gave, and all others."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from home.tests.factories import ContentPageFactory
from industry4.delivery.changes.cursors import Cursor
from industry4.delivery.models import Change, LogHead
from industry4.delivery.tests.changes import CHANGES, said


@pytest.mark.parametrize(
    "cursor", ["", "x", "MTo", "1:2", "MToxOjI6Mw", "ąž", "\x00", "a" * 99, "a" * 5000, "MTotMQ"]
)
def test_a_cursor_that_we_never_gave_is_refused(client, db, cursor):
    answer = client.get(CHANGES, {"cursor": cursor})
    assert answer.status_code == 422
    [error] = answer.json()["errors"]
    assert error["parameter"] == "cursor"
    assert error["message"]


def test_the_log_is_asked_anew_each_time(client, db):
    assert client.get(CHANGES)["Cache-Control"] == "public, max-age=0, must-revalidate"


def test_a_cursor_from_the_future_begins_anew(client, db):
    answer = client.get(CHANGES, {"cursor": str(Cursor(10**6))})
    assert answer.status_code == 410
    assert answer["Content-Type"] == "application/problem+json"
    assert "begin anew" in answer.json()["errors"][0]["message"]


def test_a_cursor_older_than_the_log_begins_anew(client, follow, settings):
    page = ContentPageFactory()
    follow()
    old = str(Cursor(LogHead.objects.get().position - 1))
    assert client.get(CHANGES, {"cursor": old}).status_code == 200
    settings.CHANGE_LOG_DAYS = 30
    Change.objects.update(at=timezone.now() - datetime.timedelta(days=31))
    call_command("prune_changes")
    assert not Change.objects.exists()
    assert client.get(CHANGES, {"cursor": old}).status_code == 410
    page.title = "Vėl"
    page.save_revision().publish()
    assert said(follow()) >= {("changed", page.pk)}
