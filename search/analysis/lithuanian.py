"""Stems of Lithuanian nouns, adjectives and participles: what a page is indexed under.

Lithuanian has five declensions of nouns and three of adjectives, twelve case endings each, and
definite ("pronominal") adjectives with endings of their own (naujas, naujasis). This is a light
stemmer: it takes off one ending of inflection, never a suffix of derivation, so that ``įmonė``,
``įmonių`` and ``įmonėse`` become ``imon`` while ``imoninis`` stays another word. Light stemmers
find as much as heavy ones in highly inflected languages and confuse less (J. Savoy, "Light
stemming approaches for the French, Portuguese, German and Hungarian languages", SAC 2006;
L. Dolamic and J. Savoy, "Indexing and stemming approaches for the Czech language", IPM 45, 2009).

The endings are those of V. Ambrazas (ed.), "Lithuanian Grammar", Vilnius 1997, written as they
stand after the stem without its sign of softness: ``žodžio`` is ``žod`` + ``io``, because t and d
turn into č and dž before a soft back vowel.

What a form alone cannot tell (``name``: of *namas* or of *namė*? ``kalba``: the noun or the verb?)
is decided one way here, and taken up by the query (see ``lithuanian_verbs``).
"""

import re
import unicodedata

from .folding import fold

VOWELS = frozenset("aąeęėiįyouųū")

# The cases in order: singular, then plural; last the short forms of speech.
_NOUNS = """
    as o ui ą u e  ai ų ams us ais uose           am
    ias io iui į iu yje y i  iai ių iams ius iais iuose   is ys iam
    a os ai ą oje  ų oms as omis ose              oj om
    ia ios iai ią ioje  ių ioms ias iomis iose    ioj iom
    ė ės ei ę e ėje  ių ėms es ėmis ėse           ėj ėm
    is ies iai į imi yje ie  ys ių ims imis yse   im
    us aus ui ų umi uje au  ūs ums umis uose      uj um
    ius iaus iui ių iumi iuje iau                 iuj
"""
_ADJECTIVES = """
    ame iame  iems iem
"""
_DEFINITE = """
    asis ojo ajam ąjį uoju ajame  ieji ųjų iesiems uosius aisiais uosiuose
    oji osios ajai ąją ąja ojoje  osioms ąsias osiomis osiose  ojoj
    ysis usis iojo iajam įjį ųjį iuoju iajame  iųjų iuosius iaisiais iuosiuose
    iasis iąjį ioji iosios iajai iąją iąja iojoje  iosioms iąsias iosiomis iosiose  iojoj
"""
# Endings of verbs that no noun has: imperative, frequentative past, reflexive forms.
_VERBS = """
    kite kitės davo davosi  asi iasi osi ėsi isi
    ųsi  amės iamės
"""
_CONSONANT_STEMS = ("ens", "ers", "els")  # akmens, dukters, obels: the genitive is a bare -s

_DEFINITE_ENDINGS = frozenset(_DEFINITE.split())
_ENDINGS = frozenset(f"{_NOUNS} {_ADJECTIVES} {_DEFINITE} {_VERBS}".split())
_FOLDED_DEFINITE = frozenset(map(fold, _DEFINITE_ENDINGS))
_FOLDED_ENDINGS = frozenset(map(fold, _ENDINGS))
_LONGEST = max(map(len, _ENDINGS))

# Forms that have a stem of their own, by the stem of the others.
_IRREGULAR = {
    form: stem
    for stem, forms in {
        "šun": "šuo šuns",
        "seser": "sesuo",
        "mėnes": "mėnuo",
        "dukter": "duktė",
        "žmog": "žmonės žmonių žmonėms žmones žmonėmis žmonėse",
    }.items()
    for form in fold(forms).split()
}
# After these -ojo is of a noun in -ojas, not of a definite adjective: mokytoj-o, but pirm-ojo.
_AGENTS = ("yt", "ot", "ut", "int", "ent", "ėt", "et")

_SOFTENED = re.compile("[čc]i[aąouųū]")
_SHORT = 4  # letters of a stem whose diacritics are not forgotten
_DIACRITICS = "0"  # the mark of one that has some
_LETTERS = frozenset("aąbcčdeęėfghiįyjklmnopqrsštuųūvwxzž")
_STRESS = re.compile("[\u0300\u0301\u0303]|(?<=[ij])\u0307")


def stem(word: str) -> str:
    """Return the stem of a word that is written with its diacritics, folded.

    Of a short stem it stays known that it had diacritics (``sal0``): too many differ by them alone,
    as *šalis*, country, from *salė*, hall.
    """
    return _stem(_unstressed(word), _ENDINGS, _DEFINITE_ENDINGS)


def stems(word: str) -> tuple[str, ...]:
    """Return the stems a typed word may have, if it is a noun or an adjective, its own first."""
    own = stem(word)
    found = [own]
    if word.isascii():
        found.append(_stem(word, _FOLDED_ENDINGS, _FOLDED_DEFINITE))
    if own.endswith("t") and _SOFTENED.search(word):
        found.append(own[:-1] + "c")  # gudročių: of gudročė, where č stays
    elif own.endswith("c"):
        found.append(own[:-1] + "t")
    if own.endswith("am") and len(own) > 4:
        found.append(own[:-2])  # Amsterdamas: its locative is taken for an adjective's
    elif word.endswith("ame"):
        found.append(own + "am")
    return tuple(dict.fromkeys(found))


def as_typed(word: str, found: list[str]) -> list[str]:
    """Return the stems found, and if the word was typed without diacritics those with them."""
    if not word.isascii():
        return found
    return found + [
        short + _DIACRITICS for short in found if len(short) <= _SHORT and short.isalpha()
    ]


def _folded(rest: str) -> str:
    """Return the lexeme of a stem: folded, with the mark if it is short and had diacritics."""
    folded = fold(rest)
    return folded + _DIACRITICS if len(rest) <= _SHORT and folded != rest else folded


def _unstressed(word: str) -> str:
    """Return the word without the marks of stress that dictionaries set: kalbà, lỹgis."""
    if _LETTERS.issuperset(word):
        return word
    return unicodedata.normalize("NFC", _STRESS.sub("", unicodedata.normalize("NFD", word)))


def _stem(word: str, endings: frozenset[str], definite: frozenset[str]) -> str:
    if not word.isalpha():
        return fold(word)
    if fold(word) in _IRREGULAR:
        return _folded(_IRREGULAR[fold(word)])
    if word.endswith(("muo", "duo")) and len(word) > 4:
        return fold(word[:-2]) + "en"  # akmuo, vanduo: akmens, vandens
    if word.endswith(_CONSONANT_STEMS) and len(word) > 5:
        return fold(word[:-1])
    for size in range(min(_LONGEST, len(word) - 2), 0, -1):
        ending = word[-size:]
        if ending in endings:
            rest = word[:-size]
            # A stem has a vowel and ends in none; of verbs (kalbė-kite, kalbė-davo) it may.
            if VOWELS.isdisjoint(rest) or (rest[-1] in VOWELS and ending[0] not in "kd"):
                continue
            if ending in definite and (
                len(rest) < 3 or (ending[-3:-1] == "oj" and rest.endswith(_AGENTS))
            ):
                continue
            return _folded(_positive(_hard(rest, ending), ending))
    return _folded(word)


def _hard(rest: str, ending: str) -> str:
    """Undo the softening of t and d before a soft back vowel: žodž-io, krypč-ių."""
    if ending[0] == "i" and ending[1:2] in "aąouųū" and len(ending) > 1:
        if rest.endswith(("dž", "dz")):
            return rest[:-1]
        if rest.endswith(("č", "c")):
            return rest[:-1] + "t"
    return rest


def _positive(rest: str, ending: str) -> str:
    """Undo the comparative and the superlative: ger-esn-is, ger-iaus-ias, nauj-aus-ias."""
    if rest.endswith("esn") and len(rest) > 4:
        return rest[:-3]
    if len(rest) > 6 and ending != "is":  # keliausis is a future
        if rest.endswith("iaus"):
            return _hard(rest[:-4], "iau")
        if rest.endswith("jaus"):
            return rest[:-3]
    return rest
