"""Watches what each connection writes: a transaction that changes something public has a lease."""

import secrets
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from wagtail.models import Site

from .statements import changes
from .store import store


class Watch:
    """On one connection. It sees what any code writes: models, query sets, SQL."""

    def __init__(self, connection: Any) -> None:
        self.connection = connection
        self.lease: str | None = None
        self.commit, self.rollback, self.close = (
            connection._commit,
            connection._rollback,
            connection._close,
        )
        # Django tells of commits only, so its own methods are stood in for.
        vars(connection).update(
            _commit=self.committing,
            _rollback=lambda: self.ending(self.rollback),
            _close=lambda: self.ending(self.close),
        )

    def __call__(
        self, execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: Any
    ) -> Any:
        """Run the statement; before the first that changes something, withdraw the version."""
        if not settings.RESPONSE_CACHE_SECONDS or not changes(str(sql)):
            return execute(sql, params, many, context)
        self.begin()
        if self.connection.in_atomic_block or not self.connection.autocommit:
            return execute(sql, params, many, context)
        try:
            return execute(sql, params, many, context)
        finally:
            self.end()

    def begin(self) -> None:
        """Take a lease, if there is none yet."""
        if self.lease is None:
            self.lease = secrets.token_hex(8)
            store().withdraw(self.lease)

    def end(self) -> None:
        """Give up the lease, if there is one."""
        if self.lease is not None:
            # Another process may have read them anew after Wagtail cleared them, but too early.
            Site.clear_site_root_paths_cache()
            lease, self.lease = self.lease, None
            store().release(lease)

    def committing(self) -> None:
        """Commit. The lease, which may be about to expire, is held for longer first."""
        if self.lease is not None:
            store().withdraw(self.lease, insist=True)
        try:
            self.commit()
        except (OperationalError, InterfaceError):
            # Nobody knows whether the database goes on to commit: the lease is left to expire.
            self.lease = None
            raise
        self.end()

    def ending(self, end: Callable[[], None]) -> None:
        """Roll back, or close the connection."""
        try:
            end()
        finally:
            self.end()


def watch(connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Watch a connection that was made, once: it may be made again."""
    if not any(isinstance(wrapper, Watch) for wrapper in connection.execute_wrappers):
        connection.execute_wrappers.insert(0, Watch(connection))


def start() -> None:
    """Watch every connection from now on."""
    connection_created.connect(watch, dispatch_uid="response_cache")
