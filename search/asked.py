"""What visitors ask is counted by day, for the editors' report; nothing of a person is kept.

People paste into search fields what is nobody's business: addresses, telephone numbers, personal
codes. So a question is not kept at all if it has an @ in it, if it has five digits in a row or
seven with nothing but spaces and signs between them (years do not count), or if it is longer than
60 characters. The rest is kept for `SEARCH_LOG_DAYS`, then `prune_searches` deletes it.
"""

import logging
import re
import unicodedata

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from .models import Asked
from .models.asked import LONGEST_KEPT
from .questions import Question

logger = logging.getLogger(__name__)

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NUMBER_OF_SOMEBODY = re.compile(r"\d{5}|(?:\d[\W_]*){7}")

COUNTED = """
INSERT INTO {table} (language, words, day, times, found) VALUES (%s, %s, %s, 1, %s)
ON CONFLICT (language, words, day) DO UPDATE SET times = {table}.times + 1, found = excluded.found
"""


def count(question: Question, language: str, found: int) -> None:
    """Count that visitors asked this today, and that `found` results answered it.

    One statement. A database that cannot take it is logged, and fails no search.
    """
    words = kept(question.text)
    if not words:
        return
    statement = COUNTED.format(table=Asked._meta.db_table)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement, [language, words, timezone.localdate(), found])
    except DatabaseError:
        logger.warning("A search was not counted", exc_info=True)


def kept(text: str) -> str:
    """The text as it is counted, in lower case; "" for one that is not kept."""
    words = " ".join(unicodedata.normalize("NFC", text).lower().split())
    if len(words) > LONGEST_KEPT or "@" in words:
        return ""
    without_years = _YEAR.sub("", words)
    # A year in a telephone number or in a date of birth is none to be left out.
    numbers = words if re.search(r"\d{2}", without_years) else without_years
    return "" if _NUMBER_OF_SOMEBODY.search(numbers) else words
