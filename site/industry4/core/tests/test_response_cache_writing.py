"""What is written ends what is kept, for as long as a transaction runs: seen at the database."""

import threading

import pytest
from django.apps import apps
from django.db import OperationalError, ProgrammingError, connection, connections, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page, Site

from home.tests.factories import ContentPageFactory
from industry4.core.response_cache import store as stores
from industry4.core.response_cache.statements import NEVER_PUBLIC, changes
from industry4.core.response_cache.store import store
from industry4.core.response_cache.watching import Watch
from industry4.testing.factories import ImageFactory
from news.tests.factories import EventFactory

pytestmark = pytest.mark.django_db
# Changes nothing, and counts.
WRITE = "UPDATE taggit_tag SET name = name WHERE 1 = 0"


@pytest.mark.parametrize(
    "sql",
    [
        'INSERT INTO "news_eventpage" ("title") VALUES (%s)',
        'UPDATE "wagtailcore_page" SET "title" = %s WHERE "id" = %s',
        'UPDATE "wagtailcore_page" SET "draft_title" = %s, "live" = %s WHERE "id" = %s',
        'UPDATE "wagtailcore_page" SET "draft_title" = (SELECT 1), "x" = COALESCE("a", %s)',
        "UPDATE wagtailcore_page SET path = CONCAT(%s, SUBSTR(path, 5)) WHERE path LIKE %s",
        'DELETE FROM "news_eventpage" WHERE "id" IN (%s)',
        "delete from only media_image",
        'UPDATE "ecosystem_competitionpage" SET "entries_close" = %s',
        "TRUNCATE media_image",
        "insert or ignore into media_image values (1)",
        "REPLACE INTO media_image VALUES (1)",
        "COPY media_image FROM STDIN",
        "MERGE INTO media_image USING x ON true WHEN MATCHED THEN DELETE",
        '/* why */ -- because\n  UPDATE public."core_organisation" SET a = 1',
        '(UPDATE "public"."core_organisation" SET a = 1)',
        "WITH a AS (SELECT 1) INSERT INTO media_image SELECT * FROM a",
        "WITH gone AS (DELETE FROM media_image RETURNING id) SELECT * FROM gone",
        "WITH a AS (UPDATE django_session SET x = 1 RETURNING 1) UPDATE media_image SET x = 1",
        "SELECT 1; DELETE FROM media_image",
        "DELETE FROM django_session; DELETE FROM media_image",
        "SELECT * INTO media_image FROM x",
        "ALTER TABLE media_image ADD COLUMN a integer",
        "DO $$ BEGIN END $$",
        "CALL anything()",
        "",
    ],
)
def test_what_may_show_counts(sql):
    assert changes(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1",
        '(SELECT "a" FROM "b") UNION (SELECT 1)',
        'SELECT "id" FROM "wagtailcore_page" WHERE "id" = %s FOR UPDATE',
        "WITH a AS (SELECT 1 FOR UPDATE OF x) SELECT * FROM a",
        'SAVEPOINT "s1"',
        'RELEASE SAVEPOINT "s1"',
        'ROLLBACK TO SAVEPOINT "s1"',
        "BEGIN IMMEDIATE",
        "PRAGMA foreign_keys = ON",
        'INSERT INTO "django_session" ("a") VALUES (%s)',
        'INSERT INTO "wagtailcore_revision" ("a") VALUES (%s) RETURNING "id"',
        'DELETE FROM "site_search_word"',
        'INSERT INTO "competition_score" ("value") VALUES (%s)',
        'UPDATE "competition_scoresheet" SET "saved_at" = %s',
        'UPDATE "delivery_loghead" SET "position" = 1',
        'INSERT INTO "delivery_change" ("a") VALUES (1) ON CONFLICT ("a") DO UPDATE SET "a" = 2',
        'UPDATE "wagtailcore_page" SET "latest_revision_id" = 5, "draft_title" = %s WHERE "id" = 1',
        'UPDATE "home_homepage" SET "has_unpublished_changes" = true, "locked_by_id" = NULL',
    ],
)
def test_what_never_shows_does_not_count(sql):
    assert not changes(sql)


def test_every_exception_names_tables_that_exist():
    tables = set(connection.introspection.table_names())
    for prefix in NEVER_PUBLIC:
        assert any(name.startswith(prefix) for name in tables), prefix


def test_everything_that_pages_are_made_of_counts():
    shown = [Page, *Page.__subclasses__()]
    named = ("Image", "Document", "Organisation", "Navigation", "SiteSettings", "Sector", "Site")
    shown += [model for model in apps.get_models() if model.__name__ in named]
    shown += [apps.get_model("wagtailcore", name) for name in ("PageViewRestriction", "Locale")]
    for model in shown:
        assert changes(f'UPDATE "{model._meta.db_table}" SET "x" = 1'), model


@pytest.fixture
def version(switched_on):
    """The content version, or None; call it once to switch the cache on."""
    switched_on()
    return lambda: store().token()


def write_and_fail(writer):
    """In a transaction, or in a savepoint of the one that is open."""
    with transaction.atomic(using=writer):
        connections[writer].cursor().execute(WRITE)
        raise ZeroDivisionError


def test_a_version_stays_while_nobody_writes(version):
    assert version()
    assert version() == version()


def test_a_transaction_withdraws_the_version_until_it_is_committed(version, writers):
    writer, before = writers(), version()
    with transaction.atomic(using=writer):
        assert version() == before
        connections[writer].cursor().execute(WRITE)
        assert version() is None
    after = version()
    assert after
    assert after != before


def test_a_rollback_gives_the_lease_up_as_well(version, writers):
    writer, before = writers(), version()
    with pytest.raises(ZeroDivisionError):
        write_and_fail(writer)
    assert version() not in (None, before)


def test_so_does_the_end_of_a_connection(version, writers):
    writer = writers()
    connections[writer].set_autocommit(False)
    connections[writer].cursor().execute(WRITE)
    assert version() is None
    connections[writer].close()
    assert version()


def test_a_savepoint_that_is_rolled_back_ends_nothing(version, writers):
    writer = writers()
    with transaction.atomic(using=writer):
        with pytest.raises(ZeroDivisionError):
            write_and_fail(writer)
        assert version() is None
    assert version()


def test_a_write_outside_of_transactions_ends_the_version(version, writers):
    writer, before = writers(), version()
    connections[writer].cursor().execute(WRITE)
    assert version() not in (None, before)


def test_a_write_that_fails_does_not_hold_the_lease(version, writers):
    with pytest.raises(ProgrammingError):
        connections[writers()].cursor().execute("UPDATE there_is_none SET a = 1")
    assert version()


def test_many_rows_at_once_are_seen(version, writers):
    writer = writers()
    with transaction.atomic(using=writer):
        connections[writer].cursor().executemany(
            "UPDATE taggit_tag SET name = %s WHERE 1 = 0", [["a"], ["b"]]
        )
        assert version() is None


def test_of_overlapping_writers_the_last_one_ends_it(version, writers):
    first, second = writers(), writers()
    with transaction.atomic(using=first):
        connections[first].cursor().execute(WRITE)
        with transaction.atomic(using=second):
            connections[second].cursor().execute(WRITE)
        assert version() is None
    assert version()


def test_writers_in_threads_overlap_too(version, writers):
    together, wrote, may_end = writers(), threading.Barrier(2), threading.Event()

    def write():
        own = connections["default"].copy("thread")
        connections["thread"] = own
        try:
            with transaction.atomic(using="thread"):
                own.cursor().execute(WRITE)
                wrote.wait(10)
                may_end.wait(10)
        finally:
            own.close()

    thread = threading.Thread(target=write)
    thread.start()
    wrote.wait(10)
    with transaction.atomic(using=together):
        connections[together].cursor().execute(WRITE)
    assert version() is None
    may_end.set()
    thread.join(10)
    assert version()


def test_who_disappears_holds_it_for_a_minute_only(version, writers, monkeypatch):
    writer = writers()
    connections[writer].set_autocommit(False)
    connections[writer].cursor().execute(WRITE)
    now = stores.time.monotonic()
    for seconds, there in ((59, False), (61, True)):
        monkeypatch.setattr(stores.time, "monotonic", lambda at=now + seconds: at)
        assert bool(version()) is there


def test_a_commit_that_took_longer_than_its_lease_still_ends_the_version(version, writers):
    writer = writers()
    with transaction.atomic(using=writer):
        connections[writer].cursor().execute(WRITE)
        store()._leases.clear()  # it has expired
        meanwhile = version()
        assert meanwhile
    assert version() not in (None, meanwhile)


def test_nobody_knows_what_became_of_a_commit_whose_connection_broke(version, writers):
    writer = writers()
    connections[writer].ensure_connection()
    watch = next(each for each in connections[writer].execute_wrappers if isinstance(each, Watch))

    def lost():
        raise OperationalError("server closed the connection unexpectedly")

    watch.commit = lost
    with pytest.raises(OperationalError), transaction.atomic(using=writer):
        connections[writer].cursor().execute(WRITE)
    assert version() is None


def test_reading_in_a_transaction_ends_nothing(version, writers):
    writer, before = writers(), version()
    with transaction.atomic(using=writer):
        connections[writer].cursor().execute("SELECT 1 FROM wagtailcore_page FOR UPDATE")
        connections[writer].cursor().execute("DELETE FROM django_session WHERE 1 = 0")
    assert version() == before


CHANGES = {
    "publish": lambda page: page.save_revision().publish(),
    "unpublish": lambda page: page.unpublish(),
    "delete": lambda page: page.delete(),
    "update": lambda page: Page.objects.filter(pk=page.pk).update(title="Kitas"),
    "move": lambda page: page.move(ContentPageFactory(), pos="last-child"),
    "image": lambda page: ImageFactory(),
    "raw": lambda page: connection.cursor().execute("DELETE FROM home_keyfigure"),
}


@pytest.mark.parametrize("how", CHANGES)
def test_changes_of_content_end_the_version(how, switched_on):
    page = EventFactory()
    switched_on()
    assert store().token()
    CHANGES[how](page)
    assert store().token() is None


def test_a_draft_ends_nothing(switched_on):
    page = EventFactory()
    switched_on()
    before = store().token()
    page.title = "Juodraštis"
    page.save_revision(log_action=True)
    assert store().token() == before


def test_addresses_of_sites_are_forgotten_with_the_commit(version, writers):
    writer = writers()
    Site.get_site_root_paths()
    with transaction.atomic(using=writer):
        connections[writer].cursor().execute(WRITE)
    with CaptureQueriesContext(connection) as asked:
        Site.get_site_root_paths()
    assert asked
