"""`manage.py render_documents`: the API's documents of all public pages, made beforehand."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction

from industry4.delivery.changes.settle import parts, settle
from industry4.delivery.documents import AT_ONCE, ensure
from industry4.delivery.models import PublishedDocument, Touched


class Command(BaseCommand):
    """For after an update, which may retire them, and after pages were stored past the models."""

    help = "Render the documents that are missing; with --afresh all of them."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--afresh", action="store_true", help="All, and compare all pages.")

    def handle(self, *args: Any, afresh: bool, **options: Any) -> None:
        if afresh or not PublishedDocument.objects.exists():
            with transaction.atomic():
                Touched.objects.create(scope=Touched.Scope.ALL)
        position = settle()
        pages = list(PublishedDocument.objects.order_by("pk").values_list("pk", flat=True))
        left = 0
        for part in parts(pages, AT_ONCE):
            if not ensure(part, position):
                position = settle()
                left += 0 if ensure(part, position) else len(part)
        if left:
            raise CommandError(f"{left} documents are left to their readers: content is changing.")
        if options["verbosity"] > 0:
            self.stdout.write(f"{len(pages)} pages have their documents.")
