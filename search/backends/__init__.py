"""The search backend: modelsearch's tables, filled and asked by the language analysis.

One setting serves both databases. What a database says in its own way stands in `postgres.py` and
`sqlite.py`; all else is the same on both.
"""

from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from .analysed import AnalysedBackend
    from .matching import Dialect


def backend_class() -> "type[AnalysedBackend]":
    """The backend of the database in use. Raises NotImplementedError for another database."""
    if connection.vendor == "postgresql":
        from .postgres import PostgresBackend

        return PostgresBackend
    if connection.vendor == "sqlite":
        from .sqlite import SQLiteBackend

        return SQLiteBackend
    raise NotImplementedError(f"The search knows no {connection.vendor}.")


def SearchBackend(params: dict[str, Any]) -> "AnalysedBackend":  # noqa: N802  (modelsearch's name)
    """The backend of the database in use, as modelsearch asks for it."""
    return backend_class()(params)


def dialect() -> "Dialect":
    """How the database in use writes what it is to find."""
    return backend_class().query_compiler_class.dialect
