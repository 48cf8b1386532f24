"""What the index knows of an object: its texts, their languages, their days."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Manager
from modelsearch.index import AutocompleteField, Indexed, RelatedFields, SearchField
from wagtail.models import Locale

from search import analysis
from search.days import Days, days

# Whatever an editor pastes in: a vector of PostgreSQL holds a megabyte, a reader reads less.
MOST_WORDS = 30_000
MOST_TITLE_WORDS = 500
LONGEST = 300_000
TITLES = ("title", "name")
# The language of what is of no language: analysed in all of them, found in each.
ANY_LANGUAGE = "mul"


def as_text(value: Any) -> str:
    """The value of a search field as text, its parts each on a line of its own."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return "\n".join(as_text(item) for item in value)
    return "" if value is None else str(value)


def values(instance: Any, fields: list) -> Iterator[tuple[SearchField | AutocompleteField, str]]:
    """The fields of an object and of what it refers to, each with its text."""
    for field in fields:
        if isinstance(field, SearchField | AutocompleteField):
            yield field, as_text(field.get_value(instance))
        elif isinstance(field, RelatedFields):
            related = field.get_value(instance)
            if isinstance(related, Manager):
                related = related.all()
            elif related is None:
                continue
            else:
                related = [related() if callable(related) else related]
            for row in related:
                yield from values(row, field.fields)


@dataclass(frozen=True)
class Terms:
    """The lexemes of an object's texts, separated by spaces."""

    title: str
    lead: str
    body: str
    autocomplete: str


class Texts:
    """The texts of one object: `title`, `lead`, `body`, and `autocomplete`, its words to type."""

    def __init__(self, instance: Indexed, codes: dict[int, str]) -> None:
        parts: dict[str, list[str]] = {"title": [], "lead": [], "body": [], "autocomplete": []}
        own = instance.get_search_fields()
        for field, text in values(instance, own):
            if not (text := text.replace("\x00", " ").strip()):
                continue
            if isinstance(field, AutocompleteField):
                part = "autocomplete"
            elif field in own and field.field_name in TITLES:
                part = "title"
            else:
                part = "lead" if (field.boost or 1) > 1 else "body"
            parts[part].append(text)
        self.title, self.lead, self.body, self.autocomplete = (
            "\n".join(texts)[:LONGEST] for texts in parts.values()
        )
        self.language = language_of(instance, codes)
        self.days: Days = days(instance)

    @cached_property
    def terms(self) -> Terms:
        """What the index is made of."""
        languages = analysis.LANGUAGES if self.language == ANY_LANGUAGE else (self.language,)
        title, lead, body = (
            " ".join(
                first_words(analysis.index_text(text, language), most // len(languages))
                for language in languages
            )
            for text, most in (
                (self.title, MOST_TITLE_WORDS),
                (self.lead, MOST_TITLE_WORDS),
                (self.body, MOST_WORDS),
            )
        )
        typed = first_words(analysis.fold_text(self.autocomplete), MOST_TITLE_WORDS)
        return Terms(title, lead, body, typed)


def first_words(terms: str, most: int) -> str:
    """As many of the lexemes as an index has place for."""
    return " ".join(terms.split(" ", most)[:most])


def language_of(instance: Any, codes: dict[int, str]) -> str:
    """The code of the language that an object is in; `codes` are those of `languages`."""
    if locale_id := getattr(instance, "locale_id", None):
        return codes.get(locale_id, ANY_LANGUAGE)
    language = getattr(instance, "language", "")
    return language if language in analysis.LANGUAGES else ANY_LANGUAGE


def languages() -> dict[int, str]:
    """The codes of the languages by the keys of their locales."""
    return dict(Locale.objects.values_list("pk", "language_code"))
