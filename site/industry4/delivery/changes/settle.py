"""Puts what was touched in order: the log gets its entries, documents that changed are emptied.

One hand at a time, under the lock of the log's head, and only what is committed. Whoever reads the
log or a document comes here first, so what was committed before a reading began is in it.
"""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from functools import cache, reduce
from itertools import chain
from operator import or_
from typing import Any, cast
from uuid import UUID

from django.db import transaction
from django.db.models import Exists, Model, Q
from django.utils import timezone
from modelcluster.fields import ParentalKey
from wagtail.models import Page, Site

from industry4.core.mentions import foreign_keys
from industry4.core.prepared import Prepared
from industry4.core.response_cache.purging import purge
from industry4.core.rows import by_model, fetch_rows, fetched_rows
from industry4.delivery.models import Change, Dependency, LogHead, PublishedDocument, Touched
from industry4.delivery.webhooks.queue import queue

from .standing import Standing, standing

Action, Scope = Change.Action, Touched.Scope
# So many parameters at once, which every database takes.
AT_ONCE = 2_000


HEAD = Prepared(
    lambda: LogHead.objects.order_by().values_list("position", Exists(Touched.objects.all()))
)


def settle() -> int:
    """Put what was touched in order. Returns the last position of the log.

    Where nothing was touched that is one query.
    """
    for position, is_behind in HEAD.rows():
        if not is_behind:
            return int(position)
    with transaction.atomic():
        head, is_new = LogHead.objects.select_for_update().get_or_create(pk=1)
        touched = list(Touched.objects.order_by("pk"))
        # Wagtail clears it by signals as well, but outside a transaction perhaps after this one.
        Site.clear_site_root_paths_cache()
        if is_new:
            # A log begins with what is public by then.
            touched.append(Touched(scope=Scope.ALL))
        if touched:
            # Also where no entry follows: who renders meanwhile is to see that something happened.
            head.position += 1
            append(head, Order(touched).changes())
        for part in parts(each.pk for each in touched if each.pk):
            Touched.objects.filter(pk__in=part).delete()
    return head.position


def append(head: LogHead, changes: list[Change]) -> None:
    """Give the entries their positions and append them to the log, whose lock is held."""
    for change in changes:
        head.position += 1
        change.position = head.position
    Change.objects.bulk_create(changes, batch_size=500)
    head.save(update_fields=["position"])
    queue(changes)
    purge({address for c in changes for address in (c.address, c.previous_address) if address})


@dataclass
class Order:
    """What follows for the log from what was touched."""

    touched: list[Touched]

    def changes(self) -> list[Change]:
        """The new entries, without positions; documents are brought up to date with them."""
        everything = any(each.scope == Scope.ALL for each in self.touched)
        direct = all_pages() if everything else self.pages()
        keys = {each.value for each in self.touched if each.scope == Scope.KEY}
        found: dict[int, Change] = {}
        seen: set[int] = set()
        while direct:
            seen |= direct
            # Pages that moved take along those below them.
            now, before = standing(direct), known(direct)
            left = existing(before.keys() - now.keys())
            changed = [change_of(pk, now.get(pk), before.get(pk), left) for pk in direct]
            found |= {change.object_id: change for change in filter(None, changed)}
            keys |= {
                f"page:{page.translation_key}" for page in chain[Any](now.values(), before.values())
            }
            keys |= {f"kind:{change.kind}" for change in filter(None, changed)}
            keys |= {f"below:{page.path[: -Page.steplen]}" for page in now.values()}
            keys |= set() if everything else {f"page:{key}" for key in named_by(now)}
            keep_places(now, before)
            moved = [
                page.path
                for pk, page in now.items()
                if pk not in before or page.address != before[pk].address
            ]
            direct = set() if everything else below(moved) - seen
        shown = showing(keys) - seen
        stand = standing(shown)
        for pk, document in known(shown).items():
            # What is not public any more was touched itself, or expires in a moment.
            if pk in stand and (change := change_of(pk, stand[pk], document)):
                found[pk] = change
        empty(found)
        return [*found.values(), *self.of_other_things()]

    def pages(self) -> set[int]:
        """The pages that were touched themselves, and their translations."""
        scopes: dict[str, list[str]] = {scope: [] for scope in Scope}
        for each in self.touched:
            scopes[each.scope].append(each.value)
        ids = {int(value) for value in scopes[Scope.PAGE]}
        keys = {
            value.partition(":")[2] for value in scopes[Scope.KEY] if value.startswith("page:")
        } | {str(each.translation_key) for each in self.touched if each.kind == "page"}
        for part in parts(keys):
            ids |= set(Page.objects.filter(translation_key__in=part).values_list("pk", flat=True))
        return ids | below(scopes[Scope.BELOW])

    def of_other_things(self) -> Iterable[Change]:
        """Entries of what is no page, one for each."""
        things = {(t.kind, t.object_id): t for t in self.touched if t.kind and t.object_id}
        for (kind, pk), thing in things.items():
            yield Change(
                action=Action.DELETED if thing.deleted else Action.CHANGED,
                kind=kind,
                object_id=pk or 0,
                translation_key=thing.translation_key,
                locale=thing.locale,
            )


def change_of(
    pk: int,
    now: Standing | None,
    before: PublishedDocument | None,
    left: Container[int] = (),
) -> Change | None:
    """What became of a page for readers; None for one that they see neither now nor before.

    `left` are the pages that still exist.
    """
    if now is None and before is None:
        return None
    address = now.address if now else ""
    previous = before.address if before else ""
    if now and before:
        action = Action.CHANGED if address == previous else Action.MOVED
    elif now:
        action = Action.PUBLISHED
    else:
        action = Action.UNPUBLISHED if pk in left else Action.DELETED
    page: Any = now or before
    return Change(
        action=action,
        kind=page.kind,
        object_id=pk,
        translation_key=page.translation_key,
        locale=page.locale,
        address=address,
        previous_address=previous if previous != address else "",
        at=timezone.now(),
    )


def keep_places(now: dict[int, Standing], before: dict[int, PublishedDocument]) -> None:
    """Let there be a document, empty or not, for each public page, and none for others."""
    gone = before.keys() - now.keys()
    for part in parts(gone):
        PublishedDocument.objects.filter(pk__in=part).delete()
    PublishedDocument.objects.bulk_create(
        [PublishedDocument(page_id=pk, **now[pk].fields()) for pk in now],
        update_conflicts=True,
        unique_fields=["page_id"],
        update_fields=["kind", "locale", "translation_key", "address", "published_at"],
        batch_size=500,
    )


def empty(pages: Iterable[int]) -> None:
    """Documents that say something else now are made anew by whoever needs them first."""
    for part in parts(pages):
        PublishedDocument.objects.filter(pk__in=part).update(version="", stale_at=None)


def showing(keys: set[str]) -> set[int]:
    """The pages whose documents show any of these things."""
    found: set[int] = set()
    for part in parts(keys):
        found |= set(Dependency.objects.filter(key__in=part).values_list("document_id", flat=True))
    translation_keys = [key.partition(":")[2] for key in keys if key.startswith("page:")]
    for part in parts(translation_keys):
        documents = PublishedDocument.objects.filter(translation_key__in=part)
        found |= set(documents.values_list("pk", flat=True))
    return found


def known(ids: Iterable[int]) -> dict[int, PublishedDocument]:
    """What the log knows of pages, without their documents."""
    found: dict[int, PublishedDocument] = {}
    for part in parts(ids):
        found |= PublishedDocument.objects.defer("card", "full").in_bulk(part)
    return found


def existing(ids: Iterable[int]) -> set[int]:
    """Those of the pages that exist, public or not."""
    return {
        pk
        for part in parts(ids)
        for pk in Page.objects.filter(pk__in=part).values_list("pk", flat=True)
    }


def all_pages() -> set[int]:
    """All pages, and all that the log knows."""
    return {
        *Page.objects.filter(depth__gt=1).values_list("pk", flat=True),
        *PublishedDocument.objects.values_list("pk", flat=True),
    }


def below(paths: Iterable[str]) -> set[int]:
    """The pages at and below places in the tree."""
    outermost: list[str] = []
    for path in sorted(paths):
        if not outermost or not path.startswith(outermost[-1]):
            outermost.append(path)
    found: set[int] = set()
    # SQLite takes an expression of no more than 1,000 parts.
    for part in parts(outermost, 200):
        condition = reduce(or_, (Q(path__startswith=path) for path in part))
        found |= set(Page.objects.filter(condition).values_list("pk", flat=True))
    return found


def named_by(ids: Iterable[int]) -> set[UUID]:
    """The translation keys of pages that these and their rows name by foreign keys.

    Such as the members that organise an event: their documents show it.
    """
    named: set[int] = set()
    rows_named: dict[tuple[type[Model], str], set[int]] = {}
    for part in parts(ids):
        pages = Page.objects.filter(pk__in=part).specific()
        for model, group in by_model(pages).items():
            if not hasattr(model, "prefetched"):
                continue
            fetch_rows(group)
            rows = chain.from_iterable(chain(*fetched_rows(page).values()) for page in group)
            for instance in chain(group, rows):
                kind: Any = type(instance)
                for attribute, owner in owners_named(kind).items():
                    rows_named.setdefault(owner, set()).add(getattr(instance, attribute))
                for attribute, named_model in foreign_keys(kind):
                    if issubclass(named_model, Page):
                        named.add(getattr(instance, attribute))
    for (row_model, attribute), pks in rows_named.items():
        owners: Any = row_model._default_manager.filter(pk__in=pks)
        named |= set(owners.values_list(attribute, flat=True))
    keys: set[UUID] = set()
    for part in parts(named - {None}):
        pages = Page.objects.filter(pk__in=part)
        keys |= set(pages.values_list("translation_key", flat=True))
    return keys


@cache
def owners_named(model: type[Model]) -> dict[str, tuple[type[Model], str]]:
    """The keys of a model to rows of other pages, such as a goal: the row's model, and its key."""
    return {
        field.attname: (cast(type[Model], field.related_model), of_page.attname)
        for field in model._meta.concrete_fields
        if field.many_to_one and not isinstance(field, ParentalKey)
        for of_page in cast(type[Model], field.related_model)._meta.concrete_fields
        if isinstance(of_page, ParentalKey) and issubclass(of_page.related_model, Page)
    }


def parts(values: Iterable[Any], size: int = AT_ONCE) -> Iterable[list[Any]]:
    """The values in lists that a query can take."""
    listed = list(values)
    return (listed[start : start + size] for start in range(0, len(listed), size))
