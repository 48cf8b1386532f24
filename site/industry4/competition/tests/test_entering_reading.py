"""The private link once an entry is submitted: reading it, answering questions, withdrawing it."""

import pytest
from django.urls import reverse

from ecosystem.models import CompetitionAct
from ecosystem.stages import Stage
from industry4.competition.models import Question, RecordEntry
from industry4.competition.tests.entering import (
    close,
    form_of,
    kept,
    link,
    mailed,
    soup,
    text_of,
)
from industry4.competition.tests.factories import EntryFactory, QuestionFactory, new_edition
from industry4.competition.tests.results import decided

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    return new_edition(year=2026)


@pytest.fixture
def entry(edition):
    return EntryFactory(edition=edition)


def test_an_edition_that_is_withdrawn_from_readers_is_still_read_by_its_entrants(
    client, edition, entry
):
    edition.source.unpublish()
    page = client.get(link(entry))
    assert page.status_code == 200
    assert entry.innovation in text_of(page)
    assert not soup(page).select("main form")


@pytest.mark.parametrize("state", ["submitted", "eligible", "refused", "withdrawn"])
def test_an_entry_that_is_no_draft_is_read_and_not_changed(client, edition, state):
    entry = EntryFactory(edition=edition, state=state)
    page = client.get(link(entry))
    assert entry.innovation in text_of(page)
    assert not soup(page).select("main form")
    response = client.post(link(entry), {"innovation": "Kitaip", "version": "0", "save": "1"})
    assert response.status_code == 409
    assert "Kitaip" in soup(response).select_one(".entry-typed").get_text()
    assert kept(entry).innovation == entry.innovation


def test_a_refusal_says_why(client, edition):
    entry = EntryFactory(edition=edition, state="refused")
    RecordEntry.objects.create(
        edition=edition.key,
        act="refused",
        by_name="Redaktorė",
        entry_number=entry.number,
        reason="Įmonė veikia kitame regione.",
    )
    assert "Įmonė veikia kitame regione." in text_of(client.get(link(entry)))


# Questions of the editors


@pytest.mark.parametrize("stage", [Stage.OPEN, Stage.CLOSED, Stage.JUDGING])
def test_questions_are_answered_also_after_the_deadline(client, stage):
    entry = EntryFactory(edition=new_edition(stage), state="returned")
    question = QuestionFactory(entry=entry)
    page = client.get(link(entry))
    assert question.text in text_of(page)
    form = {**form_of(page), f"answer-{question.pk}": "Taip, nuo kovo.", "answer": "1"}
    assert client.post(link(entry), form).url == link(entry)
    question.refresh_from_db()
    assert question.answer == "Taip, nuo kovo."
    assert question.answered_at
    assert kept(entry).state == "submitted"
    assert RecordEntry.objects.get().act == "answered"
    assert "Taip, nuo kovo." in text_of(client.get(link(entry)))


def test_answers_are_kept_while_one_is_missing(client, edition):
    entry = EntryFactory(edition=edition, state="returned")
    first, second = (QuestionFactory(entry=entry, text=text) for text in ("Ar?", "Kiek?"))
    response = client.post(link(entry), {f"answer-{first.pk}": "Taip.", "answer": "1"})
    assert response.status_code == 422
    assert [item["href"] for item in soup(response).select(".form-errors a")] == [
        f"#answer-{second.pk}"
    ]
    assert form_of(client.get(link(entry)))[f"answer-{first.pk}"] == "Taip."
    assert kept(entry).state == "returned"
    assert not RecordEntry.objects.exists()


def test_answers_that_come_too_late_are_shown_and_not_kept(client, edition):
    entry = EntryFactory(edition=edition, state="refused")
    question = QuestionFactory(entry=entry)
    response = client.post(link(entry), {f"answer-{question.pk}": "Taip.", "answer": "1"})
    assert response.status_code == 409
    assert "Taip." in soup(response).select_one(".entry-typed").get_text()
    assert Question.objects.get().answer == ""


def test_an_answer_that_is_too_long_is_told_and_stays_in_the_form(client, edition):
    entry = EntryFactory(edition=edition, state="returned")
    first, second = (QuestionFactory(entry=entry, text=text) for text in ("Ar?", "Kiek?"))
    sent = {f"answer-{first.pk}": "x" * 5001, f"answer-{second.pk}": "Du.", "answer": "1"}
    response = client.post(link(entry), sent)
    assert response.status_code == 422
    area = soup(response).find("textarea", id=f"answer-{first.pk}")
    assert area["aria-invalid"] == "true"
    said = [soup(response).find(id=name).get_text() for name in area["aria-describedby"].split()]
    assert "5000" in said[0].replace("\xa0", "")
    assert "per ilgas" in said[1]
    assert form_of(response)[f"answer-{first.pk}"] == "x" * 5001
    assert [question.answer for question in Question.objects.all()] == ["", "Du."]
    assert kept(entry).state == "returned"
    assert client.post(link(entry), {**sent, f"answer-{first.pk}": "x" * 5000}).status_code == 302
    assert kept(entry).state == "submitted"


# Withdrawing


@pytest.mark.parametrize("state", ["unconfirmed", "draft", "submitted", "returned", "eligible"])
def test_an_entry_is_withdrawn_after_a_question(client, edition, state):
    entry = EntryFactory(edition=edition, state=state)
    assert soup(client.get(link(entry))).find("a", href=link(entry, "withdraw"))
    assert "Atsiimti paraišką?" in text_of(client.get(link(entry, "withdraw")))
    assert kept(entry).state == state
    for _twice in range(2):
        assert client.post(link(entry, "withdraw")).url == link(entry)
    assert kept(entry).state == "withdrawn"
    assert [act.act for act in RecordEntry.objects.all()] == ["withdrawn"]
    assert mailed() == [(entry.pk, "withdrawn")]


def test_once_decided_nothing_is_withdrawn(client):
    entry = EntryFactory(edition=new_edition(Stage.DECIDED), state="eligible")
    assert CompetitionAct.objects.exists()
    assert client.post(link(entry, "withdraw")).status_code == 409
    assert kept(entry).state == "eligible"


def test_after_a_withdrawal_the_page_leads_to_another_entry(client, edition):
    entry = EntryFactory(edition=edition, state="withdrawn")
    begin = reverse("competition_begin", args=(2026,))
    assert soup(client.get(link(entry))).main.find("a", href=begin)
    close(edition)
    assert not soup(client.get(link(entry))).main.find("a", href=begin)


# How far the entry has come


@pytest.mark.parametrize(
    "stage, said",
    [
        (Stage.CLOSED, "perduodama vertinimo komisijai"),
        (Stage.JUDGING, "Paraišką vertina komisija"),
        (Stage.JUDGED, "Komisija paraišką įvertino"),
        (Stage.DECIDED, "Komisija paraišką įvertino"),
    ],
)
def test_an_eligible_entry_says_how_far_it_has_come(client, stage, said):
    entry = EntryFactory(edition=new_edition(stage), state="eligible")
    page = client.get(link(entry))
    assert said in text_of(page)
    assert "laimėjo" not in text_of(page)


def test_after_publication_it_says_what_it_achieved(client):
    judged = decided(1, 2, None, scores=(9, 8, 7, 5))
    before = [text_of(client.get(link(entry))) for entry in judged.entries]
    judged.publish()
    after = [client.get(link(entry)) for entry in judged.entries]
    words = ["laimėjo kategorijoje", "laimėjo 2\xa0vietą", "finalininkė", "Dėkojame"]
    for word, said, page in zip(words, before, after, strict=True):
        assert " ".join(word.split()) not in said
        assert " ".join(word.split()) in text_of(page)
        assert soup(page).main.find("a", href=f"{judged.page().url}#results")


def test_an_entry_that_was_not_looked_at_does_not_wait_for_ever(client):
    entry = EntryFactory(edition=new_edition(Stage.PUBLISHED), state="submitted")
    assert "vertinimo komisijai neperduota" in text_of(client.get(link(entry)))
