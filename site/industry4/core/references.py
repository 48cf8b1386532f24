"""What pages refer to (pages, images, documents), fetched together and once a request.

Blocks, rich text and inline rows each hold an id. Resolving them one by one is a query for
each; here a list of pages names all its references beforehand, by Wagtail's reference index,
and whoever asks later finds them. The map lives as long as a request.
"""

from collections.abc import Iterable
from contextvars import ContextVar, Token
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Model, OuterRef
from django.utils.translation import get_language
from wagtail.models import Page, ReferenceIndex

from industry4.media.models import Document, Image

from .public import public_pages


class References:
    """Objects by model and primary key, and what is public of them by language."""

    def __init__(self) -> None:
        self._objects: dict[type[Model], dict[int, Model | None]] = {
            Image: {},
            Document: {},
            Page: {},
        }
        self._translations: dict[type[Model], dict[int, dict[str, Model]]] = {}

    def get_many(self, model: type[Model], ids: Iterable[int | None]) -> dict[int, Model]:
        """Objects of a model by id, as they are; those that do not exist are left out."""
        known = self._objects.setdefault(model, {})
        wanted = {int(i) for i in ids if i}
        if unknown := wanted - known.keys():
            queryset = model._default_manager.filter(pk__in=unknown)
            if model is Image:
                queryset = queryset.prefetch_related("renditions")
            known.update(dict.fromkeys(unknown))
            known.update({found.pk: found for found in queryset})
        return {i: found for i in wanted if (found := known[i]) is not None}

    def get(self, model: type[Model], pk: int | None) -> Model | None:
        """One of them, or None."""
        return self.get_many(model, [pk]).get(pk) if pk else None

    def add_translations(self, model: Any, ids: Iterable[int | None]) -> None:
        """Fetch these pages or rows, with what is public of them in every language: one query.

        A model other than Page says by a class method `public()` what is public of it, and may
        name by `referenced_with` what is wanted along with it.
        """
        known = self._translations.setdefault(model, {})
        unknown = {int(i) for i in ids if i} - known.keys()
        if not unknown:
            return
        public = public_pages() if model is Page else model.public()
        keys = model.objects.filter(pk__in=unknown).order_by().values("translation_key")
        by_key: dict[object, dict[str, Any]] = {}
        chosen: dict[int, Any] = dict.fromkeys(unknown)
        for instance in (
            model.objects.filter(translation_key__in=keys)
            .select_related("locale", *getattr(model, "referenced_with", []))
            .annotate(is_public=Exists(public.filter(pk=OuterRef("pk"))))
        ):
            translations = by_key.setdefault(instance.translation_key, {})
            if instance.is_public:
                translations[instance.locale.language_code] = instance
            if instance.pk in unknown:
                chosen[instance.pk] = instance
        self._objects.setdefault(model, {}).update(chosen)
        for pk, instance in chosen.items():
            known[pk] = by_key[instance.translation_key] if instance else {}

    def translated(self, model: type[Model], pk: int | None) -> Any:
        """What stands for `pk` in the active language.

        Where it is not translated, itself; None where that is not public.
        """
        if not pk:
            return None
        self.add_translations(model, [pk])
        translations = self._translations[model][int(pk)]
        return translations.get(get_language() or "") or next(
            (found for found in translations.values() if found.pk == int(pk)), None
        )

    def page(self, pk: int | None) -> Page | None:
        """The public page that stands for `pk` in the active language, or None."""
        return self.translated(Page, pk)

    def preload(self, pages: Iterable[Page]) -> None:
        """Fetch all that these pages refer to, in a number of queries that they do not change."""
        rows = (
            ReferenceIndex.objects.filter(
                base_content_type=ContentType.objects.get_for_model(Page),
                object_id__in=[str(page.pk) for page in pages],
            )
            .values_list("to_content_type_id", "to_object_id")
            .distinct()
        )
        ids: dict[int, list[int]] = {}
        for content_type_id, object_id in rows:
            ids.setdefault(content_type_id, []).append(int(object_id))
        for model in (Image, Document):
            self.get_many(model, ids.get(ContentType.objects.get_for_model(model).pk, []))
        self.add_translations(Page, ids.get(ContentType.objects.get_for_model(Page).pk, []))


_current: ContextVar[References | None] = ContextVar("references", default=None)


def current() -> References:
    """The references of this request; outside one, an empty map that nobody keeps."""
    return _current.get() or References()


def begin() -> Token:
    """Start a map for a request. Returns what `end` wants."""
    return _current.set(References())


def end(token: Token) -> None:
    """Forget the request's map."""
    _current.reset(token)
