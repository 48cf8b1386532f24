"""Analysis of Lithuanian and English text for search, the same on every database.

First version: the interface is settled, the rules of each language are being worked out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

import Stemmer  # type: ignore[import-not-found]  # a C extension without stubs

from . import lithuanian
from .folding import fold
from .lithuanian_verbs import verb_stems

VERSION = 1
LANGUAGES = ("lt", "en")
MAX_WORDS = 16
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u00ad\u200b-\u200d\u2060\ufeff\u0300-\u036f])*")
_INVISIBLE = dict.fromkeys([0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF])
_STOP = {
    "lt": frozenset("ir į iš su už apie kad bei ar tai yra o bet per prie po nuo ant kaip dėl".split()),
    "en": frozenset("a an and are as at be by for from in is it of on or that the this to".split()),
}
_english = Stemmer.Stemmer("english")


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, word) for every word, the positions being those of the text given."""
    for match in _WORD.finditer(text):
        word = unicodedata.normalize("NFC", match[0].translate(_INVISIBLE)).lower()
        yield match.start(), match.end(), word


def words(text: str) -> list[str]:
    """Return the words of the text, in lower case and composed (NFC)."""
    return [word for _, _, word in spans(text)]


def _plain(word: str) -> str:
    return "".join(re.findall(r"[^\W_]", fold(word)))[:64]


@lru_cache(50_000)
def index_term(word: str, language: str) -> str:
    """Return the one lexeme under which a page that holds the word is indexed."""
    if language == "lt":
        return _plain(lithuanian.stem(word))
    return _plain(_english.stemWord(fold(word)) if language == "en" else word)


@lru_cache(10_000)
def query_terms(word: str, language: str) -> tuple[str, ...]:
    """Return the lexemes under which pages with any form of the word are indexed."""
    first = index_term(word, language)
    more = map(_plain, (*lithuanian.stems(word), *verb_stems(word))) if language == "lt" else ()
    return tuple(dict.fromkeys((first, *more)))[:12]


def index_text(text: str, language: str) -> str:
    """Return the lexemes of the text, separated by spaces."""
    return " ".join(index_term(word, language) for word in words(text))


def fold_text(text: str) -> str:
    """Return the folded words of the text, separated by spaces."""
    return " ".join(map(_plain, words(text)))


def query_groups(text: str, language: str) -> list[tuple[str, ...]]:
    """Return for each word of a query (16 at most) its alternatives, stop words left out."""
    asked = words(text)
    stop = _STOP.get(language, frozenset())
    kept = [word for word in asked if word not in stop] or asked
    return [query_terms(word, language) for word in kept[:MAX_WORDS]]
