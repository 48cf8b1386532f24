"""`manage.py prune_searches`: what visitors searched for long enough ago is forgotten."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils import timezone

from search.models import Asked


class Command(BaseCommand):
    """Run by `run_due`; may run as often as one likes."""

    help = "Delete searches of visitors older than SEARCH_LOG_DAYS; 0 keeps them."

    def handle(self, *args: Any, **options: Any) -> None:
        if settings.SEARCH_LOG_DAYS > 0:
            oldest = timezone.localdate() - timedelta(days=settings.SEARCH_LOG_DAYS)
            Asked.objects.filter(day__lt=oldest).delete()
