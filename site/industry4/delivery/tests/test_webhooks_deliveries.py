"""The life of a message: signed, sent in order, tried again, given up, sent by one alone."""

import datetime
import json

import pytest
from django.utils import timezone
from standardwebhooks import Webhook as Receiver
from standardwebhooks import WebhookVerificationError

from industry4.delivery.models import WebhookAttempt, WebhookMessage
from industry4.delivery.models.webhooks import new_secret
from industry4.delivery.tests.receiver import receiving
from industry4.delivery.tests.webhooks import (
    WebhookFactory,
    change,
    from_now,
    pass_time,
    tasks,
    work_off,
)
from industry4.delivery.webhooks import deliveries, sending
from industry4.delivery.webhooks.deliveries import JITTER, PAUSES, Claim, claimed, pause, record
from industry4.delivery.webhooks.queue import queue, send_again
from industry4.delivery.webhooks.sending import Outcome

pytestmark = pytest.mark.django_db

DELIVERED = Outcome(200, "", 12, "ok")
REFUSED = Outcome(500, "", 12, "no")
SILENCE = Outcome(None, WebhookAttempt.Problem.TIMEOUT, 10_000)


@pytest.fixture(autouse=True)
def _own_network(settings):
    settings.WEBHOOKS_MAY_REACH_PRIVATE = True


@pytest.fixture
def receiver():
    with receiving() as found:
        yield found


@pytest.fixture
def answers(monkeypatch):
    """What receivers answer, by address, instead of sending anything; `sent` says what to whom."""
    outcomes = {}

    def send(address, payload, headers):
        outcomes.setdefault("sent", []).append(headers["webhook-id"])
        outcome = outcomes.get(address, DELIVERED)
        return outcome() if callable(outcome) else outcome

    monkeypatch.setattr(deliveries, "send", send)
    return outcomes


def queued(webhook, count=1):
    """Messages of an endpoint, in the order of the log."""
    queue([change() for _each in range(count)])
    return list(webhook.messages.order_by("pk"))


def states(webhook):
    return list(webhook.messages.order_by("pk").values_list("state", flat=True))


class TestSigning:
    def test_what_arrives_is_verified_by_the_library_of_the_receiver(self, receiver):
        webhook = WebhookFactory(address=receiver.address("200"))
        [message] = queued(webhook)
        work_off()
        [(_path, headers, body)] = receiver.received
        assert Receiver(webhook.secret).verify(body, headers) == json.loads(message.payload)
        assert headers["webhook-id"] == message.message_id

    def test_another_secret_or_another_body_is_found_out(self, receiver):
        webhook = WebhookFactory(address=receiver.address("200"))
        queued(webhook)
        work_off()
        [(_path, headers, body)] = receiver.received
        with pytest.raises(WebhookVerificationError):
            Receiver(new_secret()).verify(body, headers)
        with pytest.raises(WebhookVerificationError):
            Receiver(webhook.secret).verify(body + b" ", headers)

    def test_for_a_day_the_secret_before_signs_as_well(self, receiver):
        webhook = WebhookFactory(address=receiver.address("200"))
        before = webhook.secret
        webhook.renew_secret(timezone.now())
        assert webhook.secret != before
        queued(webhook)
        work_off()
        [(_path, headers, body)] = receiver.received
        for secret in (webhook.secret, before):
            Receiver(secret).verify(body, headers)
        assert headers["webhook-signature"].count("v1,") == 2

    def test_after_a_day_only_the_new_one_signs(self):
        webhook = WebhookFactory()
        before, now = webhook.secret, timezone.now()
        webhook.renew_secret(now)
        day = datetime.timedelta(hours=24)
        assert webhook.secrets_at(now + day * 0.99) == [webhook.secret, before]
        assert webhook.secrets_at(now + day) == [webhook.secret]


class TestDelivery:
    def test_messages_are_sent_in_the_order_of_the_log(self, answers):
        webhook = WebhookFactory()
        messages = queued(webhook, 3)
        work_off()
        assert answers["sent"] == [message.message_id for message in messages]
        assert states(webhook) == ["delivered"] * 3
        assert tasks() == []

    def test_an_attempt_is_kept_with_what_came_back(self, receiver):
        webhook = WebhookFactory(address=receiver.address("503"))
        [message] = queued(webhook)
        work_off()
        attempt = message.attempts_made.get()
        assert (attempt.status_code, attempt.answer) == (503, "answer 503")
        assert attempt.duration_ms >= 0
        assert abs(from_now(attempt.at)) < 60

    def test_one_that_was_refused_does_not_hold_up_the_next(self, answers):
        webhook = WebhookFactory()
        first, _second = queued(webhook, 2)
        outcomes = iter([REFUSED, DELIVERED])
        answers[webhook.address] = lambda: next(outcomes)
        work_off()
        assert states(webhook) == ["waiting", "delivered"]
        [task] = tasks(webhook)
        first.refresh_from_db()
        assert task.run_after == first.next_attempt_at

    def test_it_is_sent_again_under_the_same_id_when_it_is_due(self, answers):
        webhook = WebhookFactory()
        answers[webhook.address] = REFUSED
        [message] = queued(webhook)
        work_off()
        answers[webhook.address] = DELIVERED
        work_off()
        assert states(webhook) == ["waiting"]  # it is not due yet
        pass_time(seconds=10)
        work_off()
        assert states(webhook) == ["delivered"]
        assert answers["sent"] == [message.message_id] * 2

    def test_a_receiver_that_is_gone_is_left_alone(self, receiver):
        webhook = WebhookFactory(address=receiver.address("410"))
        queued(webhook, 2)
        work_off()
        webhook.refresh_from_db()
        assert not webhook.active
        assert len(receiver.received) == 1
        assert tasks() == []

    def test_after_half_a_minute_it_is_the_turn_of_others(self, answers, monkeypatch):
        monkeypatch.setattr(deliveries, "WORK_SECONDS", 0)
        webhook = WebhookFactory()
        queued(webhook, 3)
        for left in (2, 1, 0):
            work_off()
            assert states(webhook).count("waiting") == left
        assert tasks() == []

    def test_what_was_deleted_meanwhile_leaves_nothing_behind(self, answers):
        webhook = WebhookFactory()
        queued(webhook)

        def answer():
            webhook.delete()
            return DELIVERED

        answers[webhook.address] = answer
        work_off()
        assert not WebhookAttempt.objects.exists()
        assert tasks() == []


class TestTryingAgain:
    def test_the_pauses_grow_and_spread_and_then_it_has_failed(self):
        webhook = WebhookFactory()
        [message] = queued(webhook)
        now = timezone.now()
        waits = []
        for _attempt in PAUSES:
            record(message, REFUSED, now)
            message.refresh_from_db()
            waits.append(message.next_attempt_at - now)
        for shortest, wait in zip(PAUSES, waits, strict=True):
            assert shortest <= wait <= shortest * (1 + JITTER)
        assert sum(waits, datetime.timedelta()) > datetime.timedelta(hours=44)
        record(message, REFUSED, now)
        message.refresh_from_db()
        assert (message.state, message.next_attempt_at) == ("failed", None)
        assert message.attempts_made.count() == len(PAUSES) + 1
        assert len({pause(1) for _each in range(20)}) > 1

    def test_where_nobody_answers_the_other_messages_wait_untried(self, answers):
        webhook, other = WebhookFactory(), WebhookFactory(address="https://other.example/")
        answers[webhook.address] = SILENCE
        queued(webhook, 3)
        work_off()
        messages = webhook.messages.order_by("pk")
        assert [message.attempts for message in messages] == [1, 0, 0]
        assert states(other) == ["delivered"] * 3

        answers[webhook.address] = DELIVERED
        pass_time(seconds=10)
        work_off()
        assert states(webhook) == ["delivered"] * 3

    def test_a_silence_is_paused_for_longer_and_longer_up_to_an_hour(self):
        webhook = WebhookFactory()
        now = timezone.now()
        pauses = []
        for _attempt in range(12):
            # Each time another message is the first that is due.
            record(queued(webhook)[-1], SILENCE, now)
            webhook.refresh_from_db()
            pauses.append((webhook.paused_until - now).total_seconds())
        assert pauses[0] < 10
        assert pauses[:5] == sorted(pauses[:5])
        assert pauses[-1] == 3600

    def test_any_answer_ends_the_silence(self):
        webhook = WebhookFactory()
        [message] = queued(webhook)
        record(message, SILENCE, timezone.now())
        record(message, REFUSED, timezone.now())
        webhook.refresh_from_db()
        assert (webhook.silences, webhook.paused_until) == (0, None)

    @pytest.mark.parametrize("behaviour", ["hang", "nothing"])
    def test_a_receiver_that_breaks_off_makes_the_endpoint_pause(
        self, receiver, monkeypatch, behaviour
    ):
        monkeypatch.setattr(sending, "ATTEMPT_SECONDS", 0.3)
        webhook = WebhookFactory(address=receiver.address(behaviour))
        queued(webhook, 2)
        work_off()
        webhook.refresh_from_db()
        assert from_now(webhook.paused_until) > 0
        assert len(receiver.received) == 1
        [task] = tasks(webhook)
        assert task.run_after >= webhook.paused_until

    def test_what_is_sent_again_by_hand_is_tried_as_often_again(self, answers):
        webhook = WebhookFactory()
        [message] = queued(webhook)
        WebhookMessage.objects.update(state="failed", attempts=10, next_attempt_at=None)
        answers[webhook.address] = REFUSED
        send_again(webhook.messages.all(), webhook)
        work_off()
        message.refresh_from_db()
        assert (message.state, message.attempts) == ("waiting", 1)


class TestAlone:
    def test_two_workers_never_have_an_endpoint_at_once(self, answers):
        webhook = WebhookFactory()
        queued(webhook)
        with claimed(webhook.pk) as first:
            assert first
            with claimed(webhook.pk) as second:
                assert second is None
            work_off()  # a second worker, with the task
            assert "sent" not in answers
            assert tasks() == []  # the first one sees to what is left
        with claimed(webhook.pk) as third:
            assert third

    def test_a_worker_that_died_is_waited_for_a_minute(self):
        webhook = WebhookFactory()
        queued(webhook)
        now = timezone.now()
        webhook.claimed_until = now - datetime.timedelta(seconds=1)
        webhook.save()
        with claimed(webhook.pk) as claim:
            assert claim

    def test_a_worker_that_was_held_up_does_not_go_on_with_what_another_has(self):
        webhook = WebhookFactory()
        queued(webhook)
        late = Claim(webhook.pk, timezone.now() - datetime.timedelta(minutes=5))
        with claimed(webhook.pk) as claim:
            assert not late.renew()
            late.release()
            assert claim.renew()

    def test_a_message_that_a_worker_died_over_is_still_waiting(self, answers):
        webhook = WebhookFactory()
        queued(webhook)

        def die():
            raise KeyboardInterrupt

        answers[webhook.address] = die
        with pytest.raises(KeyboardInterrupt):
            work_off()
        assert states(webhook) == ["waiting"]
