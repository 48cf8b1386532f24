"""The lowest floor: a WSGI callable that returns as many prepared bytes as the path says."""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment


@cache
def prepared(size: int) -> bytes:
    """That many bytes, made once."""
    return b"x" * size


def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
    """Answer `/<size>` with that many bytes, and every other path with none."""
    name = environ["PATH_INFO"].strip("/")
    body = prepared(int(name) if name.isdecimal() else 0)
    headers = [("Content-Type", "text/html"), ("Content-Length", str(len(body)))]
    start_response("200 OK", headers)
    return [body]
