"""Counts the words of public pages, and finds among them those that a misspelt one may stand for."""

import datetime
from collections import Counter
from itertools import islice

from django.db import connection, transaction
from django.utils import timezone
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
    pages = public_pages().filter(locale__language_code=language, in_index__isnull=False)
    columns = (f"in_index__entry__indexed_text__{name}" for name in ("title", "lead", "body"))
    texts = pages.order_by().values_list(*columns).iterator(TEXTS_AT_ONCE)
    found: Counter[str] = Counter()
    for parts in texts:
        found.update(set(analysis.words("\n".join(filter(None, parts)))))
    return Counter({word: count for word, count in found.items() if _is_word(word)})


def _is_word(word: str) -> bool:
    return SHORTEST_WORD <= len(word) <= LONGEST_WORD and word.isalpha()


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
