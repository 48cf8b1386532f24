"""Webhooks: who is told of changes, what they are told, and what became of it."""

import base64
import datetime
import secrets
from typing import Any, ClassVar

from django.db import models
from django.db.models import Max, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

# How long a receiver has for putting a new secret in place of the one before.
ROTATION = datetime.timedelta(hours=24)


def new_secret() -> str:
    """A secret as the Standard Webhooks scheme wants it: 32 random bytes, written as text."""
    return f"whsec_{base64.b64encode(secrets.token_bytes(32)).decode()}"


def new_message_id() -> str:
    """By this a receiver knows a message that comes twice."""
    return f"msg_{secrets.token_urlsafe(18)}"


class WebhookQuerySet(models.QuerySet["Webhook"]):
    """Conditions on endpoints."""

    def with_last_delivery(self) -> "WebhookQuerySet":
        """With the moment of the last delivery, or None, as `delivered_at`."""
        delivered = Q(messages__attempts_made__status_code__range=(200, 299))
        return self.annotate(delivered_at=Max("messages__attempts_made__at", filter=delivered))


class Webhook(models.Model):
    """An endpoint: an address that is told of changes, as soon as they are committed."""

    name = models.CharField(pgettext_lazy("thing", "name"), max_length=100)
    address = models.CharField(
        _("address"),
        max_length=1000,
        help_text=_("It starts with https:// and is open to the internet."),
    )
    kinds = models.JSONField(pgettext_lazy("webhook", "kinds"), default=list, blank=True)
    active = models.BooleanField(_("active"), default=True)
    secret = models.CharField(_("secret"), max_length=80, default=new_secret, editable=False)
    previous_secret = models.CharField(max_length=80, blank=True, editable=False)
    previous_secret_until = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(_("created"), default=timezone.now, editable=False)
    # Until then nothing is sent: there was no connection, or no answer. How often in a row.
    paused_until = models.DateTimeField(null=True, editable=False)
    silences = models.PositiveSmallIntegerField(default=0, editable=False)
    # Until then a worker has it for itself; a worker that dies leaves it to the others by then.
    claimed_until = models.DateTimeField(null=True, editable=False)

    objects: ClassVar[Any] = WebhookQuerySet.as_manager()

    class Meta:
        verbose_name = _("webhook")
        verbose_name_plural = _("webhooks")
        ordering: ClassVar[list] = ["name", "pk"]

    def __str__(self) -> str:
        return self.name

    def wants(self, kind: str) -> bool:
        """Whether it is told of changes to things of this kind."""
        return not self.kinds or kind in self.kinds

    def secrets_at(self, now: datetime.datetime) -> list[str]:
        """The secrets that sign at this moment: the newest first."""
        if self.previous_secret_until and now < self.previous_secret_until:
            return [self.secret, self.previous_secret]
        return [self.secret]

    def renew_secret(self, now: datetime.datetime) -> None:
        """Give it a new secret; for a day the one before signs as well. Saves."""
        self.previous_secret, self.previous_secret_until = self.secret, now + ROTATION
        self.secret = new_secret()
        self.save(update_fields=["secret", "previous_secret", "previous_secret_until"])


class WebhookMessage(models.Model):
    """What one endpoint is told, in the very characters that are signed and sent."""

    class State(models.TextChoices):
        WAITING = "waiting", pgettext_lazy("webhook message", "Waiting")
        DELIVERED = "delivered", pgettext_lazy("webhook message", "Delivered")
        FAILED = "failed", pgettext_lazy("webhook message", "Failed")

    webhook = models.ForeignKey(Webhook, on_delete=models.CASCADE, related_name="messages")
    # The place in the log; none for a test.
    position = models.BigIntegerField(null=True)
    type = models.CharField(max_length=60)
    payload = models.TextField()
    message_id = models.CharField(max_length=40, unique=True, default=new_message_id)
    state = models.CharField(max_length=9, choices=State.choices, default=State.WAITING)
    # Of the present round: sending again by hand begins a new one.
    attempts = models.PositiveSmallIntegerField(default=0)
    next_attempt_at = models.DateTimeField(null=True, default=timezone.now)
    created_at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        verbose_name = _("webhook message")
        verbose_name_plural = _("webhook messages")
        default_permissions = ()
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["webhook", "position"], name="webhook_message_once")
        ]
        indexes: ClassVar[list] = [
            models.Index(
                fields=["webhook", "next_attempt_at"],
                name="webhook_message_waiting",
                condition=Q(state="waiting"),
            )
        ]

    def __str__(self) -> str:
        return self.message_id


class WebhookAttempt(models.Model):
    """One attempt to deliver a message, and what came back."""

    class Problem(models.TextChoices):
        ADDRESS = "address", _("The address is not one that may be used")
        NAME = "name", _("The host’s name was not found")
        PRIVATE = "private", _("The address leads into a private network")
        CONNECTION = "connection", _("No connection")
        CERTIFICATE = "certificate", _("The certificate is not valid, or there is no HTTPS")
        TIMEOUT = "timeout", _("No answer in time")
        PROTOCOL = "protocol", _("The connection broke, or the answer was not HTTP")
        REDIRECT = "redirect", _("A redirect; redirects are not followed")

    message = models.ForeignKey(
        WebhookMessage, on_delete=models.CASCADE, related_name="attempts_made"
    )
    at = models.DateTimeField(default=timezone.now)
    status_code = models.PositiveSmallIntegerField(null=True)
    problem = models.CharField(max_length=11, choices=Problem.choices, blank=True)
    duration_ms = models.PositiveIntegerField()
    answer = models.CharField(max_length=1000, blank=True)

    class Meta:
        verbose_name = _("webhook attempt")
        verbose_name_plural = _("webhook attempts")
        default_permissions = ()
        ordering: ClassVar[list] = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.message_id}: {self.status_code or self.problem}"
