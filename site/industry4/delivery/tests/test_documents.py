"""What is kept of a page always says what the page would say if it were rendered now."""

import json
from contextlib import contextmanager

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.models import Page, Site

from industry4.delivery.changes.settle import settle
from industry4.delivery.changes.standing import standing
from industry4.delivery.documents import ensure, public_by_key, render, version_of
from industry4.delivery.models import PublishedDocument
from industry4.delivery.tests.content import everything
from industry4.delivery.tests.editors import OPERATIONS

pytestmark = pytest.mark.django_db


def public_ids():
    """The keys of the public pages that the API knows."""
    return [page.pk for page in public_by_key(Page.objects.values_list("pk", flat=True))]


def differences():
    """The documents that are kept and that say something else than their pages do now."""
    settle()
    kept = {
        row.pk: row
        for row in PublishedDocument.objects.all()
        if row.version == version_of(row.kind)
    }
    fresh = render(public_by_key(kept))
    assert {one.page.pk for one in fresh} == kept.keys()
    places = PublishedDocument.objects.values_list("pk", "address")
    now = standing(public_ids())
    assert dict(places) == {pk: page.address for pk, page in now.items()}
    return [
        difference
        for one in fresh
        for form in ("card", "full")
        for difference in differing(getattr(kept[one.page.pk], form), getattr(one, form))
    ]


def differing(kept, fresh):
    """Where two documents differ, with what is kept and what is so now."""
    kept, fresh = json.loads(kept), json.loads(fresh)
    return [
        (f"{kept.get('url', '')} {name}", value, fresh.get(name))
        for name, value in kept.items()
        if value != fresh.get(name)
    ]


def keep_all():
    """Have all documents made."""
    position = settle()
    assert ensure(list(PublishedDocument.objects.values_list("pk", flat=True)), position)


@pytest.fixture
def site(db):
    everything()
    keep_all()
    assert PublishedDocument.objects.count() == len(public_ids()) > 40


@contextmanager
def undone():
    """What is done within is not done afterwards."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()  # which knows nothing of transactions


@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(st.lists(st.tuples(st.sampled_from(OPERATIONS), st.integers(0, 10**6)), max_size=8))
def test_whatever_editors_do_documents_say_what_pages_say(site, operations):
    with undone():
        for operation, number in operations:
            operation(number)
            assert differences() == [], operation.__name__
            keep_all()


def test_each_act_of_an_editor_alone(site):
    for operation in OPERATIONS:
        with undone():
            operation(50)
            assert differences() == [], operation.__name__
