"""The jury of an edition: seats, assignments with conflicts proposed, the opening and the close."""

import pytest
from django.urls import reverse
from django.utils import timezone

from ecosystem.stages import Stage
from ecosystem.tests.factories import MemberFactory
from industry4.competition.models import (
    Assignment,
    Proceedings,
    RecordEntry,
    Recusal,
    ScoreSheet,
    Seat,
)
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    EntryFactory,
    JurorUserFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.competition.wagtail_hooks import judging_has_opened
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, messages_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(Stage.JUDGING)


@pytest.fixture
def editor(client):
    return sign_in(client, EditorFactory(first_name="Rasa", last_name="Redaktorė"))


def address(name, edition, *args):
    return reverse(f"competition_jury:{name}", args=[edition.key, *args])


def send(client, name, edition, *args, **data):
    """What is said after a form was sent: the messages, else what stands in it."""
    response = client.post(address(name, edition, *args), data, follow=True)
    return " ".join(messages_of(response)).strip() or response.content.decode()


def acts(edition):
    return list(RecordEntry.objects.filter(edition=edition.key).values_list("act", flat=True))


def opened(edition, *, closed=False):
    proceedings = Proceedings.of(edition.key)
    proceedings.judging_opened_at = timezone.now()
    proceedings.judging_closed_at = timezone.now() if closed else None
    proceedings.save()


# Seats


def test_a_juror_is_appointed(editor, edition):
    user, member = JurorUserFactory(), MemberFactory()
    said = send(
        editor, "add_seat", edition, user=user.pk, is_chair="on", works_for=member.translation_key
    )
    assert said == "The juror is appointed."
    seat = Seat.objects.get()
    assert (seat.user, seat.is_chair, seat.works_for) == (user, True, member.translation_key)
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.by_name) == ("seated", "Rasa Redaktorė")
    assert decision.details == {"juror": user.get_full_name(), "chair": True}


def test_only_users_of_the_jury_without_a_seat_are_offered(editor, edition):
    seated, free, gone = SeatFactory(edition=edition).user, JurorUserFactory(), JurorUserFactory()
    gone.is_active = False
    gone.save()
    SeatFactory(edition=new_edition(), user=free)
    form = editor.get(address("add_seat", edition)).context["form"]
    assert list(form.fields["user"].queryset) == [free]
    send(editor, "add_seat", edition, user=seated.pk)
    send(editor, "add_seat", edition, user=EditorFactory().pk)
    assert Seat.objects.filter(edition=edition.key).count() == 1


def test_there_is_one_chair(editor, edition):
    before = SeatFactory(edition=edition, is_chair=True)
    elsewhere = SeatFactory(edition=new_edition(), is_chair=True)
    after = SeatFactory(edition=edition)
    assert send(editor, "edit_seat", edition, after.pk, is_chair="on") == "The seat is changed."
    chairs = Seat.objects.filter(is_chair=True)
    assert set(chairs) == {after, elsewhere}
    assert before not in chairs


def test_the_form_of_a_seat_holds_what_it_is(editor, edition):
    member = MemberFactory()
    seat = SeatFactory(edition=edition, is_chair=True, works_for=member.translation_key)
    form = editor.get(address("edit_seat", edition, seat.pk)).context["form"]
    assert form["is_chair"].value() is True
    assert form["works_for"].value() == str(member.translation_key)


def test_a_juror_is_dismissed_with_a_reason(editor, edition):
    seat = AssignmentFactory(seat__edition=edition.key, entry__edition=edition).seat
    assert "The juror is dismissed." in send(
        editor, "dismiss", edition, seat.pk, reason="Persikėlė į Kauną"
    )
    assert not Seat.objects.exists()
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("unseated", "Persikėlė į Kauną")


def test_a_juror_who_has_submitted_scores_stays(editor, edition):
    entry = EligibleEntryFactory(edition=edition)
    seat = SheetFactory(entry=entry).seat
    said = send(editor, "dismiss", edition, seat.pk, reason="Nepatinka")
    assert "This juror has submitted scores and stays." in said
    assert "Nepatinka" in said
    assert ScoreSheet.objects.exists()


@pytest.mark.parametrize("name", ["add_seat", "assign", "edit_seat", "dismiss"])
def test_the_jury_does_not_change_once_judging_is_closed(editor, edition, name):
    entry, seat = EligibleEntryFactory(edition=edition), SeatFactory(edition=edition)
    opened(edition, closed=True)
    args = [seat.pk] if name in ("edit_seat", "dismiss") else []
    said = send(
        editor,
        name,
        edition,
        *args,
        user=JurorUserFactory().pk,
        jurors=[seat.pk],
        entries=[entry.pk],
        reason="Todėl",
    )
    assert "Nothing was changed: judging is closed." in said
    assert list(Seat.objects.all()) == [seat]
    assert not Assignment.objects.exists()
    assert acts(edition) == []


# Assigning


def test_all_eligible_entries_are_assigned_to_all(editor, edition):
    seats = [SeatFactory(edition=edition) for _number in range(3)]
    entries = [EligibleEntryFactory(edition=edition) for _number in range(2)]
    EntryFactory(edition=edition, state="submitted")
    EligibleEntryFactory(edition=new_edition())
    form = editor.get(address("assign", edition)).context["form"]
    assert set(form["jurors"].value()) == {seat.pk for seat in seats}
    assert form["everything"].value() is True
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


def test_it_has_to_be_chosen_what_is_assigned(editor, edition):
    seat, _entry = SeatFactory(edition=edition), EligibleEntryFactory(edition=edition)
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
    send(editor, "assign", edition, jurors=[seat.pk], everything="on", conflicts=[value])
    recusal = Recusal.objects.get()
    assert (recusal.seat, recusal.entry) == (seat, entry)
    assert recusal.kind == Recusal.Kind.WORK
    assert "Works for the entrant" in recusal.reason
    assert acts(edition) == ["assigned", "recused"]
    assert "conflicts" not in editor.get(address("assign", edition)).context["form"].fields


def test_a_proposal_that_was_not_followed_is_not_made_again_by_itself(editor, edition, conflict):
    seat, _entry = conflict
    send(editor, "assign", edition, jurors=[seat.pk], everything="on")
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


# Opening and closing


def test_judging_is_opened_and_its_rules_are_on_the_record(editor):
    edition = new_edition(Stage.JUDGING, normalisation="z_score", least_scores=2)
    SeatFactory(edition=edition, is_chair=True)
    assert "By juror" in editor.get(address("open", edition)).content.decode()
    assert not judging_has_opened(edition.key)
    assert send(editor, "open", edition) == "Judging is open."
    assert judging_has_opened(edition.key)
    decision = RecordEntry.objects.get()
    assert decision.act == "judging_opened"
    assert decision.details["normalisation"] == "z_score"
    assert decision.details["least_scores"] == 2
    assert [each["weight"] for each in decision.details["criteria"]] == [50, 30, 20]


def test_judging_opens_once(editor, edition):
    SeatFactory(edition=edition, is_chair=True)
    send(editor, "open", edition)
    assert "Nothing was changed: judging is open." in send(editor, "open", edition)
    assert acts(edition) == ["judging_opened"]


@pytest.mark.parametrize(
    "stage, why",
    [
        (Stage.ANNOUNCED, "Judging opens once entries are closed."),
        (Stage.OPEN, "Judging opens once entries are closed."),
        (Stage.DECIDED, "The competition is decided."),
        (Stage.PUBLISHED, "The competition is decided."),
    ],
)
def test_judging_opens_after_entries_and_before_the_decision(editor, stage, why):
    edition = new_edition(stage)
    SeatFactory(edition=edition, is_chair=True)
    assert why in send(editor, "open", edition)
    assert not judging_has_opened(edition.key)


def test_judging_needs_a_chair_and_criteria(editor, edition):
    assert "The jury has no chair yet." in send(editor, "open", edition)
    bare = new_edition(Stage.JUDGING, weights=())
    SeatFactory(edition=bare, is_chair=True)
    assert "The edition has no criteria." in send(editor, "open", bare)


def test_the_chair_closes_judging_and_is_told_what_is_left(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True)
    AssignmentFactory(seat=chair, entry=EligibleEntryFactory(edition=edition))
    opened(edition)
    sign_in(client, chair.user)
    page = client.get(address("close", edition)).content.decode()
    assert "1 assigned entry is not scored." in page
    assert "1 entry has too few scores" in page
    assert send(client, "close", edition) == "Judging is closed."
    assert Proceedings.of(edition.key).judging_closed_at
    assert acts(edition) == ["judging_closed"]
    assert "Nothing was changed: judging is closed." in send(client, "close", edition)


def test_judging_that_is_not_open_is_not_closed(client, edition):
    sign_in(client, SeatFactory(edition=edition, is_chair=True).user)
    assert "Nothing was changed: judging is not open yet." in send(client, "close", edition)


# Recusals and reopened sheets


def test_the_chair_lifts_a_recusal_with_a_reason(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True)
    recusal = RecusalFactory(
        entry=EligibleEntryFactory(edition=edition), kind="personal", reason="Kaimynai"
    )
    sign_in(client, chair.user)
    assert "Kaimynai" in client.get(address("lift", edition, recusal.pk)).content.decode()
    said = send(client, "lift", edition, recusal.pk, reason="Tik bendrapavardžiai")
    assert "The recusal is lifted." in said
    assert not Recusal.objects.exists()
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("reinstated", "Tik bendrapavardžiai")
    assert decision.details["conflict"] == "personal"


def test_the_chair_reopens_submitted_scores_with_a_reason(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True)
    sheet = SheetFactory(entry=EligibleEntryFactory(edition=edition), values=[1, 2, 3])
    opened(edition)
    sign_in(client, chair.user)
    said = send(client, "reopen", edition, sheet.pk, reason="Sumaišė paraiškas")
    assert "The scores are a draft again." in said
    sheet.refresh_from_db()
    assert sheet.submitted_at is None
    assert [score.value for score in sheet.scores.order_by("pk")] == [1, 2, 3]
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.reason) == ("reopened", "Sumaišė paraiškas")


def test_scores_are_not_reopened_once_judging_is_closed(client, edition):
    chair = SeatFactory(edition=edition, is_chair=True)
    sheet = SheetFactory(entry=EligibleEntryFactory(edition=edition))
    opened(edition, closed=True)
    sign_in(client, chair.user)
    said = send(client, "reopen", edition, sheet.pk, reason="Per vėlai")
    assert "Nothing was changed: judging is closed." in said
    sheet.refresh_from_db()
    assert sheet.submitted_at


def test_assigning_costs_the_same_queries_for_1_and_for_20(editor, edition):
    counts = []
    for number in (1, 19):
        for _pair in range(number):
            member = MemberFactory()
            SeatFactory(edition=edition, works_for=member.translation_key)
            EligibleEntryFactory(edition=edition, member_key=member.translation_key)
        counts.append(cost(editor, address("assign", edition)))
    assert counts[0] == counts[1] <= 25
