"""Passages of a text with the words that were looked for, marked by the analysis of the index."""

import re
from collections.abc import Collection
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from search import analysis

WIDTH = 220
# A text is read no further for its words: a page of a book or two.
LONGEST_READ = 20_000
_SPACE = re.compile(r"\s+")


class Hit(NamedTuple):
    """A word of a text that was looked for: its place and its lexeme."""

    start: int
    end: int
    term: str


def hits(text: str, terms: Collection[str], language: str) -> list[Hit]:
    """The words of the text whose lexemes are among `terms`."""
    found = []
    for start, end, word in analysis.spans(text):
        if (term := analysis.index_term(word, language)) in terms:
            found.append(Hit(start, end, term))
    return found


def marked(text: str, terms: Collection[str], language: str) -> SafeString:
    """The whole text as HTML, its hits in `<mark>`."""
    return _marked(text, hits(text, terms, language), 0, len(text))


def snippet(lead: str, body: str, terms: Collection[str], language: str) -> SafeString:
    """The passage that holds most of the terms, as HTML, its hits in `<mark>`.

    About `WIDTH` characters of the lead, where it holds any, or of the body; where neither does,
    the beginning. "…" stands for what was left out.
    """
    for text in (lead, body[:LONGEST_READ]):
        text = _SPACE.sub(" ", text).strip()
        if found := hits(text, terms, language):
            return _passage(text, found)
    return _passage(_SPACE.sub(" ", lead or body[:LONGEST_READ]).strip(), [])


def _passage(text: str, found: list[Hit]) -> SafeString:
    start = _densest(found)
    first = max(0, start - WIDTH // 4) if start + WIDTH > len(text) or start > WIDTH // 4 else 0
    last = min(len(text), first + WIDTH)
    # From the beginning of a word to the end of one.
    if first:
        first = text.rfind(" ", 0, first + 1) + 1
    if last < len(text):
        space = text.rfind(" ", first, last + 1)
        last = space if space > start else last
    whole = _marked(text, found, first, last)
    return mark_safe(  # noqa: S308  (`_marked` escapes)
        ("… " if first else "") + whole + (" …" if last < len(text) else "")
    )


def _densest(found: list[Hit]) -> int:
    """Where the passage with most different terms begins."""
    best, start = 0, 0
    for number, hit in enumerate(found):
        end = hit.start + WIDTH * 3 // 4
        terms = {other.term for other in found[number : number + 20] if other.end <= end}
        if len(terms) > best:
            best, start = len(terms), hit.start
    return start


def _marked(text: str, found: list[Hit], first: int, last: int) -> SafeString:
    parts, place = [], first
    for hit in found:
        if hit.start >= first and hit.end <= last:
            parts += [escape(text[place : hit.start]), "<mark>", escape(text[hit.start : hit.end])]
            parts.append("</mark>")
            place = hit.end
    parts.append(escape(text[place:last]))
    return mark_safe("".join(parts))  # noqa: S308  (all of it is escaped)
