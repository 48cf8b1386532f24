"""`manage.py prune_webhooks`: messages of webhooks are deleted after 30 days, with their attempts.

Whoever has not taken them by then reads the feed, which says the same.
"""

from datetime import timedelta
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from industry4.delivery.models import WebhookMessage

KEPT = timedelta(days=30)
AT_ONCE = 1_000  # each is read first, with its attempts


class Command(BaseCommand):
    """Run by `run_due`; may run as often as one likes."""

    help = "Delete messages of webhooks that are older than 30 days."

    def handle(self, *args: Any, **options: Any) -> None:
        old = WebhookMessage.objects.filter(created_at__lt=timezone.now() - KEPT)
        while part := list(old.values_list("pk", flat=True)[:AT_ONCE]):
            WebhookMessage.objects.filter(pk__in=part).delete()
