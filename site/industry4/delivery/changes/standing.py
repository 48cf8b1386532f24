"""How pages stand before the public right now: whether readers see them, and where."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.contenttypes.models import ContentType

from industry4.core.addresses import AddressBook
from industry4.core.public import pages_of_site
from industry4.delivery.pages import TYPES


@dataclass(frozen=True)
class Standing:
    """A public page; `path` is its place in the tree."""

    kind: str
    locale: str
    translation_key: UUID
    address: str
    published_at: datetime | None
    path: str

    def fields(self) -> dict[str, Any]:
        """What the log keeps of it."""
        return {name: value for name, value in asdict(self).items() if name != "path"}


def standing(ids: Iterable[int]) -> dict[int, Standing]:
    """Those of the pages that are public, by key. Pages of types without a schema are left out."""
    kinds = {
        ContentType.objects.get_for_model(model).pk: kind.model.api_type
        for model, kind in TYPES.items()
    }
    book = AddressBook()
    names = ("pk", "path", "url_path", "content_type", "translation_key", "last_published_at")
    return {
        row.pk: Standing(
            kinds[row.content_type],
            row.locale__language_code,
            row.translation_key,
            book.url(row) or "",
            row.last_published_at,
            row.path,
        )
        for row in pages_of_site(None)
        .filter(pk__in=list(ids), content_type__in=kinds)
        .select_related(None)
        .values_list(*names, "locale__language_code", named=True)
    }
