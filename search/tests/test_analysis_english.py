"""Which English words find which: regular endings, irregular forms, two spellings."""

import pytest

from search.analysis import index_term, query_terms

TOGETHER = [
    "company companies",
    "innovation innovations",
    "organise organises organised organising organisation organize organization",
    "digitalisation digitalization digitalise digitalised",
    "analyse analysed analyzing",
    "precise precisely precision",
    "enterprise enterprises",
    "behaviour behavior",
    "programme programmes program",
    "centre centres center",
    "build builds building built",
    "win wins winning won",
    "hold holding held",
    "write writing wrote written",
    "teach teaches taught",
    "find finding found",
    "leave leaving left",
    "woman women",
    "child children",
    "life lives",
    "person people",
    "criterion criteria",
    "analysis analyses",
    "basis bases",
    "leaf leaves",
    "café cafe",
]
APART = [
    ("universal", "company"),
    ("robot", "rob"),
    ("base", "basic"),
    ("founder", "find"),
    ("led", "ledger"),
    ("hour", "hor"),
]


@pytest.mark.parametrize(
    "typed,written",
    [
        (typed, written)
        for family in TOGETHER
        for typed in family.split()
        for written in family.split()
    ],
)
def test_forms_of_a_word_find_each_other(typed, written):
    assert index_term(written, "en") in query_terms(typed, "en")


@pytest.mark.parametrize("typed,written", APART)
def test_words_that_only_look_alike_stay_apart(typed, written):
    assert index_term(written, "en") not in query_terms(typed, "en")
    assert index_term(typed, "en") not in query_terms(written, "en")
