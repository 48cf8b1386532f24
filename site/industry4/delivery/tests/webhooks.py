"""Endpoints, entries of the log, and the worker, for the tests of webhooks."""

import datetime
import itertools

import factory
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from industry4.delivery.models import Change, Webhook
from industry4.delivery.webhooks.tasks import deliver

positions = itertools.count(1_000_000)


class WebhookFactory(factory.django.DjangoModelFactory):
    """An active endpoint that wants to know everything."""

    class Meta:
        model = Webhook

    name = factory.Sequence(lambda number: f"Programėlė {number}")
    address = "https://hooks.example/here"


def change(kind="event", action="published", **values):
    """An entry of the log."""
    position = next(positions)
    values = {"object_id": position, "locale": "lt", "address": "https://i4.example/a/", **values}
    return Change.objects.create(position=position, kind=kind, action=action, **values)


def tasks(webhook=None):
    """The tasks that wait for a worker, the oldest first."""
    found = DBTaskResult.objects.filter(
        task_path=deliver.module_path, status=TaskResultStatus.READY
    ).order_by("enqueued_at")
    return list(found.filter(args_kwargs__args=[webhook.pk]) if webhook else found)


def work_off():
    """Do what the worker does with the tasks that are there, whatever moment they wait for."""
    for task in tasks():
        task.claim("tests")
        task.task.func(*task.args_kwargs["args"])
        task.set_successful(None)


def pass_time(**amount):
    """As if so much time had passed for all endpoints and messages."""
    ago = datetime.timedelta(**amount)
    for webhook in Webhook.objects.all():
        if webhook.paused_until:
            webhook.paused_until -= ago
            webhook.save(update_fields=["paused_until"])
        for message in webhook.messages.filter(state="waiting"):
            message.next_attempt_at -= ago
            message.save(update_fields=["next_attempt_at"])


def from_now(moment):
    """How long until a moment, in seconds."""
    return (moment - timezone.now()).total_seconds()
