"""`manage.py renditions`: sizes that were added later reach the pictures that are there already."""

from typing import Any

from django.core.management.base import BaseCommand

from industry4.media.renditions import incomplete
from industry4.media.tasks import make_renditions


class Command(BaseCommand):
    """To be run after an upgrade; does nothing where nothing is missing."""

    help = "Have the worker make the renditions that pictures lack."

    def handle(self, *args: Any, **options: Any) -> None:
        keys = list(incomplete().values_list("pk", flat=True))
        for key in keys:
            make_renditions.enqueue(key)
        self.stdout.write(f"Pictures handed to the worker: {len(keys)}")
