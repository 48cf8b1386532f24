"""The words in which the demo content is written: texts, references, dates, pages, rows.

A text is a `T`, Lithuanian and English side by side; HTML where it begins with `<`. A plain
`str` reads the same in both languages. `{year}` and `{last_year}` in a text stand for the year
of loading and the one before.
"""

import uuid
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "demo.industry4.panevezys")


def key(name: str) -> uuid.UUID:
    """The translation key of whatever bears this name: the same on every machine."""
    return uuid.uuid5(NAMESPACE, name)


@dataclass(frozen=True)
class T:
    """A text in Lithuanian and in English; without English only on Lithuanian pages."""

    lt: str
    en: str | None = None


@dataclass(frozen=True)
class Ref:
    """A page, snippet or row of the demo content by its name."""

    name: str


@dataclass(frozen=True)
class Picture:
    """A picture by its name."""

    name: str


@dataclass(frozen=True)
class File:
    """A file by its name."""

    name: str


@dataclass(frozen=True)
class Pdf:
    """A document in one language. In `text` a blank line ends a paragraph; `# ` begins a heading
    and `- ` an item of a list.
    """

    language: str
    title: str
    subtitle: str
    text: str


@dataclass(frozen=True)
class Day:
    """A date: so many days from the day of loading, moved off the weekend, and `plus` days."""

    days: int
    plus: int = 0


@dataclass(frozen=True)
class At:
    """A moment in Lithuania: a `Day`, and its time such as "10:30"."""

    days: int
    time: str
    plus: int = 0


@dataclass(frozen=True)
class Year:
    """The year of loading, or so many years from it."""

    years: int = 0


@dataclass(frozen=True)
class Block:
    """A block of a page's body; the values in it may be any of these types."""

    kind: str
    value: Any


@dataclass(frozen=True)
class Table:
    """The value of a table block; columns are pairs of kind ("text", "number") and heading."""

    caption: T | str
    columns: list[tuple[str, T | str]]
    rows: list[list[T | str | int]]


@dataclass(frozen=True)
class Row:
    """An inline row of a page; `name` where something refers to it."""

    name: str
    fields: dict[str, Any]


@dataclass(frozen=True)
class Item:
    """A page or a snippet. `overrides` are fields with a value of their own in English.

    `since` is when it was published, where that was not just now.
    """

    model: type[Model]
    name: str
    fields: dict[str, Any]
    under: str = ""
    body: list[Block] = field(default_factory=list)
    rows: dict[str, list[Row]] = field(default_factory=dict)
    english: bool = True
    overrides: dict[str, Any] = field(default_factory=dict)
    added_later: list[Block] = field(default_factory=list)
    since: At | None = None


def item(
    model: type[Model],
    name: str,
    /,
    *,
    under: str = "",
    body: list[Block] | None = None,
    rows: dict[str, list[Row]] | None = None,
    only_lithuanian: bool = False,
    overrides: dict[str, Any] | None = None,
    added_later: list[Block] | None = None,
    since: At | None = None,
    **fields: Any,
) -> Item:
    """A page under the page `under`, or a snippet.

    What is `added_later` is published in Lithuanian after the translation: the English page
    is then out of date.
    """
    return Item(
        model,
        name,
        fields,
        under,
        body or [],
        rows or {},
        not only_lithuanian,
        overrides or {},
        added_later or [],
        since,
    )


def row(name: str = "", /, **fields: Any) -> Row:
    """An inline row with these fields."""
    return Row(name, fields)
