"""Mail with a message from the contact page: sent once, and again where the server fails."""

from datetime import UTC, datetime, timedelta
from smtplib import SMTPServerDisconnected

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from home.models import ContactMessage
from home.tests.contact import contact_page, send
from industry4.core.mailing import RETRY_AFTER
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


def waiting():
    """The newest task that mails a message."""
    return DBTaskResult.objects.filter(task_path="home.tasks.mail_message").latest("enqueued_at")


def work():
    """Do what the worker does with it."""
    found = waiting()
    found.task.func(*found.args_kwargs["args"])


@pytest.fixture
def _no_mail_server(monkeypatch):
    def fail(*args):
        raise SMTPServerDisconnected("not today")

    monkeypatch.setattr(EmailBackend, "send_messages", fail)


def test_a_message_is_mailed_once_in_the_background_and_answers_go_to_its_sender(client):
    send(client, contact_page())
    assert (waiting().queue_name, mail.outbox) == ("background", [])
    for _twice in range(2):
        work()
    [sent] = mail.outbox
    assert sent.to == ["biuras@example.com"]
    assert sent.reply_to == ["vardenis@example.com"]
    assert ContactMessage.objects.get().mailed_at


def test_the_mail_is_in_lithuanian_and_says_who_wrote_what_when_and_in_which_language(client):
    send(client, translated(contact_page()), message="We want to join.\r\nHow?")
    ContactMessage.objects.update(sent_at=datetime(2026, 5, 4, 12, 30, tzinfo=UTC))
    work()
    [sent] = mail.outbox
    assert sent.subject == "Žinutė iš svetainės: Vardenis Pavardenis"
    assert sent.body.splitlines() == [
        "Nuo: Vardenis Pavardenis <vardenis@example.com>",
        "Kalba: English",
        "Išsiųsta: 2026 m. gegužės 4 d., 15:30",
        "",
        "We want to join.",
        "How?",
    ]


def test_markup_is_mailed_as_text(client):
    send(client, contact_page(), name="<i>Vardenis</i>", message="<b>labas</b>")
    work()
    [sent] = mail.outbox
    assert sent.message().get_content_type() == "text/plain"
    assert "<b>labas</b>" in sent.body


@pytest.mark.parametrize(
    "email",
    ["vardenis@šventoji.example", "o'hara+i4@example.com", '"v.p"@example.com', "v@[127.0.0.1]"],
)
def test_every_address_that_the_form_takes_can_be_answered(client, email):
    assert send(client, contact_page(), email=email).status_code == 302
    work()
    assert ContactMessage.objects.get().mailed_at
    assert mail.outbox[0].message()["Reply-To"]


@pytest.mark.usefixtures("_no_mail_server")
def test_where_the_mail_server_fails_it_is_tried_again_and_the_message_stays(client):
    send(client, contact_page())
    for seconds in [delay.total_seconds() for delay in RETRY_AFTER]:
        before = timezone.now()
        work()
        due = waiting().run_after - before
        assert timedelta(seconds=seconds) <= due < timedelta(seconds=seconds + 60)
    with pytest.raises(OSError, match="SMTPServerDisconnected"):
        work()
    assert ContactMessage.objects.get().mailed_at is None


def test_a_message_that_was_deleted_meanwhile_is_not_mailed(client):
    send(client, contact_page())
    ContactMessage.objects.all().delete()
    work()
    assert mail.outbox == []
