"""What a juror does with an entry: reads it, keeps drafts, submits scores once."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone

from ecosystem.models import Criterion
from ecosystem.stages import Stage
from industry4.competition.editions import Edition
from industry4.competition.judging.sheets import save_sheet
from industry4.competition.models import Entry, Proceedings, RecordEntry, ScoreSheet
from industry4.competition.ranking import ranking
from industry4.competition.tests.factories import (
    AnswerFactory,
    AssignmentFactory,
    EligibleEntryFactory,
    EntryFileFactory,
    SeatFactory,
    SheetFactory,
    new_edition,
)
from industry4.competition.tests.judging import filled, opened, told
from industry4.testing.budgets import cost
from industry4.testing.editors import sign_in

pytestmark = pytest.mark.django_db


def close(edition):
    Proceedings.objects.filter(edition=edition.key).update(judging_closed_at=timezone.now())


def address(entry, name="score"):
    return reverse(f"competition_jury:{name}", args=[entry.edition, entry.pk])


def kept(seat, entry):
    """The scores that are kept, in the order of the criteria, or None."""
    sheet = ScoreSheet.objects.filter(seat=seat, entry=entry).first()
    return sheet and [score.value for score in sheet.scores.order_by("pk")]


def seen(client, entry):
    """The state of the sheet that the form is made of, which it sends along."""
    return {"seen": client.get(address(entry)).context["form"]["seen"].value()}


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


def test_criteria_are_those_in_force_in_the_words_of_her_language(client):
    edition = new_edition(Stage.JUDGING, english=True, least_scores=1)
    opened(edition)
    english = edition.pages["en"].criteria.first()
    english.name, english.scale, english.weight = "Novelty", 5, 1
    english.save()
    source = edition.pages["lt"]
    Criterion.objects.create(
        locale=source.locale, name="Naujas", weight=10, scale=10, edition=source, sort_order=4
    )
    edition = Edition.for_staff(edition.key)
    entry = EligibleEntryFactory(edition=edition)
    sheet = SheetFactory(entry=entry, values=[5, 5, 5, 9], submitted_at=None)
    sign_in(client, sheet.seat.user, language="en")
    form = client.get(address(entry)).context["form"]
    names = [(criterion.name, criterion.weight, criterion.scale) for criterion in form.criteria]
    assert names[0] == ("Novelty", 50, 10)
    assert names[3] == ("Naujas", 10, 10)
    data = filled(edition, [10, 5, 5, 9], submit="1", **seen(client, entry))
    client.post(address(entry), data)
    assert kept(sheet.seat, entry) == [10, 5, 5, 9]
    assert ranking(edition).is_sound


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
    juror.post(address(entry), filled(edition, [8, 9, 10], **seen(juror, entry)))
    assert kept(seat, entry) == [8, 9, 10]
    assert not ScoreSheet.objects.get().submitted_at
    assert not RecordEntry.objects.exists()


def test_an_older_window_wipes_nothing_that_was_saved_in_a_newer_one(juror, edition, seat, entry):
    older = seen(juror, entry)
    juror.post(address(entry), filled(edition, [7, 8, 9], comment="Naujesnis", **older))
    response = juror.post(address(entry), filled(edition, [1, None, 1], comment="Senas", **older))
    page = response.content.decode()
    assert "These scores were saved in another window since" in page
    assert "Senas" in page
    assert kept(seat, entry) == [7, 8, 9]
    assert ScoreSheet.objects.get().comment == "Naujesnis"
    again = {"seen": response.context["form"]["seen"].value()}
    juror.post(address(entry), filled(edition, [1, None, 1], comment="Senas", **again))
    assert kept(seat, entry) == [1, None, 1]


def test_an_older_window_that_lacks_a_score_does_not_become_the_newer_one(
    juror, edition, seat, entry
):
    older = seen(juror, entry)
    juror.post(address(entry), filled(edition, [7, 8, 9], **older))
    response = juror.post(address(entry), filled(edition, [1, None, 1], submit="1", **older))
    assert response.context["form"]["seen"].value() == older["seen"]
    juror.post(address(entry), filled(edition, [1, 1, 1], submit="1", **older))
    assert kept(seat, entry) == [7, 8, 9]


def test_a_draft_that_is_sent_twice_is_no_conflict_with_itself(juror, edition, seat, entry):
    data = filled(edition, [7, None, 9], **seen(juror, entry))
    for _click in range(2):
        assert told(juror.post(address(entry), data, follow=True)) == "The draft is saved."
    assert kept(seat, entry) == [7, None, 9]


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
    assert told(response) == "Give a score for each criterion first."
    assert f'name="value-{missing}" autofocus' in response.content.decode()
    assert kept(seat, entry) is None


@pytest.mark.parametrize("value", [0, 11, -1, "abc", "5.5"])
def test_a_score_is_on_the_scale(juror, edition, seat, entry, value):
    response = juror.post(address(entry), filled(edition, [value, 5, 5]))
    assert response.context["form"].errors
    assert told(response) == "Nothing was saved: see what is wrong below."
    assert kept(seat, entry) is None


def test_a_draft_forgets_criteria_that_the_edition_no_longer_has(juror, edition, seat, entry):
    juror.post(address(entry), filled(edition, [7, 8, 9]))
    edition.criteria[0].delete()
    del edition.__dict__["criteria"]
    juror.post(address(entry), filled(edition, [1, 2], **seen(juror, entry)))
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
