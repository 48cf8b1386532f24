"""`manage.py erase_entries`: erases entries that are kept no longer. A part of `run_due`."""

from argparse import ArgumentParser
from typing import Any

from django.core.management import CommandError
from django.core.management.base import BaseCommand

from industry4.competition.results import erasure


class Command(BaseCommand):
    """Says what was erased; a file that is still there is named, fails it, and is tried again."""

    help = "Erase personal data and files of entries that an edition keeps no longer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dry-run", action="store_true", help="only say what would be erased")

    def handle(self, *args: Any, dry_run: bool, verbosity: int, **options: Any) -> None:
        failed = []
        for key in erasure.due():
            report = erasure.preview(key) if dry_run else erasure.erase(key)
            failed += report.failed
            if verbosity:
                self.stdout.write(f"{'Would erase' if dry_run else 'Erased'} {report}")
        if failed:
            raise CommandError(f"Files that could not be deleted: {', '.join(failed)}.")
