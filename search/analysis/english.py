"""Stems of English words: Snowball's, with what no rule of endings can tell.

Snowball's English stemmer ("Porter2", M. Porter, https://snowballstem.org/algorithms/english/)
takes off endings. Irregular plurals and verbs are brought to their first form before, and British
spellings to American ones.
"""

import re
from functools import cache

import Stemmer  # type: ignore[import-not-found]  # a C extension that ships no types

from .folding import fold

# First form, then the irregular others; British spelling, then American.
_VERBS = """
    arise arose arisen, awake awoke awoken, become became, begin began begun, bend bent,
    bind bound, blow blew blown, break broke broken, breed bred, bring brought, build built,
    buy bought, catch caught, choose chose chosen, come came, deal dealt, dig dug,
    draw drew drawn, dream dreamt, drink drank drunk, drive drove driven, eat ate eaten,
    fall fell fallen, feed fed, fight fought, flee fled, fly flew flown, forbid forbade forbidden,
    foresee foresaw foreseen, forget forgot forgotten, forgive forgave forgiven,
    freeze froze frozen, get got gotten, give gave given, go went gone, grow grew grown,
    hang hung, hear heard, hide hid hidden, hold held, keep kept, know knew known, lean leant,
    learn learnt, lend lent, lose lost, make made, mean meant, meet met, mislead misled,
    outgrow outgrew outgrown, overcome overcame, oversee oversaw overseen, pay paid,
    prepay prepaid, prove proven, rebuild rebuilt, repay repaid, resell resold,
    rewrite rewrote rewritten, ride rode ridden, ring rang rung, rise risen, run ran, say said,
    see seen, seek sought, sell sold, send sent, shake shook shaken, shine shone, shoot shot,
    show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept,
    speak spoke spoken, spend spent, spin spun, spring sprang sprung, stand stood,
    steal stole stolen, stick stuck, strike struck, strive strove striven, swear swore sworn,
    sweep swept, swim swam swum, swing swung, take took taken, teach taught, tear tore torn,
    tell told, think thought, throw threw thrown, undergo underwent undergone,
    understand understood, undertake undertook undertaken, uphold upheld, wake woke woken,
    wear wore worn, weave wove woven, win won, withdraw withdrew withdrawn, withstand withstood,
    write wrote written
"""
_PLURALS = """
    child children, foot feet, goose geese, man men, woman women, mouse mice, tooth teeth,
    ox oxen, person people, chairman chairmen, chairwoman chairwomen, businessman businessmen,
    businesswoman businesswomen, spokesman spokesmen, craftsman craftsmen, salesman salesmen,
    half halves, knife knives, life lives, self selves, shelf shelves, wife wives, wolf wolves,
    analysis analyses, axis axes, crisis crises, diagnosis diagnoses, emphasis emphases,
    hypothesis hypotheses, synthesis syntheses, thesis theses, appendix appendices, index indices,
    matrix matrices, vertex vertices, criterion criteria, phenomenon phenomena,
    curriculum curricula, memorandum memoranda, stratum strata, alumnus alumni, nucleus nuclei,
    focus foci, formula formulae
"""
_AMERICAN = """
    aluminium aluminum, catalogue catalog, centre center, defence defense, dialogue dialog,
    fibre fiber, grey gray, licence license, litre liter, metre meter, practise practice,
    programme program, theatre theater, tyre tire
"""
# Forms that are words in their own right as well: only the query looks for both.
_AMBIGUOUS = """
    basis bases, bear bore borne born, feel felt, find found, grind ground, lead led, leaf leaves,
    leave left, lie lay lain, light lit, rise rose, see saw, wind wound
"""
# The s of organise, analysed, digitalisation, that American spelling writes with a z.
_BRITISH = re.compile("(?<=[a-z]{4})([iy])s(?=(?:ations?|ational|e[drs]?|ers|ing)$)")
_snowball = Stemmer.Stemmer("english", 0)  # without its own cache


def _families(table: str) -> list[list[str]]:
    return [family.split() for family in table.split(",")]


_FIRST_FORM = {
    form: first
    for table in (_VERBS, _PLURALS, _AMERICAN)
    for first, *others in _families(table)
    for form in others
}


def stem(word: str) -> str:
    """Return the stem of a word, folded: of ``built`` that of ``build``."""
    word = fold(word)
    first = _FIRST_FORM.get(word) or _FIRST_FORM.get(word.removesuffix("s"), word)
    found: str = _snowball.stemWord(_BRITISH.sub(r"\1z", first))
    if len(found) > 5:
        if found.endswith("is"):  # precisely: as precise, which now has a z
            return found[:-1] + "z"
        if found.endswith("our"):  # behaviour: as behavior
            return found[:-2] + "r"
    return found


@cache
def _others() -> dict[str, tuple[str, ...]]:
    """Return, by the stem of an ambiguous form, the stems of the rest of its families."""
    found: dict[str, tuple[str, ...]] = {}
    for family in _families(_AMBIGUOUS):
        family_stems = tuple(map(stem, family))
        for own in family_stems:
            found[own] = found.get(own, ()) + family_stems
    return found


def stems(word: str) -> tuple[str, ...]:
    """Return the stems a typed word is looked for under, its own first."""
    own = stem(word)
    return tuple(dict.fromkeys((own, *_others().get(own, ()))))
