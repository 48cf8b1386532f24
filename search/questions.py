"""What a visitor or an app asks: words, "phrases" and -exclusions, read from a line of text."""

import re
import unicodedata
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from modelsearch.query import And, Not, Phrase, PlainText, SearchQuery

from search import analysis

LONGEST = 200
# A word or a phrase. Quotation marks are straight, English or Lithuanian.
# A quotation mark without its pair is no mark at all, and a hyphen excludes only before a word.
PART = re.compile(
    r"""(?P<minus>(?<!\S)-(?=["“”„\w]))?(?:["“”„](?P<phrase>[^"“”„]+)["“”]|(?P<word>[^\s"“”„]+))"""
)


@dataclass(frozen=True)
class Question:
    """A line of text as it was typed, taken apart."""

    text: str
    wanted: tuple[SearchQuery, ...]
    unwanted: tuple[SearchQuery, ...]

    @property
    def query(self) -> SearchQuery:
        """The question as search backends take it."""
        return And([*self.wanted, *map(Not, self.unwanted)])


def read(text: str) -> Question:
    """The question that a line of text asks.

    Raises ValidationError, with a sentence for the visitor, for a line that is too long or that
    says of nothing that it is looked for.
    """
    line = " ".join("".join(map(_shown, text)).split())
    if len(line) > LONGEST:
        raise ValidationError(
            _("Search for at most %(number)s characters.") % {"number": LONGEST}, code="too_long"
        )
    wanted: list[SearchQuery] = []
    unwanted: list[SearchQuery] = []
    words = []
    for part in PART.finditer(line):
        asked = part["phrase"] or part["word"] or ""
        said = analysis.words(asked)
        if not said:
            continue
        if part["minus"]:
            unwanted.append(Phrase(asked) if len(said) > 1 else PlainText(asked))
        elif part["phrase"]:
            wanted.append(Phrase(asked))
        else:
            words += said
    if words:
        wanted.insert(0, PlainText(" ".join(words)))
    if not wanted:
        raise ValidationError(_("Type at least one word to search for."), code="no_words")
    return Question(line, tuple(wanted), tuple(unwanted))


def _shown(sign: str) -> str:
    """The sign; nothing for one that only guides the setting of a text, a space for the unseen."""
    if sign.isprintable():
        return sign
    return "" if unicodedata.category(sign) == "Cf" else " "
