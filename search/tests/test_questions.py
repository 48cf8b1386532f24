"""A line of text is read as words, phrases and exclusions; what cannot be read is told in words."""

import pytest
from django.core.exceptions import ValidationError

from search.questions import LONGEST, read


def parts(text):
    question = read(text)
    return [repr(part) for part in question.wanted], [repr(part) for part in question.unwanted]


def plain(words):
    return f"<PlainText '{words}' operator='and' boost=1>"


@pytest.mark.parametrize(
    "text, wanted, unwanted",
    [
        ("robotai  gamykloje", [plain("robotai gamykloje")], []),
        ('robotai "pramonės 4.0"', [plain("robotai"), "<Phrase 'pramonės 4.0'>"], []),
        ("„atviros durys“", ["<Phrase 'atviros durys'>"], []),
        ("“open doors”", ["<Phrase 'open doors'>"], []),
        ("robotai -senas", [plain("robotai")], [plain("senas")]),
        ('robotai -"seni laikai"', [plain("robotai")], ["<Phrase 'seni laikai'>"]),
        # A hyphen inside a word, or by itself, excludes nothing.
        ("e-parduotuvė - internete", [plain("e parduotuvė internete")], []),
        # A mark without its pair is no mark.
        ('robotai "gamykloje', [plain("robotai gamykloje")], []),
        ("AND NOT (robotai*)", [plain("and not robotai")], []),
        ("robotai\x00gamykloje", [plain("robotai gamykloje")], []),
        # Pasted from where it was divided.
        ("gamy\u00adkla ro\u200bbotai", [plain("gamykla robotai")], []),
    ],
)
def test_what_a_line_asks_for(text, wanted, unwanted):
    assert parts(text) == (wanted, unwanted)


@pytest.mark.parametrize(
    "text", ["", "  ", "\x00", "%", "'", '"', '""', "-", "-robotai", "🤖", "!?"]
)
def test_a_line_that_asks_for_nothing_is_refused(text):
    with pytest.raises(ValidationError) as told:
        read(text)
    assert told.value.code == "no_words"


def test_a_line_that_is_too_long_is_refused():
    assert read("x" * LONGEST).wanted
    with pytest.raises(ValidationError) as told:
        read("x" * 10_000)
    assert told.value.code == "too_long"
