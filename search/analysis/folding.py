"""Folding: one plain spelling for all spellings of a word that differ in case and diacritics."""

import re
import unicodedata

# Letters that Unicode does not take apart; the last is the i without a dot.
_WHOLE = str.maketrans(
    dict(zip("øđðħłŧŋ\u0131", "oddhltni", strict=True))
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_MARKS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Return the text in lower case and without diacritics: ``Panevėžys`` is ``panevezys``."""
    text = text.lower()
    if text.isascii():
        return text
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    if text.isascii():
        return text.lower()  # of letters made for mathematics, only NFKD knows the case
    text = text.lower().translate(_WHOLE)
    return "".join(character for character in text if not unicodedata.combining(character))
