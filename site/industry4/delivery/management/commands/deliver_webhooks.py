"""`manage.py deliver_webhooks`: messages that are due, and that no task looks after, get one.

A worker that was killed leaves such messages behind.
"""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from industry4.delivery.models import Webhook
from industry4.delivery.webhooks.deliveries import due
from industry4.delivery.webhooks.tasks import see_to


class Command(BaseCommand):
    """Run by `run_due`; may run as often as one likes."""

    help = "Hand to the worker the webhooks that are due and that no task looks after."

    def handle(self, *args: Any, **options: Any) -> None:
        now = timezone.now()
        for webhook in due(Webhook.objects.all(), now):
            see_to(webhook.pk, now)
