"""The life of a message: who may send it, what an attempt makes of it, when it is tried again."""

import contextlib
import datetime
import random
import time
from collections.abc import Iterator

from django.db import transaction
from django.db.models import Min, Q, QuerySet
from django.utils import timezone

from industry4.delivery.models import Webhook, WebhookAttempt, WebhookMessage

from .sending import ATTEMPT_SECONDS, Outcome, send
from .signing import headers

State = WebhookMessage.State

# How long until the next attempt, after the first, the second …; after the last it has failed.
PAUSES = (
    datetime.timedelta(seconds=5),
    datetime.timedelta(seconds=30),
    datetime.timedelta(minutes=2),
    datetime.timedelta(minutes=10),
    datetime.timedelta(minutes=30),
    datetime.timedelta(hours=2),
    datetime.timedelta(hours=6),
    datetime.timedelta(hours=12),
    datetime.timedelta(hours=24),
)
# An endpoint that is silent is asked once an hour at least: it may be back.
LONGEST_SILENCE = datetime.timedelta(hours=1)
# Pauses are up to this part longer, so that what failed together does not come back together.
JITTER = 0.2
# Then it is the turn of other endpoints.
WORK_SECONDS = 30.0
# Longer than any attempt can take. A worker that was killed is no longer waited for after it.
CLAIM = datetime.timedelta(seconds=6 * ATTEMPT_SECONDS)


def pause(attempts: int) -> datetime.timedelta | None:
    """How long to wait after so many attempts; None: it has failed for good."""
    if attempts > len(PAUSES):
        return None
    # Spreads out; nothing depends on its being unpredictable.
    return PAUSES[attempts - 1] * random.uniform(1, 1 + JITTER)  # noqa: S311


def due(webhooks: QuerySet[Webhook], now: datetime.datetime) -> QuerySet[Webhook]:
    """Those of the endpoints that have something to be sent now, and nobody who sends it."""
    free = Q(claimed_until=None) | Q(claimed_until__lte=now)
    awake = Q(paused_until=None) | Q(paused_until__lte=now)
    messages = WebhookMessage.objects.filter(state=State.WAITING, next_attempt_at__lte=now)
    return webhooks.filter(free, awake, active=True, pk__in=messages.values("webhook"))


def next_due(webhook_id: int) -> datetime.datetime | None:
    """When an endpoint has something to be sent; None where nobody has to see to it.

    That is: where it has nothing, is not active, or a worker has it, who will ask the same.
    """
    webhook = Webhook.objects.filter(pk=webhook_id, active=True).first()
    if webhook is None or (webhook.claimed_until and webhook.claimed_until > timezone.now()):
        return None
    waiting = webhook.messages.filter(state=State.WAITING)
    first = waiting.aggregate(at=Min("next_attempt_at"))["at"]
    return max(first, webhook.paused_until or first) if first else None


def work(webhook_id: int) -> None:
    """Send what is due of an endpoint, one after the other, for half a minute at most.

    Does nothing where another worker does it, or where the endpoint pauses or is not active.
    """
    ends_at = time.monotonic() + WORK_SECONDS
    with claimed(webhook_id) as claim:
        while claim and claim.renew() and (message := claim.next_message()):
            attempt(message)
            if time.monotonic() >= ends_at:
                break


class Claim:
    """The right of one worker to send an endpoint's messages, as long as it is renewed."""

    def __init__(self, webhook_id: int, until: datetime.datetime) -> None:
        self.webhook_id, self.until = webhook_id, until

    def renew(self) -> bool:
        """Prolong it; False where it was lost: it had run out, and another worker took over."""
        until = timezone.now() + CLAIM
        held = Webhook.objects.filter(pk=self.webhook_id, claimed_until=self.until)
        kept = held.update(claimed_until=until) == 1
        self.until = until
        return kept

    def release(self) -> None:
        """Leave the endpoint to others."""
        held = Webhook.objects.filter(pk=self.webhook_id, claimed_until=self.until)
        held.update(claimed_until=None)

    def next_message(self) -> WebhookMessage | None:
        """The first that is due, in the order of the log; None where none is."""
        now = timezone.now()
        waiting = WebhookMessage.objects.filter(webhook=self.webhook_id, state=State.WAITING)
        ready = waiting.filter(
            Q(webhook__paused_until=None) | Q(webhook__paused_until__lte=now),
            webhook__active=True,
            next_attempt_at__lte=now,
        )
        return ready.select_related("webhook").order_by("pk").first()


@contextlib.contextmanager
def claimed(webhook_id: int) -> Iterator[Claim | None]:
    """The claim of an endpoint; None where another worker has it, or nothing is due."""
    now = timezone.now()
    claim = Claim(webhook_id, now + CLAIM)
    free = due(Webhook.objects.filter(pk=webhook_id), now)
    if not free.update(claimed_until=claim.until):
        yield None
        return
    try:
        yield claim
    finally:
        claim.release()


def attempt(message: WebhookMessage) -> None:
    """Send a message once, and keep what came of it.

    No transaction is open meanwhile: a worker that is killed leaves the message waiting.
    """
    webhook, now = message.webhook, timezone.now()
    signed = headers(message.message_id, message.payload, webhook.secrets_at(now), now)
    record(message, send(webhook.address, message.payload, signed), timezone.now())


@transaction.atomic
def record(sent: WebhookMessage, outcome: Outcome, now: datetime.datetime) -> None:
    """Keep an attempt that just ended, and what follows from it for message and endpoint."""
    # Its key is left alone: the log goes on adding messages.
    webhook = Webhook.objects.select_for_update(no_key=True).filter(pk=sent.webhook_id).first()
    # Read again: somebody may have asked meanwhile to send it anew, or have deleted the endpoint.
    message = WebhookMessage.objects.filter(pk=sent.pk).first()
    if webhook is None or message is None:
        return
    WebhookAttempt.objects.create(message=message, at=now, **outcome._asdict())
    message.attempts += 1
    wait = pause(message.attempts)
    if outcome.delivered:
        message.state, message.next_attempt_at = State.DELIVERED, None
    elif wait is None:
        message.state, message.next_attempt_at = State.FAILED, None
    else:
        message.next_attempt_at = now + wait
    message.save(update_fields=["state", "attempts", "next_attempt_at"])
    if outcome.silent:
        webhook.silences = min(webhook.silences + 1, len(PAUSES))
        longer = pause(webhook.silences) or LONGEST_SILENCE
        webhook.paused_until = now + min(longer, LONGEST_SILENCE)
    else:
        webhook.silences, webhook.paused_until = 0, None
    if outcome.gone:
        webhook.active = False
    webhook.save(update_fields=["silences", "paused_until", "active"])
