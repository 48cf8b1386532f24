"""The name under which an entry is honoured: one, wherever results are told.

The title of the member's page in the language that is read, where the company is a member with a
public page; else the company as it entered.
"""

from collections.abc import Iterable
from uuid import UUID

from ecosystem.models import MemberPage
from industry4.competition.models import Entry
from industry4.core.public import public_pages


class Names:
    """The names of entries, by one query."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        keys = {entry.member_key for entry in entries if entry.member_key}
        self._pages: dict[UUID, dict[str, MemberPage]] = {}
        # The Lithuanian page comes first, and stands for those that there are not.
        for page in (
            public_pages(MemberPage)
            .filter(translation_key__in=keys)
            .order_by("-locale__language_code")
        ):
            pages = self._pages.setdefault(page.translation_key, {})
            pages[page.locale.language_code] = page

    def _of(self, entry: Entry) -> dict[str, MemberPage]:
        """The public pages of the member that an entry is of, by language."""
        return self._pages.get(entry.member_key, {}) if entry.member_key else {}

    def member(self, entry: Entry) -> MemberPage | None:
        """The page that a result names, which stands for its translations; None for no member."""
        return next(iter(self._of(entry).values()), None)

    def name(self, entry: Entry, language: str) -> str:
        """The name of an entry in a language."""
        page = self._of(entry).get(language) or self.member(entry)
        return page.title if page else entry.company
