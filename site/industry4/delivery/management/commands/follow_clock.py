"""`manage.py follow_clock`: what the clock has changed is entered in the log of changes."""

from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction
from django.utils import timezone

from industry4.delivery.changes.settle import parts, settle
from industry4.delivery.models import PublishedDocument, Touched


class Command(BaseCommand):
    """Run by `run_due`; may run as often as one likes."""

    help = "Enter in the log what shows something else by now, such as events that have ended."

    def handle(self, *args: Any, **options: Any) -> None:
        passed = PublishedDocument.objects.filter(stale_at__lte=timezone.now())
        for pages in parts(passed.values_list("pk", flat=True)):
            with transaction.atomic():
                Touched.objects.bulk_create(
                    [Touched(scope=Touched.Scope.PAGE, value=str(pk)) for pk in pages]
                )
        settle()
