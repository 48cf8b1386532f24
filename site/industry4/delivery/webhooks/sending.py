"""One attempt: a message is posted to an address, and what came back is told.

The receiver may be anything: it hangs, answers a byte a second, redirects, returns a gigabyte.
None of it may hold up the worker, so an attempt ends after a fixed time whatever happens, and no
more of an answer is read than is kept.
"""

import contextlib
import http.client
import logging
import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import certifi
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError

from industry4.delivery.models import WebhookAttempt

from .targets import Refused, Target, find

logger = logging.getLogger(__name__)
Problem = WebhookAttempt.Problem

CONNECT_SECONDS = 3.0
ATTEMPT_SECONDS = 10.0
ANSWER_CHARACTERS = 1000
ANSWER_BYTES = 4 * ANSWER_CHARACTERS  # as many as these characters may need
# Over these an endpoint is not there at all, whatever the message.
SILENT = (
    Problem.NAME,
    Problem.PRIVATE,
    Problem.CONNECTION,
    Problem.CERTIFICATE,
    Problem.TIMEOUT,
    Problem.PROTOCOL,
)


class Outcome(NamedTuple):
    """What came back: a status with the beginning of the answer, or a problem."""

    status_code: int | None
    problem: str
    duration_ms: int
    answer: str = ""

    @property
    def delivered(self) -> bool:
        """Whether the receiver took it."""
        return self.status_code is not None and 200 <= self.status_code < 300

    @property
    def gone(self) -> bool:
        """Whether the receiver wants nothing more."""
        return self.status_code == http.HTTPStatus.GONE

    @property
    def silent(self) -> bool:
        """Whether nobody answered: then other messages need not be tried now."""
        return self.problem in SILENT


class _Pinned:
    """Connects to addresses that were looked up and checked before, and to no others."""

    ips: list[str]
    port: int
    ends_at: float
    line: socket.socket | None = None
    late = False

    def _new_conn(self) -> socket.socket:
        # What urllib3 overrides for proxies likewise; TLS and the Host header keep the name.
        failure: OSError = TimeoutError()
        for ip in self.ips:
            seconds = min(CONNECT_SECONDS, self.ends_at - time.monotonic())
            if seconds <= 0:
                break
            try:
                connected = socket.create_connection((ip, self.port), seconds)
            except OSError as error:
                failure = error
                continue
            # A second handle: TLS takes the first for itself, and this one still ends both.
            self.line = connected.dup()
            if self.late:
                self.cut()
            return connected
        raise failure

    def cut(self) -> None:
        """End the connection, whoever is reading from it."""
        self.late = True
        if self.line is not None:
            with contextlib.suppress(OSError):
                self.line.shutdown(socket.SHUT_RDWR)


class _PinnedHTTP(_Pinned, HTTPConnection):
    """Where settings allow it."""


class _PinnedHTTPS(_Pinned, HTTPSConnection):
    """The certificate is verified for the host's name."""


def send(address: str, payload: str, headers: Mapping[str, str]) -> Outcome:
    """Post a message to an address; never raises for what the receiver or the network does."""
    began = time.monotonic()
    status, problem, answer = _attempt(address, payload.encode(), headers, began + ATTEMPT_SECONDS)
    return Outcome(status, problem, round((time.monotonic() - began) * 1000), answer)


def _attempt(
    address: str, body: bytes, headers: Mapping[str, str], ends_at: float
) -> tuple[int | None, str, str]:
    try:
        target = find(address)
    except Refused as refused:
        return None, refused.problem, ""
    with _connection(target, ends_at) as connection:
        try:
            connection.request(
                "POST",
                target.url.request_uri,
                body=body,
                headers={
                    "content-type": "application/json",
                    "user-agent": "Industry4-Webhooks/1",
                    **headers,
                },
                preload_content=False,
                decode_content=False,
            )
            response = connection.getresponse()
            if connection.late:  # headers that were cut off look like headers that ended
                raise TimeoutError
        except (OSError, http.client.HTTPException, HTTPError) as error:
            logger.info("Webhook to %s: %r", target.url.host, error)
            return None, _problem(connection, error), ""
        found = 300 <= response.status < 400
        return response.status, Problem.REDIRECT if found else "", _beginning(response)


@contextlib.contextmanager
def _connection(target: Target, ends_at: float) -> Iterator[Any]:
    """A connection that is cut when its time is over, and is closed in any case."""
    host, seconds = (target.url.host or "").strip("[]"), max(ends_at - time.monotonic(), 0.001)
    connection: _PinnedHTTP | _PinnedHTTPS
    if target.url.scheme == "https":
        context = ssl.create_default_context(cafile=certifi.where())
        connection = _PinnedHTTPS(host, target.port, timeout=seconds, ssl_context=context)
    else:
        connection = _PinnedHTTP(host, target.port, timeout=seconds)
    connection.ips, connection.ends_at = target.ips, ends_at
    timer = threading.Timer(seconds, connection.cut)
    timer.daemon = True
    timer.start()
    try:
        yield connection
    finally:
        timer.cancel()
        connection.close()
        if connection.line is not None:
            connection.cut()  # what the receiver still sends is not waited for
            connection.line.close()


def _problem(connection: _Pinned, error: Exception) -> Problem:
    if connection.late or isinstance(error, TimeoutError):
        return Problem.TIMEOUT
    if isinstance(error, ssl.SSLError):
        return Problem.CERTIFICATE
    return Problem.CONNECTION if connection.line is None else Problem.PROTOCOL


def _beginning(response: Any) -> str:
    """The start of an answer; a status that came counts, even if the rest of it never does."""
    try:
        found: bytes = response.read(ANSWER_BYTES)
    except (OSError, http.client.HTTPException, HTTPError):
        return ""
    # The database takes no NUL.
    return found.decode(errors="replace").replace("\0", "\ufffd")[:ANSWER_CHARACTERS]
