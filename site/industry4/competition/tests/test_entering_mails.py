"""What entrants are mailed, in which language, and when."""

from datetime import timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import call_command
from django.utils import timezone

from ecosystem.models import CompetitionPage
from industry4.competition.entering.mails import mail as mail_of
from industry4.competition.entering.tasks import mail_entrant
from industry4.competition.models import Entry
from industry4.competition.tests.entering import kept, link, mailed
from industry4.competition.tests.factories import EntryFactory, QuestionFactory, new_edition
from industry4.competition.tests.results import decided

pytestmark = pytest.mark.django_db
KINDS = ["confirm", "again", "submitted", "reminder", "returned", "refused", "withdrawn"]


@pytest.fixture
def edition():
    return new_edition(english=True)


def closes_in(edition, **delta):
    """Let the edition close in so long; its entries are ten days old."""
    now = timezone.now()
    pages = CompetitionPage.objects.filter(translation_key=edition.key)
    pages.update(entries_close=now + timedelta(**delta))
    Entry.objects.update(created_at=now - timedelta(days=10))


@pytest.mark.parametrize("language, home", [("lt", "/paraiskos/"), ("en", "/en/entries/")])
@pytest.mark.parametrize("kind", KINDS)
def test_every_mail_has_a_subject_and_a_link_that_works(client, edition, kind, language, home):
    entry = EntryFactory(edition=edition, state="submitted", language=language)
    letter = mail_of(entry, kind)
    assert letter.to == [entry.email]
    assert edition.page(language).title in letter.subject
    assert (entry.company in letter.body) == (kind != "confirm")
    [address] = [word for word in letter.body.split() if word.startswith("http")]
    assert address.startswith(f"http://localhost{home}")
    assert client.get(address.removeprefix("http://localhost")).status_code == 200


def test_it_is_written_as_it_is_typed(edition):
    entry = EntryFactory(edition=edition, company="Robotai & Ko <UAB>\n\nBcc: x@example.com")
    letter = mail_of(entry, "submitted")
    assert "Robotai & Ko <UAB> Bcc:" in letter.body
    assert "\n" not in letter.subject


def test_before_an_address_is_confirmed_nothing_that_was_typed_is_mailed_to_it(edition):
    """Anybody may type in any address, and would have us deliver their words."""
    words = {"company": "Laimėjote! https://spam.example", "contact_name": "Laimėtojas"}
    letter = mail_of(EntryFactory(edition=edition, state="unconfirmed", **words), "confirm")
    for typed in words.values():
        assert typed not in letter.subject + letter.body


def test_questions_are_in_the_mail(edition):
    entry = EntryFactory(edition=edition, state="returned")
    QuestionFactory(entry=entry, text="Ar gaminys jau parduodamas?")
    assert "Ar gaminys jau parduodamas?" in mail_of(entry, "returned").body


def test_the_task_sends_it(edition):
    entry = EntryFactory(edition=edition)
    mail_entrant.func(entry.pk, "again")
    assert [sent.to for sent in mail.outbox] == [[entry.email]]


def test_the_queue_has_no_secret(edition):
    entry = EntryFactory(edition=edition)
    mail_entrant.enqueue(entry.pk, "again")
    assert mailed() == [(entry.pk, "again")]


def test_where_the_mail_server_fails_it_is_tried_again(edition, monkeypatch):
    def fail(*args):
        raise SMTPServerDisconnected("not today")

    monkeypatch.setattr(EmailBackend, "send_messages", fail)
    entry = EntryFactory(edition=edition)
    mail_entrant.func(entry.pk, "again")
    assert mailed() == [(entry.pk, "again", 1)]
    with pytest.raises(OSError, match="SMTPServerDisconnected"):
        mail_entrant.func(entry.pk, "again", 3)


@pytest.mark.parametrize("change", [{"email": ""}, {"erased_at": timezone.now()}])
def test_nobody_is_mailed_for_an_entry_that_was_erased(edition, change):
    entry = EntryFactory(edition=edition, **change)
    mail_entrant.func(entry.pk, "again")
    assert mail.outbox == []


# Reminders


def test_drafts_are_reminded_once_two_days_before_the_deadline(edition):
    entry = EntryFactory(edition=edition)
    closes_in(edition, days=2, minutes=1)
    call_command("remind_entrants")
    assert mailed() == []
    closes_in(edition, days=2)
    for _twice in range(2):
        call_command("run_due")
    assert mailed() == [(entry.pk, "reminder")]
    assert kept(entry).reminded_at


def test_a_deadline_that_is_extended_is_reminded_of_again(edition):
    entry = EntryFactory(edition=edition)
    closes_in(edition, days=1)
    call_command("remind_entrants")
    closes_in(edition, days=9)
    call_command("remind_entrants")
    assert mailed() == [(entry.pk, "reminder")]
    closes_in(edition, days=1)
    Entry.objects.update(reminded_at=timezone.now() - timedelta(days=9))
    for _twice in range(2):
        call_command("remind_entrants")
    assert mailed() == [(entry.pk, "reminder")] * 2


def test_the_deadline_is_that_of_the_lithuanian_page(edition):
    entry = EntryFactory(edition=edition)
    closes_in(edition, days=20)
    english = CompetitionPage.objects.filter(pk=edition.page("en").pk)
    english.update(entries_close=timezone.now() + timedelta(days=1))
    call_command("remind_entrants")
    assert mailed() == []
    closes_in(edition, days=1)
    english.update(entries_close=timezone.now() + timedelta(days=20))
    call_command("remind_entrants")
    assert mailed() == [(entry.pk, "reminder")]


@pytest.mark.parametrize("state", ["unconfirmed", "submitted", "withdrawn"])
def test_others_are_not_reminded(edition, state):
    EntryFactory(edition=edition, state=state)
    closes_in(edition, days=1)
    call_command("remind_entrants")
    assert mailed() == []


def test_whoever_began_just_now_is_not_reminded(edition):
    entry = EntryFactory(edition=edition)
    closes_in(edition, days=1)
    Entry.objects.filter(pk=entry.pk).update(created_at=timezone.now())
    call_command("remind_entrants")
    assert mailed() == []


def test_after_the_deadline_nobody_is_reminded(edition):
    EntryFactory(edition=edition)
    closes_in(edition, seconds=-1)
    call_command("remind_entrants")
    assert mailed() == []


def test_whoever_has_submitted_before_the_mail_goes_out_gets_no_reminder(edition):
    entry = EntryFactory(edition=edition)
    closes_in(edition, days=1)
    call_command("remind_entrants")
    Entry.objects.filter(pk=entry.pk).update(state="submitted")
    mail_entrant.func(*mailed()[0])
    assert mail.outbox == []


def test_the_link_of_a_reminder_is_the_one_in_use(client, edition):
    entry = EntryFactory(edition=edition)
    assert link(entry) in mail_of(entry, "reminder").body


# Results


@pytest.mark.parametrize(
    "number, language, said",
    [
        (0, "lt", "laimėjo kategorijoje"),
        (1, "en", "took 2nd place in the category"),
        (2, "lt", "finalininkė"),
        (3, "en", "Thank you for taking part"),
    ],
)
def test_results_are_mailed_to_every_judged_entrant_in_its_language(client, number, language, said):
    judged = decided(1, 2, None, scores=(9, 8, 7, 5))
    EntryFactory(edition=judged.edition, state="refused")
    Entry.objects.filter(pk=judged.entries[number].pk).update(language=language)
    judged.publish()
    assert sorted(mailed()) == sorted((entry.pk, "published") for entry in judged.entries)
    mail_entrant.func(judged.entries[number].pk, "published")
    [letter] = mail.outbox
    page = judged.page(language)
    assert page.title in letter.subject
    assert said in letter.body
    assert f"{page.full_url}#results" in letter.body
    addresses = [word for word in letter.body.split() if word.startswith("http")]
    for address in addresses:
        assert client.get(address.removeprefix("http://localhost")).status_code == 200


def test_nobody_is_mailed_results_that_are_not_published():
    judged = decided(scores=(9, 7, 5))
    judged.page("en").unpublish()
    with pytest.raises(ValidationError):
        judged.publish()
    assert mailed() == []


@pytest.mark.parametrize("kind", [*KINDS, "published", "admitted", "taken_out"])
@pytest.mark.parametrize("language", ["lt", "en"])
def test_a_company_stands_as_it_writes_itself(edition, kind, language):
    entry = EntryFactory(edition=edition, company="UAB „Gija ir Ko“", language=language)
    body = mail_of(entry, kind).body
    assert not any(sign + entry.company in body for sign in "„“")
    assert entry.company + "“" not in body
