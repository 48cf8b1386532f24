"""Which forms of a Lithuanian verb find which, by the way its stems are made."""

import pytest

from search.analysis import fold, index_term, query_terms
from search.analysis.lithuanian_primary_verbs import PRINCIPAL_PARTS
from search.analysis.lithuanian_verbs import Paradigm, verb_stems

VERBS = {
    "-uoti": "organizuoti organizuoja organizavo organizuos organizuotų organizuokite",
    "-auti": "dalyvauti dalyvauja dalyvavo dalyvautų dalyvaukite dalyvaujame",
    "-oti -oja": "plėtoti plėtoja plėtojo plėtotų plėtokite plėtojame",
    "-oti -o": "ieškoti ieško ieškojo ieškos ieškome",
    "-ėti -ėja": "gerėti gerėja gerėjo gerėtų",
    "-ėti -a": "kalbėti kalba kalbėjo kalbėtų kalbame",
    "-ėti -i": "turėti turi turėjo turėtų turime",
    "-yti -o": "rašyti rašo rašė rašys rašome rašykite",
    "-yti -ija": "vienyti vienijo vienytų vienijame",
    "-inti": "gaminti gamina gamino gamins gaminame gaminkite",
    "-enti": "gyventi gyvena gyveno gyvens gyvename",
    "t before -ti": "kviesti kviečia kvietė kvies kviečiame kvieskite kviestų",
    "d before -ti": "leisti leidžia leido leis leidžiame leiskite",
    "another vowel": "kurti kuria kūrė kurs kuriame kurkite",
    "a nasal in the present": "atrasti atranda atrado atras atraskite",
    "-sta in the present": "vykti vyksta vyko vyks vyktų",
    "k before the imperative": "teikti teikia teikė teiks teikite teikiame",
    "g before the imperative": "įsteigti įsteigia įsteigė įsteigs įsteikite",
    "suppletive": "eiti eina ėjo eis eikite einame",
    "duoti": "parduoti parduoda pardavė parduos parduokite",
    "imti": "priimti priima priėmė priims priimkite",
    "reflexive": "registruotis registruojasi registravosi registruosis registruokitės",
    "reflexive, primary": "kreiptis kreipiasi kreipėsi kreipsis kreiptųsi kreipiamės",
    "reflexive, -ėti": "domėtis domisi domėjosi domėsis domimės",
    "reflexive and plain": "mokyti mokosi mokėsi mokytis mokomės",
    "reflexive and prefixed": "pasirinkti pasirenka pasirinko pasirinkite",
    "negated": "nekviesti nekviečia nekvietė",
    "of no table": "skardenti skardena skardeno",
    "a primary verb of no table": "skliausti skliaudžia",
}


@pytest.mark.parametrize(
    "typed,written",
    [
        pytest.param(typed, written, id=f"{kind}: {typed} {written}")
        for kind, forms in VERBS.items()
        for typed in forms.split()
        for written in forms.split()
    ],
)
def test_every_form_of_a_verb_finds_every_other(typed, written):
    assert index_term(written, "lt") in query_terms(typed, "lt")
    assert index_term(written, "lt") in query_terms(fold(typed), "lt")


@pytest.mark.parametrize(
    "parts,future,imperative",
    [
        ("kurti kuria kūrė", "kurs", "kurkite"),
        ("nešti neša nešė", "neš", "neškite"),
        ("vežti veža vežė", "veš", "vežkite"),
        ("kviesti kviečia kvietė", "kvies", "kvieskite"),
        ("bėgti bėga bėgo", "bėgs", "bėkite"),
        ("teikti teikia teikė", "teiks", "teikite"),
    ],
)
def test_forms_follow_from_the_principal_parts(parts, future, imperative):
    paradigm = Paradigm(*parts.split())

    assert (paradigm.future, paradigm.imperative) == (future, imperative)


@pytest.mark.parametrize("word", ["projektas", "2026", "ir", "b2b", "", "ﬁ"])
def test_what_looks_like_no_verb_has_no_stems_of_one(word):
    assert verb_stems(word) == ()


def test_the_table_gives_three_parts_of_each_verb_once():
    verbs = [entry.split() for entry in PRINCIPAL_PARTS.split(",")]
    infinitives = [verb[0] for verb in verbs]

    assert {len(verb) for verb in verbs} == {3}
    assert all(infinitive.endswith("ti") for infinitive in infinitives)
    assert len(set(infinitives)) == len(infinitives)
