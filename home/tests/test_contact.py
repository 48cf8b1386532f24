"""The contact form: what is kept, what is mailed, and what is refused."""

import time

import pytest
from bs4 import BeautifulSoup
from django.core import mail, signing
from django.test import Client
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from home.forms import SALT
from home.models import ContactMessage
from home.tests.factories import ContactPageFactory
from industry4.testing.editors import sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db

CONSENT = "Sutinku, kad mano duomenys būtų tvarkomi."


@pytest.fixture
def page():
    return ContactPageFactory(
        consent_text=CONSENT, recipient="biuras@example.com", thanks_text="Atsakysime greitai."
    )


def begun(seconds_ago=10):
    """The hidden field of a form that was opened some time ago."""
    return signing.dumps(int(time.time()) - seconds_ago, salt=SALT)


def send(client, page, **changes):
    form = {
        "name": "Vardenis Pavardenis",
        "email": "vardenis@example.com",
        "message": "Norime prisijungti.",
        "consent": "on",
        "website": "",
        "started": begun(),
    }
    return client.post(page.url, {**form, **changes})


def errors_of(response):
    """The fields with something wrong, as the form says it."""
    assert response.status_code == 422
    assert not ContactMessage.objects.exists()
    return list(response.context["form"].errors)


def test_a_valid_message_is_stored_and_thanked_for(client, page):
    response = send(client, page)
    assert response.url == f"{page.url}?sent=1#sent"
    stored = ContactMessage.objects.get()
    assert (stored.name, stored.email) == ("Vardenis Pavardenis", "vardenis@example.com")
    assert stored.text == "Norime prisijungti."
    html = client.get(response.url).content.decode()
    assert "Atsakysime greitai." in html
    assert "<textarea" not in html


def test_the_consent_is_kept_with_the_message_as_it_was_given(client, page):
    send(client, page)
    page.consent_text = "Kitoks sutikimas."
    page.save_revision().publish()
    send(client, page, started=begun(11))
    later, earlier = ContactMessage.objects.all()
    assert (earlier.consent_text, later.consent_text) == (CONSENT, "Kitoks sutikimas.")
    assert earlier.consent_version != later.consent_version


def test_the_same_consent_has_the_same_version(client, page):
    send(client, page)
    send(client, page, message="Dar vienas klausimas.", started=begun(11))
    assert len(set(ContactMessage.objects.values_list("consent_version", flat=True))) == 1


def test_a_message_knows_the_language_in_which_it_was_written(client, page):
    english = translated(page)
    response = send(client, english)
    assert response.url.startswith("/en/")
    stored = ContactMessage.objects.get()
    assert (stored.language, stored.consent_text) == ("en", f"EN {CONSENT}")


def test_a_message_is_mailed_once_in_the_background_and_answers_go_to_its_sender(client, page):
    send(client, page)
    task = DBTaskResult.objects.get(task_path="home.tasks.mail_message")
    assert (task.queue_name, mail.outbox) == ("background", [])
    for _twice in range(2):
        task.task.func(*task.args_kwargs["args"])
    [sent] = mail.outbox
    assert sent.to == ["biuras@example.com"]
    assert sent.reply_to == ["vardenis@example.com"]
    assert "Vardenis Pavardenis" in sent.subject
    assert sent.body == "Norime prisijungti."
    assert ContactMessage.objects.get().mailed_at


def test_without_an_address_a_message_is_stored_and_not_mailed(client, page):
    page.recipient = ""
    page.save_revision().publish()
    send(client, page)
    assert ContactMessage.objects.exists()
    assert not DBTaskResult.objects.filter(task_path="home.tasks.mail_message").exists()


def test_a_message_posted_twice_is_stored_once(client, page):
    started = begun()
    for _twice in range(2):
        assert send(client, page, started=started).status_code == 302
    assert ContactMessage.objects.count() == 1


def test_another_message_from_the_same_form_is_stored_as_well(client, page):
    started = begun()  # also that of whoever opened the form in the same second
    send(client, page, started=started)
    send(client, page, started=started, message="Pamiršau paklausti: kada?")
    assert ContactMessage.objects.count() == 2


def test_a_field_that_only_machines_fill_in_gives_them_away(client, page):
    assert errors_of(send(client, page, website="https://spam.example")) == ["website"]


@pytest.mark.parametrize(
    "started",
    ["", "x", "1700000000:forged", signing.dumps(1, salt="another form")],
    ids=["empty", "nonsense", "forged", "another"],
)
def test_a_form_that_is_not_ours_is_refused(client, page, started):
    assert errors_of(send(client, page, started=started)) == ["started"]


def test_a_form_sent_within_moments_is_refused(client, page):
    assert errors_of(send(client, page, started=begun(seconds_ago=1))) == ["started"]


def test_a_form_of_the_day_before_yesterday_can_be_sent_again(client, page, monkeypatch):
    now = time.time()
    with monkeypatch.context() as patch:
        patch.setattr("django.core.signing.time.time", lambda: now - 48 * 3600)
        old = begun()
    response = send(client, page, started=old)
    assert errors_of(response) == ["started"]
    assert "Norime prisijungti." in response.content.decode()
    again = BeautifulSoup(response.content, "html.parser").find("input", {"name": "started"})
    assert again["value"] != old
    with monkeypatch.context() as patch:
        patch.setattr("home.forms.time.time", lambda: now + 60)
        assert send(client, page, started=again["value"]).status_code == 302


def test_more_than_five_messages_an_hour_from_one_address_are_too_many(client, page):
    for number in range(5):
        assert send(client, page, started=begun(10 + number)).status_code == 302
    response = send(client, page, started=begun(20))
    assert response.status_code == 429
    assert "Norime prisijungti." in response.content.decode()
    assert ContactMessage.objects.count() == 5
    other = Client(REMOTE_ADDR="192.0.2.7")
    assert send(other, page, started=begun(30)).status_code == 302


@pytest.mark.parametrize("sign", ["\n", "\r", "\r\n"])
def test_a_name_cannot_add_a_header_to_the_mail(client, page, sign):
    name = f"Vardenis{sign}Bcc: kitas@example.com"
    assert errors_of(send(client, page, name=name)) == ["name"]


@pytest.mark.parametrize(
    "field, value",
    [
        ("name", ""),
        ("name", "x" * 151),
        ("email", ""),
        ("email", "vardenis"),
        ("email", "a@example.com, b@example.com"),
        ("message", "  "),
        ("message", "x" * 5001),
        ("message", "a\x00b"),
        ("consent", ""),
    ],
)
def test_what_is_wrong_is_said_at_its_field(client, page, field, value):
    response = send(client, page, **{field: value})
    assert errors_of(response) == [field]
    soup = BeautifulSoup(response.content, "html.parser")
    control = soup.find(attrs={"name": field})
    assert control["aria-invalid"] == "true"
    said = soup.find(id=control["aria-describedby"].split()[-1])
    assert said.get_text(strip=True)
    assert soup.select_one(f'.form-errors a[href="#{control["id"]}"]')


def test_the_language_of_errors_is_that_of_the_page(client, page):
    english = translated(page)
    html = send(client, english, consent="").content.decode()
    assert "Without consent we cannot answer." in html
    assert "Without consent" not in send(client, page, consent="").content.decode()


def test_markup_in_a_message_is_text(client, page):
    markup = "<script>alert(1)</script><b>labas</b>"
    html = send(client, page, message=markup, email="").content.decode()
    assert markup not in html
    assert "&lt;script&gt;alert(1)" in html
    send(client, page, message=markup, name="<i>Vardenis</i>")
    stored = ContactMessage.objects.get()
    assert stored.text == markup
    admin = sign_in(Client())
    for view, arguments in (("index", []), ("inspect", [stored.pk])):
        shown = admin.get(reverse(f"contact_messages:{view}", args=arguments)).content.decode()
        assert "&lt;i&gt;Vardenis" in shown
        assert "<i>Vardenis</i>" not in shown
        assert markup not in shown


def test_a_message_can_be_read_and_deleted_in_the_admin_and_neither_added_nor_changed(client, page):
    send(client, page)
    stored = ContactMessage.objects.get()
    admin = sign_in(client)
    assert admin.get(reverse("contact_messages:inspect", args=[stored.pk])).status_code == 200
    for view, arguments in (("add", []), ("edit", [stored.pk])):
        answer = admin.get(reverse(f"contact_messages:{view}", args=arguments))
        assert answer.status_code == 302
    admin.post(reverse("contact_messages:delete", args=[stored.pk]))
    assert not ContactMessage.objects.exists()


def test_a_form_sent_from_another_site_is_refused(page):
    assert send(Client(enforce_csrf_checks=True), page).status_code == 403
    assert not ContactMessage.objects.exists()


def test_a_form_without_its_cookie_is_answered_in_the_language_of_the_page(page):
    visitor = Client(enforce_csrf_checks=True)
    for form, language, words in (
        (page, "lt", "Formos išsiųsti nepavyko"),
        (translated(page), "en", "The form could not be sent"),
    ):
        html = send(visitor, form).content.decode()
        assert f'<html lang="{language}">' in html
        assert f"<h1>{words}</h1>" in html


def test_the_form_says_what_a_sender_agrees_to(client, page):
    html = client.get(page.url).content.decode()
    assert CONSENT in html
    assert "csrfmiddlewaretoken" in html
