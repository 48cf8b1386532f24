"""Stems of the other forms of a Lithuanian verb: what a query looks for besides the word typed.

A page is indexed under the stem of each of its words, whatever they are (``lithuanian``), and the
three stems of a verb differ: ``kvieč-ia`` and ``kviet-ė`` meet in ``kviet``, ``kvies-ti`` does
not. So the query is widened instead: a word that may be a form of a verb is looked for under the
stems of that verb's other forms too. Where the word may be several things (*kalba*: language, or
speaks), all its readings are looked for. A wrong reading makes a stem that no page has; only a
page is bound to one reading of each of its words.

The verb comes from the table of primary verbs or, by its suffix, from one of the productive
classes; ``Paradigm`` knows how the forms follow from the principal parts.
"""

from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from .folding import fold
from .lithuanian import VOWELS, stem
from .lithuanian_primary_verbs import PRINCIPAL_PARTS

# The suffixes of the regular classes, in principal parts, the productive classes first.
_CLASSES = """
    uoti uoja avo, auti auja avo, inti ina ino, enti ena eno, oti oja ojo, ėti ėja ėjo,
    yti o ė, yti ija ijo, ėti i ėjo, ėti a ėjo, oti o ojo
"""
# The one form of a class that is a suffix of nouns before all: *partija* is not to find *partas*.
_OF_NOUNS = "ija"
# What most primary verbs do with the consonant at the end of their stem.
_GUESSES = "ti ia ė, sti čia tė, sti džia dė, ti sta o"
_PREFIXES = "ap api at ati į iš nu pa par per pra pri su už"


class Paradigm(NamedTuple):
    """A verb, or only the end of one, in its three principal parts (third persons)."""

    infinitive: str
    present: str
    past: str

    @property
    def root(self) -> str:
        """The infinitive's stem: of the future, the imperative, the frequentative past."""
        return self.infinitive.removesuffix("ti")

    @property
    def future(self) -> str:
        """The third person of the future: dalyvaus, but neš, veš."""
        if self.root.endswith(("s", "š")):
            return self.root
        if self.root.endswith("ž"):
            return self.root[:-1] + "š"
        return self.root + "s"

    @property
    def imperative(self) -> str:
        """The second person plural of the imperative; k swallows the k or g before it."""
        return (self.root[:-1] if self.root.endswith(("k", "g")) else self.root) + "kite"

    def forms(self) -> Iterator[str]:
        """Yield the forms by which a typed word is recognised, plain and reflexive."""
        for form in (self.present, self.past, self.infinitive[:-1] + "ų"):
            yield from (form, form + "si")
        for form in (self.present + "me", self.infinitive, self.imperative):
            yield from (form, (form[:-1] + "ė" if form[-1] == "e" else form) + "s")
        yield from (self.future, self.future + "is", self.future + "ime", self.root + "davo")
        yield self.imperative.removesuffix("ite")

    def stems(self, prefix: str) -> Iterator[str]:
        """Yield the stems under which pages with a form of this verb are indexed."""
        yield stem(prefix + self.infinitive)
        yield stem(prefix + self.present)
        yield stem(prefix + self.past)
        future = fold(prefix + self.future)
        plain, reflexive = stem(prefix + self.future), stem(prefix + self.future + "is")
        if plain.startswith(future) or len(plain) > 3:  # keliaus is not to find kelias
            yield plain
        yield stem(prefix + self.imperative)
        yield stem(prefix + self.present + "me")
        yield reflexive


def _paradigms(table: str) -> list[Paradigm]:
    return [Paradigm(*parts.split()) for parts in table.split(",")]


@cache
def _by_form(table: str) -> dict[str, list[Paradigm]]:
    """Return the paradigms of a table by each of their forms, folded."""
    found: dict[str, list[Paradigm]] = {}
    for paradigm in _paradigms(table):
        for form in dict.fromkeys(map(fold, paradigm.forms())):
            found.setdefault(form, []).append(paradigm)
    return found


@cache
def _prefixes() -> frozenset[str]:
    """Return all prefixes, folded: plain, with the reflexive -si-, negated."""
    pairs = product(("", "ne", "nebe"), ("", *_PREFIXES.split()), ("", "si"))
    return frozenset(fold("".join(parts)) for parts in pairs)


def verb_stems(word: str) -> tuple[str, ...]:
    """Return the stems of all forms of the verbs that the word may be a form of.

    The word may be typed without diacritics. The most probable stems stand first; there is none
    if the word looks like no form of a verb.
    """
    if not word.isalpha() or len(word) < 3 or len(fold(word)) != len(word):
        return ()
    readings = _primary(word) or [*_suffixed(word), *_guessed(word)]
    by_reading = [dict.fromkeys(paradigm.stems(start)) for start, paradigm in readings]
    return tuple(dict.fromkeys(found for stems in by_reading for found in stems))


def _primary(word: str) -> list[tuple[str, Paradigm]]:
    """Return the verbs of the table, each with the prefix that the word has before it."""
    return [
        (word[:size], paradigm)
        for size in range(min(9, len(word) - 2))
        if fold(word[:size]) in _prefixes()
        for paradigm in _by_form(PRINCIPAL_PARTS).get(fold(word[size:]), ())
    ]


def _suffixed(word: str) -> list[tuple[str, Paradigm]]:
    """Return the classes of the longest suffix that the word has, each with what stands before."""
    classes = _by_form(_CLASSES)
    for size in range(2, len(word)):
        start, end = word[:size], fold(word[size:])
        # An i may be the sign of softness: kel-i-auti.
        after_consonant = start[-1] not in VOWELS or (start[-1] == "i" and len(end) > 2)
        if end in classes and end != _OF_NOUNS and after_consonant:
            return [(start, paradigm) for paradigm in classes[end]]
    return []


def _guessed(word: str) -> list[tuple[str, Paradigm]]:
    """Return how a primary verb that the table lacks is likely to go, by an unmistakable form."""
    return [
        (word[:size], paradigm)
        for size in range(2, len(word) - 1)
        for paradigm in _by_form(_GUESSES).get(fold(word[size:]), ())
        if paradigm.root or word[size - 1] not in VOWELS
    ]
