"""`manage.py prune_changes`: entries of the log that have been kept for long enough are deleted."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from industry4.delivery.models import Change, LogHead


class Command(BaseCommand):
    """Run by `run_due`; may run as often as one likes."""

    help = "Delete entries of the log of changes older than CHANGE_LOG_DAYS; 0 keeps them."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.CHANGE_LOG_DAYS <= 0:
            return
        old = Change.objects.filter(
            at__lt=timezone.now() - timedelta(days=settings.CHANGE_LOG_DAYS)
        )
        with transaction.atomic():
            last = old.aggregate(last=Max("position"))["last"]
            if last:
                # Cursors before this one are told that they are too old.
                LogHead.objects.update(kept_from=last)
                Change.objects.filter(position__lte=last).delete()
