"""What visitors are helped with while they type, and after they mistyped."""

from typing import NamedTuple

from wagtail.models import Site

from .kinds import Kind
from .questions import Question


class Suggestion(NamedTuple):
    """A page whose title has what was typed: `address` is full, `href` what a link says."""

    kind: Kind
    id: int
    title: str
    href: str
    address: str


def suggested(text: str, language: str, site: Site, size: int = 6) -> list[Suggestion]:
    """The public pages of the language whose titles have the words typed so far."""
    return []


def did_you_mean(question: Question, language: str, site: Site) -> str:
    """The question with its misspelt words mended, "" where there is nothing better."""
    return ""
