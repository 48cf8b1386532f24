"""Queries whose SQL is made once. Of a query set Django makes it anew for every use.

Behind one list of the API stand ten queries that differ in nothing but the keys they look for;
making their SQL was a quarter of the list's time. A prepared query names these keys by
`Keys("ids")` in the condition `Among`, and is given them each time:

    articles = Prepared(
        lambda: Article.objects.filter(Among(F("pk"), Keys("ids"))).values_list("title")
    )
    articles.rows(ids=[1, 2, 3])
"""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.db.models import Lookup, QuerySet


@dataclass(frozen=True)
class Keys:
    """Stands in a prepared query for a list of numbers or texts."""

    name: str


class Among(Lookup):
    """Whether a value is among those of a list that is one parameter, however long."""

    lookup_name = "among"
    prepare_rhs = False

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        """For PostgreSQL, which takes an array."""
        left, params = self.process_lhs(compiler, connection)
        return f"{left} = ANY(%s)", [*params, self.rhs]

    def as_sqlite(self, compiler: Any, connection: Any) -> Any:
        """For SQLite, which takes JSON."""
        left, params = self.process_lhs(compiler, connection)
        within = "IN (SELECT value FROM json_each(%s))"
        return f"{left} {within}", [*params, self.rhs]


class Prepared:
    """A query set of `values_list` with `Keys` in it."""

    def __init__(self, query_set: Callable[[], QuerySet]) -> None:
        """`query_set` is called once, when models are loaded."""
        self._query_set = query_set
        # By alias and vendor of the database: the SQL, its parameters, how values are converted.
        self._made: dict[tuple[str, str], tuple[str, tuple[Any, ...], dict[int, Any]]] = {}

    def rows(self, **keys: Iterable[Any]) -> list[tuple[Any, ...]]:
        """The rows for these lists of keys."""
        query_set = self._query_set
        connection = connections["default"]
        made = self._made.get((connection.alias, connection.vendor))
        if made is None:
            compiler = query_set().query.get_compiler(connection=connection)
            sql, params = compiler.as_sql()
            converters = compiler.get_converters([column[0] for column in compiler.select])
            made = self._made[connection.alias, connection.vendor] = (sql, params, converters)
        sql, params, converters = made
        as_one = list if connection.vendor == "postgresql" else json.dumps
        lists = {name: as_one(list(values)) for name, values in keys.items()}
        with connection.cursor() as cursor:
            cursor.execute(sql, [lists[p.name] if isinstance(p, Keys) else p for p in params])
            rows = cursor.fetchall()
        return [converted(row, converters, connection) for row in rows] if converters else rows


def converted(row: tuple[Any, ...], converters: dict[int, Any], connection: Any) -> tuple[Any, ...]:
    """A row with values as Django gives them, where the database has other types."""
    values = list(row)
    for place, (functions, expression) in converters.items():
        for function in functions:
            values[place] = function(values[place], expression, connection)
    return tuple(values)
