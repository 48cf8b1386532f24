"""Filters of lists: what an address asks for, checked, and the form for it.

Built on django-filter. A section declares its filters in its app's `filters.py`, under the names
that the delivery API has. A value that a filter does not know is left out and said to be unknown,
and the other filters hold; parameters that are no filter's mean nothing here.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, NamedTuple
from urllib.parse import urlencode

from django import forms
from django.db.models import Field, QuerySet
from django.forms import BoundField
from django.http import QueryDict
from django.utils import formats
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import CharFilter, ChoiceFilter, FilterSet

if TYPE_CHECKING:
    from .models import IndexPage

LONGEST_TEXT = 200
ANY = _("Any")


class ChosenFilter(NamedTuple):
    """A filter that narrows the list: its name, its value in words, the query without it."""

    label: str
    text: str
    query: str


class AddressFilters(FilterSet):
    """What the query of an address asks of what a page lists, in the language of `locale_id`."""

    locale_id: int
    fallback = False

    @classmethod
    def filter_for_lookup(cls, field: Field, lookup_type: str) -> tuple[type, dict[str, Any]]:
        """As django-filter's, with a name for no choice."""
        filter_class, params = super().filter_for_lookup(field, lookup_type)
        return filter_class, {**params, "empty_label": ANY}

    def asked(self, name: str) -> str:
        """The value of a parameter as it stands in the address, "" where it has none."""
        return (self.data.get(name) or "").replace("\x00", "")

    @cached_property
    def is_asked(self) -> bool:
        """Whether the address names a filter at all: without one, no options are fetched."""
        return any(self.data.get(name) for name in self.filters)

    @cached_property
    def chosen(self) -> dict[str, Any]:
        """The values that hold, by the names of their filters."""
        if not self.is_asked:
            return {}
        self.form.is_valid()
        return {name: value for name, value in self.form.cleaned_data.items() if value}

    @property
    def unknown(self) -> list[tuple[BoundField, str]]:
        """The fields whose value is none of theirs, each with that value."""
        if not self.is_asked:
            return []
        return [(self.form[name], self.asked(name)) for name in self.form.errors]

    def filter_queryset(self, queryset: QuerySet, *without: str) -> QuerySet:
        """Those of the items that the chosen filters, but for some, let through."""
        for name, value in self.chosen.items():
            if name not in without:
                queryset = self.filters[name].filter(queryset, value)
        return queryset

    def query(self, *without: str) -> str:
        """The query that asks for the same, but for some filters: "?kind=company", or ""."""
        kept = {name: value for name, value in self.chosen.items() if name not in without}
        if self.fallback:
            kept["fallback"] = "true"
        return f"?{urlencode(kept)}" if kept else ""

    @cached_property
    def _visible(self) -> list[str]:
        """The names of the chosen filters that the form shows."""
        return [name for name in self.chosen if not self.form[name].is_hidden]

    @property
    def narrowing(self) -> list[ChosenFilter]:
        """The filters that a visitor chose in the form."""
        shown = []
        for name in self._visible:
            value, field = self.chosen[name], self.form.fields[name]
            words = dict(getattr(field, "choices", ())).get(value, formats.localize(value))
            shown.append(ChosenFilter(field.label, words, self.query(name)))
        return shown

    @property
    def cleared(self) -> str:
        """The query without what was chosen in the form."""
        return self.query(*self._visible)

    @property
    def hidden(self) -> dict[str, str]:
        """What the form sends along unseen, by name."""
        kept = {name: value for name, value in self.chosen.items() if name not in self._visible}
        return {**kept, "fallback": "true"} if self.fallback else kept


class ListFilters(AddressFilters):
    """What the query of an address asks of the list of an index page."""

    def __init__(self, query: QueryDict, index: "IndexPage") -> None:
        self.index, self.locale_id = index, index.locale_id
        self.fallback = query.get("fallback") == "true"
        super().__init__(query, index.items(fallback=self.fallback))

    def shown(self, items: QuerySet) -> QuerySet:
        """Those of the items that the page shows: a section may choose where nobody did."""
        return self.filter_queryset(items)


class OfferedFilter(ChoiceFilter, ABC):
    """A choice whose options are made for the list that it filters."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(empty_label=ANY, **kwargs)

    @abstractmethod
    def options(self, filters: AddressFilters) -> Iterable[tuple[str, str]]:
        """Values that may be chosen in this list, with their names."""

    @property
    def field(self) -> forms.Field:
        """The field with its options, which are fetched once."""
        if "choices" not in self.extra:
            self.extra["choices"] = list(self.options(self.parent))
        return super().field


class SearchField(forms.CharField):
    """Words to look for: too many are cut off, as the field itself takes no more."""

    widget = forms.TextInput(attrs={"type": "search", "maxlength": LONGEST_TEXT})

    def to_python(self, value: Any) -> str:
        """The words, with single spaces between them."""
        return " ".join((value or "").replace("\x00", " ").split())[:LONGEST_TEXT].strip()

    def bound_data(self, data: Any, initial: Any) -> str:
        """What the form shows: that which was looked for."""
        return self.to_python(data)


class TextFilter(CharFilter):
    """By words that a visitor types."""

    field_class = SearchField
