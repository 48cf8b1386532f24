"""The tasks and commands that see to it that messages are sent, and that they are not kept."""

import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from industry4.core.management.commands import run_due
from industry4.delivery.models import WebhookAttempt, WebhookMessage
from industry4.delivery.tests.webhooks import WebhookFactory, change, tasks
from industry4.delivery.webhooks.queue import queue
from industry4.delivery.webhooks.tasks import see_to

pytestmark = pytest.mark.django_db


@pytest.fixture
def lost():
    """An endpoint with a message that no task looks after: its worker died."""
    webhook = WebhookFactory()
    queue([change()])
    DBTaskResult.objects.update(status="RUNNING")
    return webhook


def in_(**amount):
    return timezone.now() + datetime.timedelta(**amount)


@pytest.mark.sqlite
def test_a_message_that_no_task_looks_after_gets_one_within_a_minute(lost):
    for _twice in range(2):
        call_command("deliver_webhooks")
        assert len(tasks(lost)) == 1
    assert ("deliver_webhooks", []) in run_due.DUE


@pytest.mark.parametrize("field", ["paused_until", "claimed_until"])
def test_an_endpoint_that_pauses_or_is_being_served_gets_none(lost, field):
    setattr(lost, field, in_(minutes=1))
    lost.save()
    call_command("deliver_webhooks")
    assert tasks() == []


def test_an_endpoint_that_is_not_active_gets_none(lost):
    lost.active = False
    lost.save()
    call_command("deliver_webhooks")
    assert tasks() == []


def test_what_is_not_due_yet_gets_none(lost):
    lost.messages.update(next_attempt_at=in_(minutes=1))
    call_command("deliver_webhooks")
    assert tasks() == []


def test_a_task_that_comes_too_late_does_not_replace_an_earlier_one():
    webhook = WebhookFactory()
    late, early = in_(hours=2), in_(hours=1)
    see_to(webhook.pk, late)
    see_to(webhook.pk, early)
    see_to(webhook.pk, late)
    assert sorted(task.run_after for task in tasks(webhook)) == [early, late]


def test_a_task_of_another_endpoint_does_not_count():
    one, other = WebhookFactory.create_batch(2)
    see_to(one.pk, timezone.now())
    see_to(other.pk, timezone.now())
    assert len(tasks(other)) == 1


def test_messages_are_kept_for_thirty_days():
    webhook = WebhookFactory()
    queue([change(), change()])
    old, recent = webhook.messages.order_by("pk")
    for message in (old, recent):
        WebhookAttempt.objects.create(message=message, duration_ms=1, status_code=200)
    WebhookMessage.objects.filter(pk=old.pk).update(created_at=in_(days=-31))
    WebhookMessage.objects.filter(pk=recent.pk).update(created_at=in_(days=-29))
    call_command("prune_webhooks")
    assert list(webhook.messages.all()) == [recent]
    assert WebhookAttempt.objects.get().message == recent
    assert ("prune_webhooks", []) in run_due.DUE
