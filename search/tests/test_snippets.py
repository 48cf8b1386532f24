"""Snippets: the passage with the words that were looked for, marked as the index knows them."""

import pytest

from search.analysis import query_terms
from search.snippets import WIDTH, marked, snippet

LONG = "Niekas čia nieko neieško. " * 40


def plain(html):
    return html.replace("<mark>", "").replace("</mark>", "")


def test_words_are_marked_in_every_form():
    assert marked("Įmonės ir ĮMONĖMS", query_terms("imoniu", "lt"), "lt") == (
        "<mark>Įmonės</mark> ir <mark>ĮMONĖMS</mark>"
    )


def test_everything_else_is_escaped():
    assert marked("<b>Robotai</b> & „x“", {"robot"}, "lt") == (
        "&lt;b&gt;<mark>Robotai</mark>&lt;/b&gt; &amp; „x“"
    )
    assert "<script" not in snippet("", "<script>robotai</script>", {"robot"}, "lt")


def test_the_lead_is_preferred_where_it_has_the_word():
    assert snippet("Robotai čia.", "Robotai ten.", {"robot"}, "lt") == "<mark>Robotai</mark> čia."
    assert "<mark>Robotai</mark> ten" in snippet("Įžanga.", "Robotai ten.", {"robot"}, "lt")


def test_without_the_word_the_beginning_is_shown():
    html = snippet("", LONG, {"robot"}, "lt")
    assert html.startswith("Niekas čia")
    assert html.endswith(" …")
    assert len(html) <= WIDTH + 4


def test_a_passage_in_the_middle_begins_and_ends_with_whole_words():
    html = snippet("", f"{LONG} Robotai {LONG}", {"robot"}, "lt")
    assert html.startswith("… ")
    assert html.endswith(" …")
    assert "<mark>Robotai</mark>" in html
    shown = plain(html).removeprefix("… ").removesuffix(" …")
    assert set(shown.split()) <= {*LONG.split(), "Robotai"}
    assert len(shown) <= WIDTH + max(map(len, LONG.split()))


def test_the_passage_with_most_of_the_words_is_chosen():
    html = snippet("", f"Robotai. {LONG} Gamyklos robotai. {LONG}", {"robot", "gamykl"}, "lt")
    assert "<mark>Gamyklos</mark> <mark>robotai</mark>" in html


def test_parts_of_a_text_are_told_apart():
    assert snippet("", "Antraštė\nRobotai.\nPabaiga", {"robot"}, "lt") == (
        "Antraštė · <mark>Robotai</mark>. Pabaiga"
    )


@pytest.mark.parametrize("text", ["", " ", "\n", "robotai" * 100, "x" * 100_000, "a\u0301" * 5000])
def test_texts_of_any_kind_are_cut(text):
    html = snippet("", text, {"robot"}, "lt")
    assert len(plain(html)) <= max(WIDTH + 4, 704)
