"""Seats on the jury: who is given one, who chairs, and who is dismissed."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.utils.translation import override

from ecosystem.stages import Stage
from ecosystem.tests.factories import MemberFactory
from industry4.competition.judging import jury
from industry4.competition.models import Assignment, RecordEntry, Recusal, ScoreSheet, Seat
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    JurorUserFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.competition.tests.judging import acts, address, opened, send, text
from industry4.testing.editors import EditorFactory, UserFactory, sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(Stage.JUDGING)


@pytest.fixture
def editor(client):
    return sign_in(client, EditorFactory(first_name="Rasa", last_name="Redaktorė"))


@pytest.fixture
def judge(editor, edition):
    """The seat of the editor who is signed in."""
    return SeatFactory(edition=edition, user_id=editor.session["_auth_user_id"])


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


@pytest.mark.parametrize("language, name", [("lt", "Baldų fabrikas"), ("en", "Furniture factory")])
def test_members_are_offered_in_the_language_of_the_admin(client, edition, language, name):
    translated(MemberFactory(title="Baldų fabrikas"), title="Furniture factory")
    MemberFactory(title="Dviračiai")  # has no English page
    sign_in(client, EditorFactory(), language=language)
    page = text(client, "add_seat", edition)
    offered = ["Baldų fabrikas", "Furniture factory", "Dviračiai"]
    assert [each for each in offered if f">{each}</option>" in page] == [name, "Dviračiai"]


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


def test_a_juror_who_is_recused_stays_as_her_recusals_would_be_gone(editor, edition):
    recusal = RecusalFactory(entry=EligibleEntryFactory(edition=edition))
    said = send(editor, "dismiss", edition, recusal.seat.pk, reason="Nepatinka")
    assert "This juror is recused from an entry and stays." in said
    assert Recusal.objects.get() == recusal
    assert acts(edition) == []


@pytest.mark.parametrize("name", ["edit_seat", "dismiss"])
def test_an_editor_on_the_jury_does_not_decide_about_her_own_seat(editor, edition, judge, name):
    assert address(name, edition, judge.pk) not in text(editor, "seat", edition, judge.pk)
    response = editor.post(
        address(name, edition, judge.pk), {"is_chair": "on", "reason": "Nusprendžiau pati"}
    )
    assert response.status_code == 404
    judge.refresh_from_db()
    assert not judge.is_chair
    other = SeatFactory(edition=edition)
    assert editor.get(address(name, edition, other.pk)).status_code == 200


def test_an_editor_appoints_others_and_not_herself(client, edition):
    user, other = JurorUserFactory(), JurorUserFactory()
    user.groups.add(Group.objects.get(name="Editors"))
    sign_in(client, user)
    form = client.get(address("add_seat", edition)).context["form"]
    assert list(form.fields["user"].queryset) == [other]
    send(client, "add_seat", edition, user=user.pk, is_chair="on")
    assert not Seat.objects.exists()


def test_an_administrator_decides_about_any_seat(client, edition):
    user = UserFactory()
    sign_in(client, user)
    own = SeatFactory(edition=edition, user=user)
    assert address("edit_seat", edition, own.pk) in text(client, "seat", edition, own.pk)
    assert send(client, "edit_seat", edition, own.pk, is_chair="on") == "The seat is changed."


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


@override("en")
def test_of_two_who_decide_about_a_seat_at_once_the_second_is_told(edition):
    seat, by = SeatFactory(edition=edition), EditorFactory()
    first, second = Seat.objects.get(pk=seat.pk), Seat.objects.get(pk=seat.pk)
    jury.unseat(first, by, "Išvyko")
    with pytest.raises(ValidationError, match="is gone since"):
        jury.unseat(second, by, "Išvyko")
    with pytest.raises(ValidationError, match="is gone since"):
        jury.change(second, by, is_chair=True, works_for=None)
    assert not Seat.objects.exists()
    assert acts(edition) == ["unseated"]


@override("en")
def test_nobody_is_appointed_twice(edition):
    seat = SeatFactory(edition=edition, is_chair=True)
    with pytest.raises(ValidationError, match="has a seat already"):
        jury.seat(edition.key, seat.user, EditorFactory(), is_chair=False, works_for=None)
    assert Seat.objects.get().is_chair
