"""The worker and the clock inside a development server: they outlive what goes wrong."""

import logging

import pytest
from django.core.management import CommandError

from industry4.core import background


class Stop(BaseException):
    """Ends what otherwise runs for ever."""


def rounds(*outcomes):
    """A function that raises each of these in turn."""
    left = list(outcomes)

    def run(*args, **kwargs):
        raise left.pop(0)

    return run


def test_the_worker_starts_again_after_an_error(monkeypatch, caplog):
    monkeypatch.setattr(background.time, "sleep", lambda seconds: None)
    monkeypatch.setattr(background.connections, "close_all", lambda: None)
    monkeypatch.setattr(background.Worker, "run", rounds(OSError("the database is away"), Stop()))
    with caplog.at_level(logging.ERROR), pytest.raises(Stop):
        background.work()
    assert "The background worker starts again" in caplog.text
    assert "the database is away" in caplog.text


def test_the_clock_goes_on_after_a_failure_and_tells_of_it(monkeypatch, caplog):
    monkeypatch.setattr(background, "call_command", rounds(CommandError("Failed: x"), Stop()))
    monkeypatch.setattr(background, "close_old_connections", lambda: None)
    monkeypatch.setattr(background.time, "sleep", lambda seconds: None)
    with caplog.at_level(logging.ERROR), pytest.raises(Stop):
        background.run_clock()
    assert "Failed: x" in caplog.text


def test_both_run_beside_the_server_and_end_with_it(monkeypatch):
    started = []

    class Thread:
        def __init__(self, *, target, name, daemon):
            assert daemon
            self.target = target

        def start(self):
            started.append(self.target)

    monkeypatch.setattr(background.threading, "Thread", Thread)
    background.start()
    assert started == [background.work, background.run_clock]
