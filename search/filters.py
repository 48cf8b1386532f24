"""What the search page's address narrows its results by: kind, days, sector and municipality.

Under the names that the delivery API has. The page says what it does not understand, as the lists
of the site do, and searches without it.
"""

import datetime
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import CharFilter, ChoiceFilter, DateFilter
from wagtail.models import Locale

from ecosystem.filters import TopicFilter
from ecosystem.models import MemberPage, Sector
from industry4.core.filters import ANY, AddressFilters, SearchField
from industry4.core.public import public_pages

from .engine import Found
from .kinds import KINDS
from .narrowing import Narrowing

FORM = {"form": "search"}  # their fields stand outside of it


class DayField(forms.DateField):
    """A day, in ISO 8601 as browsers send it."""

    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date", **FORM})
    input_formats = ["%Y-%m-%d"]

    def bound_data(self, data: Any, initial: Any) -> datetime.date | None:
        """What the form shows: a day, or nothing where it was none."""
        try:
            day: datetime.date | None = self.clean(data)
        except ValidationError:
            return None
        return day


class DayFilter(DateFilter):
    """By a day."""

    field_class = DayField


class WordsFilter(CharFilter):
    """What is searched for: the filters only carry it on."""

    field_class = SearchField


@dataclass(frozen=True)
class KindLink:
    """A kind of results as a link: its name, how many there are, and the query that asks for it."""

    name: str | Promise
    count: int
    query: str
    is_chosen: bool


class SearchFilters(AddressFilters):
    """What the address of the search page asks for, beside the page of the results."""

    q = WordsFilter(widget=forms.HiddenInput)
    kind = ChoiceFilter(
        label=_("Kind"),
        choices=[(kind.name, kind.many) for kind in KINDS],
        widget=forms.HiddenInput,
    )
    since = DayFilter(label=pgettext_lazy("day", "From"))
    until = DayFilter(label=pgettext_lazy("day", "Until"))
    sector = TopicFilter(
        Sector,
        "sectors__sector",
        label=_("Sector"),
        widget=forms.Select(attrs=FORM),
    )
    municipality = ChoiceFilter(
        label=_("Municipality"),
        choices=MemberPage.Municipality.choices,
        empty_label=ANY,
        widget=forms.Select(attrs=FORM),
    )

    def __init__(self, query: QueryDict, locale: Locale) -> None:
        self.locale_id = locale.pk
        super().__init__(query, public_pages(MemberPage).filter(locale=locale))

    @property
    def wanted(self) -> Narrowing:
        """What the engine narrows the results by."""
        return Narrowing(
            kind=self.chosen.get("kind", ""),
            since=self.chosen.get("since"),
            until=self.chosen.get("until"),
            sector=self.chosen.get("sector", ""),
            municipality=self.chosen.get("municipality", ""),
        )

    @property
    def narrows(self) -> bool:
        """Whether anything but the words is asked for."""
        return self.wanted != Narrowing()

    @property
    def hidden_in_form(self) -> dict[str, str]:
        """What the form sends along unseen beside the words, by name."""
        return {name: value for name, value in self.hidden.items() if name != "q"}

    @property
    def only_words(self) -> str:
        """The query without what narrows the results."""
        return self.query(*(name for name in self.filters if name != "q"))

    def kinds(self, found: Found) -> list[KindLink]:
        """All results together, then each kind that has any or is chosen."""
        chosen, others = self.chosen.get("kind", ""), self.query("kind")
        links = [KindLink(_("All results"), found.kinds.total(), others, not chosen)]
        for kind in KINDS:
            if (count := found.kinds[kind.name]) or kind.name == chosen:
                query = f"{others}&{urlencode({'kind': kind.name})}"
                links.append(KindLink(kind.many, count, query, kind.name == chosen))
        return links
