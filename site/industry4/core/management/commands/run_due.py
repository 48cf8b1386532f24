"""`manage.py run_due`: everything that is due by the clock. To be run every minute."""

import logging
from typing import Any

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand

logger = logging.getLogger(__name__)

# In this order; scheduled publishing is what people wait for.
DUE: list[tuple[str, list[str]]] = [
    ("publish_scheduled", []),
    ("publish_results", []),
    ("deliver_webhooks", []),
    ("follow_clock", []),
    ("remind_entrants", []),
    ("prune_changes", []),
    ("prune_messages", []),
    ("prune_searches", []),
    ("prune_webhooks", []),
    ("erase_entries", []),
    ("clearsessions", []),
    ("prune_db_task_results", ["--backend=background"]),
    ("search_vocabulary", ["--if-due"]),
]


class Command(BaseCommand):
    """One failure does not hold up the rest; the exit code tells of it."""

    help = "Publish and withdraw what is scheduled, and clear what has expired."

    def handle(self, *args: Any, **options: Any) -> None:
        failed = []
        for name, arguments in DUE:
            try:
                call_command(name, *arguments, verbosity=0)
            except Exception:  # whatever it is: the next one must still run
                logger.exception("%s failed", name)
                failed.append(name)
        if failed:
            raise CommandError(f"Failed: {', '.join(failed)}. The log says why.")
