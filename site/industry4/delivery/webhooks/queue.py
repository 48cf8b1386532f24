"""What is told to whom: messages made of entries of the log, and by hand."""

import json
from collections.abc import Sequence

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from industry4.delivery.changes.entries import entry
from industry4.delivery.models import Change, Webhook, WebhookMessage

from .tasks import deliver

State = WebhookMessage.State
AT_ONCE = 500  # messages in one statement: a change of the whole site has very many


def queue(changes: Sequence[Change]) -> None:
    """Leave a message for every active endpoint that wants to know of an entry.

    To be called in the transaction that appends to the log: the messages are committed with their
    entries, or not at all, and the worker sees both.
    """
    webhooks = list(Webhook.objects.filter(active=True)) if changes else []
    if not webhooks:
        return
    told = [(change, f"{change.kind}.{change.action}") for change in changes]
    payloads = {change.position: payload(change, kind) for change, kind in told}
    messages = [
        WebhookMessage(
            webhook=webhook, position=change.position, type=kind, payload=payloads[change.position]
        )
        for webhook in webhooks
        for change, kind in told
        if webhook.wants(change.kind)
    ]
    WebhookMessage.objects.bulk_create(messages, batch_size=AT_ONCE)
    for webhook_id in dict.fromkeys(message.webhook_id for message in messages):
        deliver.enqueue(webhook_id)


def payload(change: Change, kind: str) -> str:
    """The body of a message: the entry is the one that the feed gives."""
    data = entry(change).model_dump(mode="json")
    return _json({"type": kind, "timestamp": data["at"], "data": data})


def send_test(webhook: Webhook) -> WebhookMessage:
    """A message that says nothing, by which a receiver is tried out; it is sent at once."""
    now = timezone.localtime().isoformat(timespec="seconds")
    body = _json({"type": "test", "timestamp": now, "data": {"webhook": webhook.name}})
    with transaction.atomic():
        _send_now(webhook)
        return webhook.messages.create(type="test", payload=body)


def send_again(messages: QuerySet[WebhookMessage], webhook: Webhook) -> int:
    """Send messages of an endpoint once more, each under its own id; returns how many.

    Where that fails they are tried again as they were at first.
    """
    with transaction.atomic():
        _send_now(webhook)  # first the endpoint, then its messages: as the worker does
        return messages.filter(webhook=webhook).update(
            state=State.WAITING, attempts=0, next_attempt_at=timezone.now()
        )


def _send_now(webhook: Webhook) -> None:
    """Somebody waits for it: a pause of the endpoint ends."""
    Webhook.objects.filter(pk=webhook.pk).update(paused_until=None)
    deliver.enqueue(webhook.pk)


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
