"""The backend on SQLite: lexemes in an FTS5 table that follows modelsearch's own."""

from typing import Any

from django.db.models import F, Q, QuerySet, Value
from modelsearch.backends.database.sqlite import sqlite as modelsearch
from modelsearch.backends.database.sqlite.query import MatchExpression, SearchQueryField
from wagtail.search.models import SQLiteFTSIndexEntry

from .analysed import AnalysedBackend, AnalysedIndex, Compiler
from .matching import TYPED, Dialect
from .texts import Texts


class SQLiteDialect(Dialect):
    """As text of an FTS5 query."""

    either, both = " OR ", " AND "

    def word(self, term: str, *, prefix: bool) -> str:
        return f'"{term}"*' if prefix else f'"{term}"'

    def phrase(self, terms: str) -> str:
        return f'"{terms}"'

    def joined(self, queryset: QuerySet, path: str) -> QuerySet:
        return queryset.alias(
            language_of_entry=F(f"{path}language"), entry_of_index=F(f"{path}entry")
        )

    def found(self, text: str, column: str) -> Q:
        columns = ["title", "body"] if column == "body" else [column]
        found = SQLiteFTSIndexEntry.objects.filter(
            MatchExpression(columns, Value(text, output_field=SearchQueryField()))
        )
        return Q(entry_of_index__in=found.values("pk"))


class SQLiteIndex(AnalysedIndex, modelsearch.SQLiteIndex):
    """Entries as texts of lexemes; triggers keep the FTS5 table in step."""

    def columns(self, texts: Texts) -> dict[str, Any]:
        terms = texts.terms
        return {
            "title": terms.title,
            "body": f"{terms.lead} {terms.body}",
            TYPED: terms.autocomplete,
        }


class SQLiteCompiler(Compiler):
    """Queries of whole words."""

    dialect = SQLiteDialect()


class SQLiteAutocompleteCompiler(SQLiteCompiler):
    """Queries whose last word may still be being typed."""

    column = TYPED


class SQLiteBackend(AnalysedBackend, modelsearch.SQLiteSearchBackend):
    """SQLite's search for every indexed model."""

    index_class = SQLiteIndex
    query_compiler_class = SQLiteCompiler
    autocomplete_query_compiler_class = SQLiteAutocompleteCompiler
