"""Passages of a text with the words that were looked for, marked by the analysis of the index."""

import re
from collections.abc import Collection, Iterable, Iterator
from html import escape
from itertools import islice
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe

from search import analysis

WIDTH = 220
# A text is read no further: the passage stands among the first hits of the first pages.
LONGEST_READ = 50_000
MOST_HITS = 12
# Where one part of a text ends and another begins, without a sign that says so.
_BREAK = re.compile(r"(?<=[^\s.!?:;…])[ \t]*\n\s*")
_SPACE = re.compile(r"\s+")


class Terms:
    """The lexemes that stand for the words of a question."""

    def __init__(self, words: Iterable[Collection[str]]) -> None:
        # The readings of each word, or of a phrase: of each, all lexemes.
        self._words = [[set(reading.split()) for reading in readings] for readings in words]
        self.all = {term for readings in self._words for terms in readings for term in terms}

    def are_all_in(self, text: str, language: str) -> bool:
        """Whether the text has every word of the question."""
        there = {hit.term for hit in hits(text, self.all, language)}
        return all(any(terms <= there for terms in readings) for readings in self._words)


class Hit(NamedTuple):
    """A word of a text that was looked for: its place and its lexeme."""

    start: int
    end: int
    term: str


def hits(text: str, terms: Collection[str], language: str) -> Iterator[Hit]:
    """The words of the text whose lexemes are among `terms`, in order."""
    for start, end, word in analysis.spans(text):
        if (term := analysis.index_term(word, language)) in terms:
            yield Hit(start, end, term)


def marked(text: str, terms: Collection[str], language: str) -> SafeString:
    """The whole text as HTML, its hits in `<mark>`."""
    return _marked(text, hits(text, terms, language), 0, len(text))


def snippet(lead: str, body: str, terms: Collection[str], language: str) -> SafeString:
    """The passage that holds most of the terms, as HTML, its hits in `<mark>`.

    About `WIDTH` characters of the lead, where it holds any, or of the body; where neither does,
    the beginning. "…" stands for what was left out.
    """
    for text in (lead, body):
        text = _on_one_line(text)
        if found := list(islice(hits(text, terms, language), MOST_HITS)):
            return _passage(text, found)
    return _passage(_on_one_line(lead or body), [])


def _on_one_line(text: str) -> str:
    return _SPACE.sub(" ", _BREAK.sub(" · ", text[:LONGEST_READ])).strip()


def _passage(text: str, found: list[Hit]) -> SafeString:
    start = _densest(found)
    # A quarter of it before the first hit, if the text goes on for long enough behind it.
    first = max(0, min(start - WIDTH // 4, len(text) - WIDTH))
    last = min(len(text), first + WIDTH)
    # From the beginning of a word to the end of one.
    if first:
        first = text.rfind(" ", 0, first + 1) + 1
    if last < len(text):
        last = max(text.rfind(" ", first, last + 1), start) if " " in text[start:last] else last
    before, after = "… " if first else "", " …" if last < len(text) else ""
    return mark_safe(before + _marked(text, found, first, last) + after)  # noqa: S308  (escaped)


def _densest(found: list[Hit]) -> int:
    """Where the passage with most different terms begins."""
    best, start = 0, 0
    for number, hit in enumerate(found):
        end = hit.start + WIDTH * 3 // 4
        terms = {other.term for other in found[number:] if other.end <= end}
        if len(terms) > best:
            best, start = len(terms), hit.start
    return start


def _marked(text: str, found: Iterable[Hit], first: int, last: int) -> SafeString:
    parts, place = [], first
    for hit in found:
        if hit.start >= first and hit.end <= last:
            parts += [escape(text[place : hit.start]), "<mark>", escape(text[hit.start : hit.end])]
            parts.append("</mark>")
            place = hit.end
    parts.append(escape(text[place:last]))
    return mark_safe("".join(parts))  # noqa: S308  (all of it is escaped)
