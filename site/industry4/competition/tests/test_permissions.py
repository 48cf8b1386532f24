"""Who sees which screen of the competition in the admin, as a table; all else is not found."""

from types import SimpleNamespace

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from ecosystem.stages import Stage
from industry4.competition.models import Entry, Proceedings, RecordEntry
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    EntryFactory,
    EntryFileFactory,
    JurorUserFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.testing.editors import EditorFactory, UserFactory, sign_in

pytestmark = pytest.mark.django_db

PERSONS = [
    "anonymous",
    "juror",  # the entry is assigned to her
    "idle",  # a juror to whom it is not
    "recused",  # a juror to whom it is, and who may not read it
    "guest",  # of the group of jurors, without a seat
    "chair",
    "editor",
    "administrator",
]
RUNS = {"editor", "administrator"}
FOLLOWS = {"chair", *RUNS}
# The screens, and who sees them.
SCREENS = {
    "competition_entries:editions": FOLLOWS,
    "competition_entries:index": RUNS,
    "competition_entries:results": RUNS,
    "competition_entries:entry": RUNS,
    "competition_entries:eligible": RUNS,
    "competition_entries:return": RUNS,
    "competition_entries:refuse": RUNS,
    "competition_entries:file": {"juror", *FOLLOWS},
    "competition_jury:mine": {"juror", "idle", "recused", "chair"},
    "competition_jury:mine_results": {"juror", "idle", "recused", "chair"},
    "competition_jury:score": {"juror", "chair"},
    "competition_jury:recuse": {"juror", "chair"},
    "competition_jury:jury": FOLLOWS,
    "competition_jury:seat": FOLLOWS,
    "competition_jury:add_seat": RUNS,
    "competition_jury:edit_seat": RUNS,
    "competition_jury:dismiss": RUNS,
    "competition_jury:assign": FOLLOWS,
    "competition_jury:open": FOLLOWS,
    "competition_jury:close": {"chair", "administrator"},
    "competition_jury:reopen": {"chair"},
    "competition_jury:lift": {"chair"},
    "competition_jury:ranking": {"chair", "administrator"},
    "competition_results:index": {"chair", "administrator"},
    "competition_results:places": {"chair", "administrator"},
    "competition_results:decide": {"chair", "administrator"},
    "competition_results:record": FOLLOWS,
    "competition_results:record_results": FOLLOWS,
}
OF_EDITION = {
    "competition_entries:index",
    "competition_entries:results",
    "competition_jury:mine",
    "competition_jury:mine_results",
    "competition_jury:jury",
    "competition_jury:add_seat",
    "competition_jury:assign",
    "competition_jury:open",
    "competition_jury:close",
    "competition_jury:ranking",
    "competition_results:index",
    "competition_results:places",
    "competition_results:decide",
    "competition_results:record",
    "competition_results:record_results",
}
OF_ROW = {
    "competition_jury:seat": "seat",
    "competition_jury:edit_seat": "seat",
    "competition_jury:dismiss": "seat",
    "competition_jury:reopen": "sheet",
    "competition_jury:lift": "recusal",
}


@pytest.fixture
def judged():
    """An edition whose judging is open: an entry with a file, and every person there can be."""
    edition = new_edition(Stage.JUDGING)
    Proceedings.objects.create(edition=edition.key, judging_opened_at=timezone.now())
    entry = EligibleEntryFactory(edition=edition, number=1, company="Slapta įmonė UAB")
    file = EntryFileFactory(entry=entry, question=next(iter(edition.rows("questions"))))
    seats = {
        name: SeatFactory(edition=edition, is_chair=name == "chair")
        for name in ("juror", "idle", "recused", "chair", "busy")
    }
    AssignmentFactory(seat=seats["juror"], entry=entry)
    AssignmentFactory(seat=seats["recused"], entry=entry)
    persons = {name: seat.user for name, seat in seats.items()}
    return SimpleNamespace(
        edition=edition,
        entry=entry,
        file=file,
        seat=seats["busy"],
        sheet=SheetFactory(seat=seats["busy"], entry=entry),
        recusal=RecusalFactory(seat=seats["recused"], entry=entry),
        seats=seats,
        persons={
            **persons,
            "guest": JurorUserFactory(),
            "editor": EditorFactory(),
            "administrator": UserFactory(),
        },
    )


def address(screen, judged, edition=None, pk=None):
    """Where a screen about this is."""
    key = (edition or judged.edition).key
    if screen == "competition_entries:editions":
        return reverse(screen)
    if screen == "competition_entries:file":
        return reverse(screen, args=[judged.file.key])
    if screen in OF_EDITION:
        return reverse(screen, args=[key])
    row = getattr(judged, OF_ROW.get(screen, "entry"))
    return reverse(screen, args=[key, pk or row.pk])


def as_person(client, judged, name):
    return client if name == "anonymous" else sign_in(client, judged.persons[name])


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_is_there_for_those_who_may_see_it_and_for_nobody_else(
    client, judged, screen, person
):
    as_person(client, judged, person)
    response = client.get(address(screen, judged))
    if person == "anonymous":
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")
    else:
        assert response.status_code == (200 if person in SCREENS[screen] else 404)


@pytest.mark.parametrize("person", PERSONS)
def test_nothing_is_changed_by_those_who_may_not(client, judged, person):
    as_person(client, judged, person)
    refused = [screen for screen, allowed in SCREENS.items() if person not in allowed]
    for screen in refused:
        data = {"reason": "Taip", "text": "Kodėl?", "submit": "1"}
        response = client.post(address(screen, judged), data)
        assert response.status_code in (302, 404, 405), screen
    assert not RecordEntry.objects.exists()


@pytest.mark.parametrize("person", PERSONS[1:])
def test_what_belongs_to_another_edition_is_not_found_by_this_ones_address(client, judged, person):
    other = new_edition(Stage.JUDGING)
    as_person(client, judged, person)
    for screen in (
        SCREENS.keys()
        - OF_EDITION
        - {
            "competition_entries:editions",
            "competition_entries:file",
        }
    ):
        assert client.get(address(screen, judged, edition=other)).status_code == 404, screen
        assert client.get(address(screen, judged, pk=999_999)).status_code == 404, screen


@pytest.mark.parametrize("person", ["juror", "idle", "recused", "chair"])
def test_another_editions_jury_is_not_found_by_jurors_of_this_one(client, judged, person):
    other = new_edition(Stage.JUDGING)
    as_person(client, judged, person)
    for screen in OF_EDITION:
        assert client.get(address(screen, judged, edition=other)).status_code == 404, screen


WAGTAILS = [
    "wagtailadmin_explore_root",
    "wagtailadmin_choose_page",
    "wagtailadmin_choose_page_search",
    "wagtailadmin_pages:search",
    "wagtailadmin_reports:site_history",
    "wagtailadmin_reports:locked_pages",
    "wagtailadmin_tag_autocomplete",
    "wagtailimages:index",
    "wagtailimages_chooser:choose",
    "wagtaildocs:index",
    "wagtaildocs_chooser:choose",
    "wagtailusers_users:index",
    "wagtailsnippets:index",
    "contact_messages:index",
    "webhooks:index",
    "searches_report",
]


@pytest.mark.parametrize("screen", WAGTAILS)
def test_the_rest_of_the_admin_is_not_there_for_jurors(client, judged, screen):
    as_person(client, judged, "chair")
    assert client.get(reverse(screen)).status_code == 404


def test_a_juror_comes_in_at_her_entries(client, judged):
    as_person(client, judged, "juror")
    response = client.get(reverse("wagtailadmin_home"), follow=True)
    assert response.request["PATH_INFO"] == address("competition_jury:mine", judged)


def test_a_juror_without_a_seat_is_told_so(client, judged):
    as_person(client, judged, "guest")
    response = client.get(reverse("wagtailadmin_home"), follow=True)
    assert "You have no seat on a jury yet." in response.content.decode()


def test_a_juror_can_change_her_account(client, judged):
    as_person(client, judged, "juror")
    assert client.get(reverse("wagtailadmin_account")).status_code == 200


def test_an_editor_on_the_jury_keeps_the_rest_of_the_admin(client, judged):
    judged.persons["juror"].groups.add(Group.objects.get(name="Editors"))
    as_person(client, judged, "juror")
    assert client.get(reverse("wagtailadmin_explore_root")).status_code in (200, 302)


def test_a_recusal_closes_an_entry_to_an_editor_on_the_jury_as_well(client, judged):
    judged.persons["recused"].groups.add(Group.objects.get(name="Editors"))
    as_person(client, judged, "recused")
    assert client.get(address("competition_entries:entry", judged)).status_code == 404
    assert client.get(address("competition_entries:file", judged)).status_code == 404


@pytest.mark.parametrize(
    "person, items",
    [
        ("juror", {"My entries"}),
        ("chair", {"My entries", "Entries and juries"}),
        ("editor", {"Entries and juries"}),
    ],
)
def test_the_menu_leads_to_what_a_person_may_see(client, judged, person, items):
    as_person(client, judged, person)
    page = client.get(reverse("wagtailadmin_account")).content.decode()
    assert {item for item in ("My entries", "Entries and juries") if item in page} == items


@pytest.mark.parametrize(
    "person, ways",
    [
        ("chair", {"results:index", "results:record"}),
        ("editor", {"entries:index", "results:record"}),
        ("administrator", {"entries:index", "results:index", "results:record"}),
    ],
)
def test_from_the_jury_one_gets_to_what_one_may_see_of_the_edition(client, judged, person, ways):
    as_person(client, judged, person)
    buttons = client.get(address("competition_jury:jury", judged)).context["header_buttons"]
    assert {button.url for button in buttons} == {
        address(f"competition_{name}", judged) for name in ways
    }


def test_a_file_is_saved_and_never_shown_or_kept(client, judged):
    as_person(client, judged, "juror")
    response = client.get(address("competition_entries:file", judged))
    assert b"".join(response.streaming_content).startswith(b"%PDF")
    assert response["Content-Disposition"] == 'attachment; filename="priedas.pdf"'
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]


def test_a_file_has_no_other_address(client, judged):
    as_person(client, judged, "administrator")
    for folder in ("media", "documents", "static", "private"):
        response = client.get(f"/{folder}/{judged.file.file.name}", follow=True)
        assert response.status_code == 404


def test_a_file_that_is_gone_is_not_found(client, judged):
    judged.file.file.delete(save=False)
    type(judged.file).objects.filter(pk=judged.file.pk).update(file="entries/nera")
    as_person(client, judged, "juror")
    assert client.get(address("competition_entries:file", judged)).status_code == 404


@pytest.mark.parametrize("person", ["juror", "chair"])
@pytest.mark.parametrize("state", sorted(set(Entry.State) - {Entry.State.ELIGIBLE}))
def test_jurors_read_eligible_entries_only(client, judged, person, state):
    Entry.objects.update(state=state)
    as_person(client, judged, person)
    for screen in ("competition_entries:file", "competition_jury:score"):
        assert client.get(address(screen, judged)).status_code == 404


@pytest.mark.parametrize("person", ["juror", "chair"])
def test_jurors_read_nothing_before_judging_is_open(client, judged, person):
    Proceedings.objects.update(judging_opened_at=None)
    as_person(client, judged, person)
    for screen in ("competition_entries:file", "competition_jury:score"):
        assert client.get(address(screen, judged)).status_code == 404


def test_editors_do_not_read_what_is_not_submitted_yet(client, judged):
    draft = EntryFactory(edition=judged.edition)
    file = EntryFileFactory(entry=draft, question=next(iter(judged.edition.rows("questions"))))
    as_person(client, judged, "editor")
    page = client.get(address("competition_entries:entry", judged, pk=draft.pk))
    assert "can be read once the entry is submitted" in page.content.decode()
    assert client.get(reverse("competition_entries:file", args=[file.key])).status_code == 404


def test_nobody_who_is_not_active_has_a_seat(client, judged):
    user = judged.persons["juror"]
    client.force_login(user)
    user.is_active = False
    user.save()
    assert client.get(address("competition_jury:score", judged)).status_code == 302


def test_the_chair_lifts_no_recusal_of_her_own(client, judged):
    own = RecusalFactory(seat=judged.seats["chair"], entry=judged.entry)
    screen = reverse("competition_jury:lift", args=[judged.edition.key, own.pk])
    as_person(client, judged, "chair")
    assert client.get(screen).status_code == 404
    sign_in(client, judged.persons["administrator"])
    assert client.get(screen).status_code == 200
