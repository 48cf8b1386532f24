"""Messages from the contact page: what is kept, how often, how many, and what the sender sees."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django_tasks_db.models import DBTaskResult

from home.models import ContactMessage
from home.tests.contact import CONSENT, begun, contact_page, filled, send, shown_again, soup
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _one_moment(monkeypatch):
    """All is sent in one moment, 45 seconds after the full hour."""
    monkeypatch.setattr("time.time", lambda: 1_800_000_045.0)


@pytest.fixture
def page():
    return contact_page()


def mails():
    """The tasks that will mail a message."""
    return DBTaskResult.objects.filter(task_path="home.tasks.mail_message")


def test_the_form_says_what_a_sender_agrees_to(client, page):
    html = client.get(page.url).content.decode()
    assert CONSENT in html
    assert "csrfmiddlewaretoken" in html


def test_a_valid_message_is_stored_and_thanked_for(client, page):
    response = send(client, page)
    assert response.url == f"{page.url}?sent=1#sent"
    stored = ContactMessage.objects.get()
    assert (stored.name, stored.email) == ("Vardenis Pavardenis", "vardenis@example.com")
    assert stored.text == "Norime prisijungti."
    thanks = soup(client.get(response.url))
    assert "Atsakysime greitai." in thanks.find(id="sent").get_text()
    assert thanks.find(id="sent")["tabindex"] == "-1"  # so that it takes the focus
    assert thanks.textarea is None


def test_thanks_are_never_given_for_a_message_that_was_refused(client, page):
    response = client.post(f"{page.url}?sent=1", {"name": "Vardenis"})
    assert response.status_code == 422
    assert shown_again(response)["name"] == "Vardenis"


def test_the_consent_is_kept_with_the_message_as_it_was_given(client, page):
    send(client, page)
    page.consent_text = "Kitoks sutikimas."
    page.save_revision().publish()
    send(client, page, started=begun(11))
    later, earlier = ContactMessage.objects.order_by("-pk")
    assert (earlier.consent_text, later.consent_text) == (CONSENT, "Kitoks sutikimas.")
    assert earlier.consent_version != later.consent_version
    assert earlier.sent_at <= later.sent_at


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


def test_without_an_address_a_message_is_stored_and_not_mailed(client):
    send(client, contact_page(recipient=""))
    assert ContactMessage.objects.exists()
    assert not mails().exists()


# Twice


def test_a_message_posted_twice_is_stored_and_mailed_once_and_thanked_for_twice(client, page):
    started = begun()
    first, second = (send(client, page, started=started) for _twice in range(2))
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert ContactMessage.objects.count() == mails().count() == 1


def test_of_two_posts_at_the_same_moment_one_is_stored_and_both_are_thanked_for(client, page):
    started = begun()
    first = send(client, page, started=started)
    digest, stored = ContactMessage.objects.get().digest, []

    def in_the_dark(execute, sql, params, many, context):
        """Nobody sees what another transaction has not committed, until both want to store it."""
        if sql.startswith("INSERT"):
            stored.append(sql)
        elif not stored:
            params = tuple("unseen" if param == digest else param for param in params or ())
        return execute(sql, params, many, context)

    with connection.execute_wrapper(in_the_dark):
        second = send(client, page, started=started)
    assert "contactmessage" in stored[0]
    assert (first.status_code, first.url) == (second.status_code, second.url)
    assert ContactMessage.objects.count() == mails().count() == 1


def test_another_message_from_the_same_form_is_stored_as_well(client, page):
    started = begun()  # also that of whoever opened the form in the same second
    send(client, page, started=started)
    send(client, page, started=started, message="Pamiršau paklausti: kada?")
    assert ContactMessage.objects.count() == 2


# Too often


def send_another(client, page, number, **headers):
    return client.post(page.url, filled(message=f"Žinutė {number}"), headers=headers).status_code


def send_five(client, page, **headers):
    assert [send_another(client, page, number, **headers) for number in range(5)] == [302] * 5


def test_more_than_five_messages_an_hour_from_one_address_are_too_many(client, page, monkeypatch):
    send_five(client, page)
    response = send(client, page)
    assert response.status_code == 429
    assert response["Retry-After"] == "3555"
    assert "Bandykite dar kartą po valandos" in soup(response).select_one(".form-errors").get_text()
    assert shown_again(response)["message"] == "Norime prisijungti."
    assert ContactMessage.objects.count() == 5
    assert send(Client(REMOTE_ADDR="192.0.2.7"), page).status_code == 302

    monkeypatch.setattr("time.time", lambda: 1_800_003_600.0)
    assert client.post(page.url, {**shown_again(response), "consent": "on"}).status_code == 302


def test_posting_twice_does_not_count(client, page):
    started = begun()
    for _again in range(7):
        assert send(client, page, started=started).status_code == 302


def test_a_message_that_is_refused_does_not_count(client, page):
    for _again in range(7):
        assert send(client, page, consent="").status_code == 422
    assert send(client, page).status_code == 302


def test_behind_our_proxy_the_address_that_it_saw_counts(client, page, settings):
    settings.TRUST_PROXY = True
    send_five(client, page, **{"X-Forwarded-For": "198.51.100.1, 192.0.2.1"})
    for seen, status in (("192.0.2.1", 429), ("192.0.2.2", 302)):
        forwarded = {"X-Forwarded-For": f"198.51.100.9, {seen}"}
        assert send_another(client, page, 6, **forwarded) == status


def test_what_a_sender_says_of_their_address_does_not_count(client, page):
    send_five(client, page, **{"X-Forwarded-For": "192.0.2.1"})
    assert send_another(client, page, 6, **{"X-Forwarded-For": "192.0.2.2"}) == 429


def test_where_the_cache_does_not_count_messages_are_stored_all_the_same(client, page, monkeypatch):
    def broken(*args, **kwargs):
        raise ConnectionError("no cache today")

    for method in ("add", "incr"):
        monkeypatch.setattr(cache, method, broken)
    started = begun()
    for _twice in range(2):
        assert send(client, page, started=started).status_code == 302
    assert ContactMessage.objects.count() == 1
