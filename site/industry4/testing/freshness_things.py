"""What is written while readers look: pages, a picture, a snippet, each with its versions."""

import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

API = "/api/delivery/v1/"
LISTS = ("/renginiai/", f"{API}events/?limit=100", f"{API}events/?view=full&limit=100")
# What is rolled back says this, and nobody may ever read it.
NEVER = 999_999
# Two that move at once may want the same place in the tree: the second is refused, and tries again.
MOVING = threading.Lock()


class RolledBack(Exception):
    """Ends a transaction that is not to be committed."""


@dataclass(frozen=True)
class State:
    """A version of a thing: whether it is shown, and where."""

    version: int
    live: bool = True
    path: str = ""


@dataclass
class Thing:
    """Something that readers see, with all its states; those up to `committed` are known to be."""

    name: str
    write: Callable[["Thing", random.Random], None]
    # The addresses at which it shows. With a path, only while it stands at that path.
    addresses: list[tuple[str, bool]]
    states: list[State] = field(default_factory=lambda: [State(1)])
    committed: int = 0

    @property
    def now(self) -> State:
        """The last state."""
        return self.states[-1]

    def change(self, state: State, act: Callable[[], None]) -> None:
        """Commit `act`, which brings the thing into that state."""
        self.states.append(state)
        act()
        self.committed = len(self.states) - 1

    def title(self, version: int) -> str:
        """The text that readers look for."""
        return f"{self.name} v{version}"


def committed(act: Callable[[], None], chance: random.Random, fails: bool = False) -> None:
    """Run `act` in a transaction that stays open for a moment; what fails is rolled back."""
    from django.db import transaction

    try:
        with transaction.atomic():
            act()
            time.sleep(chance.random() / 50)
            if fails:
                raise RolledBack
    except RolledBack:
        pass


def of_page(model: Any, pk: int, parents: list[Any]) -> Callable[[Thing, random.Random], None]:
    """Publishes a page, withdraws it, moves it among `parents`; drafts and rolls back."""

    def change(thing: Thing, chance: random.Random) -> None:
        page, now = model.objects.get(pk=pk), thing.now
        what = chance.choice(["publish"] * 4 + ["unpublish", "draft", "roll back", "move"])

        def publish(version: int) -> None:
            page.title = thing.title(version)
            page.save_revision().publish()

        if what == "draft":
            page.title = thing.title(NEVER)
            page.save_revision()
        elif what == "roll back":
            committed(lambda: publish(NEVER), chance, fails=True)
        elif what == "unpublish" and now.live:
            state = State(now.version, False, now.path)
            thing.change(state, lambda: committed(page.unpublish, chance))
        elif what == "move" and parents:
            target = chance.choice(parents)
            path = f"{urlsplit(target.full_url).path}{page.slug}/"
            if path != now.path:
                state = State(now.version, now.live, path)
                move = lambda: page.move(type(target).objects.get(pk=target.pk), "last-child")  # noqa: E731
                with MOVING:
                    thing.change(state, lambda: committed(move, chance))
        else:
            state = State(now.version + 1, True, now.path)
            thing.change(state, lambda: committed(lambda: publish(state.version), chance))

    return change


def of_field(instance: Any, name: str) -> Callable[[Thing, random.Random], None]:
    """Edits a field of a snippet or a picture."""

    def change(thing: Thing, chance: random.Random) -> None:
        state = State(thing.now.version + 1)

        def save() -> None:
            instance.refresh_from_db()
            setattr(instance, name, thing.title(state.version))
            instance.save()

        thing.change(state, lambda: committed(save, chance))

    return change


def fill() -> list[Thing]:
    """Make the content."""
    from wagtail.models import Locale, Site

    from home.models import ContentPage
    from home.tests.factories import ContentPageFactory
    from industry4.core.models import Organisation, SiteSettings
    from industry4.testing.factories import ImageFactory
    from news.models import EventPage
    from news.tests.factories import EventFactory

    def path(page: Any) -> str:
        return urlsplit(page.full_url).path

    def page_thing(name: str, page: Any, model: Any, parents: list[Any], *lists: str) -> Thing:
        paths = {path(page), *(f"{path(parent)}{page.slug}/" for parent in parents)}
        addresses = [(each, True) for each in sorted(paths)]
        addresses += [(each, False) for each in (f"{API}pages/{page.pk}/", *lists)]
        thing = Thing(name, of_page(model, page.pk, parents), addresses)
        thing.states = [State(1, True, path(page))]
        return thing

    parents = [ContentPageFactory(title=f"Dalis {number}") for number in range(2)]
    things = []
    page: Any
    for number in range(3):
        name = f"Renginys{number}"
        page = EventFactory(title=f"{name} v1", slug=name.lower())
        things.append(page_thing(name, page, EventPage, [], *LISTS))
    for number in range(2):
        name = f"Puslapis{number}"
        page = ContentPageFactory(title=f"{name} v1", slug=name.lower(), parent=parents[0])
        things.append(page_thing(name, page, ContentPage, parents))
    picture = ImageFactory(alt_text_lt="Vaizdas v1")
    shown: Any = ContentPageFactory(title="Vaizdai", listing_image=picture)
    addresses = [(f"{API}pages/{shown.pk}/", False)]
    things.append(Thing("Vaizdas", of_field(picture, "alt_text_lt"), addresses))
    locale = Locale.objects.get(language_code="lt")
    organisation = Organisation.objects.create(name="Centras v1", locale=locale)
    settings = SiteSettings.for_site(Site.objects.get())
    settings.organisation = organisation
    settings.save()
    footer = [("/", False), (path(shown), False)]
    things.append(Thing("Centras", of_field(organisation, "name"), footer))
    return things
