"""An entry to be read in full: the questions of its edition with answers and files."""

from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import get_language

from ecosystem.models import CompetitionCategory

from .editions import Edition
from .models import Entry, EntryFile


@dataclass
class Section:
    """A question with what was answered; `files` are those uploaded to it."""

    label: str
    text: str = ""
    files: list[EntryFile] = field(default_factory=list)


def sections(entry: Entry, edition: Edition) -> list[Section]:
    """All that an entry says, in the order of the edition's questions: three queries.

    Questions stand as they were put to the entrant, in the entry's language. Answers to those that
    the edition no longer has come last.
    """
    found = {
        row.translation_key: Section(row.label) for row in edition.rows("questions", entry.language)
    }
    for answer in entry.answers.all():
        section = found.setdefault(answer.question, Section(answer.label))
        section.label, section.text = answer.label, answer.text
    for file in entry.files.all():
        section = found.setdefault(file.question, Section(file.name))
        section.files.append(file)
    return list(found.values())


def category_names() -> dict[Any, str]:
    """The names of all categories by translation key, in the active language where there is one."""
    found = CompetitionCategory.objects.select_related("locale")
    in_order = sorted(found, key=lambda each: each.locale.language_code == get_language())
    return {category.translation_key: category.name for category in in_order}
