"""Fields of an entry as templates show them, in the form and for reading."""

import dataclasses

from django import forms
from django.forms.boundfield import BoundField

from industry4.competition.models import EntryFile


@dataclasses.dataclass
class Shown:
    """A field as it is shown: in the form, or as `text` for reading, with its files.

    `label` is the question, in a submitted entry as it was put then; `stored` is what is kept,
    where something else was typed.
    """

    field: BoundField
    label: str
    text: str
    files: list[EntryFile] = dataclasses.field(default_factory=list)
    stored: str | None = None

    @property
    def is_link(self) -> bool:
        """Whether the text is an address that may be a link."""
        is_address = isinstance(self.field.field, forms.URLField)
        return is_address and self.text.startswith(("http://", "https://"))


@dataclasses.dataclass
class Section:
    """A part of the form, or of an entry that is read."""

    title: str
    rows: list[Shown]
