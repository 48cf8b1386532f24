"""The tokens as the gallery shows them, and what the design owes its readers' eyes."""

import pytest

from industry4.gallery.tokens import STYLES, contrast, groups

TOKENS = {token.name: token for group in groups() for token in group.tokens}


def test_all_tokens_of_the_stylesheet_are_read_in_their_groups():
    light = ":root { /* Ground */ --paper: #fff; --ink: #000; --glass: #111; /* Form */ --r: 3px; }"
    dark = "@media (dark) { :root { --paper: #000; --ink: #fff; } }"
    ground, shape = groups(light + dark)
    assert (ground.title, [token.name for token in ground.tokens]) == (
        "Ground",
        ["paper", "ink", "glass"],
    )
    assert (ground.are_colours, shape.are_colours) == (True, False)
    (light, on_light), (dark, on_dark) = ground.tokens[0].schemes
    assert (light, dark) == ("#fff", "#000")
    assert on_light[:2] == on_dark[:2] == [1, 21]


def test_a_colour_by_the_name_of_another_is_that_colour():
    assert TOKENS["focus"].schemes[0] == TOKENS["accent"].schemes[0]


@pytest.mark.parametrize(
    "one, other, expected", [("#fff", "#000000", 21), ("#767676", "#fff", 4.5), ("#abc", "#abc", 1)]
)
def test_contrast_is_that_of_wcag(one, other, expected):
    assert contrast(one, other) == contrast(other, one) == expected


@pytest.mark.parametrize("name", ["ink", "soft", "accent", "good", "warn", "stop"])
def test_what_text_is_written_in_can_be_read_on_paper(name):
    for _colour, (on_paper, _on_ink, _on_glass) in TOKENS[name].schemes:
        assert on_paper >= 4.5


@pytest.mark.parametrize("name", ["on-glass", "on-glass-soft", "phosphor"])
def test_what_text_is_written_in_can_be_read_on_glass(name):
    for _colour, (_on_paper, _on_ink, on_glass) in TOKENS[name].schemes:
        assert on_glass >= 4.5


def test_every_token_that_is_no_colour_is_shown_as_it_looks():
    css = (STYLES.parent / "gallery.css").read_text()
    names = [token.name for group in groups() if not group.are_colours for token in group.tokens]
    assert [name for name in names if f".token-{name}" not in css] == []
    assert [name for name in names if f"var(--{name})" not in css] == []
