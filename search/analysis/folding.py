"""Folding: one plain spelling for all spellings of a word that differ in case and diacritics."""

import re
import unicodedata

# Letters that Unicode does not take apart, and the two that lower-casing leaves twofold.
_WHOLE = str.maketrans({
    "ß": "ss", "ς": "σ", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i",
    "ł": "l", "ŋ": "n", "þ": "th", "ŧ": "t",
})
_MARKS = re.compile(r"[\u0300-\u036f]+")


def fold(text: str) -> str:
    """Return the text in lower case and without diacritics: ``Panevėžys`` is ``panevezys``."""
    if text.isascii():
        return text.lower()
    text = _MARKS.sub("", unicodedata.normalize("NFKD", text.lower()))
    if text.isascii():
        return text
    text = "".join(c for c in text.lower() if not unicodedata.combining(c))
    return text.translate(_WHOLE)
