"""`manage.py serve`: what it does before it serves, and what it says when it cannot."""

import socket

import pytest
from django.core.management import CommandError

from home.demo.content.jury import JURORS
from home.demo.jurors import sample_user
from home.management.commands import serve
from home.management.commands.serve import Command, check_port
from home.tests.factories import ContentPageFactory


def test_a_taken_port_is_told_in_a_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(CommandError, match=f"Port {port} is taken. Choose another: make run"):
            check_port(port)


def test_a_free_port_is_accepted():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    check_port(port)


@pytest.mark.parametrize("port", [65536, -1])
def test_a_number_that_is_no_port_is_told(port):
    with pytest.raises(CommandError, match="is not a port"):
        check_port(port)


def test_production_is_not_served_by_it(settings):
    settings.DEBUG = False
    with pytest.raises(CommandError, match="for development"):
        Command().handle()


@pytest.fixture
def started(settings, monkeypatch):
    """The commands that `serve` calls, in order; none of them does anything here."""
    settings.DEBUG, settings.PORT = True, 8123
    settings.WAGTAILADMIN_BASE_URL = "http://localhost:8123"
    settings.SAMPLE_LOGIN = {"username": "redakcija", "password": "pramone"}
    called = []
    monkeypatch.setattr(serve, "check_port", lambda port: None)
    monkeypatch.setattr(serve, "call_command", lambda name, *args, **kwargs: called.append(name))
    monkeypatch.setattr(serve.background, "start", lambda: called.append("background"))
    return called


@pytest.mark.django_db
def test_a_fresh_site_gets_its_demo_content_before_it_is_served(started, capsys):
    serve_now = Command()
    serve_now.handle()
    assert started == [
        *("catalogues", "migrate", "search_index", "load_demo", "render_documents"),
        *("background", "runserver"),
    ]
    told = capsys.readouterr().out
    for text in (
        "http://localhost:8123/en/",
        "http://localhost:8123/admin/",
        "http://localhost:8123/api/v2/pages/",
        "redakcija / pramone",
    ):
        assert text in told


@pytest.mark.django_db
def test_the_logins_of_sample_jurors_are_told_where_there_are_some(started, capsys):
    Command().handle()
    assert "Jury:" not in capsys.readouterr().out
    for juror in JURORS:
        sample_user(juror)
    Command().handle()
    told = capsys.readouterr().out
    assert "Jury: pirmininkas (chair), eksperte, destytoja, inzinierius; the same" in told


@pytest.mark.django_db
def test_a_second_run_keeps_what_is_there(started):
    ContentPageFactory(title="Mano puslapis")
    Command().handle()
    assert "load_demo" not in started
    assert started[-1] == "runserver"


@pytest.mark.django_db
def test_the_pages_name_the_address_at_which_they_are_served(started):
    page = ContentPageFactory()
    Command().handle()
    page = type(page).objects.get(pk=page.pk)
    assert page.full_url == f"http://localhost:8123{page.url}"
