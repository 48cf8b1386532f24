"""Turns the texts of an item into Lithuanian values, and collects what they are in English."""

import datetime
import re
from collections.abc import Callable

from wagtail_localize.strings import StringValue, extract_strings

from .values import T

ADDRESS = re.compile(r"\S+(://|@)\S+")  # not translated
PAGE_LINK = re.compile(r'(<a linktype="page" id=")([^"]+)(">)')


class Texts:
    """The texts of one item. `english` maps each Lithuanian segment to its English.

    Keys and values are inline HTML as wagtail-localize keeps it.
    """

    def __init__(self, name: str, today: datetime.date, page_id: Callable[[str], int]) -> None:
        self.name = name
        self.today = today
        self.page_id = page_id
        self.english: dict[str, str] = {}

    def lithuanian(self, text: T | str) -> str:
        """The Lithuanian side, ready to be stored; the English one is remembered.

        Raises ValueError where the sides cannot be matched, or where one Lithuanian text is to
        be two different English ones on the same page.
        """
        source, english = (text.lt, text.en) if isinstance(text, T) else (text, text)
        source = self._filled(source)
        if english is None:
            return source
        english = self._filled(english)
        if source.startswith("<"):
            self._match_html(source, english)
        elif source and not ADDRESS.fullmatch(source):
            self._remember(plain(source), plain(english))
        return source

    def _filled(self, text: str) -> str:
        """The text with its years and with the ids of the pages that it links to."""
        text = text.replace("{last_year}", str(self.today.year - 1))
        text = text.replace("{year}", str(self.today.year))
        return PAGE_LINK.sub(lambda found: f"{found[1]}{self.page_id(found[2])}{found[3]}", text)

    def _match_html(self, source: str, english: str) -> None:
        template, strings = extract_strings(source)
        other_template, other_strings = extract_strings(english)
        links = [attributes for _string, attributes in strings]
        if template != other_template or links != [
            attributes for _string, attributes in other_strings
        ]:
            raise ValueError(f"{self.name}: the sides have not the same structure: {source}")
        for (ours, _links), (theirs, _other_links) in zip(strings, other_strings, strict=True):
            self._remember(ours.data, theirs.data)

    def _remember(self, source: str, english: str) -> None:
        known = self.english.setdefault(source, english)
        if known != english:
            raise ValueError(f"{self.name}: “{source}” is “{known}” and “{english}”")


def plain(text: str) -> str:
    """Plain text as wagtail-localize keeps it: as HTML."""
    return StringValue.from_plaintext(text).data
