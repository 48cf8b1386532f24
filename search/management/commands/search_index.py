"""`manage.py search_index`: the index as the language analysis of this version makes it."""

from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand

from search.checks import is_outdated


class Command(BaseCommand):
    """To be run after `migrate`, wherever a new version is put in place: mostly nothing to do."""

    help = "Make the search index anew, where another version of the analysis made it."

    def handle(self, *args: Any, verbosity: int, **options: Any) -> None:
        if not is_outdated():
            if verbosity:
                self.stdout.write("The search index is up to date.")
            return
        if verbosity:
            self.stdout.write("Making the search index anew …")
        call_command("update_index", verbosity=0)
