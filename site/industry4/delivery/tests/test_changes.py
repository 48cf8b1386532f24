"""The log of changes, as an app follows it."""

import datetime
import threading

import pytest
from django.conf import settings as project
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from ecosystem.models import Sector
from ecosystem.tests.api import ROOT
from ecosystem.tests.factories import MemberFactory, SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.delivery.models import Change, LogHead, PublishedDocument, Touched
from industry4.delivery.tests.changes import CHANGES, said
from industry4.media.tasks import make_renditions
from industry4.testing.factories import ImageFactory, home_page, translated
from news.models import EventOrganiser
from news.tests.factories import ArticleFactory, EventFactory, full_event


def test_it_begins_with_all_that_is_public(follow, client):
    event, draft = EventFactory(), ArticleFactory(published=False)
    english = translated(event)
    entries = follow(limit=2)
    assert {("published", event.pk), ("published", english.pk)} <= said(entries)
    assert ("published", draft.pk) not in said(entries)
    assert len(said(entries)) == len(entries)
    listed = client.get(f"{ROOT}pages/{event.pk}/").json()
    [entry] = [each for each in entries if each["id"] == event.pk]
    assert entry["url"] == listed["url"]
    assert (entry["kind"], entry["locale"]) == ("event", "lt")
    assert entry["translation_key"] == str(event.translation_key)
    assert follow() == []


def test_in_full_it_has_the_pages_as_they_are_by_their_own_addresses(follow, client):
    event = full_event()
    [entry] = [each for each in follow(view="full") if each["id"] == event.pk]
    assert entry["item"] == client.get(entry["api_url"]).json()


def test_what_becomes_of_a_page(follow):
    page = ContentPageFactory(slug="senas")
    other = ContentPageFactory()
    follow()

    page.title = "Kitaip"
    page.save_revision().publish()
    assert said(follow()) >= {("changed", page.pk)}

    page.slug = "naujas"
    page.save_revision().publish()
    [entry] = [each for each in follow() if each["id"] == page.pk]
    assert entry["action"] == "moved"
    assert (entry["previous_url"][-7:], entry["url"][-8:]) == ("/senas/", "/naujas/")

    page.unpublish()
    [entry] = [each for each in follow() if each["id"] == page.pk]
    assert (entry["action"], entry["url"], entry["api_url"]) == ("unpublished", None, None)
    assert entry["previous_url"].endswith("/naujas/")

    page.save_revision().publish()
    assert said(follow()) >= {("published", page.pk)}

    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert said(follow()) >= {("unpublished", page.pk)}

    key, translation_key = other.pk, str(other.translation_key)
    other.delete()
    [entry] = [each for each in follow() if each["id"] == key]
    assert (entry["action"], entry["translation_key"]) == ("deleted", translation_key)


def test_a_page_moves_with_all_below_it(follow):
    parent = ContentPageFactory()
    child = ContentPageFactory(parent=parent)
    follow()
    parent.slug = "kitur"
    parent.save_revision().publish()
    assert said(follow()) >= {("moved", parent.pk), ("moved", child.pk)}


def test_a_draft_changes_nothing(follow):
    page = ContentPageFactory()
    follow()
    page.title = "Juodraštis"
    page.save_revision()
    assert follow() == []


def test_a_page_is_named_when_something_changes_that_it_shows(follow):
    member, image = MemberFactory(), ImageFactory()
    event = EventFactory(listing_image=image)
    event.organisers = [EventOrganiser(locale=event.locale, member=member)]
    event.save_revision().publish()
    bystander = ArticleFactory()
    follow()

    image.alt_text_lt = "Kitas vaizdas"
    image.save()
    entries = follow()
    assert said(entries) >= {("changed", event.pk), ("changed", image.pk)}
    assert bystander.pk not in {entry["id"] for entry in entries if entry["kind"] == "article"}

    member.title = "Naujas vardas"
    member.save_revision().publish()
    assert said(follow()) >= {("changed", event.pk), ("changed", member.pk)}

    event.organisers = []
    event.save_revision().publish()
    assert said(follow()) >= {("changed", member.pk)}  # it showed the event


def test_the_files_of_a_picture_are_in_the_log_when_they_are_made(follow, client):
    image = ImageFactory()
    event = EventFactory(listing_image=image)
    follow()

    def picture():
        answer = client.get(f"{ROOT}events/{event.pk}/").json()
        return answer["listing_image"]["renditions"]["webp"]

    assert picture() is None
    make_renditions.func(image.pk)
    assert picture()["files"]
    # One entry, however many files there are.
    assert [entry["id"] for entry in follow() if entry["kind"] == "event"] == [event.pk]


def test_what_is_no_page_is_named_by_its_kind(follow):
    sector = SectorFactory()
    follow()
    sector.name = "Juodraštis"
    sector.save_revision()
    assert follow() == []
    sector.name = "Kitas vardas"
    sector.save()
    [entry] = follow()
    assert (entry["kind"], entry["action"], entry["id"]) == ("sector", "changed", sector.pk)
    assert (entry["locale"], entry["url"], entry["item"]) == ("lt", None, None)
    Sector.objects.all().delete()
    assert [entry["action"] for entry in follow()] == ["deleted"]


def test_the_clock_is_in_the_log(follow, monkeypatch, client):
    now = timezone.now()
    event = EventFactory(
        registration_url="https://example.org/", starts_at=now + datetime.timedelta(hours=1)
    )
    follow()
    assert client.get(f"{ROOT}events/{event.pk}/").json()["registration_is_open"] is True
    later = now + datetime.timedelta(hours=4)
    monkeypatch.setattr("django.utils.timezone.now", lambda: later)
    assert client.get(f"{ROOT}events/{event.pk}/").json()["registration_is_open"] is False
    assert follow() == []
    call_command("follow_clock")
    assert said(follow()) >= {("changed", event.pk)}


def test_a_row_that_was_stored_past_the_models_is_taken_up(follow):
    page = ContentPageFactory()
    follow()
    type(page).objects.filter(pk=page.pk).update(title="Pro šalį")
    call_command("render_documents", "--afresh", verbosity=0)
    assert said(follow()) >= {("changed", page.pk)}


def test_a_part_takes_as_many_queries_however_long_it_is(client, db):
    counts = []
    for number in (1, 20):
        for _page in range(number):
            full_event()
        client.get(CHANGES, {"limit": 500, "view": "full"})
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(CHANGES, {"limit": 500, "view": "full"})
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 8


# Two connections


@pytest.fixture
def really_committed(django_db_setup, django_db_blocker):
    """Makes pages that other connections see; takes them away again.

    A test that flushes the database would leave none of what migrations put there.
    """
    made = []

    def pages(count):
        made.extend(ContentPageFactory() for _number in range(count))
        return made

    with django_db_blocker.unblock():
        yield pages
        for page in made:
            page.delete()
        for model in (Touched, Change, PublishedDocument, LogHead, PageLogEntry):
            model.objects.all().delete()
        connection.close()


@pytest.mark.skipif("sqlite" in project.DATABASES["default"]["ENGINE"], reason="one writer at once")
def test_what_is_committed_late_is_not_skipped(client, really_committed):
    late, early = really_committed(2)
    cursor = client.get(CHANGES, {"limit": 500}).json()["cursor"]
    touched, go_on = threading.Event(), threading.Event()

    def slow():
        try:
            with transaction.atomic():
                late.title = "Vėliau"
                late.save_revision().publish()
                touched.set()
                assert go_on.wait(20)
        finally:
            connection.close()

    writer = threading.Thread(target=slow)
    writer.start()
    assert touched.wait(20)
    early.title = "Anksčiau"
    early.save_revision().publish()
    first = client.get(CHANGES, {"cursor": cursor}).json()
    assert {entry["id"] for entry in first["items"]} >= {early.pk}
    assert late.pk not in {entry["id"] for entry in first["items"]}
    go_on.set()
    writer.join(20)
    then = client.get(CHANGES, {"cursor": first["cursor"]}).json()
    assert late.pk in {entry["id"] for entry in then["items"]}


def test_nobody_needs_a_log_to_begin(client, db):
    assert home_page().pk in {each["id"] for each in client.get(CHANGES).json()["items"]}
