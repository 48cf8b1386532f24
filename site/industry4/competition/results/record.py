"""The record of decisions of an edition: to read, to filter, and to take along as a spreadsheet."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import BaseListingView

from industry4.competition.exports import SafeExportMixin
from industry4.competition.models import RecordEntry
from industry4.competition.permissions import may_see_scores
from industry4.competition.ways import ways

from .access import ResultsBase, may_see_decision, may_see_record
from .words import details_of, reason_for

PER_PAGE = 50
HEADINGS = {
    "at": gettext_lazy("When"),
    "by_name": gettext_lazy("Who"),
    "act": gettext_lazy("Decision"),
    "entry_number": gettext_lazy("Entry"),
    "reason": gettext_lazy("Why"),
    "details": gettext_lazy("Details"),
}
CLASSES = {"at": "w-whitespace-nowrap", "details": "competition-words"}


def moment_of(entry: RecordEntry) -> str:
    """When a decision was made, to the minute."""
    return date_format(timezone.localtime(entry.at), "SHORT_DATETIME_FORMAT")


class RecordFilterSet(WagtailFilterSet):
    """By what was done, by entry, by day."""

    act = django_filters.MultipleChoiceFilter(
        label=gettext_lazy("Decision"),
        choices=RecordEntry.Act.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    entry_number = django_filters.NumberFilter(label=gettext_lazy("Entry"))
    at = django_filters.DateFromToRangeFilter(
        label=gettext_lazy("When"), widget=DateRangePickerWidget
    )

    class Meta:
        model = RecordEntry
        fields: list[str] = []


class RecordPaginator(WagtailPaginator):
    """Pages of decisions, which are counted as such."""

    @property
    def items_count_label(self) -> str:
        """How many there are."""
        return ngettext("%(count)d decision", "%(count)d decisions", self.count) % {
            "count": self.count
        }


class RecordView(ResultsBase, SafeExportMixin, BaseListingView):
    """The record, the latest first; exported from its beginning."""

    template_name = "competition/admin/listing.html"
    results_template_name = "competition/admin/listing_results.html"
    header_icon = "history"
    page_title = gettext_lazy("Record of decisions")
    verbose_name_plural = gettext_lazy("decisions")
    paginate_by = PER_PAGE
    paginator_class = RecordPaginator
    filterset_class = RecordFilterSet
    default_ordering = "-pk"
    list_export = list(HEADINGS)
    export_headings = HEADINGS

    def allowed(self) -> bool:
        return may_see_record(self.request.user, self.edition)

    def crumbs(self) -> list[dict[str, Any]]:
        if may_see_decision(self.request.user, self.edition):
            return [*super().crumbs(), self.results_crumb()]
        return super().crumbs()

    @cached_property
    def header_buttons(self) -> list[Any]:
        """The ways to the edition's other screens."""
        return ways(self.request.user, self.edition, "competition_results:record")

    def get_index_url(self) -> str:
        return self.url("record")

    def get_index_results_url(self) -> str:
        return self.url("record_results")

    def get_base_queryset(self) -> QuerySet[RecordEntry]:
        return RecordEntry.objects.filter(edition=self.edition.key)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "queryset": self.get_base_queryset()}

    def order_queryset(self, queryset: QuerySet[RecordEntry]) -> QuerySet[RecordEntry]:
        return queryset.order_by("pk" if self.is_export else "-pk")

    @cached_property
    def sees_scores(self) -> bool:
        """Whether the person who looks sees scores."""
        return may_see_scores(self.request.user, self.edition)

    def details(self, entry: RecordEntry) -> str:
        """The details of a decision, as far as the person who looks may see them."""
        return details_of(entry, with_points=self.sees_scores)

    @cached_property
    def columns(self) -> list[Any]:
        """As the table shows them."""
        accessors: dict[str, Any] = {
            "at": moment_of,
            "by_name": "who",
            "act": "get_act_display",
            "reason": reason_for,
            "details": self.details,
        }
        return [
            Column(
                name,
                label=label,
                accessor=accessors.get(name, name),
                classname=CLASSES.get(name),
            )
            for name, label in HEADINGS.items()
        ]

    # The spreadsheet.

    def get_filename(self) -> str:
        return f"record-{self.edition.source.year}"

    def to_row_dict(self, item: RecordEntry) -> dict[str, Any]:
        return {
            "at": f"{timezone.localtime(item.at):%Y-%m-%d %H:%M}",
            "by_name": item.who,
            "act": item.get_act_display(),
            "entry_number": item.entry_number,
            "reason": reason_for(item),
            "details": self.details(item),
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if not self.is_export:
            return super().render_to_response(context, **kwargs)
        response: HttpResponse = self.as_spreadsheet(
            context["object_list"], self.request.GET["export"]
        )
        response["Cache-Control"] = "no-store, private"
        return response
