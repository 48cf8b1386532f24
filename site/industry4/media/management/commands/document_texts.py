"""`manage.py document_texts`: documents that are there already can be found by their text."""

from typing import Any

from django.core.management.base import BaseCommand

from industry4.media.models import Document
from industry4.media.tasks import extract_text


class Command(BaseCommand):
    """To be run after an upgrade; does nothing where nothing is missing."""

    help = "Have the worker take the text from documents that lack it."

    def handle(self, *args: Any, **options: Any) -> None:
        keys = list(Document.objects.without_text().values_list("pk", flat=True))
        for key in keys:
            extract_text.enqueue(key)
        self.stdout.write(f"Documents handed to the worker: {len(keys)}")
