"""An entry to be read in full: the questions of its edition with answers and files."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language

from ecosystem.models import CompetitionCategory

from .editions import Edition
from .entering.asked import AskedForm
from .models import Entry, EntryFile


@dataclass
class Section:
    """A question with what was answered; `files` are those uploaded to it.

    `is_gone` where it is asked no longer.
    """

    label: str
    text: str = ""
    files: list[EntryFile] = field(default_factory=list)
    is_gone: bool = False


def sections(entry: Entry, edition: Edition, *, with_gone: bool = False) -> list[Section]:
    """All that an entry says to what its edition asks, in that order, as the reader writes it.

    Questions stand as they were put to the entrant. Answers to those that are asked no longer come
    last, and `with_gone` only: entrants are told that the jury does not read them.
    """
    form = AskedForm(entry, edition)
    asked = [
        Section(
            form.label(name), form.display(name, form.stored.get(name, "")), form.files_of(name)
        )
        for name in form.questions
    ]
    gone = form.no_longer_asked() if with_gone else []
    return [*asked, *(Section(*each, is_gone=True) for each in gone)]


def category_names() -> dict[Any, str]:
    """The names of all categories by translation key, in the active language where there is one."""
    found = CompetitionCategory.objects.select_related("locale")
    in_order = sorted(found, key=lambda each: each.locale.language_code == get_language())
    return {category.translation_key: category.name for category in in_order}
