"""Entries are assigned to jurors, with the conflicts of interest that are proposed before."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from ecosystem.stages import Stage
from ecosystem.tests.factories import MemberFactory
from industry4.competition.conflicts import Conflict
from industry4.competition.judging import forms, jury
from industry4.competition.models import Assignment, RecordEntry, Recusal, Seat
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    EntryFactory,
    SeatFactory,
    new_edition,
)
from industry4.competition.tests.judging import acts, address, send
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(Stage.JUDGING)


@pytest.fixture
def editor(client):
    return sign_in(client, EditorFactory(first_name="Rasa", last_name="Redaktorė"))


def assign(client, edition, **data):
    """Assign as the form proposes it, but for what is given. Returns what is said then."""
    form = client.get(address("assign", edition)).context["form"]
    data = {"shown": form["shown"].value(), **data}
    return send(client, "assign", edition, **data)


def test_all_eligible_entries_are_assigned_to_all(editor, edition):
    seats = [SeatFactory(edition=edition) for _number in range(3)]
    entries = [EligibleEntryFactory(edition=edition) for _number in range(2)]
    EntryFactory(edition=edition, state="submitted")
    EligibleEntryFactory(edition=new_edition())
    said = send(editor, "assign", edition, jurors=[seat.pk for seat in seats], everything="on")
    assert said == "6 new assignments."
    assert set(Assignment.objects.values_list("seat", "entry")) == {
        (seat.pk, entry.pk) for seat in seats for entry in entries
    }
    decision = RecordEntry.objects.get()
    assert decision.act == "assigned"
    assert decision.details["entries"] == [entry.number for entry in entries]


def test_chosen_entries_are_assigned_to_chosen_jurors_once(editor, edition):
    one, other = SeatFactory(edition=edition), SeatFactory(edition=edition)
    first, second = (EligibleEntryFactory(edition=edition) for _number in range(2))
    for expected in ("1 new assignment.", "0 new assignments."):
        assert send(editor, "assign", edition, jurors=[one.pk], entries=[second.pk]) == expected
    assert list(Assignment.objects.values_list("seat", "entry")) == [(one.pk, second.pk)]
    assert acts(edition) == ["assigned"]
    assert not other.assignments.exists()
    assert not first.assignments.exists()


def test_the_record_names_what_is_new_and_to_whom(edition):
    one, other, new = SeatFactory.create_batch(3, edition=edition)
    first, second = EligibleEntryFactory.create_batch(2, edition=edition)
    for seat in (one, other):
        AssignmentFactory(seat=seat, entry=first)
    jury.assign(edition.key, [one, other, new], [first, second], EditorFactory())
    assert [decision.details for decision in RecordEntry.objects.all()] == [
        {"jurors": [str(one), str(other)], "entries": [second.number]},
        {"jurors": [str(new)], "entries": [first.number, second.number]},
    ]


@override("en")
def test_nothing_is_assigned_where_a_juror_was_dismissed_meanwhile(edition):
    gone, stays = SeatFactory.create_batch(2, edition=edition)
    entry, by = EligibleEntryFactory(edition=edition), EditorFactory()
    stale = Seat.objects.get(pk=gone.pk)
    jury.unseat(gone, by, "Išvyko")
    with pytest.raises(ValidationError, match="is gone since"):
        jury.assign(edition.key, [stale, stays], [entry], by)
    with pytest.raises(ValidationError, match="is gone since"):
        jury.recuse(stale, entry, Conflict(Recusal.Kind.OTHER, "Brolis"), by)
    assert not Assignment.objects.exists()
    assert acts(edition) == ["unseated"]


def test_it_has_to_be_chosen_what_is_assigned(editor, edition):
    seat, entry = SeatFactory(edition=edition), EligibleEntryFactory(edition=edition)
    form = editor.get(address("assign", edition)).context["form"]
    for name in ("jurors", "everything", "entries"):
        assert not form[name].value()
    assert "Choose either all entries, or some of them." in send(
        editor, "assign", edition, jurors=[seat.pk], everything="on", entries=[entry.pk]
    )
    assert "Choose all entries, or some of them." in send(
        editor, "assign", edition, jurors=[seat.pk]
    )
    foreign = EligibleEntryFactory(edition=new_edition())
    send(editor, "assign", edition, jurors=[seat.pk], entries=[foreign.pk])
    assert not Assignment.objects.exists()


@pytest.fixture
def conflict(edition):
    """A juror who works for the member that has entered."""
    member = MemberFactory(title="Šviesa")
    seat = SeatFactory(edition=edition, works_for=member.translation_key)
    entry = EligibleEntryFactory(edition=edition, member_key=member.translation_key)
    return seat, entry


def test_conflicts_are_proposed_before_and_recused_as_chosen(editor, edition, conflict):
    seat, entry = conflict
    form = editor.get(address("assign", edition)).context["form"]
    ((value, label),) = form.fields["conflicts"].choices
    assert form["conflicts"].value() == [value]
    assert str(seat) in label
    assert "Works for the entrant" in label
    assign(editor, edition, jurors=[seat.pk], everything="on", conflicts=[value])
    recusal = Recusal.objects.get()
    assert (recusal.seat, recusal.entry) == (seat, entry)
    assert recusal.kind == Recusal.Kind.WORK
    assert "Works for the entrant" in recusal.reason
    assert acts(edition) == ["assigned", "recused"]
    assert "conflicts" not in editor.get(address("assign", edition)).context["form"].fields


def test_a_proposal_that_was_not_followed_is_not_made_again_by_itself(editor, edition, conflict):
    seat, _entry = conflict
    assign(editor, edition, jurors=[seat.pk], everything="on")
    assert not Recusal.objects.exists()
    assert editor.get(address("assign", edition)).context["form"]["conflicts"].value() == []


def test_who_is_not_chosen_is_not_recused(editor, edition, conflict):
    seat, entry = conflict
    other = SeatFactory(edition=edition)
    send(
        editor,
        "assign",
        edition,
        jurors=[other.pk],
        everything="on",
        conflicts=[f"{seat.pk}-{entry.pk}"],
    )
    assert not Recusal.objects.exists()


def test_a_conflict_that_was_not_shown_yet_is_not_assigned(editor, edition, conflict):
    seat, entry = conflict
    other = EligibleEntryFactory(edition=edition)
    assert send(editor, "assign", edition, jurors=[seat.pk], everything="on", shown="") == (
        "1 new assignment."
    )
    assert list(Assignment.objects.values_list("seat", "entry")) == [(seat.pk, other.pk)]
    assert assign(editor, edition, jurors=[seat.pk], everything="on") == "1 new assignment."
    assert Assignment.objects.filter(seat=seat, entry=entry).exists()


def test_many_conflicts_are_shown_some_at_a_time_and_none_is_passed_over(
    editor, edition, monkeypatch
):
    monkeypatch.setattr(forms, "MOST_SHOWN", 2)
    member = MemberFactory()
    seat = SeatFactory(edition=edition, works_for=member.translation_key)
    entries = [
        EligibleEntryFactory(edition=edition, member_key=member.translation_key)
        for _number in range(3)
    ]
    form = editor.get(address("assign", edition)).context["form"]
    proposed = form["conflicts"].value()
    assert len(proposed) == len(form.fields["conflicts"].choices) == 2
    assert "1 more is not shown and not assigned now" in form.fields["conflicts"].help_text
    assign(editor, edition, jurors=[seat.pk], everything="on", conflicts=proposed[:1])
    assert Assignment.objects.count() == 2
    form = editor.get(address("assign", edition)).context["form"]
    assert [
        label.partition(" – ")[2].partition(":")[0]
        for _name, label in form.fields["conflicts"].choices
    ] == [str(entries[2]), str(entries[1])]
    assert form["conflicts"].value() == [f"{seat.pk}-{entries[2].pk}"]


def test_assigning_costs_the_same_queries_for_1_and_for_20(editor, edition):
    counts = []
    for number in (1, 19):
        for _pair in range(number):
            member = MemberFactory()
            SeatFactory(edition=edition, works_for=member.translation_key)
            EligibleEntryFactory(edition=edition, member_key=member.translation_key)
        counts.append(cost(editor, address("assign", edition)))
    assert counts[0] == counts[1] <= 25
