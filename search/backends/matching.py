"""From a query to the condition on the index: words, phrases, and what they are joined by.

A word is a group of lexemes of which one must be there; a phrase is a row of lexemes. Both are
written for a database by its `Dialect`.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterator
from functools import reduce
from itertools import islice, product
from operator import and_, or_
from typing import Any

from django.db.models import Q, QuerySet
from modelsearch.query import (
    And,
    Boost,
    Fuzzy,
    MatchAll,
    Not,
    Or,
    Phrase,
    PlainText,
    SearchQuery,
)

from search import analysis

from .ranking import Alternatives
from .texts import ANY_LANGUAGE

# A column of the index as this analysis makes them: of lexemes, or of words as typed so far.
TYPED = "autocomplete"
# A long phrase of ambiguous words could be read in thousands of ways.
MOST_READINGS = 64


class Dialect(ABC):
    """How a database writes what it is to find."""

    either: str
    both: str

    @abstractmethod
    def word(self, term: str, *, prefix: bool) -> str:
        """One lexeme, or all that begin with it."""

    @abstractmethod
    def phrase(self, terms: str) -> str:
        """Lexemes, separated by spaces, one after another."""

    @abstractmethod
    def joined(self, queryset: QuerySet, path: str) -> QuerySet:
        """The rows with what `found` asks, by the path to their `IndexedObject`."""

    @abstractmethod
    def found(self, text: str, column: str) -> Q:
        """The condition on `joined` rows that a column has what the text says."""

    def words(self, groups: list[Alternatives], *, operator: str, prefix: bool) -> str:
        """All of the words, or any of them; the last may be the beginning of one."""
        last = len(groups) - 1
        written = [
            self.any_of([self.word(t, prefix=prefix and i == last) for t in alternatives])
            for i, alternatives in enumerate(groups)
        ]
        return "(" + (self.both if operator == "and" else self.either).join(written) + ")"

    def any_of(self, texts: list[str]) -> str:
        """One of several."""
        return "(" + self.either.join(dict.fromkeys(texts)) + ")"


def groups(text: str, language: str, column: str) -> list[Alternatives]:
    """The words of a query as lexemes for a column of the index."""
    if column == TYPED:
        return [(analysis.fold(word),) for word in analysis.words(text)[: analysis.MOST_WORDS]]
    return analysis.query_groups(text, language)


def condition(
    query: SearchQuery, dialect: Dialect, languages: tuple[str, ...], column: str
) -> Q | None:
    """The condition that an entry answers the query; None where the query says nothing."""
    if isinstance(query, Boost):
        return condition(query.subquery, dialect, languages, column)
    if isinstance(query, Not):
        unwanted = condition(query.subquery, dialect, languages, column)
        return None if unwanted is None else ~unwanted
    if isinstance(query, And | Or):
        parts = (condition(part, dialect, languages, column) for part in query.subqueries)
        said = [part for part in parts if part is not None]
        return reduce(and_ if isinstance(query, And) else or_, said) if said else None
    if isinstance(query, MatchAll):
        return Q()
    if not isinstance(query, PlainText | Fuzzy | Phrase):
        raise NotImplementedError(f"The search knows no {type(query).__name__}.")
    written: dict[str, list[str]] = {}
    precisely = Q()
    for language in languages:
        # "Apie" is the title of a page, and a word of nearly all pages.
        says_little = column == "body" and analysis.says_little(query.query_string, language)
        own = "title" if says_little else column
        if texts := _written(query, dialect, language, own):
            written.setdefault(own, []).extend(texts)
            found = dialect.found(dialect.any_of(texts), own)
            precisely |= found & Q(language_of_entry__in=[language, ANY_LANGUAGE])
    if not written:
        return None
    # What an index answers; and, where a word means more in one language, each by itself.
    found = reduce(or_, (dialect.found(dialect.any_of(t), own) for own, t in written.items()))
    if len(written) > 1:
        found &= precisely
    if column == TYPED and (whole := condition(query, dialect, languages, "title")):
        # What is being typed may be a word already, in another form than the title has it.
        return found | whole
    return found


def _written(query: Any, dialect: Dialect, language: str, column: str) -> list[str]:
    """What is asked, in the writing of the database, in one language."""
    if isinstance(query, Phrase):
        return [dialect.phrase(terms) for terms in phrases(query.query_string, language, column)]
    words = groups(query.query_string, language, column)
    prefix = column == TYPED
    return [dialect.words(words, operator=query.operator, prefix=prefix)] if words else []


def phrases(text: str, language: str, column: str) -> Alternatives:
    """What a phrase can read as: lexemes one after another, separated by spaces."""
    words = analysis.words(text)[: analysis.MOST_WORDS]
    if column == TYPED:
        return (" ".join(map(analysis.fold, words)),) if words else ()
    readings = product(*(analysis.query_terms(word, language) for word in words))
    return tuple(" ".join(terms) for terms in islice(readings, MOST_READINGS) if terms)


def wanted(query: SearchQuery, languages: tuple[str, ...], column: str) -> Iterator[Alternatives]:
    """The words and phrases that the query asks for, to rank and to highlight by."""
    if isinstance(query, Boost):
        yield from wanted(query.subquery, languages, column)
    elif isinstance(query, And | Or):
        for part in query.subqueries:
            yield from wanted(part, languages, column)
    elif isinstance(query, Phrase):
        for language in languages:
            if readings := phrases(query.query_string, language, column):
                yield readings
    elif isinstance(query, PlainText | Fuzzy):
        for language in languages:
            yield from groups(query.query_string, language, column)
