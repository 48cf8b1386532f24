"""`manage.py prune_messages`: contact messages that have been kept for long enough are deleted."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from home.models import ContactMessage


class Command(BaseCommand):
    """Run by `run_due`; may run as often as one likes."""

    help = "Delete contact messages older than CONTACT_MESSAGE_DAYS; 0 keeps them."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.CONTACT_MESSAGE_DAYS > 0:
            oldest = timezone.now() - timedelta(days=settings.CONTACT_MESSAGE_DAYS)
            ContactMessage.objects.filter(sent_at__lt=oldest).delete()
