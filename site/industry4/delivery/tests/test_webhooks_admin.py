"""Webhooks in the admin: who may do what, what is shown, and that nothing happens by GET."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from industry4.delivery.changes.entries import kinds
from industry4.delivery.models import Webhook, WebhookAttempt, WebhookMessage
from industry4.delivery.tests.webhooks import WebhookFactory, change, tasks
from industry4.delivery.webhooks.forms import kind_names
from industry4.delivery.webhooks.queue import queue
from industry4.testing.editors import EditorFactory, messages_of, sign_in

pytestmark = pytest.mark.django_db

FILLED_IN = {"name": "Kalendorius", "address": "https://1.1.1.1/hook", "active": "on"}
ACTIONS = ["new_secret", "test", "all_again"]


@pytest.fixture
def admin(client):
    return sign_in(client)


@pytest.fixture
def webhook():
    """An endpoint with three messages: one failed after an attempt, one delivered, one waits."""
    found = WebhookFactory(name="Kalendorius")
    queue([change(), change("image"), change("article")])
    for message, state in zip(found.messages.order_by("pk"), ("failed", "delivered"), strict=False):
        message.state, message.next_attempt_at = state, None
        message.save()
        WebhookAttempt.objects.create(
            message=message,
            status_code=500 if state == "failed" else 204,
            at=timezone.now() - datetime.timedelta(hours=2),
            duration_ms=1234,
            answer="<b>Klaida</b>" if state == "failed" else "",
        )
    return found


def allowed(client, *actions):
    """Somebody who may do these things to webhooks, and no more."""
    group = Group.objects.create(name="Webhooks")
    codenames = [f"{action}_webhook" for action in actions]
    group.permissions.add(
        Permission.objects.get(codename="access_admin"),
        *Permission.objects.filter(codename__in=codenames),
    )
    return sign_in(client, EditorFactory(group="Webhooks"))


def address(view, *arguments):
    return reverse(f"webhooks:{view}", args=arguments)


def main(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").main


def text(client, view, *arguments):
    return main(client.get(address(view, *arguments))).get_text(" ", strip=True)


def one(webhook, state):
    return webhook.messages.get(state=state)


class TestEndpoints:
    def test_adding_one_leads_to_its_secret(self, admin):
        response = admin.post(address("add"), {**FILLED_IN, "kinds": ["event"]}, follow=True)
        webhook = Webhook.objects.get()
        assert (webhook.name, webhook.kinds, webhook.active) == ("Kalendorius", ["event"], True)
        assert main(response).find("input", id="webhook-secret")["value"] == webhook.secret

    def test_every_kind_of_the_log_can_be_chosen_by_a_name(self, admin):
        form = main(admin.get(address("add")))
        boxes = [box["value"] for box in form.find_all("input", attrs={"name": "kinds"})]
        assert boxes == kinds()
        assert all(name[0].isupper() and "_" not in name for name in kind_names().values())

    @pytest.mark.parametrize(
        "wrong,said",
        [
            ("https://127.0.0.1/hook", "The address leads into a private network"),
            ("https://localhost/hook", "The address leads into a private network"),
            ("http://1.1.1.1/hook", "The address is not one that may be used"),
            ("https://a:b@1.1.1.1/", "The address is not one that may be used"),
        ],
    )
    def test_an_address_that_may_not_be_used_is_an_error_of_the_form(self, admin, wrong, said):
        page = main(admin.post(address("add"), {**FILLED_IN, "address": wrong}))
        errors = page.find_all(class_="w-field__errors")
        assert [error.get_text(strip=True) for error in errors if error.p] == [said]
        assert not Webhook.objects.exists()

    def test_one_whose_host_is_away_can_still_be_switched_off(self, admin):
        webhook = WebhookFactory(address="https://unknown.invalid/")
        form = {"name": "Kitas", "address": webhook.address}
        assert admin.post(address("edit", webhook.pk), form).status_code == 302
        webhook.refresh_from_db()
        assert (webhook.name, webhook.active) == ("Kitas", False)

    def test_changing_it_keeps_its_secret_and_a_new_address_ends_a_pause(self, admin):
        webhook = WebhookFactory(paused_until="2999-01-01T00:00:00Z", silences=5)
        admin.post(address("edit", webhook.pk), FILLED_IN)
        changed = Webhook.objects.get()
        assert changed.secret == webhook.secret
        assert (changed.paused_until, changed.silences) == (None, 0)

    def test_the_list_says_whom_of_what_and_when_it_last_arrived(self, admin, webhook):
        WebhookFactory(name="Senas", active=False, kinds=["event", "image"])
        WebhookFactory(name="Tylus", paused_until="2999-01-01T00:00:00Z")
        rows = main(admin.get(address("index"))).tbody.find_all("tr")
        said = {row.a.text.strip(): row.get_text(" ", strip=True) for row in rows}
        assert "https://hooks.example/here Everything Active" in said["Kalendorius"]
        assert "Event, Image Not active" in said["Senas"]
        assert "Does not answer" in said["Tylus"]
        assert "ago" in said["Kalendorius"]
        assert "ago" not in said["Senas"]

    def test_twenty_cost_as_many_queries_as_one(self, admin, webhook):
        def cost():
            admin.get(address("index"))
            with CaptureQueriesContext(connection) as queries:
                admin.get(address("index"))
            return len(queries)

        before = cost()
        WebhookFactory.create_batch(19)
        assert cost() == before

    def test_deleting_one_deletes_its_messages(self, admin, webhook):
        admin.post(address("delete", webhook.pk))
        assert not Webhook.objects.exists()
        assert not WebhookMessage.objects.exists()

    def test_it_is_in_the_menu_of_settings_and_in_lithuanian(self, client):
        client = sign_in(client, language="lt")
        home = client.get(reverse("wagtailadmin_home")).content.decode()
        assert address("index") in home
        assert "Nieko nepažymėjus" in text(client, "add")


class TestSecret:
    def test_a_new_one_is_asked_for_and_the_one_before_is_kept_for_a_day(self, admin, webhook):
        assert "24" in text(admin, "new_secret", webhook.pk)
        unchanged = Webhook.objects.get().secret
        assert unchanged == webhook.secret
        response = admin.post(address("new_secret", webhook.pk), follow=True)
        renewed = Webhook.objects.get()
        assert renewed.secret != webhook.secret
        assert renewed.secrets_at(timezone.now()) == [renewed.secret, webhook.secret]
        page = main(response)
        assert page.find("input", id="webhook-secret")["value"] == renewed.secret
        assert "The secret before signs as well until" in page.text
        assert "Edit" in text(admin, "history", webhook.pk)

    def test_who_may_only_look_does_not_see_it(self, client, webhook):
        page = allowed(client, "view").get(address("inspect", webhook.pk))
        assert webhook.address in main(page).text
        assert webhook.secret not in page.content.decode()
        assert main(page).find("form") is None


class TestMessages:
    def test_an_endpoint_shows_its_messages_and_what_became_of_them(self, admin, webhook):
        rows = main(admin.get(address("inspect", webhook.pk))).tbody.find_all("tr")
        said = [row.get_text(" ", strip=True) for row in rows]
        assert [row.code.text for row in rows] == [
            "article.published",
            "image.published",
            "event.published",
        ]
        assert "Waiting" in said[0]
        assert "Delivered" in said[1]
        assert "Failed" in said[2]

    def test_fifty_are_on_a_page(self, admin, webhook):
        queue([change() for _each in range(50)])
        assert len(main(admin.get(address("inspect", webhook.pk))).tbody.find_all("tr")) == 50
        second = admin.get(address("inspect", webhook.pk), {"p": 2})
        assert len(main(second).tbody.find_all("tr")) == 3

    def test_a_message_shows_what_is_sent_and_every_attempt(self, admin, webhook):
        failed = one(webhook, "failed")
        response = admin.get(address("message", webhook.pk, failed.pk))
        page = main(response)
        assert failed.payload in page.get_text()
        row = page.tbody.tr.get_text(" ", strip=True)
        assert "500" in row
        assert "1234 ms" in row or "1,234 ms" in row
        assert page.tbody.find("b") is None  # what strangers answer is text
        assert "<b>Klaida</b>" in row

    def test_a_problem_is_told_in_words(self, admin, webhook):
        failed = one(webhook, "failed")
        failed.attempts_made.update(status_code=None, problem="timeout")
        assert "No answer in time" in text(admin, "message", webhook.pk, failed.pk)

    def test_one_is_sent_again(self, admin, webhook):
        delivered = one(webhook, "delivered")
        response = admin.post(address("one_again", webhook.pk, delivered.pk), follow=True)
        assert messages_of(response) == ["1 message is sent again. Reload this page in a moment."]
        delivered.refresh_from_db()
        assert delivered.state == "waiting"
        assert tasks(webhook)

    def test_all_that_failed_are_sent_again(self, admin, webhook):
        before = one(webhook, "delivered")
        admin.post(address("all_again", webhook.pk))
        assert not webhook.messages.filter(state="failed").exists()
        assert one(webhook, "delivered") == before

    def test_the_button_for_what_failed_is_there_only_when_something_has(self, admin, webhook):
        assert "Send all failed again" in text(admin, "inspect", webhook.pk)
        webhook.messages.filter(state="failed").delete()
        assert "Send all failed again" not in text(admin, "inspect", webhook.pk)

    def test_a_test_is_sent(self, admin, webhook):
        admin.post(address("test", webhook.pk))
        assert webhook.messages.filter(type="test", state="waiting").exists()

    def test_to_an_endpoint_that_is_not_active_nothing_is_sent(self, admin, webhook):
        Webhook.objects.update(active=False)
        failed = one(webhook, "failed")
        for asked in (
            address("test", webhook.pk),
            address("all_again", webhook.pk),
            address("one_again", webhook.pk, failed.pk),
        ):
            response = admin.post(asked, follow=True)
            assert messages_of(response) == ["Nothing was sent: this webhook is not active."]
        assert webhook.messages.count() == 3
        assert one(webhook, "failed") == failed

    def test_a_message_of_another_endpoint_is_not_found(self, admin, webhook):
        other = WebhookFactory()
        failed = one(webhook, "failed")
        assert admin.get(address("message", other.pk, failed.pk)).status_code == 404
        assert admin.post(address("one_again", other.pk, failed.pk)).status_code == 404


class TestPermissions:
    @pytest.mark.parametrize("action", ACTIONS)
    @pytest.mark.parametrize("allowed_to", [[], ["view"], ["add", "delete"]])
    def test_who_may_not_change_an_endpoint_does_nothing_with_it(
        self, client, webhook, action, allowed_to
    ):
        before = list(webhook.messages.values()), webhook.secret
        response = allowed(client, *allowed_to).post(address(action, webhook.pk))
        assert response.url == reverse("wagtailadmin_home")
        webhook.refresh_from_db()
        assert (list(webhook.messages.values()), webhook.secret) == before

    def test_nor_with_a_message(self, client, webhook):
        failed = one(webhook, "failed")
        client = allowed(client, "view")
        assert "500" in text(client, "message", webhook.pk, failed.pk)
        response = client.post(address("one_again", webhook.pk, failed.pk))
        assert response.url == reverse("wagtailadmin_home")
        assert one(webhook, "failed") == failed

    def test_who_may_do_nothing_with_webhooks_sees_none(self, client, webhook):
        client = sign_in(client, EditorFactory())
        failed = one(webhook, "failed")
        home = client.get(reverse("wagtailadmin_home")).content.decode()
        assert address("index") not in home
        for view in (
            address("index"),
            address("inspect", webhook.pk),
            address("message", webhook.pk, failed.pk),
        ):
            assert client.get(view).url == reverse("wagtailadmin_home")

    def test_who_may_change_them_may_do_everything_that_is_done_with_one(self, client, webhook):
        client = allowed(client, "change")
        assert address("index") in client.get(reverse("wagtailadmin_home")).content.decode()
        for action in ACTIONS:
            response = client.post(address(action, webhook.pk))
            assert response.url == address("inspect", webhook.pk)

    @pytest.mark.parametrize("action", ["test", "all_again"])
    def test_nothing_is_done_by_get(self, admin, webhook, action):
        assert admin.get(address(action, webhook.pk)).status_code == 405

    @pytest.mark.parametrize("action", ACTIONS)
    def test_nothing_is_done_for_another_site(self, webhook, action):
        client = Client(enforce_csrf_checks=True, raise_request_exception=False)
        assert sign_in(client).post(address(action, webhook.pk)).status_code >= 400
        assert not webhook.messages.filter(type="test").exists()
        assert one(webhook, "failed")
        assert Webhook.objects.get().secret == webhook.secret
