"""Language analysis for search: words of a text, and the lexemes they are indexed under.

Everything is plain Python and knows no database, so that a search finds the same on each. A page
is stored as lexemes separated by spaces, one a word, in lower case and without diacritics: what
the databases' own tokenizers leave as it is. A query is a list of groups, one for each word, of
alternative lexemes: what a word typed may mean is decided here, at query time, and may be decided
better tomorrow without indexing anything anew.

``folding`` takes away case and diacritics; ``lithuanian`` and ``english`` make stems;
``lithuanian_verbs`` widens queries; ``stop_words`` are left out of queries, never of pages.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from . import english, lithuanian
from .folding import fold
from .lithuanian_verbs import verb_stems
from .stop_words import STOP_WORDS

__all__ = [
    "LANGUAGES", "MOST_WORDS", "VERSION", "fold", "fold_text", "index_term", "index_text",
    "query_groups", "query_terms", "says_little", "spans", "words",
]  # fmt: skip

# Raised with every change of a lexeme: pages indexed under another version are indexed anew.
VERSION = 1
LANGUAGES = ("lt", "en")  # a text in any other language is folded only

_LONGEST_WORD = 64
MOST_WORDS = 16
_MOST_ALTERNATIVES = 12

# Letters and digits; inside a word also combining marks and what is invisible.
_INVISIBLE = "\u00ad\u200b-\u200d\u2060\ufeff"
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20f0\ufe20-\ufe2f"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_INVISIBLE}{_MARKS}])*")
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")


def spans(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, word) for each word, as in ``words``; ``text[start:end]`` is its spelling.

    The positions are those of the text as it was given, whatever lower case or NFC make of it.
    """
    for match in _WORD.finditer(text):
        word = match[0]
        if not word.isascii():
            word = unicodedata.normalize("NFC", _UNSEEN.sub("", word))
        yield match.start(), match.end(), word.lower()


def words(text: str) -> list[str]:
    """Return the words of the text in their order, in lower case and composed (NFC)."""
    return [word for _, _, word in spans(text)]


def index_term(word: str, language: str) -> str:
    """Return the one lexeme of a page's word: at most 64 letters and digits, folded."""
    return _index_term(word[:_LONGEST_WORD], language)


def query_terms(word: str, language: str) -> tuple[str, ...]:
    """Return the lexemes of all forms of the word that was typed, the most probable first.

    The lexeme of the word itself is the first; there are twelve at most.
    """
    return _query_terms(word[:_LONGEST_WORD], language)


def index_text(text: str, language: str) -> str:
    """Return the lexemes of the text, in its order, separated by spaces."""
    return " ".join([index_term(word, language) for _, _, word in spans(text)])


def fold_text(text: str) -> str:
    """Return the folded words of the text, in its order, separated by spaces."""
    return " ".join([index_term(word, "") for _, _, word in spans(text)])


def query_groups(text: str, language: str) -> list[tuple[str, ...]]:
    """Return the alternatives of each word of a query, of the first 16 words that matter.

    Stop words matter if there are no others, or if they stand out as an abbreviation (IT).
    """
    typed, kept = _typed_and_kept(text, language)
    return [query_terms(word, language) for word in kept or typed]


def says_little(text: str, language: str) -> bool:
    """Return whether all words of a query are stop words, so that nearly every page has them."""
    typed, kept = _typed_and_kept(text, language)
    return bool(typed) and not kept


def _typed_and_kept(text: str, language: str) -> tuple[list[str], list[str]]:
    """Return the words of a query, and those of them that are no stop words: 16 at most."""
    stop = STOP_WORDS.get(language, frozenset())
    typed: list[str] = []
    kept: list[str] = []
    for start, end, word in spans(text):
        typed.append(word)
        abbreviated = end - start > 1 and text[start:end].isupper() and not text.isupper()
        if abbreviated or word not in stop:
            kept.append(word)
        if len(kept) == MOST_WORDS:
            break
    return typed[:MOST_WORDS], kept


@lru_cache(maxsize=65_536)
def _index_term(word: str, language: str) -> str:
    if language == "lt":
        return _lexeme(lithuanian.stem(word), word)
    if language == "en":
        return _lexeme(english.stem(word), word)
    return _lexeme(fold(word), word)


@lru_cache(maxsize=8_192)
def _query_terms(word: str, language: str) -> tuple[str, ...]:
    terms = [_index_term(word, language)]
    if language == "lt":
        stems = lithuanian.as_typed(word, [*lithuanian.stems(word), *verb_stems(word)])
        terms += [_lexeme(stem, word) for stem in stems]
    elif language == "en":
        terms += [_lexeme(stem, word) for stem in english.stems(word)]
    return tuple(dict.fromkeys(terms))[:_MOST_ALTERNATIVES]


def _lexeme(stem: str, word: str) -> str:
    """Return the letters and digits of the stem, or of the word if folding left none."""
    if not stem.isalnum():
        stem = "".join(filter(str.isalnum, stem)) or "".join(filter(str.isalnum, word))
    return stem[:_LONGEST_WORD]
