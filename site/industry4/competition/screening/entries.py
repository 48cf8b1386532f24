"""The list of an edition's entries: to search and to filter; `spreadsheet` takes it along."""

from typing import Any

import django_filters
from django import forms
from django.db.models import F, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from ecosystem.models import CompetitionCategory
from industry4.competition.admin_views import EditionView, editions_crumb
from industry4.competition.models import Entry
from industry4.competition.permissions import may_screen, recused_from
from industry4.competition.reading import category_names
from industry4.competition.ways import ways

from .duplicates import Shared, duplicates, entries_to_compare, plain
from .members import with_members
from .spreadsheet import EntriesExportMixin

PER_PAGE = 50


def categories(request: HttpRequest) -> QuerySet[CompetitionCategory]:
    """The categories of the edition that the request is about."""
    match = request.resolver_match
    return CompetitionCategory.objects.filter(
        editions__edition__translation_key=match and match.kwargs["edition"],
        locale__language_code="lt",
    ).distinct()


class CategoryFilter(django_filters.ModelChoiceFilter):
    """By category, in whichever language it was chosen."""

    def filter(self, qs: QuerySet, value: CompetitionCategory | None) -> QuerySet:
        return qs.filter(category__translation_key=value.translation_key) if value else qs


class DuplicatesFilter(django_filters.ChoiceFilter):
    """Those that look like another's; the list has marked them."""

    def filter(self, qs: QuerySet, value: str | None) -> QuerySet:
        return qs.filter(pk__in=self.parent.duplicated) if value else qs


class EntryFilterSet(WagtailFilterSet):
    """By state, by category, by duplicates."""

    state = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("State"),
        choices=Entry.State.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    category = CategoryFilter(
        label=gettext_lazy("Category"),
        empty_label=gettext_lazy("All categories"),
        queryset=categories,
        widget=forms.RadioSelect,
    )
    duplicates = DuplicatesFilter(
        label=gettext_lazy("Duplicates"),
        empty_label=gettext_lazy("All entries"),
        choices=[("only", gettext_lazy("Possible duplicates only"))],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Entry
        fields: list[str] = []

    def __init__(self, *args: Any, duplicated: Any, **kwargs: Any) -> None:
        self.duplicated = list(duplicated)
        super().__init__(*args, **kwargs)


def submitted(entry: Entry) -> str:
    """When an entry was submitted, in figures."""
    if entry.submitted_at is None:
        return ""
    return date_format(timezone.localtime(entry.submitted_at), "SHORT_DATETIME_FORMAT")


class EntriesView(EditionView, EntriesExportMixin, BaseListingView):
    """The entries of an edition, by number; those without one come last."""

    template_name = "competition/admin/listing.html"
    results_template_name = "competition/admin/listing_results.html"
    header_icon = "doc-full-inverse"
    is_searchable = True
    paginate_by = PER_PAGE
    filterset_class = EntryFilterSet
    verbose_name_plural = Entry._meta.verbose_name_plural
    default_ordering = "number"

    def allowed(self) -> bool:
        return may_screen(self.request.user, self.edition)

    def get_page_title(self) -> str:
        return _("Entries %(year)s") % {"year": self.edition.source.year}

    def crumbs(self) -> list[dict[str, Any]]:
        return [editions_crumb()]

    def get_index_url(self) -> str:
        return reverse("competition_entries:index", args=[self.edition.key])

    def get_index_results_url(self) -> str:
        return reverse("competition_entries:results", args=[self.edition.key])

    @cached_property
    def header_buttons(self) -> list[Any]:
        """The ways to the edition's other screens."""
        return ways(self.request.user, self.edition, "competition_entries:index")

    @cached_property
    def compared(self) -> list[Entry]:
        """All entries of the edition, to be compared and searched."""
        return entries_to_compare(self.edition.key)

    @cached_property
    def duplicates(self) -> dict[int, set[Shared]]:
        """What each entry that has duplicates shares with them."""
        return duplicates(self.compared)

    @cached_property
    def recused(self) -> set[int]:
        """The entries that are closed to the person."""
        return recused_from(self.request.user, self.edition)

    def is_readable(self, entry: Entry) -> bool:
        """Whether the person may read what an entry says."""
        return entry.submitted_at is not None and entry.pk not in self.recused

    def innovation_of(self, entry: Entry) -> str:
        """What an entry is about, or nothing."""
        return entry.innovation if self.is_readable(entry) else ""

    @cached_property
    def category_names(self) -> dict[Any, str]:
        """The names of categories."""
        return category_names()

    def category_of(self, entry: Entry) -> str:
        """The name of an entry's category, or nothing."""
        return self.category_names[entry.category.translation_key] if entry.category else ""

    def duplicates_of(self, entry: Entry) -> str:
        """What an entry has in common with others, in words."""
        return ", ".join(str(kind.label) for kind in sorted(self.duplicates.get(entry.pk, [])))

    @cached_property
    def columns(self) -> list[Any]:
        """As the table shows them."""
        return [
            Column("number", label=_("No."), sort_key="number"),
            TitleColumn(
                "company",
                label=_("Company"),
                accessor=lambda entry: entry.company or "–",
                sort_key="company",
                get_url=lambda entry: reverse(
                    "competition_entries:entry", args=[self.edition.key, entry.pk]
                ),
            ),
            Column("innovation", label=_("Innovation"), accessor=self.innovation_of),
            Column("category", label=_("Category"), accessor=self.category_of),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor="get_state_display",
                sort_key="state",
                primary=lambda entry: entry.state == Entry.State.ELIGIBLE,
            ),
            Column("duplicates", label=_("Possible duplicate"), accessor=self.duplicates_of),
            Column(
                "submitted_at", label=_("Submitted"), accessor=submitted, sort_key="submitted_at"
            ),
        ]

    def get_base_queryset(self) -> QuerySet[Entry]:
        entries = Entry.objects.filter(edition=self.edition.key).select_related("category")
        if not self.is_export:
            return entries
        return with_members(entries).prefetch_related("answers", "questions")

    def order_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        name = self.ordering.lstrip("-")
        order = (
            F(name).desc(nulls_last=True)
            if self.ordering[0] == "-"
            else F(name).asc(nulls_last=True)
        )
        return queryset.order_by(order, "pk")

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {
            **super().get_filterset_kwargs(),
            "queryset": self.get_base_queryset(),
            "duplicated": self.duplicates,
        }

    def search_queryset(self, queryset: QuerySet[Entry]) -> QuerySet[Entry]:
        """Those whose number, company or code hold the words, and of those that may be read
        e-mail or innovation.
        """
        if not self.is_searching:
            return queryset
        words = plain(self.search_query)
        found = [
            entry.pk for entry in self.compared if words in plain(" ".join(self.searched(entry)))
        ]
        return queryset.filter(pk__in=found)

    def searched(self, entry: Entry) -> list[str]:
        """What an entry is found by."""
        read = [entry.email, entry.innovation] if self.is_readable(entry) else []
        return [str(entry.number or ""), entry.company, entry.company_code, *read]
