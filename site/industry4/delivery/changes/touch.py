"""Writes down what a transaction touches, in that transaction: by the signals of models.

Pages and their rows count as pages, the rest as what documents show. What readers never see
(drafts, revisions, messages, indexes) is left out: all models that are not named here. What is
saved outside a transaction is touched right after it, as Django tells of it then.
"""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import ForeignKey, Model
from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from modelcluster.fields import ParentalKey
from wagtail.models import (
    Collection,
    CollectionViewRestriction,
    Locale,
    Page,
    PageViewRestriction,
    Site,
    TranslatableMixin,
)
from wagtail.signals import post_page_move

from industry4.core.recording import key_of
from industry4.core.whole_pages import EDITORIAL
from industry4.delivery.models import Touched
from industry4.media.models import Document, Image
from industry4.media.renditions import renditions_made

from .settle import settle

Scope = Touched.Scope
# Apps whose models readers see, and those of their models that they do not.
APPS = ("core", "ecosystem", "news", "home")
UNSEEN = ("contactmessage",)
# What is saved by itself and is not shown: what concerns drafts, and the text that is searched.
UNSHOWN = EDITORIAL | {"text", "text_of", "file_hash"}
# By these the address or the publicness of everything may change.
EVERYTHING = (Site, Locale, Collection, CollectionViewRestriction)
# The names of kinds in the log, where they are not those of the models.
KINDS = {"sitesettings": "settings", "competitioncategory": "category"}


def connect() -> None:
    """Hear of the models that readers see, and of no other: Django deletes the rest quicker."""
    for model in apps.get_models():
        if is_seen(model):
            post_save.connect(saved, sender=model, dispatch_uid="touch_saved")
            post_delete.connect(deleted, sender=model, dispatch_uid="touch_deleted")


def is_seen(model: type[Model]) -> bool:
    """Whether readers see something of a model."""
    meta = model._meta
    if issubclass(model, (Page, PageViewRestriction, Image, Document, *EVERYTHING)):
        return True
    return meta.app_label in APPS and meta.model_name not in UNSEEN


def saved(instance: Model, update_fields: Iterable[str] | None = None, **kwargs: Any) -> None:
    """Whatever was saved, but for drafts."""
    if update_fields is not None:
        fields = [instance._meta.get_field(name) for name in update_fields]
        if {getattr(field, "attname", "") for field in fields} <= UNSHOWN:
            return
    write_down(touched(instance, deleted=False))


def deleted(instance: Model, **kwargs: Any) -> None:
    """Whatever was deleted."""
    write_down(touched(instance, deleted=True))


@receiver(renditions_made, dispatch_uid="touch_renditions")
def rendered(image: Image, **kwargs: Any) -> None:
    """The files of an image, which are made after it was stored, all at once."""
    write_down([Touched(scope=Scope.KEY, value=key_of(image))])


@receiver(post_page_move, dispatch_uid="touch_moved")
def moved(instance: Page, **kwargs: Any) -> None:
    """A page that stands elsewhere, and those below it."""
    path = Page.objects.values_list("path", flat=True).get(pk=instance.pk)
    write_down([of_page(instance), Touched(scope=Scope.BELOW, value=path)])


def of_page(page: Page) -> Touched:
    """A page, in its own language."""
    return Touched(
        scope=Scope.PAGE, value=str(page.pk), translation_key=page.translation_key, kind="page"
    )


def touched(instance: Any, *, deleted: bool) -> list[Touched]:
    """What the saving or the deletion of an instance touches; nothing for most models."""
    if isinstance(instance, Page):
        return [of_page(instance)]
    if isinstance(instance, PageViewRestriction):
        return [Touched(scope=Scope.BELOW, value=instance.page.path)]
    if isinstance(instance, EVERYTHING):
        return [Touched(scope=Scope.ALL)]
    meta = instance._meta
    if owner := owner_of(type(instance)):  # type: ignore[arg-type]  # classes are hashable
        # A row of a page, or of something else, such as a link of a menu.
        if issubclass(owner.related_model, Page):
            return [Touched(scope=Scope.PAGE, value=str(getattr(instance, owner.attname)))]
        return touched(getattr(instance, owner.name), deleted=False)
    # What says something of a page, in all languages, by the key that its translations share.
    if key := getattr(instance, "edition", None):
        return [Touched(scope=Scope.KEY, value=f"page:{key}")]
    kind = KINDS.get(meta.model_name, meta.model_name)
    if kind not in log_kinds():
        return []
    has_language = isinstance(instance, TranslatableMixin)
    return [
        Touched(
            scope=Scope.KEY,
            value=key_of(instance),
            kind=kind,
            object_id=instance.pk,
            translation_key=instance.translation_key if has_language else None,
            locale=instance.locale.language_code if has_language else "",
            deleted=deleted,
        )
    ]


@cache
def owner_of(model: type[Model]) -> Any:
    """The key by which rows of a model belong to something, or which says of which page it is."""
    keys: list[Any] = [f for f in model._meta.concrete_fields if isinstance(f, ForeignKey)]
    parental = [key for key in keys if isinstance(key, ParentalKey)]
    one_to_one = [key for key in keys if key.one_to_one and issubclass(key.related_model, Page)]
    return next(iter(parental or one_to_one), None)


@cache
def log_kinds() -> frozenset[str]:
    """The kinds of the log that are no pages."""
    from .entries import FURTHER_KINDS  # only now: schemas read models

    return frozenset(FURTHER_KINDS)


def write_down(found: list[Touched]) -> None:
    """Keep what was touched, and have it put in order once it is committed."""
    if not found:
        return
    Touched.objects.bulk_create(found)
    waiting: list[Any] = [each[1] for each in connection.run_on_commit]
    if settle not in waiting:
        transaction.on_commit(settle, robust=True)
