"""Pages as the API gives them, kept as JSON: rendered once, read by everybody until they change.

What a document shows is noted while it is rendered, and kept with it; when any of it changes, the
log of changes empties the document (`changes.settle`). Documents that are missing are rendered by
whoever needs them, and kept if nothing was changed meanwhile.
"""

import datetime
import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import F, QuerySet
from django.utils import timezone, translation
from pydantic_core import to_json

from industry4.core import references
from industry4.core.models import IndexPage
from industry4.core.prepared import Among, Keys, Prepared
from industry4.core.public import pages_of_site
from industry4.core.recording import holds_until, key_of, recording, shows
from industry4.core.whole_pages import whole_pages

from .models import Dependency, LogHead, PublishedDocument, Touched
from .pages import TYPES, PageType, prepare_cards, prepare_in_full

View = Literal["card", "full"]
# To be raised when the same schemas say something else, so that documents are made anew.
VERSION = 1
AT_ONCE = 50


class Document(NamedTuple):
    """What the API says of a page, as JSON in UTF-8, in a language."""

    locale: str
    published_at: datetime.datetime | None
    json: bytes


class Rendered(NamedTuple):
    """A page rendered afresh, with what it shows and until when that holds by the clock."""

    page: Any
    card: bytes
    full: bytes
    keys: set[str]
    holds_until: datetime.datetime | None

    def document(self, view: View) -> Document:
        """What the API says of it."""
        json = self.card if view == "card" else self.full
        return Document(self.page.locale.language_code, self.page.last_published_at, json)


@cache
def version_of(kind: str) -> str:
    """What the documents of a kind are made by: schemas, catalogues, the site's address."""
    [page_type] = [each for each in TYPES.values() if each.model.api_type == kind]
    schemas = [each.model_json_schema() for each in (page_type.card, page_type.full) if each]
    made_by = [VERSION, schemas, settings.WAGTAILADMIN_BASE_URL, settings.MEDIA_URL]
    digest = hashlib.blake2b(json.dumps(made_by, sort_keys=True).encode(), digest_size=12)
    for path in settings.LOCALE_PATHS:
        for catalogue in sorted(path.rglob("*.mo")):
            digest.update(catalogue.read_bytes())
    return digest.hexdigest()


def _kept(view: View) -> Prepared:
    return Prepared(
        lambda: (
            PublishedDocument.objects.filter(Among(F("page_id"), Keys("ids")))
            .order_by()
            .values_list("page_id", "kind", "version", "stale_at", "locale", "published_at", view)
        )
    )


KEPT: dict[View, Prepared] = {"card": _kept("card"), "full": _kept("full")}


def documents(ids: Sequence[int], view: View, position: int) -> dict[int, Document]:
    """The documents of pages, in the order of their keys: one query where all are kept.

    `position` is what `settle` returned when this reading began. The keys are those of pages that
    are public; what is not and has no document is left out.
    """
    now = timezone.now()
    found: dict[int, Document] = {}
    missing, passing = [], []
    kept = {row[0]: row for row in KEPT[view].rows(ids=ids)}
    for pk in ids:
        _pk, kind, version, stale_at, locale, published_at, text = kept.get(pk) or (0,) * 7
        if not version or version != version_of(kind):
            missing.append(pk)
        elif stale_at and stale_at <= now:
            passing.append(pk)
        else:
            found[pk] = Document(locale, published_at, text.encode())
    if missing or passing:
        made = render(public_by_key([*missing, *passing]))
        # What has passed by the clock is first noted in the log, by `follow_clock`.
        keep([each for each in made if each.page.pk in missing], position)
        found |= {each.page.pk: each.document(view) for each in made}
    return {pk: found[pk] for pk in ids if pk in found}


def public_by_key(ids: Iterable[int]) -> list[Any]:
    """Those of the pages that are public, with all that readers see: a query for each type."""
    by_type: dict[int, list[int]] = {}
    public: QuerySet[Any] = (
        pages_of_site(None).filter(pk__in=list(ids)).order_by().select_related(None)
    )
    for pk, content_type in public.values_list("pk", "content_type"):
        by_type.setdefault(content_type, []).append(pk)
    found = []
    for content_type, keys in by_type.items():
        model: Any = ContentType.objects.get_for_id(content_type).model_class()
        if model in TYPES:
            found += whole_pages(model, keys)
    return found


def render(pages: Sequence[Any]) -> list[Rendered]:
    """Pages as cards and in full, each in its own language, from what is public now."""
    if not pages:
        return []
    token = references.begin()
    try:
        prepare_in_full(pages)
        prepare_cards(pages)
        return [rendered(page, TYPES[type(page)]) for page in pages]
    finally:
        references.end(token)


def rendered(page: Any, page_type: PageType) -> Rendered:
    """One page, after all that it shows was fetched."""
    with translation.override(page.locale.language_code), recording() as made:
        shows(key_of(page), *(f"kind:{kind}" for kind in kinds_listed(page, page_type)))
        if page_type.has_sections:
            shows(f"below:{page.path}")
        holds_until(getattr(page, "shown_until", None))
        full = to_json(page_type.full.model_validate(page))
        card = to_json(page_type.card.model_validate(page)) if page_type.card else full
    return Rendered(page, card, full, made.keys, made.holds_until)


def kinds_listed(page: Any, page_type: PageType) -> Iterable[str]:
    """The kinds of pages of which a page shows a list."""
    return [page.item_model.api_type] if isinstance(page, IndexPage) else page_type.lists


def keep(made: Sequence[Rendered], position: int, *, wait: bool = False) -> bool:
    """Keep what was rendered since the log was at this position, unless it has gone on meanwhile.

    Returns whether all of it was kept. Who does not `wait` leaves it to others while one is busy.
    """
    if not made:
        return True
    by_key = {each.page.pk: each for each in made}
    with transaction.atomic():
        head = LogHead.objects.select_for_update(skip_locked=not wait).first()
        if head is None or head.position != position or Touched.objects.exists():
            return False
        rows = PublishedDocument.objects.only("kind").in_bulk(by_key)
        for pk, row in rows.items():
            one = by_key[pk]
            row.card, row.full = one.card.decode(), one.full.decode()
            row.version, row.stale_at = version_of(row.kind), one.holds_until
        PublishedDocument.objects.bulk_update(
            rows.values(), ["card", "full", "version", "stale_at"], batch_size=AT_ONCE
        )
        Dependency.objects.filter(document__in=rows).delete()
        Dependency.objects.bulk_create(
            [Dependency(document_id=pk, key=key) for pk in rows for key in by_key[pk].keys],
            batch_size=500,
        )
        # A public page that the log does not know of: it was not published by the models.
        unknown = by_key.keys() - rows.keys()
        Touched.objects.bulk_create(
            [Touched(scope=Touched.Scope.PAGE, value=str(pk)) for pk in unknown]
        )
    return not unknown


def ensure(ids: Iterable[int], position: int) -> bool:
    """Have the documents of public pages kept. Returns whether they are, at the log's position."""
    current = {
        pk
        for pk, kind, version in PublishedDocument.objects.filter(pk__in=ids).values_list(
            "pk", "kind", "version"
        )
        if version == version_of(kind)
    }
    missing = [pk for pk in ids if pk not in current]
    return all(
        keep(render(public_by_key(missing[start : start + AT_ONCE])), position, wait=True)
        for start in range(0, len(missing), AT_ONCE)
    )
