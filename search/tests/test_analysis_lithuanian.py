"""Which Lithuanian words find which: nouns, adjectives and participles, by declension."""

import pytest

from search.analysis import fold, index_term, query_terms

NOUNS = {
    "first declension, -as": "projektas projekto projekte projektų projektuose",
    "first declension, -ias": "kelias kelio kelią kelyje kelių",
    "first declension, -is": "brolis brolio brolį broliai broliuose",
    "first declension, -ys": "Panevėžys Panevėžio Panevėžyje",
    "first declension, t and č": "mokestis mokesčio mokestį mokesčių",
    "first declension, d and dž": "pavyzdys pavyzdžio pavyzdį pavyzdžiais",
    "first declension, -jas": "kūrėjas kūrėjo kūrėjuje kūrėjams",
    "first declension, -tojas": "gamintojas gamintojo gamintoją gamintojų",
    "second declension, -a": "mokykla mokyklos mokyklą mokyklose",
    "second declension, -ia": "galia galios galią galioms",
    "second declension, -ija": "inovacija inovacijos inovacijoje inovacijų",
    "second declension, -i": "marti marčios marčią marčiomis",
    "third declension": "įmonė įmonės įmone įmonių įmonėse",
    "third declension, t and č": "bitė bitės bičių bitėms",
    "third declension, d and dž": "žvaigždė žvaigždės žvaigždžių",
    "fourth declension": "šalis šalies šalimi šalių šalyse",
    "fourth declension, hard plural": "naktis nakties nakčiai naktų",
    "fourth declension, masculine": "dantis danties dančiui dantų",
    "fifth declension, -us": "turgus turgaus turgumi turgūs",
    "fifth declension, -ius": "skaičius skaičiaus skaičiumi skaičių",
    "fifth declension, -jus": "pavojus pavojaus pavojai",
    "consonant stem, -men-": "skaitmuo skaitmens skaitmenį skaitmenimis",
    "consonant stem, -en-": "vanduo vandens vandenyje",
    "consonant stem, -er-": "duktė dukters dukterį dukterų",
    "consonant stem, sesuo": "sesuo sesers seserims",
    "consonant stem, šuo": "šuo šuns šunį šunys",
    "consonant stem, mėnuo": "mėnuo mėnesio mėnesių",
    "consonant stem, moteris": "moteris moters moterų",
    "another word for the plural": "žmogus žmogui žmonės žmonių",
    "plural only": "pietūs pietų pietums",
    "a name like a participle": "Amsterdamas Amsterdamo Amsterdame",
    "short": "upė upės upių upėse",
    "both genders": "vadovas vadovo vadovė vadovės vadovių",
}
ADJECTIVES = {
    "cases and genders, -as": "naujas naujo naujam naujame nauji naujiems nauja naujos naujoms",
    "cases and genders, -us": "platus plataus plačiam plačiame platūs platiems plati plačios",
    "cases and genders, -is": "medinis medinio mediniam mediniame mediniai medinė medinių",
    "definite, masculine": "naujas naujasis naujojo naujajam naująjį naujieji naujųjų naujuosius",
    "definite, feminine": "nauja naujoji naujosios naujajai naująją naujosiomis",
    "definite, -us": "platus platusis platųjį plačiojo plačioji plačiosios platieji",
    "comparative": "naujas naujesnis naujesnio naujesnė naujesnių naujesniųjų",
    "superlative": "geras geriausias geriausi geriausių geriausiųjų geriausia",
    "superlative, č and t": "aukštas aukščiausias aukščiausio aukščiausių",
    "adverb": "naujas naujai naujiau naujausiai",
    "ordinal": "pirmas pirmojo pirmoji pirmosios pirmųjų",
    "present participle": "dirbantis dirbančio dirbantį dirbančių dirbanti dirbančios",
    "past participle": "dirbusio dirbusiam dirbusi dirbusios dirbusių",
    "passive participle": "finansuojamas finansuojamo finansuojama finansuojamų",
}
APART = [
    ("įmonė", "imoninis"),
    ("šalis", "salė"),  # country, hall: apart by their diacritics alone
    ("pušis", "pusė"),
    ("mastas", "mąstymas"),
    ("keliauti", "kelias"),
    ("projektas", "projektorius"),
    ("kultūra", "kultas"),
    ("partija", "partas"),
    ("miestas", "mietas"),
    ("vartotojas", "vartai"),
    ("inovacija", "inovatorius"),
]


def finds(typed, written):
    return index_term(written, "lt") in query_terms(typed, "lt")


def pairs(table):
    return [
        pytest.param(typed, written, id=f"{kind}: {typed} {written}")
        for kind, forms in table.items()
        for typed in forms.lower().split()
        for written in forms.lower().split()
    ]


@pytest.mark.parametrize("typed,written", pairs(NOUNS))
def test_every_form_of_a_noun_finds_every_other(typed, written):
    assert finds(typed, written)
    assert finds(fold(typed), written)


@pytest.mark.parametrize("typed,written", pairs(ADJECTIVES))
def test_every_form_of_an_adjective_finds_every_other(typed, written):
    assert finds(typed, written)
    assert finds(fold(typed), written)


@pytest.mark.parametrize("typed,written", APART)
def test_words_that_only_look_alike_stay_apart(typed, written):
    assert not finds(typed, written)


def test_what_was_typed_without_diacritics_may_mean_either():
    assert finds("salis", "šalis")
    assert finds("sale", "salė")


def test_marks_of_stress_do_not_matter():
    assert (
        index_term("kal\u0303bos", "lt") == index_term("kalbà", "lt") == index_term("kalba", "lt")
    )


@pytest.mark.parametrize("word", ["taksi", "interviu", "kino", "startup", "robotics", "usb"])
def test_a_word_without_forms_finds_itself(word):
    assert finds(word, word)
