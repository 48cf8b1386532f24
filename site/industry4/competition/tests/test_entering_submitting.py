"""The private link: submitting an entry, and the deadline."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.models import CompetitionPage
from industry4.competition.entering import steps
from industry4.competition.models import Consent, RecordEntry
from industry4.competition.tests.entering import (
    close,
    complete,
    conditions,
    form_of,
    kept,
    link,
    mailed,
    questions,
    ready_to_submit,
    republished,
    save,
    soup,
    submit,
    text_of,
)
from industry4.competition.tests.factories import EntryFactory, new_edition

pytestmark = pytest.mark.django_db
CONSENT = "Sutinku su konkurso sąlygomis."


@pytest.fixture
def edition():
    return new_edition(year=2026)


@pytest.fixture
def entry(edition):
    return EntryFactory(edition=edition)


def test_an_entry_that_is_complete_is_submitted_once(client, edition, entry):
    complete(client, entry, edition)
    assert submit(client, entry).url == link(entry)
    stored = kept(entry)
    assert (stored.state, stored.number) == ("submitted", 1)
    assert stored.submitted_at
    consent = Consent.objects.get()
    assert (consent.text, len(consent.version)) == (CONSENT, 12)
    act = RecordEntry.objects.get()
    assert (act.act, act.entry_number, act.by, act.by_name) == ("submitted", 1, None, "Pareiškėjas")
    assert mailed() == [(entry.pk, "submitted")]
    page = client.get(link(entry))
    assert "Paraiška pateikta" in text_of(page)
    assert not soup(page).select("main form")


def test_submitting_again_changes_nothing(client, edition, entry):
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    for _twice in range(2):
        assert client.post(link(entry, "preview"), form).url == link(entry)
    assert RecordEntry.objects.count() == Consent.objects.count() == len(mailed()) == 1


def test_numbers_are_given_out_in_turn(client, edition):
    for number in (1, 2):
        entry = EntryFactory(edition=edition)
        complete(client, entry, edition)
        submit(client, entry)
        assert kept(entry).number == number


def test_what_is_missing_is_said_with_links_to_the_form(client, edition, entry):
    save(client, entry, {"company": ""})
    page = client.get(link(entry, "preview"))
    links = [item["href"] for item in soup(page).select(".form-errors a")]
    named = questions(edition)
    assert links == [
        f"{link(entry)}#id_{name}"
        for name in ("company", "category", *conditions(edition), named["long"])
    ]
    assert not soup(page).select("main form")
    assert client.post(link(entry, "preview"), {"version": "1", "consent": "x"}).status_code in (
        409,
        422,
    )
    assert kept(entry).state == "draft"


def test_a_required_file_may_not_be_missing(client):
    question = {"kind": "file", "label": "Priedas", "is_required": True}
    edition = new_edition(questions=({"kind": "long", "label": "Kas tai?"}, question))
    entry = EntryFactory(edition=edition)
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    assert "Priedas: Šis laukas yra privalomas." in text_of(page)


def test_without_consent_nothing_is_submitted(client, edition, entry):
    complete(client, entry, edition)
    response = submit(client, entry, consent="")
    assert response.status_code == 422
    assert soup(response).select_one("#id_consent")["aria-invalid"] == "true"
    assert kept(entry).state == "draft"


def test_another_text_of_the_consent_is_shown_first(client, edition, entry):
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    CompetitionPage.objects.filter(translation_key=edition.key).update(entry_consent="Kitaip.")
    response = client.post(link(entry, "preview"), form)
    assert response.status_code == 409
    assert "Kitaip." in text_of(response)
    assert not Consent.objects.exists()


def test_what_was_changed_since_it_was_checked_is_shown_first(client, edition, entry):
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    save(client, entry, {"innovation": "Kitas robotas"})
    response = client.post(link(entry, "preview"), form)
    assert response.status_code == 409
    assert "Kitas robotas" in text_of(response)
    assert kept(entry).state == "draft"


def test_that_it_may_be_named_is_a_consent_with_its_text_version_and_time(client, edition, entry):
    complete(client, entry, edition, may_be_named="on")
    submit(client, entry)
    _rules, naming = Consent.objects.all()
    assert naming.text == "Jei įmonė pateks tarp finalininkų, ją galima įvardyti"
    assert len(naming.version) == 12
    assert naming.at
    assert naming.text in soup(client.get(link(entry))).select_one("#consents").parent.get_text()


@pytest.mark.parametrize("change", ["question", "condition"])
def test_what_is_asked_otherwise_since_it_was_checked_is_shown_first(
    client, edition, entry, change
):
    send = ready_to_submit(client, entry, edition)
    if change == "question":
        republished(edition, "questions", label="Visai kitas klausimas?")
    else:
        republished(edition, "eligibility", text="Turime mažiau nei 50 darbuotojų.")
    response = send()
    assert response.status_code == 409
    assert "pasikeitė po to, kai ją matėte" in text_of(response)
    assert kept(entry).state == "draft"
    assert not Consent.objects.exists()


# The deadline


def test_from_the_second_of_the_deadline_on_nothing_is_submitted(
    client, edition, entry, monkeypatch
):
    complete(client, entry, edition)
    page = client.get(link(entry, "preview"))
    form = {**form_of(page), "consent": soup(page).select_one("#id_consent")["value"]}
    deadline = CompetitionPage.objects.get(translation_key=edition.key).entries_close
    monkeypatch.setattr("django.utils.timezone.now", lambda: deadline)
    response = client.post(link(entry, "preview"), form)
    assert response.status_code == 409
    assert "Per vėlu" in text_of(response)
    assert kept(entry).state == "draft"
    monkeypatch.setattr(
        "django.utils.timezone.now", lambda: deadline - datetime.timedelta(microseconds=1)
    )
    assert client.post(link(entry, "preview"), form).status_code == 302
    assert kept(entry).state == "submitted"


def test_after_the_deadline_a_draft_is_read_and_not_changed(client, edition, entry):
    complete(client, entry, edition)
    form = {**form_of(client.get(link(entry))), "innovation": "Per vėlai", "save": "1"}
    close(edition)
    page = client.get(link(entry))
    assert "Šis juodraštis nebuvo pateiktas" in text_of(page)
    assert "Virinantis robotas" in text_of(page)
    assert not soup(page).select("main form")
    response = client.post(link(entry), form)
    assert response.status_code == 409
    assert "Per vėlai" in soup(response).select_one(".entry-typed").get_text()
    assert kept(entry).innovation == "Virinantis robotas"
    assert client.get(link(entry, "preview")).url == link(entry)


def test_it_is_submitted_at_the_moment_that_was_in_time(client, edition, entry, monkeypatch):
    send = ready_to_submit(client, entry, edition)
    deadline = CompetitionPage.objects.get(translation_key=edition.key).entries_close
    clock = [deadline - datetime.timedelta(microseconds=1)]
    may_change = steps.may_change

    def slowly(*args):
        in_time = may_change(*args)
        clock.append(deadline + datetime.timedelta(seconds=1))
        return in_time

    monkeypatch.setattr("django.utils.timezone.now", lambda: clock[-1])
    monkeypatch.setattr(steps, "may_change", slowly)
    assert send().status_code == 302
    assert kept(entry).submitted_at == clock[0]


def test_before_entries_open_nothing_is_saved_and_it_is_not_said_to_be_late(client, edition, entry):
    form = {**form_of(client.get(link(entry))), "innovation": "Per anksti", "save": "1"}
    pages = CompetitionPage.objects.filter(translation_key=edition.key)
    pages.update(entries_open=timezone.now() + datetime.timedelta(days=1))
    response = client.post(link(entry), form)
    assert response.status_code == 409
    assert "Per vėlu" not in text_of(response)
    assert "Paraiškos šiuo metu nepriimamos: niekas nepakeista" in text_of(response)
    assert "Per anksti" in soup(response).select_one(".entry-typed").get_text()


def test_a_question_mark_is_not_followed_by_a_colon(client, edition, entry):
    page = client.get(link(entry, "preview"))
    name = questions(edition)["long"]
    error = soup(page).select_one(f'.form-errors a[href$="#id_{name}"]').get_text()
    assert error == "Kuo jūsų inovacija nauja? Šis laukas yra privalomas."
