"""Messages made of entries of the log, and by hand."""

import json
import re

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from industry4.delivery.changes.entries import entry
from industry4.delivery.changes.settle import settle
from industry4.delivery.models import WebhookMessage
from industry4.delivery.tests.webhooks import WebhookFactory, change, tasks
from industry4.delivery.webhooks.queue import queue, send_again, send_test
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def cost(changes):
    with CaptureQueriesContext(connection) as queries:
        queue(changes)
    return len(queries)


def test_what_an_editor_publishes_is_told():
    webhook = WebhookFactory(kinds=["article"])
    page = ArticleFactory()
    settle()
    said = json.loads(webhook.messages.get().payload)
    assert (said["type"], said["data"]["id"]) == ("article.published", page.pk)
    assert said["data"]["url"] == page.full_url


def test_each_endpoint_gets_a_message_for_each_entry_and_one_task():
    webhooks = WebhookFactory.create_batch(2)
    changes = [change(), change(action="changed"), change("image", "deleted")]
    queue(changes)
    for webhook in webhooks:
        messages = webhook.messages.order_by("pk")
        assert [message.position for message in messages] == [each.position for each in changes]
        assert {message.state for message in messages} == {"waiting"}
        assert len(tasks(webhook)) == 1


def test_the_payload_is_the_entry_of_the_feed_under_the_name_of_what_happened():
    webhook = WebhookFactory()
    published = change(previous_address="https://i4.example/ž/")
    queue([published])
    message = webhook.messages.get()
    said = json.loads(message.payload)
    in_feed = json.loads(entry(published).model_dump_json())
    assert said == {"type": "event.published", "timestamp": in_feed["at"], "data": in_feed}
    assert said["data"]["previous_url"] == "https://i4.example/ž/"
    assert message.type == "event.published"


def test_every_message_has_an_id_of_its_own():
    WebhookFactory.create_batch(2)
    queue([change(), change()])
    ids = set(WebhookMessage.objects.values_list("message_id", flat=True))
    assert len(ids) == 4
    assert all(re.fullmatch(r"msg_[\w-]{24}", each) for each in ids)


def test_an_endpoint_is_told_of_its_kinds_only():
    webhook = WebhookFactory(kinds=["event", "image"])
    queue([change("article"), change("event"), change("image")])
    assert [message.type for message in webhook.messages.order_by("pk")] == [
        "event.published",
        "image.published",
    ]


def test_nothing_is_left_for_an_endpoint_that_is_not_active_or_that_nothing_concerns():
    WebhookFactory(active=False)
    WebhookFactory(kinds=["event"])
    queue([change("article")])
    assert not WebhookMessage.objects.exists()
    assert tasks() == []


def test_without_endpoints_it_costs_one_query_and_without_entries_none():
    assert cost([change(), change()]) == 1
    assert cost([]) == 0


def test_twenty_entries_cost_as_many_queries_as_one():
    WebhookFactory.create_batch(2)
    one = [change()]
    twenty = [change() for _each in range(20)]
    assert cost(one) == cost(twenty)


def test_messages_and_tasks_are_there_only_if_the_entries_are():
    WebhookFactory()
    with transaction.atomic():
        queue([change()])
        transaction.set_rollback(True)
    assert not WebhookMessage.objects.exists()
    assert tasks() == []


def test_a_test_says_that_it_is_one_and_ends_a_pause():
    webhook = WebhookFactory(paused_until="2999-01-01T00:00:00Z")
    message = send_test(webhook)
    said = json.loads(message.payload)
    assert (said["type"], said["data"]) == ("test", {"webhook": webhook.name})
    assert message.position is None
    webhook.refresh_from_db()
    assert webhook.paused_until is None
    assert len(tasks(webhook)) == 1


def test_messages_are_sent_again_under_their_ids_as_if_for_the_first_time():
    webhook, other = WebhookFactory.create_batch(2)
    queue([change(), change()])
    WebhookMessage.objects.update(state="failed", attempts=10, next_attempt_at=None)
    ids = set(webhook.messages.values_list("message_id", flat=True))
    assert send_again(WebhookMessage.objects.all(), webhook) == 2
    assert set(webhook.messages.values_list("message_id", flat=True)) == ids
    assert set(webhook.messages.values_list("state", "attempts")) == {("waiting", 0)}
    assert all(message.next_attempt_at for message in webhook.messages.all())
    assert set(other.messages.values_list("state", flat=True)) == {"failed"}
