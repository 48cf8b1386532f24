"""An index that another version of the analysis made is told of, and made anew by one command."""

import pytest
from django.core.checks import run_checks
from django.core.management import call_command
from django.db import OperationalError
from wagtail.models import Page
from wagtail.search.models import IndexEntry

from home.tests.factories import ContentPageFactory
from search import analysis
from search.models import IndexedObject

pytestmark = pytest.mark.django_db


def warnings():
    """What `manage.py check` says of the search."""
    return [message for message in run_checks() if message.id == "site_search.W001"]


def test_an_index_of_this_version_needs_nothing(capsys):
    ContentPageFactory(title="Robotai")
    call_command("update_index", verbosity=0)
    assert not warnings()
    call_command("search_index")
    assert "up to date" in capsys.readouterr().out


def test_another_version_is_told_of_with_the_command_to_run(monkeypatch):
    ContentPageFactory(title="Robotai")
    call_command("update_index", verbosity=0)
    monkeypatch.setattr(analysis, "VERSION", analysis.VERSION + 1)
    (warning,) = warnings()
    assert "search_index" in warning.hint
    call_command("search_index", verbosity=0)
    assert not warnings()


def test_an_index_of_another_backend_is_made_anew(capsys):
    page = ContentPageFactory(title="Robotai")
    call_command("update_index", verbosity=0)
    IndexedObject.objects.all().delete()
    assert IndexEntry.objects.exists()
    assert warnings()
    call_command("search_index")
    assert "anew" in capsys.readouterr().out
    assert [found.pk for found in Page.objects.search("robotas")] == [page.pk]


def test_without_a_database_there_is_nothing_to_tell(monkeypatch):
    def outdated():
        raise OperationalError("connection refused")

    monkeypatch.setattr("search.checks.is_outdated", outdated)
    assert not warnings()


def test_of_another_backend_nothing_is_asked(settings):
    ContentPageFactory(title="Robotai")
    IndexedObject.objects.all().delete()
    settings.WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "wagtail.search.backends.database"}}
    assert not warnings()
