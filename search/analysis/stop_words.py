"""Words that say how a sentence is built, not what it is about: a query is better off without.

Pages are indexed with them, so that one can still be looked for alone. Listed by their function,
after V. Ambrazas (ed.), "Lithuanian Grammar" (Vilnius 1997), and R. Quirk et al., "A Comprehensive
Grammar of the English Language" (London 1985).
"""

from .folding import fold

_LITHUANIAN = {
    "conjunctions": """
        ir ar arba bei bet o tačiau kad jog jei jeigu kai nes kaip nei negu nors tai taip pat
    """,
    "prepositions": """
        į iš iki be prie per po pro pas su nuo ant apie dėl už ties tarp pagal prieš virš link šalia
    """,
    "particles": """
        ne nė jau dar tik net vis gi gal juk štai lyg tegul čia ten tada dabar
    """,
    "personal pronouns": """
        aš manęs man mane tu tavęs tau tave jis jo jam jį juo ji jos jai ją ja jie jų jiems juos
        jais jose jomis joms mes mūsų mums mus jūs jūsų jums jus savo save
    """,
    "demonstratives": """
        šis šio šiam šį šiuo šiame ši šios šiai šią šia šioje šie šių šiems šiuos šiais šiuose šias
        šioms šiomis šiose tas to tam tą tuo tame ta tos toje tie tų tiems tuos tais toms tomis
        tose toks tokia tokie tokios
    """,
    "relatives and interrogatives": """
        kas ko kam ką kuo kur kada kodėl kiek koks kokia kokie kokios kuris kurio kuriam kurį kuriuo
        kuri kurios kuriai kurią kurioje kurie kurių kuriems kuriuos kuriais kuriose
    """,
    "the verb to be": """
        būti yra buvo bus būtų esu esi esame esate būna
    """,
}
_ENGLISH = {
    "articles": "a an the",
    "conjunctions": "and or but nor so if because although though while whereas than that as",
    "prepositions": """
        of in on at by for from to into onto with without about over under between among through
        during before after via per
    """,
    "pronouns": """
        i me my you your he him his she her it its we us our they them their this these those
    """,
    "relatives and interrogatives": "who whom whose which what when where why how",
    "auxiliaries": """
        be is are was were been being am do does did have has had will would shall should can could
        may might must
    """,
    "particles": "not no there here also s t",  # s and t: of it's and don't
}

# As they are spelled and as they are typed without diacritics: „nes“ is one, „neš“ is none.
STOP_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(f"{listed} {fold(listed)}".split())
    for language, listed in (
        ("lt", " ".join(_LITHUANIAN.values())),
        ("en", " ".join(_ENGLISH.values())),
    )
}
