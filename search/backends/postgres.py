"""The backend on PostgreSQL: vectors of lexemes, found by their GIN index."""

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchVectorField
from django.db.models import F, Func, Q, QuerySet, Value
from modelsearch.backends.database.postgres import postgres as modelsearch

from .analysed import AnalysedBackend, AnalysedIndex, Compiler
from .matching import TYPED, Dialect
from .texts import Texts

# What a vector can hold: https://www.postgresql.org/docs/current/textsearch-limitations.html
LAST_PLACE, MOST_PLACES = 16_383, 255


class Lexemes(SearchQuery):
    """A query of lexemes as they are, past PostgreSQL's parser and dictionaries."""

    def __init__(self, text: str) -> None:
        super().__init__(Value(text), search_type="raw")
        self.text = text

    def as_sql(self, *args: Any, **kwargs: Any) -> tuple[str, Any]:
        return "%s::tsquery", [self.text]  # a list: Django adds it to another


def vector(*parts: str) -> Func:
    """Lexemes, separated by spaces, as a vector with their places, past the parser as well.

    A place is left free between the parts, so that no phrase reaches from one into another.
    """
    places: dict[str, list[str]] = {}
    place = 0
    for part in parts:
        for place, term in enumerate(part.split(), start=place + 1):  # noqa: B020  (goes on from there)
            places.setdefault(term, []).append(str(min(place, LAST_PLACE)))
        place += 1
    text = " ".join(f"'{term}':{','.join(at[:MOST_PLACES])}" for term, at in places.items())
    return Func(Value(text), template="%(expressions)s::tsvector", output_field=SearchVectorField())


class PostgresDialect(Dialect):
    """As text of a `tsquery`."""

    either, both = " | ", " & "

    def word(self, term: str, *, prefix: bool) -> str:
        return f"'{term}':*" if prefix else f"'{term}'"

    def phrase(self, terms: str) -> str:
        return "(" + " <-> ".join(f"'{term}'" for term in terms.split()) + ")"

    def joined(self, queryset: QuerySet, path: str) -> QuerySet:
        columns = ("title", "body", TYPED)
        return queryset.alias(
            language_of_entry=F(f"{path}language"),
            **{f"entry_{name}": F(f"{path}entry__{name}") for name in columns},
        )

    def found(self, text: str, column: str) -> Q:
        return Q(**{f"entry_{column}": Lexemes(text)})


class PostgresIndex(AnalysedIndex, modelsearch.PostgresIndex):
    """Entries whose `body` holds all of an object, so that one index answers most queries."""

    def columns(self, texts: Texts) -> dict[str, Any]:
        terms = texts.terms
        return {
            "title": vector(terms.title),
            "body": vector(terms.title, terms.lead, terms.body),
            TYPED: vector(terms.autocomplete),
        }


class PostgresCompiler(Compiler):
    """Queries of whole words."""

    dialect = PostgresDialect()


class PostgresAutocompleteCompiler(PostgresCompiler):
    """Queries whose last word may still be being typed."""

    column = TYPED


class PostgresBackend(AnalysedBackend, modelsearch.PostgresSearchBackend):
    """PostgreSQL's search for every indexed model."""

    index_class = PostgresIndex
    query_compiler_class = PostgresCompiler
    autocomplete_query_compiler_class = PostgresAutocompleteCompiler
