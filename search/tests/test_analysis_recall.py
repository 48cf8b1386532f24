"""How well the forms of Lithuanian words find each other: figures over sets of whole paradigms.

Each form of each word of a set is a page, and each is typed as a query, with and without its
diacritics. *Recall* is the share of the other forms of the same word that a query finds;
*precision* is the share of the query's own word in all that is found. The held-out sets were
written after the rules, with a word of every declension and a verb of every class; of the pairs
that differ by diacritics alone they have one, *salė* and *šalis*.
"""

import json
from itertools import permutations
from pathlib import Path

import pytest

from search.analysis import fold, index_term, query_terms

DATA = Path(__file__).parent / "data"
NOUNS = ["lithuanian_nouns", "lithuanian_nouns_held_out"]
VERBS = ["lithuanian_verbs", "lithuanian_verbs_held_out"]


def paradigms(name):
    """The forms of each word of a set, in lower case as words are analysed."""
    entries = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    return [[form.lower() for form in entry["forms"]] for entry in entries]


def recall(name, typed):
    found = [
        index_term(written, "lt") in query_terms(typed(asked), "lt")
        for forms in paradigms(name)
        for asked, written in permutations(forms, 2)
    ]
    return sum(found) / len(found)


def precision(name):
    pages = [
        (word, index_term(form, "lt"))
        for word, forms in enumerate(paradigms(name))
        for form in forms
    ]
    found = [
        page == word
        for word, forms in enumerate(paradigms(name))
        for form in forms
        for typed in (form, fold(form))
        for page, lexeme in pages
        if lexeme in query_terms(typed, "lt")
    ]
    return sum(found) / len(found)


@pytest.mark.parametrize("typed", [str, fold], ids=["as_written", "without_diacritics"])
class TestRecall:
    @pytest.mark.parametrize("name", NOUNS)
    def test_of_nouns(self, name, typed):
        assert recall(name, typed) >= 0.99

    @pytest.mark.parametrize("name", VERBS)
    def test_of_verbs(self, name, typed):
        assert recall(name, typed) >= 0.95


@pytest.mark.parametrize("name", [*NOUNS, *VERBS])
def test_precision(name):
    assert precision(name) >= 0.95


@pytest.mark.parametrize("name", [*NOUNS, *VERBS])
def test_every_form_is_found_by_itself(name):
    for forms in paradigms(name):
        for form in forms:
            assert index_term(form, "lt") == query_terms(form, "lt")[0]
            assert index_term(form, "lt") in query_terms(fold(form), "lt")
