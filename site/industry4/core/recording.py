"""What is shown while something is rendered, noted as it is asked for.

A document that is kept must be made anew when anything changes that it shows. Nobody lists these
things by hand: whatever hands out pages, images, files and topics notes them here, and whatever
asks the clock notes until when its answer holds. Outside a recording nothing is noted.
"""

import datetime
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from django.db.models import Model
from django.utils import timezone
from wagtail.models import Page


@dataclass
class Recording:
    """The keys of what was shown, and the moment from which on something else would be."""

    keys: set[str] = field(default_factory=set)
    holds_until: datetime.datetime | None = None


_current: ContextVar[Recording | None] = ContextVar("recording", default=None)


@contextmanager
def recording() -> Iterator[Recording]:
    """Note what is shown meanwhile. One recording within another keeps its notes to itself."""
    made = Recording()
    token = _current.set(made)
    try:
        yield made
    finally:
        _current.reset(token)


def key_of(instance: Model) -> str:
    """What a thing is noted by. A page is the same in all languages, for they name each other."""
    if isinstance(instance, Page):
        return f"page:{instance.translation_key}"
    return f"{instance._meta.model_name}:{instance.pk}"


def shows(*keys: str) -> None:
    """Note that what is rendered shows these things, or would if they were public."""
    if made := _current.get():
        made.keys.update(keys)


def shows_page(page: Page) -> None:
    """Note a page, and when it expires."""
    if made := _current.get():
        made.keys.add(key_of(page))
        if page.expire_at:
            holds_until(page.expire_at)


def holds_until(*moments: datetime.datetime | datetime.date | None) -> None:
    """Note the moments at which what is rendered changes by the clock; those past mean nothing.

    A day changes it when it begins in Lithuania.
    """
    made = _current.get()
    if made is None:
        return
    now = timezone.now()
    for moment in filter(None, moments):
        if not isinstance(moment, datetime.datetime):
            moment = timezone.make_aware(datetime.datetime.combine(moment, datetime.time.min))
        if moment > now and (made.holds_until is None or moment < made.holds_until):
            made.holds_until = moment
