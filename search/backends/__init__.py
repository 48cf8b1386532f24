"""The search backend: modelsearch's tables, filled and asked by the language analysis.

One setting serves both databases. What a database says in its own way stands in `postgres.py` and
`sqlite.py`; all else is the same on both.
"""

from typing import Any

from django.db import connection
from modelsearch.backends.base import BaseSearchBackend


def SearchBackend(params: dict[str, Any]) -> BaseSearchBackend:  # noqa: N802  (the name modelsearch looks for)
    """The backend of the database in use. Raises NotImplementedError for another database."""
    if connection.vendor == "postgresql":
        from .postgres import PostgresBackend as Backend
    elif connection.vendor == "sqlite":
        from .sqlite import SQLiteBackend as Backend
    else:
        raise NotImplementedError(f"The search knows no {connection.vendor}.")
    return Backend(params)
