"""What a juror sees first: her entries, how far she is; and how she declares a conflict."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from industry4.competition.models import Proceedings, RecordEntry, Recusal
from industry4.competition.tests.factories import (
    AssignmentFactory,
    EligibleEntryFactory,
    EntryFileFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.competition.tests.judging import filled, opened, told
from industry4.testing.budgets import cost

pytestmark = pytest.mark.django_db
BROTHER = {"kind": "personal", "reason": "Brolio įmonė"}


def mine(edition):
    return reverse("competition_jury:mine", args=[edition.key])


def address(entry, name="score"):
    return reverse(f"competition_jury:{name}", args=[entry.edition, entry.pk])


def rows(client, edition, **query):
    """The entries in the juror's list with the state of her sheet."""
    response = client.get(mine(edition), query)
    view = response.context["view"]
    with override("en"):
        return [(entry.pk, view.state_of(entry)) for entry in response.context["object_list"]]


@pytest.mark.parametrize(
    "submitted, left, said",
    [(1, 2, "1 entry scored and submitted. 2 entries left."), (2, 0, "submitted. All is scored.")],
)
def test_she_is_told_how_far_she_is(juror, edition, seat, submitted, left, said):
    for number in range(submitted + left):
        entry = EligibleEntryFactory(edition=edition)
        AssignmentFactory(seat=seat, entry=entry)
        if number < submitted:
            SheetFactory(seat=seat, entry=entry)
    assert said in " ".join(juror.get(mine(edition)).content.decode().split())


def test_her_entries_are_listed_with_what_she_has_done(juror, edition, seat):
    def assigned():
        entry = EligibleEntryFactory(edition=edition)
        AssignmentFactory(seat=seat, entry=entry)
        return entry

    new, draft, done, away = (assigned() for _number in range(4))
    SheetFactory(seat=seat, entry=draft, values=[5, None, None], submitted_at=None)
    SheetFactory(seat=seat, entry=done)
    RecusalFactory(seat=seat, entry=away)
    EligibleEntryFactory(edition=edition)  # is not hers
    assert rows(juror, edition) == [
        (new.pk, "Not begun"),
        (draft.pk, "Draft: 1 of 3"),
        (done.pk, "Submitted"),
        (away.pk, "Recused"),
    ]
    assert [pk for pk, _state in rows(juror, edition, sheet="todo")] == [new.pk, draft.pk]
    assert [pk for pk, _state in rows(juror, edition, sheet="submitted")] == [done.pk]
    assert [pk for pk, _state in rows(juror, edition, sheet="recused")] == [away.pk]
    page = juror.get(mine(edition)).content.decode()
    assert "1 entry scored and submitted." in page
    assert "2 entries left." in page
    assert address(draft) in page
    assert address(away) not in page


def test_before_judging_is_open_a_juror_may_declare_a_conflict_and_reads_nothing(
    juror, edition, entry
):
    Proceedings.objects.update(judging_opened_at=None)
    page = juror.get(mine(edition)).content.decode()
    assert f'"{address(entry)}"' not in page
    assert address(entry, "recuse") in page
    assert "Judging is not open yet" in page
    juror.post(address(entry, "recuse"), BROTHER)
    assert Recusal.objects.get().reason == BROTHER["reason"]


def test_other_editions_are_a_click_away(juror, edition, seat):
    other = SeatFactory(edition=new_edition(year=2020), user=seat.user)
    SeatFactory(edition=new_edition(year=2021))
    page = juror.get(mine(edition)).content.decode()
    assert reverse("competition_jury:mine", args=[other.edition]) in page
    assert ">2020</a>" in page
    assert ">2021</a>" not in page


# Conflicts of interest


def test_a_recusal_blocks_reading_and_scoring_at_once_and_keeps_its_reason(
    juror, edition, seat, entry
):
    file = EntryFileFactory(entry=entry, question=next(iter(edition.rows("questions"))))
    response = juror.post(address(entry, "recuse"), BROTHER, follow=True)
    assert told(response) == "You are recused from the entry."
    recusal = Recusal.objects.get()
    assert (recusal.kind, recusal.reason) == (BROTHER["kind"], BROTHER["reason"])
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.details["conflict"]) == ("recused", BROTHER["kind"])
    assert juror.get(address(entry)).status_code == 404
    assert juror.post(address(entry), filled(edition, [1, 1, 1])).status_code == 404
    assert juror.get(reverse("competition_entries:file", args=[file.key])).status_code == 404
    assert juror.get(address(entry, "recuse")).status_code == 404
    assert rows(juror, edition) == [(entry.pk, "Recused")]


def test_a_juror_s_own_words_are_not_on_the_record_which_nobody_erases(juror, entry):
    juror.post(address(entry, "recuse"), BROTHER)
    decision = RecordEntry.objects.get()
    assert BROTHER["reason"] not in f"{decision.reason} {decision.details}"


@pytest.mark.parametrize("lacking", ["kind", "reason"])
def test_a_conflict_is_declared_with_its_kind_and_a_reason(juror, entry, lacking):
    response = juror.post(address(entry, "recuse"), {**BROTHER, lacking: ""})
    assert lacking in response.context["form"].errors
    assert not Recusal.objects.exists()


def test_what_she_wrote_is_there_again_when_a_recusal_is_lifted(juror, edition, seat, entry):
    juror.post(address(entry), filled(edition, [7, 8, None]))
    recusal = RecusalFactory(seat=seat, entry=entry)
    assert juror.get(address(entry)).status_code == 404
    recusal.delete()
    assert juror.get(address(entry)).context["form"]["comment"].value() == "Gerai"


def test_nobody_is_recused_once_judging_is_closed(juror, edition, entry):
    opened(edition, closed=True)
    response = juror.post(address(entry, "recuse"), {**BROTHER, "reason": "Per vėlai"})
    assert "Nothing was changed: judging is closed." in response.content.decode()
    assert "Per vėlai" in response.content.decode()
    assert not Recusal.objects.exists()


def test_the_list_costs_the_same_queries_for_1_and_for_20(juror, edition, seat):
    category = next(iter(edition.rows("categories"))).category
    counts = []
    for number in (1, 19):
        for _entry in range(number):
            entry = EligibleEntryFactory(edition=edition, category=category)
            SheetFactory(seat=seat, entry=entry, submitted_at=None)
        counts.append(cost(juror, mine(edition)))
    assert counts[0] == counts[1] <= 25
