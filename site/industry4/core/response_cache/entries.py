"""What is kept of a response: its headers, its ETag, its bytes and their compressed forms."""

import hashlib
import json
import re
import time
from dataclasses import dataclass, field
from typing import Self

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags

from .encodings import COMPRESS, IDENTITY, SMALLEST, coding_for
from .keys import NEGOTIATED

LARGEST = 2_000_000
# Said anew for each answer.
NOT_KEPT = {"content-length", "date", "server-timing"}
UNSHARED = {"private", "no-store", "no-cache"}
DIRECTIVE = re.compile(r"[a-z-]+")


class Kept(HttpResponse):
    """An answer made from an entry: negotiated and compressed as the reader wants it."""


@dataclass
class Entry:
    """A public answer. `expires` is by the clock, in seconds."""

    headers: list[tuple[str, str]]
    etag: str
    body: bytes
    expires: float
    forms: dict[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, request: HttpRequest, response: HttpResponseBase, seconds: int) -> Self | None:
        """What to keep of the response; None where it is not the same for everyone."""
        if not isinstance(response, HttpResponse) or not is_public(request, response):
            return None
        patch_vary_headers(response, ("Accept-Encoding",))
        response["Cache-Control"] = for_caches(response.get("Cache-Control", ""), seconds)
        etag = (
            response.get("ETag")
            or f'"{hashlib.blake2b(response.content, digest_size=12).hexdigest()}"'
        )
        response["ETag"] = etag if etag.startswith("W/") else f"W/{etag}"
        headers = [item for item in response.items() if item[0].lower() not in NOT_KEPT]
        return cls(headers, response["ETag"], response.content, time.time() + seconds)

    def answer(self, request: HttpRequest) -> HttpResponse:
        """The response for a reader: compressed as it asks, or 304 where the reader has it."""
        if known := request.META.get("HTTP_IF_NONE_MATCH"):
            etags = {tag.removeprefix("W/") for tag in parse_etags(known)}
            if "*" in etags or self.etag.removeprefix("W/") in etags:
                return self._with_headers(Kept(status=304))
        coding = coding_for(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        body = self.form(coding)
        response = self._with_headers(Kept(b"" if request.method == "HEAD" else body))
        if body is not self.body:
            response.headers["Content-Encoding"] = coding
        response.headers["Content-Length"] = str(len(body))
        return response

    def form(self, coding: str) -> bytes:
        """The body in a coding, made when it is first asked for; as it is where that is smaller."""
        if coding == IDENTITY or len(self.body) < SMALLEST:
            return self.body
        if coding not in self.forms:
            packed = COMPRESS[coding](self.body)
            self.forms[coding] = packed if len(packed) < len(self.body) else self.body
        return self.forms[coding]

    def _with_headers(self, response: HttpResponse) -> HttpResponse:
        bodiless = response.status_code == 304
        del response.headers["Content-Type"]
        for name, value in self.headers:
            if not (bodiless and name == "Content-Type"):
                response.headers[name] = value
        return response

    def encoded(self) -> bytes:
        """The entry as bytes: a line of JSON, then the body."""
        head = {"headers": self.headers, "etag": self.etag, "expires": self.expires}
        return json.dumps(head).encode() + b"\n" + self.body

    @classmethod
    def decoded(cls, data: bytes) -> Self:
        """The entry that `encoded` made bytes of."""
        head, _newline, body = data.partition(b"\n")
        found = json.loads(head)
        headers = [(name, value) for name, value in found["headers"]]
        return cls(headers, found["etag"], body, found["expires"])


def is_public(request: HttpRequest, response: HttpResponse) -> bool:
    """Whether everybody who asks the same gets the same."""
    vary = {name.strip().lower() for name in response.get("Vary", "").split(",") if name.strip()}
    allowed = {"accept-encoding"} | ({"accept"} if request.path.startswith(NEGOTIATED) else set())
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and not vars(response).get("never_stored")
        and vary <= allowed
        and not response.has_header("Content-Encoding")
        and directives(response.get("Cache-Control", "")).isdisjoint(UNSHARED)
        and "'nonce-" not in response.get("Content-Security-Policy", "")
        and len(response.content) <= LARGEST
    )


def directives(cache_control: str) -> set[str]:
    """The names of the directives."""
    return {
        name for part in cache_control.lower().split(",") for name in DIRECTIVE.findall(part)[:1]
    }


def for_caches(cache_control: str, seconds: int) -> str:
    """What browsers and caches on the way are told, by what the view says itself.

    They may show what they have while they ask for what is new.
    """
    while_asking = f"stale-while-revalidate={seconds}"
    if not cache_control:
        return f"public, max-age=0, s-maxage={seconds}, {while_asking}"
    said = directives(cache_control)
    if "max-age" not in said or said & {"stale-while-revalidate", "must-revalidate", "no-cache"}:
        return cache_control
    return f"{cache_control}, {while_asking}"
