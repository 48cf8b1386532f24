"""`manage.py search_vocabulary`: the words of public pages are counted anew."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search import vocabulary


class Command(BaseCommand):
    """Run by `run_due` with `--if-due`; may run as often as one likes."""

    help = "Count the words of public pages, which misspelt words of searches are compared with."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-due", action="store_true", help="only if pages have changed, once a day at most"
        )

    def handle(self, *args: Any, if_due: bool, verbosity: int, **options: Any) -> None:
        if if_due and not vocabulary.is_due():
            return
        words = vocabulary.count_words()
        if verbosity:
            self.stdout.write(f"{words} words counted.")
