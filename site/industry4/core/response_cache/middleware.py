"""Answers anonymous readers from memory, before anything else of Django runs."""

import hashlib
import time
from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response

from .entries import Entry
from .keys import key_of
from .memory import memory
from .store import Store, store

# How long to wait for what another request computes, and how often to look.
PATIENCE = 2.0
LOOK_EVERY = 0.02
GetResponse = Callable[[HttpRequest], HttpResponseBase]
# Views that said `never_stored`, by path: asked without more ado from then on.
uncacheable: set[str] = set()
MOST_UNCACHEABLE = 1_000


class ResponseCacheMiddleware:
    """Stands outside all that runs SQL. What it has no entry for is computed by the rest."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        seconds: int = settings.RESPONSE_CACHE_SECONDS
        key = key_of(request) if seconds else None
        if key is None or request.path in uncacheable:
            return said(self.get_response(request), "pass")
        shared = store()
        # Before anything is read: what is computed under a token is of that version or a later one.
        token = shared.token()
        if token is None:
            return said(self.whole(request, seconds)[1], "pass")
        name = f"{token}:{hashlib.blake2b(key.encode(), digest_size=16).hexdigest()}"
        found = recall(shared, name)
        if found == (None,):
            return said(self.get_response(request), "pass")
        if not found and request.META.get("HTTP_COOKIE"):
            return said(self.whole(request, seconds)[1], "pass")
        if not found and not shared.claim(name):
            found = wait(shared, name)
        if found and found[0]:
            return said(found[0].answer(request), "hit")
        return said(self.store(request, shared, name, seconds), "miss")

    def store(
        self, request: HttpRequest, shared: Store, name: str, seconds: int
    ) -> HttpResponseBase:
        """The answer; it is stored, or it is remembered that it cannot be."""
        try:
            entry, response = self.whole(request, seconds)
            if response.status_code < 500:
                memory.put(name, entry, time.time() + seconds)
                shared.put(name, entry.encoded() if entry else b"", seconds)
            return response
        finally:
            shared.disclaim(name)

    def whole(self, request: HttpRequest, seconds: int) -> tuple[Entry | None, HttpResponseBase]:
        """What may be kept of the answer, and the answer itself.

        It is computed as for a reader who has nothing yet: others get theirs from it.
        """
        method, known = request.method, request.META.pop("HTTP_IF_NONE_MATCH", None)
        since = request.META.pop("HTTP_IF_MODIFIED_SINCE", None)
        request.method = "GET"
        try:
            response = self.get_response(request)
        finally:
            request.method = method
            if known is not None:
                request.META["HTTP_IF_NONE_MATCH"] = known
            if since is not None:
                request.META["HTTP_IF_MODIFIED_SINCE"] = since
        if vars(response).get("never_stored") and len(uncacheable) < MOST_UNCACHEABLE:
            uncacheable.add(request.path)
        if entry := Entry.of(request, response, seconds):
            return entry, entry.answer(request)
        if isinstance(response, HttpResponse) and (etag := response.get("ETag")):
            response = get_conditional_response(request, etag, None, response) or response
        return None, bodiless(response) if method == "HEAD" else response


def recall(shared: Store, name: str) -> tuple[Entry | None] | None:
    """The entry of this name in a tuple; `(None,)` for what cannot be stored, None for no entry."""
    if found := memory.get(name):
        return found
    data = shared.get(name)
    if data is None:
        return None
    entry = Entry.decoded(data) if data else None
    memory.put(
        name, entry, entry.expires if entry else time.time() + settings.RESPONSE_CACHE_SECONDS
    )
    return (entry,)


def wait(shared: Store, name: str) -> tuple[Entry | None] | None:
    """What another request computes; None where it takes too long or came to nothing."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        time.sleep(LOOK_EVERY)
        claimed = shared.is_claimed(name)
        if (found := recall(shared, name)) or not claimed:
            return found
    return None


def bodiless(response: HttpResponseBase) -> HttpResponseBase:
    """The response to a GET as one to HEAD."""
    if isinstance(response, HttpResponse):
        length, response.content = len(response.content), b""
        response.headers["Content-Length"] = str(length)
    return response


def said(response: HttpResponseBase, how: str) -> HttpResponseBase:
    """The response; in development it says how it came about."""
    if settings.DEBUG:
        response.headers["Server-Timing"] = f'cache;desc="{how}"'
    return response
