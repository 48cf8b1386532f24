"""What a juror does: reads her entries, keeps drafts, submits scores once, declares conflicts."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from ecosystem.stages import Stage
from industry4.competition.judging.sheets import save_sheet
from industry4.competition.models import Entry, Proceedings, RecordEntry, Recusal, ScoreSheet
from industry4.competition.tests.factories import (
    AnswerFactory,
    AssignmentFactory,
    EligibleEntryFactory,
    EntryFileFactory,
    RecusalFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.testing.budgets import cost
from industry4.testing.editors import messages_of, sign_in

pytestmark = pytest.mark.django_db
BROTHER = {"kind": "personal", "reason": "Brolio įmonė"}


@pytest.fixture
def edition():
    edition = new_edition(Stage.JUDGING)
    Proceedings.objects.create(edition=edition.key, judging_opened_at=timezone.now())
    return edition


@pytest.fixture
def seat(edition):
    return SeatFactory(edition=edition)


@pytest.fixture
def juror(client, seat):
    return sign_in(client, seat.user)


@pytest.fixture
def entry(edition, seat):
    entry = EligibleEntryFactory(edition=edition, innovation="Suvirinimo robotas")
    AssignmentFactory(seat=seat, entry=entry)
    return entry


def close(edition):
    Proceedings.objects.filter(edition=edition.key).update(judging_closed_at=timezone.now())


def mine(edition):
    return reverse("competition_jury:mine", args=[edition.key])


def address(entry, name="score"):
    return reverse(f"competition_jury:{name}", args=[entry.edition, entry.pk])


def filled(edition, values, comment="Gerai", **data):
    """The form with these scores in the order of the criteria, None where one is missing."""
    for criterion, value in zip(edition.criteria, values, strict=True):
        data[f"value-{criterion.translation_key}"] = "" if value is None else value
        data[f"comment-{criterion.translation_key}"] = f"Dėl {criterion.name}"
    return {"comment": comment, **data}


def kept(seat, entry):
    """The scores that are kept, in the order of the criteria, or None."""
    sheet = ScoreSheet.objects.filter(seat=seat, entry=entry).first()
    return sheet and [score.value for score in sheet.scores.order_by("pk")]


def told(response):
    """What she is told on the page that is shown then."""
    return " ".join(messages_of(response)).strip()


def rows(client, edition, **query):
    """The entries in the juror's list with the state of her sheet."""
    response = client.get(mine(edition), query)
    view = response.context["view"]
    with override("en"):
        return [(entry.pk, view.state_of(entry)) for entry in response.context["object_list"]]


# The list


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


# Reading


def test_an_entry_is_read_with_its_answers_and_files_and_without_contact_data(
    juror, edition, entry
):
    questions = {row.kind: row for row in edition.rows("questions")}
    AnswerFactory(entry=entry, question=questions["long"], text="Moka <i>virti</i>")
    EntryFileFactory(entry=entry, question=questions["file"], name="brėžinys.pdf")
    Entry.objects.update(email="ona@slapta.example", phone="+37060000000", contact_name="Ona Onė")
    page = juror.get(address(entry)).content.decode()
    assert "Suvirinimo robotas" in page
    assert "Moka &lt;i&gt;virti&lt;/i&gt;" in page
    assert "brėžinys.pdf" in page
    for contact in ("ona@slapta.example", "+37060000000", "Ona Onė"):
        assert contact not in page


def test_each_criterion_says_what_it_asks_and_how_high_it_goes(juror):
    edition = new_edition(Stage.JUDGING, scale=5)
    Proceedings.objects.create(edition=edition.key, judging_opened_at=timezone.now())
    criterion = edition.criteria[0]
    criterion.guidance = "Penki, jei niekas kitas to nedaro."
    criterion.save()
    entry = EligibleEntryFactory(edition=edition)
    seat = SeatFactory(edition=edition, user_id=juror.session["_auth_user_id"])
    AssignmentFactory(seat=seat, entry=entry)
    response = juror.get(address(entry))
    page = response.content.decode()
    assert criterion.name in page
    assert "Penki, jei niekas kitas to nedaro." in page
    assert "Score from 1 to 5" in page
    field = response.context["form"].fields[f"value-{criterion.translation_key}"]
    assert [value for value, _label in field.choices] == ["", 1, 2, 3, 4, 5]


# Scores


def test_a_draft_is_kept_though_scores_are_missing(juror, edition, seat, entry):
    response = juror.post(address(entry), filled(edition, [7, None, 3]), follow=True)
    assert told(response) == "The draft is saved."
    assert kept(seat, entry) == [7, None, 3]
    form = response.context["form"]
    first = edition.criteria[0]
    assert form[f"value-{first.translation_key}"].value() == 7
    assert form[f"comment-{first.translation_key}"].value() == f"Dėl {first.name}"
    assert form["comment"].value() == "Gerai"
    juror.post(address(entry), filled(edition, [8, 9, 10]))
    assert kept(seat, entry) == [8, 9, 10]
    assert not ScoreSheet.objects.get().submitted_at
    assert not RecordEntry.objects.exists()


def test_scores_are_submitted_once(juror, edition, seat, entry):
    response = juror.post(address(entry), filled(edition, [7, 8, 9], submit="1"), follow=True)
    assert told(response) == "Your scores are submitted."
    assert ScoreSheet.objects.get().submitted_at
    decision = RecordEntry.objects.get()
    assert (decision.act, decision.entry_number) == ("scored", entry.number)
    assert decision.details == {}  # what she gave is not on the record
    for data in ({}, {"submit": "1"}):
        late = juror.post(address(entry), filled(edition, [1, 1, 1], **data))
        assert "These scores are submitted already" in late.content.decode()
    assert kept(seat, entry) == [7, 8, 9]


def test_submitted_scores_can_be_read_by_their_juror_and_have_no_form(juror, edition, entry):
    juror.post(address(entry), filled(edition, [7, 8, 9], submit="1"))
    response = juror.get(address(entry))
    assert not response.context["shows_form"]
    assert "Gerai" in response.content.decode()


def test_nothing_is_submitted_while_a_score_is_missing(juror, edition, seat, entry):
    response = juror.post(address(entry), filled(edition, [7, None, 3], submit="1"))
    missing = edition.criteria[1].translation_key
    assert list(response.context["form"].errors) == [f"value-{missing}"]
    assert "Gerai" in response.content.decode()
    assert kept(seat, entry) is None


@pytest.mark.parametrize("value", [0, 11, -1, "abc", "5.5"])
def test_a_score_is_on_the_scale(juror, edition, seat, entry, value):
    response = juror.post(address(entry), filled(edition, [value, 5, 5]))
    assert response.context["form"].errors
    assert kept(seat, entry) is None


def test_a_draft_forgets_criteria_that_the_edition_no_longer_has(juror, edition, seat, entry):
    juror.post(address(entry), filled(edition, [7, 8, 9]))
    edition.criteria[0].delete()
    del edition.__dict__["criteria"]
    juror.post(address(entry), filled(edition, [1, 2]))
    assert kept(seat, entry) == [1, 2]


def test_what_was_typed_stays_on_the_screen_when_judging_was_closed_meanwhile(
    juror, edition, seat, entry
):
    close(edition)
    response = juror.post(
        address(entry), filled(edition, [7, 8, 9], comment="Ilgai rašyta", submit="1")
    )
    page = response.content.decode()
    assert "Nothing was changed: judging is closed." in page
    assert "Ilgai rašyta" in page
    assert kept(seat, entry) is None


def test_drafts_can_be_read_after_the_close_and_are_said_not_to_count(juror, edition, seat, entry):
    juror.post(address(entry), filled(edition, [7, 8, None]))
    close(edition)
    response = juror.get(address(entry))
    assert not response.context["shows_form"]
    assert "Not submitted: these scores do not count." in response.content.decode()


def test_the_chair_reads_what_is_not_assigned_to_her_and_scores_it_not(client, edition, entry):
    chair = SeatFactory(edition=edition, is_chair=True)
    sign_in(client, chair.user)
    assert not client.get(address(entry)).context["shows_form"]
    response = client.post(address(entry), filled(edition, [7, 8, 9], submit="1"))
    assert "not yours to score" in response.content.decode()
    assert not ScoreSheet.objects.exists()


def test_scores_of_an_entry_that_was_refused_meanwhile_are_not_taken(edition, seat, entry):
    Entry.objects.update(state=Entry.State.REFUSED)
    with pytest.raises(ValidationError):
        save_sheet(seat, entry, {}, "", submit=False)
    assert not ScoreSheet.objects.exists()


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
    close(edition)
    response = juror.post(address(entry, "recuse"), {**BROTHER, "reason": "Per vėlai"})
    assert "Nothing was changed: judging is closed." in response.content.decode()
    assert "Per vėlai" in response.content.decode()
    assert not Recusal.objects.exists()


# Budgets


def test_the_list_costs_the_same_queries_for_1_and_for_20(juror, edition, seat):
    category = next(iter(edition.rows("categories"))).category
    counts = []
    for number in (1, 19):
        for _entry in range(number):
            entry = EligibleEntryFactory(edition=edition, category=category)
            SheetFactory(seat=seat, entry=entry, submitted_at=None)
        counts.append(cost(juror, mine(edition)))
    assert counts[0] == counts[1] <= 25


def test_the_page_of_an_entry_costs_the_same_queries_however_much_it_says(client):
    counts = []
    for number in (1, 20):
        edition = new_edition(
            Stage.JUDGING,
            weights=(100,) if number == 1 else (5,) * 20,
            questions=({"kind": "long", "label": "Kas?"},) * number,
        )
        Proceedings.objects.create(edition=edition.key, judging_opened_at=timezone.now())
        entry = EligibleEntryFactory(
            edition=edition, category=next(iter(edition.rows("categories"))).category
        )
        for row in edition.rows("questions"):
            AnswerFactory(entry=entry, question=row)
            EntryFileFactory(entry=entry, question=row)
        sheet = SheetFactory(entry=entry, submitted_at=None)
        counts.append(cost(sign_in(client, sheet.seat.user), address(entry)))
    assert counts[0] == counts[1] <= 25
