"""The design's tokens as css/tokens.css has them, and how well its colours stand out.

The stylesheet is the only place that states a token; this reads it, in the form in which it is
written: groups under a comment each, dark values in one media query.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from industry4.settings.environment import ROOT

STYLES = ROOT / "site" / "industry4" / "static" / "css" / "tokens.css"
ROOT_RULE = re.compile(r":root \{(.*?)\}", re.DOTALL)
PART = re.compile(r"/\* (.*?) \*/|--([\w-]+): (.*?);", re.DOTALL)
VARIABLE = re.compile(r"var\(--([\w-]+)\)")
COLOUR = re.compile(r"#([0-9a-f]{3}|[0-9a-f]{6})\Z")
GROUNDS = ("paper", "ink", "glass")


@dataclass(frozen=True)
class Scheme:
    """The light or the dark values of all tokens, by name."""

    values: dict[str, str]

    def colour(self, name: str) -> str:
        """The colour of a token as `#` and digits, "" where it is none."""
        value = self.values.get(name, "")
        if named := VARIABLE.fullmatch(value):
            return self.colour(named[1])
        return value if COLOUR.match(value) else ""

    def contrasts(self, name: str) -> list[float]:
        """How much a colour stands out against each of GROUNDS: 1 to 21, as WCAG counts it."""
        return [contrast(self.colour(name), self.colour(ground)) for ground in GROUNDS]


@dataclass(frozen=True)
class Token:
    """A token: its name without the dashes, and its values in both schemes."""

    name: str
    light: Scheme
    dark: Scheme

    @property
    def value(self) -> str:
        """The value as the stylesheet has it, the light one of a colour."""
        return self.light.values[self.name]

    @property
    def schemes(self) -> list[tuple[str, list[float]]]:
        """The colour and its contrasts, light and dark."""
        return [(each.colour(self.name), each.contrasts(self.name)) for each in self._both]

    @property
    def _both(self) -> tuple[Scheme, Scheme]:
        return self.light, self.dark


@dataclass(frozen=True)
class Group:
    """Tokens of one kind, under what the stylesheet's comment says of them."""

    title: str
    tokens: list[Token]

    @cached_property
    def are_colours(self) -> bool:
        """Whether the tokens of the group are colours."""
        return all(token.light.colour(token.name) for token in self.tokens)

    @property
    def is_type(self) -> bool:
        """Whether the tokens of the group say how letters look."""
        return self.title.startswith("Type")


def groups(css: str | None = None) -> list[Group]:
    """The tokens by group, in the order of the stylesheet."""
    light_rule, dark_rule = ROOT_RULE.findall(css or STYLES.read_text(encoding="utf-8"))[:2]
    light = {name: value for _title, name, value in PART.findall(light_rule) if name}
    dark = {name: value for _title, name, value in PART.findall(dark_rule) if name}
    schemes = Scheme(light), Scheme({**light, **dark})
    found: list[Group] = []
    for title, name, _value in PART.findall(light_rule):
        if title:
            found.append(Group(title, []))
        else:
            found[-1].tokens.append(Token(name, *schemes))
    return found


def contrast(one: str, other: str) -> float:
    """The contrast of two colours, from 1 to 21: 4.5 for text, 3 for large text and signs."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return round((lighter + 0.05) / (darker + 0.05), 1)


def luminance(colour: str) -> float:
    """The relative luminance of `#rgb` or `#rrggbb`, from 0 to 1, as WCAG defines it."""
    digits = colour.removeprefix("#")
    pairs = re.findall("..", digits) if len(digits) == 6 else [digit * 2 for digit in digits]
    red, green, blue = (linear(int(pair, 16) / 255) for pair in pairs)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(channel: float) -> float:
    """A channel of sRGB, 0 to 1, as light."""
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4
