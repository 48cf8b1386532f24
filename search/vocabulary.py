"""Counts the words of public pages, and finds those that a misspelt word may stand for."""

import datetime
from collections import Counter
from collections.abc import Collection
from itertools import islice

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.utils import timezone
from rapidfuzz.distance import OSA
from wagtail.models import Locale, PageLogEntry

from industry4.core.public import public_pages

from . import analysis
from .models import Word
from .models.vocabulary import LONGEST_WORD

SHORTEST_WORD = 3
# How often the words are counted at most.
INTERVAL = datetime.timedelta(days=1)
TEXTS_AT_ONCE = 200
ROWS_AT_ONCE = 1_000

# One letter in so many may be wrong, left out, too many or in its neighbour's place.
LETTERS_PER_ERROR = 4
MOST_ERRORS = 2


def is_due() -> bool:
    """Whether the words are to be counted again.

    Where there are none or another version of the analysis counted them: at once. Else after a day
    if anything was done to a page since: Wagtail's log tells of all publishing, withdrawing and
    restricting.
    """
    last = Word.objects.order_by("pk").values("counted_at", "analysis").first()
    if last is None or last["analysis"] != analysis.VERSION:
        return True
    return (
        last["counted_at"] < timezone.now() - INTERVAL
        and PageLogEntry.objects.filter(timestamp__gt=last["counted_at"]).exists()
    )


def count_words() -> int:
    """Count the words of all public pages anew, and return how many different ones there are.

    Texts are read a few at a time, and the words written at the end in one transaction: whoever
    asks meanwhile finds the words of before. Of two that count at once, one writes.
    """
    counted_at = timezone.now()
    languages = Locale.objects.values_list("language_code", flat=True)
    counted = {language: _pages_by_word(language) for language in languages}
    rows = (
        _row(language, word, pages, counted_at)
        for language, words in counted.items()
        for word, pages in words.items()
    )
    with transaction.atomic():
        # Not `delete`, which reads every row for whoever listens to deletions.
        Word.objects.all()._raw_delete(using=connection.alias)
        while chunk := list(islice(rows, ROWS_AT_ONCE)):
            Word.objects.bulk_create(chunk, ignore_conflicts=True)
    return sum(map(len, counted.values()))


def _pages_by_word(language: str) -> Counter[str]:
    """How many public pages of the language have each word."""
    pages: QuerySet = public_pages().filter(locale__language_code=language, in_index__isnull=False)
    columns = (f"in_index__entry__indexed_text__{name}" for name in ("title", "lead", "body"))
    texts = pages.order_by().values_list(*columns).iterator(TEXTS_AT_ONCE)
    found: Counter[str] = Counter()
    for parts in texts:
        found.update(set(analysis.words("\n".join(filter(None, parts)))))
    return Counter({word: count for word, count in found.items() if _is_word(word)})


def _is_word(word: str) -> bool:
    return SHORTEST_WORD <= len(word) <= LONGEST_WORD and word.isalpha()


def unknown(words: Collection[str], language: str) -> set[str]:
    """Those of the words that no page has in any form: one query."""
    terms = {
        word: analysis.query_terms(word, language)
        for word in words
        if _is_word(word) and not analysis.says_little(word, language)
    }
    asked = {term for own in terms.values() for term in own}
    known = set(
        Word.objects.filter(language=language, lexeme__in=asked).values_list("lexeme", flat=True)
    )
    return {word for word, own in terms.items() if known.isdisjoint(own)}


def resembling(word: str, language: str, size: int) -> list[str]:
    """The words of pages that differ from the word by few letters, the nearest first: one query.

    Diacritics are no difference, and neither are other endings; of equally near ones that on more
    pages is first. Of a word that has several forms there is one, the nearest.
    """
    folded, stem = analysis.fold(word), _bare(analysis.index_term(word, language))
    allowed, allowed_of_stem = _errors_allowed(folded), _errors_allowed(stem)
    if not allowed:
        return []
    # Where one letter is wrong, either the first two are right or all that follow them.
    alike = _begins("lexeme", stem[:2]) | _begins("backwards", stem[: len(stem) // 2 - 1 : -1])
    near = Q(letters__range=(len(folded) - allowed, len(folded) + allowed)) | Q(
        letters_of_stem__range=(len(stem) - allowed_of_stem, len(stem) + allowed_of_stem)
    )
    rows = (
        Word.objects.filter(alike, language=language)
        .alias(letters=Length("folded"), letters_of_stem=Length("lexeme"))
        .filter(near)
        .values_list("word", "folded", "lexeme", "pages")
    )
    found = []
    for other, other_folded, lexeme, pages in rows:
        errors = OSA.distance(folded, other_folded)
        errors_of_stem = OSA.distance(stem, _bare(lexeme))
        if errors <= allowed or errors_of_stem <= allowed_of_stem:
            found.append((min(errors, errors_of_stem), errors, -pages, other, lexeme))
    nearest: dict[str, str] = {}
    for *_order, other, lexeme in sorted(found):
        nearest.setdefault(lexeme, other)
    return list(nearest.values())[:size]


def _errors_allowed(word: str) -> int:
    return min(MOST_ERRORS, len(word) // LETTERS_PER_ERROR)


def _bare(lexeme: str) -> str:
    """The letters of a lexeme, without the mark of diacritics of short ones."""
    return lexeme.rstrip("0")


def _begins(column: str, beginning: str) -> Q:
    """The condition that a column begins so, in the form that the database has an index for."""
    if connection.vendor == "sqlite":
        following = beginning[:-1] + chr(ord(beginning[-1]) + 1)
        return Q(**{f"{column}__gte": beginning, f"{column}__lt": following})
    return Q(**{f"{column}__startswith": beginning})


def _row(language: str, word: str, pages: int, counted_at: datetime.datetime) -> Word:
    lexeme = analysis.index_term(word, language)
    return Word(
        language=language,
        word=word,
        folded=analysis.fold(word)[:LONGEST_WORD],
        lexeme=lexeme,
        backwards=lexeme[::-1],
        pages=pages,
        counted_at=counted_at,
        analysis=analysis.VERSION,
    )
