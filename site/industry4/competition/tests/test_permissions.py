"""Who sees which screen of the competition in the admin, as a table; all else is not found."""

import pytest
from django.apps import apps
from django.urls import reverse

from ecosystem.stages import Stage
from industry4.competition.models import Entry, Proceedings
from industry4.competition.tests import persons
from industry4.competition.tests.factories import (
    EntryFactory,
    EntryFileFactory,
    RecusalFactory,
    new_edition,
)
from industry4.competition.tests.persons import (
    ANSWER,
    COMPANY,
    OF_EDITION,
    OF_ROW,
    PERSONS,
    STRANGERS,
    address,
    as_person,
)
from industry4.testing.editors import sign_in

pytestmark = pytest.mark.django_db

RUNS = {"editor", "torn", "administrator"}
READS = {"editor", "administrator"}  # what an editor who is recused does not
FOLLOWS = {"chair", *RUNS}
DECIDES = {"chair", "administrator"}
ADMINISTRATOR = {"administrator"}  # as long as the chair may still score
JURORS = {"juror", "idle", "recused", "chair", "torn"}
SCORES = {"juror", "chair"}
# The screens, and who sees them while the judging is open.
SCREENS = {
    "competition_entries:editions": FOLLOWS,
    "competition_entries:index": RUNS,
    "competition_entries:results": RUNS,
    "competition_entries:entry": READS,
    "competition_entries:eligible": READS,
    "competition_entries:return": READS,
    "competition_entries:refuse": READS,
    "competition_entries:member": READS,
    "competition_entries:withdraw": READS,
    "competition_entries:file": READS | SCORES,
    "competition_jury:my_entries": {"guest", *JURORS},
    "competition_jury:mine": JURORS,
    "competition_jury:mine_results": JURORS,
    "competition_jury:score": SCORES,
    "competition_jury:recuse": SCORES,
    "competition_jury:jury": FOLLOWS,
    "competition_jury:seat": FOLLOWS,
    "competition_jury:add_seat": RUNS,
    "competition_jury:edit_seat": RUNS,
    "competition_jury:dismiss": RUNS,
    "competition_jury:assign": FOLLOWS,
    "competition_jury:open": FOLLOWS,
    "competition_jury:close": DECIDES,
    "competition_jury:recuse_juror": READS | {"chair"},
    "competition_jury:take_back": READS | {"chair"},
    "competition_jury:reopen": {"chair"},
    "competition_jury:lift": {"chair"},
    "competition_jury:ranking": ADMINISTRATOR,
    "competition_jury:scores": ADMINISTRATOR,
    "competition_results:index": ADMINISTRATOR,
    "competition_results:places": ADMINISTRATOR,
    "competition_results:texts": ADMINISTRATOR,
    "competition_results:decide": ADMINISTRATOR,
    "competition_results:schedule": ADMINISTRATOR,
    "competition_results:publish": ADMINISTRATOR,
    "competition_results:certificate": set(),
    "competition_results:record": FOLLOWS,
    "competition_results:record_results": FOLLOWS,
}
# Who sees them once it is decided, where that is somebody else.
DECIDED = {
    **{
        screen: DECIDES if SCREENS[screen] is ADMINISTRATOR else SCREENS[screen]
        for screen in SCREENS
    },
    "competition_results:index": FOLLOWS,
    "competition_results:texts": FOLLOWS,
    "competition_results:certificate": FOLLOWS,
}


@pytest.fixture
def judged():
    return persons.everybody()


def kept():
    """All that is kept of the competition."""
    models = apps.get_app_config("competition").get_models()
    return {model: list(model.objects.order_by("pk").values()) for model in models}


def seen(client, judged, **query):
    """How each screen answers."""
    return {screen: client.get(address(screen, judged), query).status_code for screen in SCREENS}


def expected(person, table):
    """How they are to answer."""
    if person in STRANGERS:
        return dict.fromkeys(table, 302)
    found = {screen: 200 if person in allowed else 404 for screen, allowed in table.items()}
    if person in JURORS:
        found["competition_jury:my_entries"] = 302  # to those of her latest edition
    return found


def test_every_screen_has_its_row():
    assert SCREENS.keys() == persons.SCREENS.keys()


@pytest.mark.parametrize("person", PERSONS)
def test_a_screen_is_there_for_those_who_may_see_it_and_for_nobody_else(client, judged, person):
    as_person(client, judged, person)
    assert seen(client, judged) == expected(person, SCREENS)


@pytest.mark.parametrize("person", PERSONS)
def test_once_it_is_decided_editors_see_the_results_as_well(client, judged, person):
    persons.decide(judged)
    as_person(client, judged, person)
    assert seen(client, judged) == expected(person, DECIDED)


@pytest.mark.parametrize("person", STRANGERS)
def test_who_is_not_signed_in_is_asked_to(client, judged, person):
    as_person(client, judged, person)
    for screen in SCREENS:
        response = client.get(address(screen, judged))
        assert response.url.startswith("/admin/login/"), screen


@pytest.mark.parametrize("person", PERSONS)
def test_nothing_is_changed_by_those_who_may_not(client, judged, person):
    as_person(client, judged, person)
    before = kept()
    for screen, allowed in SCREENS.items():
        if person in allowed:
            continue
        data = {"reason": "Taip", "text": "Kodėl?", "kind": "other", "submit": "1"}
        response = client.post(address(screen, judged), data)
        if person in STRANGERS:
            assert response.url.startswith("/admin/login/"), screen
        else:
            assert response.status_code == (405 if screen.endswith(":file") else 404), screen
    assert kept() == before


@pytest.mark.parametrize("person", PERSONS)
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_nobody_gets_as_a_file_what_she_does_not_see(client, judged, person, kind):
    as_person(client, judged, person)
    assert seen(client, judged, export=kind) == expected(person, SCREENS)
    response = client.get(address("competition_entries:index", judged), {"export": "csv"})
    if person in RUNS:
        text = b"".join(response.streaming_content).decode()
        assert COMPANY in text
        assert (ANSWER in text) == (person in READS)


@pytest.mark.parametrize("person", sorted(set(PERSONS) - STRANGERS))
def test_what_belongs_to_another_edition_is_not_found_by_this_ones_address(client, judged, person):
    other = new_edition(Stage.JUDGING)
    as_person(client, judged, person)
    for screen in OF_ROW:
        assert client.get(address(screen, judged, edition=other)).status_code == 404, screen
        assert client.get(address(screen, judged, pk=999_999)).status_code == 404, screen


@pytest.mark.parametrize("person", ["juror", "idle", "recused", "chair", "guest", "translator"])
def test_another_edition_is_not_found_by_jurors_of_this_one(client, judged, person):
    other = new_edition(Stage.JUDGING)
    as_person(client, judged, person)
    for screen in OF_EDITION:
        assert client.get(address(screen, judged, edition=other)).status_code == 404, screen


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


def test_editors_do_not_read_files_of_what_is_not_submitted_yet(client, judged):
    draft = EntryFactory(edition=judged.edition)
    file = EntryFileFactory(entry=draft, question=next(iter(judged.edition.rows("questions"))))
    as_person(client, judged, "editor")
    assert client.get(reverse("competition_entries:file", args=[file.key])).status_code == 404


def test_nobody_who_is_not_active_has_a_seat(client, judged):
    user = judged.persons["juror"]
    client.force_login(user)
    user.is_active = False
    user.save()
    assert client.get(address("competition_jury:score", judged)).status_code == 302


def test_the_chair_lifts_no_recusal_of_her_own(client, judged):
    own = RecusalFactory(seat=judged.seats["chair"], entry=judged.entry)
    screen = address("competition_jury:lift", judged, pk=own.pk)
    as_person(client, judged, "chair")
    assert client.get(screen).status_code == 404
    sign_in(client, judged.persons["administrator"])
    assert client.get(screen).status_code == 200


def test_who_may_change_the_english_page_alone_runs_nothing_by_whatever_address(client, judged):
    as_person(client, judged, "translator")
    assert client.get(reverse("competition_entries:editions")).status_code == 404
    assert client.get(address("competition_entries:file", judged)).status_code == 404


@pytest.mark.parametrize(
    "person, ways",
    [
        ("chair", {"results:record"}),
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
