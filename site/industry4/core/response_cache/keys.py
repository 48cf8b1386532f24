"""Which requests may be answered from the cache, and what tells their answers apart."""

from functools import cache

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest
from django.urls import reverse

LONGEST_QUERY = 2_000
LONGEST_ACCEPT = 300
# Where the same address has representations, chosen by `Accept`.
NEGOTIATED = "/api/v2/"
# A condition that is not If-None-Match, or a part of an answer, is left to the views.
NOT_ANSWERED = (
    "HTTP_AUTHORIZATION",
    "HTTP_RANGE",
    "HTTP_IF_MATCH",
    "HTTP_IF_UNMODIFIED_SINCE",
)


def key_of(request: HttpRequest) -> str | None:
    """What an answer is kept by; None for a request that goes past the cache.

    Of headers it is made of the scheme and the host as Django validated them, and of nothing else
    that a reader may choose. Parameters are compared as they were written, sorted by name.
    """
    meta = request.META
    if request.method not in ("GET", "HEAD") or any(name in meta for name in NOT_ANSWERED):
        return None
    query = meta.get("QUERY_STRING", "")
    # A preview runs the same middleware for the same address as the page (Wagtail's dummy request).
    if len(query) > LONGEST_QUERY or getattr(request, "is_dummy", False):
        return None
    if request.path.startswith(_private_paths()) or (
        meta.get("HTTP_COOKIE") and is_somebody(request)
    ):
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None  # CommonMiddleware answers
    key = f"{request.scheme}://{host}{request.path}?{normalised(query)}"
    if request.path.startswith(NEGOTIATED):
        accept = meta.get("HTTP_ACCEPT", "")
        return f"{key} {accept}" if len(accept) <= LONGEST_ACCEPT else None
    return key


def normalised(query: str) -> str:
    """The parameters sorted by name; those of one name stay in their order."""
    if "&" not in query:
        return query
    pairs = filter(None, query.split("&"))
    return "&".join(sorted(pairs, key=lambda pair: pair.partition("=")[0]))


def is_somebody(request: HttpRequest) -> bool:
    """Whether the request has a session, or messages that wait to be shown."""
    return not request.COOKIES.keys().isdisjoint((settings.SESSION_COOKIE_NAME, "messages"))


@cache
def _private_paths() -> tuple[str, ...]:
    """What is never anonymous, and files, which are sent from the disk."""
    admin, documents = reverse("wagtailadmin_home"), "/documents/"
    return (admin, documents, settings.STATIC_URL, settings.MEDIA_URL, "/api/v3/")
