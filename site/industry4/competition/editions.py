"""An edition as one thing in two languages: its pages, its questions, what it may be asked for."""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.http import Http404
from django.utils import timezone
from django.utils.translation import get_language
from wagtail_localize.models import StringTranslation

from ecosystem.faults import lines_of
from ecosystem.models import CompetitionPage
from ecosystem.stages import Stage
from industry4.core.public import public_pages


@dataclass(frozen=True)
class Edition:
    """The pages of an edition by language; the first is the source of the other."""

    key: UUID
    pages: dict[str, CompetitionPage]

    @classmethod
    def of(cls, key: UUID) -> "Edition":
        """An edition that readers see. Raises Http404 where there is none."""
        return cls.made(key, public_pages(CompetitionPage))

    @classmethod
    def for_staff(cls, key: UUID) -> "Edition":
        """An edition, public or not. Raises Http404 where there is none."""
        return cls.made(key, CompetitionPage.objects.filter(alias_of=None))

    @classmethod
    def made(cls, key: UUID, pages: Any) -> "Edition":
        """The edition of these pages, in two queries. Raises Http404 without one."""
        found = pages.filter(translation_key=key).select_related("locale")
        by_language = {page.locale.language_code: page for page in found}
        if not by_language:
            raise Http404
        ordered = sorted(by_language, key=lambda code: (code != "lt", code))
        return cls(key, {code: by_language[code] for code in ordered})

    @property
    def source(self) -> CompetitionPage:
        """The page whose dates and rules hold."""
        return next(iter(self.pages.values()))

    def page(self, language: str | None = None) -> CompetitionPage:
        """The page in a language (None: the active one), the source where there is none."""
        return self.pages.get(language or get_language() or "", self.source)

    @property
    def stage(self) -> Stage:
        """Where the edition stands now."""
        return self.source.stage

    @property
    def closes_at(self) -> datetime.datetime | None:
        """The moment from which on no entry is taken."""
        return self.source.entries_close

    @property
    def takes_entries(self) -> bool:
        """Whether an entry may be begun, saved and submitted now."""
        return self.stage == Stage.OPEN and not self.is_late

    @property
    def is_late(self) -> bool:
        """Whether the deadline has passed, to the second."""
        return self.closes_at is not None and timezone.now() >= self.closes_at

    @property
    def consent(self) -> str:
        """What entrants agree to, in the active language if its page says that; "" for nothing."""
        given, words = self.source.entry_consent, self.page().entry_consent
        return words if self.says("entry_consent", given, words) else given

    def says(self, path: str, given: str, words: str) -> bool:
        """Whether words of the page in the active language are those for what the source says now.

        They are not where they translate an earlier text: nobody is to agree to that, or choose
        from it. `path` is by which wagtail-localize knows the text; of a page that it does not
        translate any more all is taken as it is.
        """
        if self.page() is self.source or not given:
            return True
        known = self._translations.get((get_language() or "", path), [])
        text, shown = plain_lines(given), plain_lines(words)
        of_this = [translation for source, translation in known if source == text]
        of_others = [translation for source, translation in known if source != text]
        if shown == text or not known or shown in of_this:
            return bool(shown)
        return bool(of_this and shown and shown not in of_others)

    @cached_property
    def _translations(self) -> dict[tuple[str, str], list[tuple[list[str], list[str]]]]:
        """What wagtail-localize has of these: by language and path, each text with its words."""
        kept = StringTranslation.objects.filter(
            Q(context__path="entry_consent")
            | Q(context__path__regex=r"^eligibility\..*\.text$")
            | Q(context__path__regex=r"^questions\..*\.choices$"),
            context__object_id=self.key,
        ).values_list("locale__language_code", "context__path", "translation_of__data", "data")
        found: dict[tuple[str, str], list[tuple[list[str], list[str]]]] = {}
        for language, path, text, words in kept:
            found.setdefault((language, path), []).append((lines_of(text), lines_of(words)))
        return found

    @cached_property
    def criteria(self) -> list[Any]:
        """What the jury judges by, in the source's order."""
        return list(self.source.criteria.all())

    def rows(self, name: str, language: str | None = None) -> Iterable[Any]:
        """The rows of a kind, such as `questions`, in a language."""
        return getattr(self.page(language), name).all()


def plain_lines(text: str) -> list[str]:
    """The lines of a text, as `lines_of` finds them in what wagtail-localize makes of it."""
    return [line.strip() for line in text.splitlines() if line.strip()]
