"""What editors decide about an entry: each decision once, told to the entrant, on the record."""

from types import SimpleNamespace

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from ecosystem.models import CompetitionAct
from ecosystem.stages import Stage
from ecosystem.tests.factories import MemberFactory
from industry4.competition.entering.mails import mail
from industry4.competition.models import Entry, Proceedings, RecordEntry
from industry4.competition.screening import acts
from industry4.competition.tests.factories import (
    EntryFactory,
    new_edition,
)
from industry4.competition.tests.results import decided
from industry4.testing.editors import EditorFactory, messages_of, sign_in

pytestmark = pytest.mark.django_db

State = Entry.State
SCREENS = {
    State.ELIGIBLE: "eligible",
    State.RETURNED: "return",
    State.REFUSED: "refuse",
    State.WITHDRAWN: "withdraw",
}


@pytest.fixture
def edition():
    return new_edition(Stage.CLOSED)


@pytest.fixture
def editor(client):
    return sign_in(client, EditorFactory(first_name="Rasa", last_name="Redaktorė"))


@pytest.fixture
def mailed(monkeypatch):
    """What entrants are mailed: the entry's id and the kind."""
    sent = []
    task = SimpleNamespace(enqueue=lambda *given: sent.append(given))
    monkeypatch.setattr(acts, "mail_entrant", task)
    return sent


def entry_in(edition, state):
    return EntryFactory(edition=edition, state=state)


def decide(client, entry, state, **data):
    """Answer the screen of a decision."""
    address = reverse(f"competition_entries:{SCREENS[state]}", args=[entry.edition, entry.pk])
    response = client.post(address, data, follow=True)
    entry.refresh_from_db()
    return response


def test_an_entry_is_found_eligible(editor, edition, mailed):
    entry = entry_in(edition, State.SUBMITTED)
    assert "The entry is eligible." in messages_of(decide(editor, entry, State.ELIGIBLE))[0]
    assert entry.state == State.ELIGIBLE
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.entry_number) == ("eligible", entry.number)
    assert decision.by_name == "Rasa Redaktorė"
    assert mailed == []


def test_an_entry_is_returned_with_a_question(editor, edition, mailed):
    entry = entry_in(edition, State.SUBMITTED)
    decide(editor, entry, State.RETURNED, text="Ar gaminys parduodamas?")
    assert entry.state == State.RETURNED
    question = entry.questions.get()
    assert question.text == "Ar gaminys parduodamas?"
    assert question.asked_by.username.startswith("redaktorius")
    assert mailed == [(entry.pk, "returned")]
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("returned", "")  # questions are erased, it is not
    address = reverse("competition_entries:entry", args=[edition.key, entry.pk])
    assert "Ar gaminys parduodamas?" in editor.get(address).content.decode()


def test_an_entry_is_refused_with_a_reason(editor, edition, mailed):
    entry = entry_in(edition, State.SUBMITTED)
    decide(editor, entry, State.REFUSED, reason="Įmonė ne iš regiono.")
    assert entry.state == State.REFUSED
    assert mailed == [(entry.pk, "refused")]
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("refused", "Įmonė ne iš regiono.")
    address = reverse("competition_entries:entry", args=[edition.key, entry.pk])
    assert "Įmonė ne iš regiono." in editor.get(address).content.decode()


@pytest.mark.parametrize("state", [State.RETURNED, State.REFUSED, State.WITHDRAWN])
def test_neither_a_question_nor_a_refusal_is_empty(editor, edition, mailed, state):
    entry = entry_in(edition, State.SUBMITTED)
    response = decide(editor, entry, state, text=" ", reason=" ")
    assert response.context["form"].errors
    assert entry.state == State.SUBMITTED
    assert not RecordEntry.objects.exists()


def test_what_is_asked_before_anything_is_decided_changes_nothing(editor, edition):
    entry = entry_in(edition, State.SUBMITTED)
    for screen in SCREENS.values():
        editor.get(reverse(f"competition_entries:{screen}", args=[edition.key, entry.pk]))
    entry.refresh_from_db()
    assert entry.state == State.SUBMITTED


@pytest.mark.parametrize("state", [State.UNCONFIRMED, State.DRAFT, State.WITHDRAWN])
@pytest.mark.parametrize("to", SCREENS)
def test_what_is_not_in_the_running_is_not_decided_about(editor, edition, mailed, state, to):
    entry = entry_in(edition, state)
    response = decide(editor, entry, to, text="Kodėl?", reason="Todėl")
    assert "This cannot be done now" in response.content.decode()
    assert entry.state == state
    assert mailed == []


def test_what_was_typed_is_not_lost_when_it_came_too_late(editor, edition, mailed):
    entry = entry_in(edition, State.WITHDRAWN)
    response = decide(editor, entry, State.REFUSED, reason="Ilgai rašyta priežastis")
    assert "Ilgai rašyta priežastis" in response.content.decode()


def test_a_refusal_can_be_taken_back_and_the_entrant_is_told(editor, edition, mailed):
    entry = entry_in(edition, State.REFUSED)
    decide(editor, entry, State.ELIGIBLE)
    assert entry.state == State.ELIGIBLE
    assert mailed == [(entry.pk, "admitted")]


@pytest.mark.parametrize(
    "kind, words", [("admitted", "reversed their decision"), ("taken_out", "have withdrawn")]
)
def test_the_entrant_is_told_in_the_language_of_the_entry(edition, kind, words):
    entry = entry_in(edition, State.ELIGIBLE)
    for language in ("lt", "en"):
        entry.language = language
        letter = mail(entry, kind)
        assert edition.source.title in letter.subject
        assert entry.own_secret in letter.body
        assert (words in letter.body) == (language == "en")


@pytest.mark.parametrize("state", [State.SUBMITTED, State.RETURNED, State.ELIGIBLE])
def test_an_entry_is_withdrawn_with_a_reason_also_once_it_is_decided(
    editor, edition, mailed, state
):
    entry = entry_in(edition, state)
    now = timezone.now()
    Proceedings.objects.update(judging_opened_at=now, judging_closed_at=now)
    CompetitionAct.objects.create(edition=edition.key, kind="decided", at=now)
    address = reverse("competition_entries:entry", args=[edition.key, entry.pk])
    assert address + "withdraw/" in editor.get(address).content.decode()
    response = decide(editor, entry, State.WITHDRAWN, reason="Taip nutarė įmonė.")
    assert "The entry is withdrawn" in messages_of(response)[0]
    assert entry.state == State.WITHDRAWN
    assert mailed == [(entry.pk, "taken_out")]
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("withdrawn", "Taip nutarė įmonė.")
    assert decision.by_name == "Rasa Redaktorė"


def test_nothing_is_withdrawn_once_the_results_are_public(editor, edition, mailed):
    entry = entry_in(edition, State.ELIGIBLE)
    for kind in CompetitionAct.Kind:
        CompetitionAct.objects.create(edition=edition.key, kind=kind, at=timezone.now())
    address = reverse("competition_entries:entry", args=[edition.key, entry.pk])
    assert address + "withdraw/" not in editor.get(address).content.decode()
    response = decide(editor, entry, State.WITHDRAWN, reason="Taip nutarė įmonė.")
    assert "The results are published already." in response.content.decode()
    assert entry.state == State.ELIGIBLE
    assert mailed == []


@pytest.mark.parametrize("state", [State.REFUSED, State.WITHDRAWN])
def test_whoever_gives_a_reason_is_told_that_it_stays(editor, edition, state):
    entry = entry_in(edition, State.ELIGIBLE)
    address = reverse(f"competition_entries:{SCREENS[state]}", args=[edition.key, entry.pk])
    assert "name no persons" in editor.get(address).content.decode()


def test_nothing_is_asked_of_entrants_once_judging_is_open(editor, edition, mailed):
    entry = entry_in(edition, State.ELIGIBLE)
    Proceedings.objects.filter(edition=edition.key).update(judging_opened_at=timezone.now())
    decide(editor, entry, State.RETURNED, text="Kodėl?")
    assert entry.state == State.ELIGIBLE
    decide(editor, entry, State.REFUSED, reason="Melaginga")
    assert entry.state == State.REFUSED


def test_nothing_is_decided_once_judging_is_closed(edition, mailed):
    entry = entry_in(edition, State.ELIGIBLE)
    now = timezone.now()
    Proceedings.objects.filter(edition=edition.key).update(
        judging_opened_at=now, judging_closed_at=now
    )
    with pytest.raises(ValidationError):
        acts.decide(entry, State.REFUSED, EditorFactory(), "Per vėlai")


def test_only_what_may_be_decided_is_offered(editor, edition):
    entry = entry_in(edition, State.REFUSED)
    page = editor.get(reverse("competition_entries:entry", args=[edition.key, entry.pk]))
    assert page.context["may"] == {
        State.ELIGIBLE: True,
        State.RETURNED: False,
        State.REFUSED: False,
        State.WITHDRAWN: False,
    }


def test_a_winner_who_withdraws_is_not_published_and_the_others_stay_where_they_were(mailed):
    judged = decided(1, 2)
    acts.decide(judged.entries[0], State.WITHDRAWN, EditorFactory(), "Įmonė atsisakė.")
    judged.publish()
    results = judged.page().results.all()
    assert [(row.company, row.place) for row in results] == [(judged.entries[1].company, 2)]
    # The chair followed the ranking, and readers are not told anything else.
    assert judged.fresh().source.acts["published"].summary["departures"] == 0


def change_member(client, entry, member, reason="Kita įmonė."):
    """Answer the screen on which the member is chosen: what the form says is wrong, or None."""
    address = reverse("competition_entries:member", args=[entry.edition, entry.pk])
    response = client.post(address, {"member": member or "", "reason": reason})
    entry.refresh_from_db()
    return response.context["form"].errors.as_text() if response.status_code == 200 else None


def test_the_member_of_an_entry_is_cleared_and_set_on_the_record_without_its_name(editor, edition):
    key = MemberFactory(title="Šviesos fabrikas").translation_key
    entry = EntryFactory(edition=edition, state=State.ELIGIBLE, member_key=key)
    assert change_member(editor, entry, None) is None
    assert entry.member_key is None
    assert "This is so already." in change_member(editor, entry, None)
    assert change_member(editor, entry, key) is None
    assert entry.member_key == key
    decisions = list(RecordEntry.objects.all())
    assert [decision.act for decision in decisions] == ["member_cleared", "member_set"]
    assert {(each.reason, each.entry_number) for each in decisions} == {
        ("Kita įmonė.", entry.number)
    }
    assert not any(each.details for each in decisions)


def test_the_member_is_a_members_page_and_the_change_has_a_reason(editor, edition):
    entry = EntryFactory(edition=edition, state=State.SUBMITTED)
    assert change_member(editor, entry, edition.key)
    assert change_member(editor, entry, MemberFactory().translation_key, reason=" ")
    assert entry.member_key is None
    assert not RecordEntry.objects.exists()


def test_the_member_of_what_is_decided_or_not_submitted_stays(editor, edition):
    key = MemberFactory().translation_key
    entries = [
        EntryFactory(edition=edition, state=State.DRAFT),
        EntryFactory(edition=edition, state=State.WITHDRAWN),
    ]
    submitted = EntryFactory(edition=edition, state=State.ELIGIBLE)
    address = reverse("competition_entries:entry", args=[edition.key, submitted.pk])
    way = reverse("competition_entries:member", args=[edition.key, submitted.pk])
    assert way in editor.get(address).content.decode()
    CompetitionAct.objects.create(
        edition=edition.key, kind=CompetitionAct.Kind.DECIDED, at=timezone.now()
    )
    assert way not in editor.get(address).content.decode()
    for entry in [*entries, submitted]:
        assert "cannot be changed any more" in change_member(editor, entry, key)
        assert entry.member_key is None
