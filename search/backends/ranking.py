"""The order of results: title above lead above body, the new above the old.

The same on both databases, and on purpose not the databases' own: BM25 and `ts_rank` differ, know
no lead, and `ts_rank` reads the whole vector of every hit.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db.models import Case, Expression, F, FloatField, Q, Value, When
from django.db.models.functions import Cast, StrIndex
from django.db.models.lookups import GreaterThan
from django.utils import timezone

IN_TITLE, IN_LEAD = 8.0, 3.0
# What takes place today or later is worth more than any news, and less than a word in the lead.
TO_COME, NEWEST = 1.5, 1.0
# News of a year ago is worth half as much.
HALF_LIFE = 365.0
# Beyond these many, words hardly change the order, and each costs time on each hit.
MOST_RANKED = 6

# The lexemes of which any one stands for a word of the query; of a phrase, all in one.
Alternatives = tuple[str, ...]


def relevance(words: Iterable[Alternatives], path: str) -> Expression:
    """How well a hit answers, as a number; the higher, the better.

    `path` leads from the rows to their `IndexedObject`: "" or "in_index__".
    """
    score: Expression = newness(path)
    ranked = list(dict.fromkeys(words))[:MOST_RANKED]
    for alternatives in ranked:
        lexemes = [f" {term} " for term in alternatives]
        score += Case(
            When(contains(f"{path}title_terms", *lexemes), then=Value(IN_TITLE)),
            When(contains(f"{path}lead_terms", *lexemes), then=Value(IN_LEAD)),
            default=Value(0.0),
        )
    return score


def contains(column: str, *texts: str) -> Q:
    """Whether one of the texts stands in a column of lexemes, a space before and after each."""
    return reduce(or_, (Q(GreaterThan(StrIndex(F(column), Value(text)), 0)) for text in texts))


def newness(path: str) -> Expression:
    """What the days of a hit add: most for what is to come, less and less for what is past."""
    today = timezone.localdate().toordinal()
    age = Cast(Value(today) - F(f"{path}latest_day"), FloatField())
    return Case(
        When(**{f"{path}latest_day__gte": today}, then=Value(TO_COME)),
        When(**{f"{path}latest_day__gt": 0}, then=NEWEST * HALF_LIFE / (HALF_LIFE + age)),
        default=Value(0.0),
        output_field=FloatField(),
    )
