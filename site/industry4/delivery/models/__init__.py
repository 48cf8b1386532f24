"""What the delivery API keeps: the log of changes, pages as they were published, webhooks."""

from .changes import Change, LogHead, Touched
from .documents import Dependency, PublishedDocument
from .webhooks import Webhook, WebhookAttempt, WebhookMessage

__all__ = [
    "Change",
    "Dependency",
    "LogHead",
    "PublishedDocument",
    "Touched",
    "Webhook",
    "WebhookAttempt",
    "WebhookMessage",
]
