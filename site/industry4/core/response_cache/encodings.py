"""Content codings: which one a reader takes (RFC 9110, 12.5.3), and how bytes are put into it."""

import gzip
from collections.abc import Callable
from functools import lru_cache

import brotli
import zstandard

IDENTITY = "identity"
# Smaller gains nothing: it fits into one packet with its headers.
SMALLEST = 200
LONGEST_HEADER = 500
# The best first, for texts that are compressed once and sent often.
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, mode=brotli.MODE_TEXT, quality=5),
    "zstd": lambda body: zstandard.ZstdCompressor(level=9).compress(body),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
}


def coding_for(header: str) -> str:
    """The coding to answer `Accept-Encoding` with: of those that the reader likes most, the best.

    What cannot be read asks for nothing; so does a header that is far too long.
    """
    return IDENTITY if len(header) > LONGEST_HEADER else _coding_for(header)


@lru_cache(maxsize=512)
def _coding_for(header: str) -> str:
    wanted: dict[str, float] = {}
    for part in header.lower().split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name and (weight := _weight(parameters)) is not None:
            wanted["gzip" if name == "x-gzip" else name] = weight
    others = wanted.get("*", 0.0)
    weights = {coding: wanted.get(coding, others) for coding in COMPRESS}
    # As it is, an answer may be sent where nothing is said of it; what is wanted goes before.
    weights[IDENTITY] = wanted.get(IDENTITY, 0.0)
    best = max(weights, key=lambda coding: weights[coding])  # the first of equals
    return best if weights[best] > 0 else IDENTITY


def _weight(parameters: list[str]) -> float | None:
    """The quality value, 1 where there is none; None for what is none."""
    if not parameters:
        return 1.0
    name, _equals, value = parameters[0].partition("=")
    try:
        weight = float(value)
    except ValueError:
        return None
    return weight if name.strip() == "q" and 0 <= weight <= 1 else None
