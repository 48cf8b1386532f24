"""What pages refer to (pages, images, documents), fetched together and once a request.

Blocks, rich text and inline rows each hold an id. Resolving them one by one is a query for
each; here a list of pages names all its references beforehand, and whoever asks later finds
them. The map lives as long as a request.
"""

from collections.abc import Callable, Iterable
from contextvars import ContextVar, Token
from functools import cached_property
from itertools import chain
from typing import Any

from django.db.models import Exists, Model, OuterRef, QuerySet
from django.utils.translation import get_language
from wagtail.models import Page

from industry4.media.models import Document, Image

from .addresses import AddressBook
from .files import documents, images
from .mentions import Mentions, foreign_keys
from .recording import key_of, shows, shows_page
from .rows import fetch_rows
from .translation.states import Translation, grouped, in_all_languages, states


class References:
    """Objects by model and primary key, and what is public of them by language."""

    def __init__(self) -> None:
        self._objects: dict[type[Model], dict[int, Model | None]] = {
            Image: {},
            Document: {},
            Page: {},
        }
        self._translations: dict[type[Model], dict[int, dict[str, Model]]] = {}
        self._groups: dict[object, list[Page]] = {}
        self._places: set[str] = set()
        self._parents: set[str] = set()
        self._above: dict[tuple[str, ...], list[Page]] = {}

    @cached_property
    def addresses(self) -> AddressBook:
        """The addresses of pages."""
        return AddressBook()

    def get_many(self, model: type[Model], ids: Iterable[int | None]) -> dict[int, Model]:
        """Objects of a model by id, as they are; those that do not exist are left out.

        An image or a document knows by `is_public` whether it is outside private collections.
        """
        known = self._objects.setdefault(model, {})
        wanted = {int(i) for i in ids if i}
        if unknown := wanted - known.keys():
            known.update(dict.fromkeys(unknown))
            known.update({each.pk: each for each in from_database(model, unknown)})
        return {i: found for i in wanted if (found := known[i]) is not None}

    def get(self, model: type[Model], pk: int | None) -> Model | None:
        """One of them, or None."""
        if not pk:
            return None
        shows(f"{model._meta.model_name}:{pk}")
        known = self._objects.get(model, {})
        return known[pk] if pk in known else self.get_many(model, [pk]).get(pk)

    def add_pages(
        self, ids: Iterable[int], paths: Iterable[str] = (), parents: Iterable[str] = ()
    ) -> None:
        """Fetch these pages, with their translations: one query.

        Those at `paths`, which are places in the tree, as well, and those right below `parents`.
        """
        known = self._translations.setdefault(Page, {})
        unknown, places, parents = (
            {int(i) for i in ids if i} - known.keys(),
            set(paths) - self._places,
            set(parents) - self._parents,
        )
        if not unknown and not places and not parents:
            return
        known.update({pk: {} for pk in unknown})
        self._places |= places
        self._parents |= parents
        self._above.clear()
        for key, group in grouped(in_all_languages(unknown, places, parents)).items():
            self._groups[key] = group
            public = {page.locale.language_code: page for page in group if page.is_public}
            for page in group:
                self._objects[Page][page.pk] = page
                known[page.pk] = public

    def add_translations(self, model: Any, ids: Iterable[int | None]) -> None:
        """Fetch these pages or rows, with what is public of them in every language: one query.

        A model other than Page says by a class method `public()` what is public of it, and may
        name by `referenced_with` what is wanted along with it.
        """
        if model is Page:
            return self.add_pages(i for i in ids if i)
        known = self._translations.setdefault(model, {})
        unknown = {int(i) for i in ids if i} - known.keys()
        if not unknown:
            return None
        keys = model.objects.filter(pk__in=unknown).order_by().values("translation_key")
        by_key: dict[object, dict[str, Any]] = {}
        chosen: dict[int, Any] = dict.fromkeys(unknown)
        rows: QuerySet = (
            model.objects.filter(translation_key__in=keys)
            .select_related("locale", *getattr(model, "referenced_with", []))
            .annotate(is_public=Exists(model.public().filter(pk=OuterRef("pk"))))
        )
        for instance in rows:
            translations = by_key.setdefault(instance.translation_key, {})
            if instance.is_public:
                translations[instance.locale.language_code] = instance
            if instance.pk in unknown:
                chosen[instance.pk] = instance
        self._objects.setdefault(model, {}).update(chosen)
        for pk, instance in chosen.items():
            known[pk] = by_key[instance.translation_key] if instance else {}
        return None

    def translated(self, model: type[Model], pk: int | None) -> Any:
        """What stands for `pk` in the active language.

        Where it is not translated, itself; None where that is not public.
        """
        if not pk:
            return None
        translations = self._translations.get(model, {}).get(pk)
        if translations is None:
            self.add_translations(model, [pk])
            translations = self._translations[model][int(pk)]
        self._note(model, int(pk))
        return translations.get(get_language() or "") or next(
            (found for found in translations.values() if found.pk == int(pk)), None
        )

    def _note(self, model: type[Model], pk: int) -> None:
        """Note for a recording what `pk` stands for, public or not."""
        chosen: Any = self._objects.get(model, {}).get(pk)
        if isinstance(chosen, Page):
            for page in self._groups.get(chosen.translation_key, [chosen]):
                shows_page(page)
        elif chosen is not None:
            shows(key_of(chosen))
            for name in getattr(model, "referenced_with", ()):
                # Such as the document that a goal belongs to.
                if isinstance(owner := getattr(chosen, name.partition("__")[0]), Page):
                    shows_page(owner)

    def page(self, pk: int | None) -> Page | None:
        """The public page that stands for `pk` in the active language, or None."""
        return self.translated(Page, pk)

    def above(self, page: Page) -> list[Page]:
        """The public pages above a page, from the home page down."""
        places = tuple(paths_above(page))
        self.add_pages((), places)
        if places not in self._above:
            found = [page for page in self._objects[Page].values() if isinstance(page, Page)]
            self._above[places] = [page for page in found if page.path in places]
        for other in self._above[places]:
            shows_page(other)
        return in_order(self._above[places])

    def below(self, page: Page) -> list[Page]:
        """The public pages right below a page, in the order of the tree."""
        place, depth = page.path, page.depth + 1
        self.add_pages((), (), [place])
        return self._public(lambda other: other.depth == depth and other.path.startswith(place))

    def nearest_above(self, page: Page, language: str) -> Page | None:
        """The translation of the nearest page above that is public in a language, or None."""
        places = paths_above(page)
        self.add_pages((), places)
        known = self._translations[Page]
        pages = [page for page in self._objects[Page].values() if isinstance(page, Page)]
        by_place = {page.path: known.get(page.pk, {}) for page in pages}
        found = (by_place.get(place, {}).get(language) for place in reversed(places))
        return next((translation for translation in found if translation), None)

    def _public(self, condition: Callable[[Page], bool]) -> list[Page]:
        """The public pages among those fetched that meet a condition, in the order of the tree."""
        pages = [page for page in self._objects[Page].values() if isinstance(page, Page)]
        return in_order(filter(condition, pages))

    def translations(self, page: Page) -> list[Translation]:
        """A page in every language, with its state; [] for an alias and for one never stored."""
        if page.translation_key not in self._groups:
            self.add_pages([page.pk])
        group = self._groups.get(page.translation_key)
        for other in group or ():
            shows_page(other)
        return list(states(group).values()) if group else []

    def preload(
        self,
        pages: Iterable[Page],
        cards: Iterable[Page] = (),
        parents: Iterable[Page] = (),
        further: Iterable[int | None] = (),
    ) -> None:
        """Fetch all that these pages and their rows refer to: as many queries for one as for all.

        The pages themselves, their translations and those above them are among it. Of `cards`
        only the pictures are, and of `parents` the pages right below; `further` are the keys of
        pages that are fetched as if they were named.
        """
        pages, cards = list(pages), list(cards)
        found = Mentions()
        fetch_rows(pages)
        named = [*pages, *(row for page in pages for row in chain(*vars(page.rows).values()))]
        for instance in named:
            found.add(instance)
        for card in cards:
            found.add_pictures(card)
        for model in (Image, Document):
            self.get_many(model, found.ids[model])
        for instance in (*named, *cards):
            self._give_files(instance)
        self.add_pages(
            {*(page.pk for page in pages if page.pk), *found.ids[Page], *filter(None, further)},
            {path for page in pages for path in paths_above(page)},
            {page.path for page in parents},
        )

    def _give_files(self, instance: Model) -> None:
        """Set on an instance the images and documents that its keys name and that were fetched."""
        for attribute, named in foreign_keys(type(instance)):
            found = self._objects[named].get(getattr(instance, attribute))
            field: Any = instance._meta.get_field(attribute)
            if found is not None and named is not Page and not field.is_cached(instance):
                field.set_cached_value(instance, found)


def from_database(model: type[Any], ids: set[int]) -> Iterable[Any]:
    """Objects by id; images and documents with what readers may know of them."""
    if model is Image:
        return images(ids)
    return documents(ids) if model is Document else model._default_manager.filter(pk__in=ids)


def in_order(pages: Iterable[Page]) -> list[Page]:
    """The public ones of the pages, in the order of the tree."""
    # A page that was fetched by its key alone is an alias: never public.
    public = [page for page in pages if getattr(page, "is_public", False)]
    return sorted(public, key=lambda each: each.path)


def paths_above(page: Page) -> list[str]:
    """The places in the tree above a page, from the home page down."""
    return [page.path[: depth * page.steplen] for depth in range(2, page.depth)]


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
