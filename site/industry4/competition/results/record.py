"""The record of decisions of an edition: to read, to filter, and to take along as a spreadsheet."""

from typing import Any

import django_filters
from django import forms
from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.base import BaseListingView

from ecosystem.models import CompetitionPage
from industry4.competition.exports import SafeExportMixin
from industry4.competition.models import RecordEntry, Recusal

from .access import ResultsBase, may_see_decision, may_see_record

PER_PAGE = 50
# Words for what details are kept under.
DETAILS = {
    "accepted": gettext_lazy("why without the missing scores"),
    "answers": gettext_lazy("answers"),
    "article": gettext_lazy("article"),
    "chair": gettext_lazy("chairs the jury"),
    "chair_recused_from": gettext_lazy("chair recused from"),
    "comments": gettext_lazy("comments"),
    "conflict": gettext_lazy("conflict of interest"),
    "criteria": gettext_lazy("criteria"),
    "departs_in": gettext_lazy("departs from the ranking in"),
    "entries": gettext_lazy("entries"),
    "entry": gettext_lazy("entry"),
    "files": gettext_lazy("files"),
    "juror": gettext_lazy("juror"),
    "jurors": gettext_lazy("jurors"),
    "least_scores": gettext_lazy("fewest scores of an entry"),
    "name": gettext_lazy("name"),
    "normalisation": gettext_lazy("normalisation of scores"),
    "not_counted": gettext_lazy("score sheets that do not count"),
    "not_named": gettext_lazy("not named"),
    "placed": gettext_lazy("places by entry"),
    "points": gettext_lazy("points by entry"),
    "publish_at": gettext_lazy("results are published"),
    "questions": gettext_lazy("questions"),
    "removed": gettext_lazy("entries removed"),
    "scale": gettext_lazy("highest score"),
    "too_few": gettext_lazy("too few scores, by entry"),
    "weight": gettext_lazy("weight"),
}


# Words for what some of them are.
VALUES = {
    "conflict": dict(Recusal.Kind.choices),
    "normalisation": dict(CompetitionPage.Normalisation.choices),
}


def in_words(value: Any) -> str:
    """Details, or a part of them, in words of the active language."""
    if isinstance(value, dict):
        parts = (
            (DETAILS.get(name, name), in_words(VALUES[name][each] if name in VALUES else each))
            for name, each in value.items()
        )
        return "; ".join(f"{name}: {words}" for name, words in parts if words)
    if isinstance(value, list):
        return ", ".join(in_words(each) for each in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    return "" if value is None else str(value)


def placed_in_words(details: dict[str, Any]) -> dict[str, Any]:
    """Details in which those without a place are called finalists."""
    if "placed" not in details:
        return details
    named = {entry: place or _("finalist") for entry, place in details["placed"].items()}
    return {**details, "placed": named}


def details_of(entry: RecordEntry) -> str:
    """The details of a decision in words, without what is the reason for it."""
    details = placed_in_words(entry.details)
    if entry.act == RecordEntry.Act.RECUSED:
        details = {name: each for name, each in details.items() if name != "conflict"}
    return in_words(details)


def reason_for(entry: RecordEntry) -> str:
    """Why, in words: those that were given, or the kind of a conflict of interest."""
    return entry.reason or in_words(VALUES["conflict"].get(entry.details.get("conflict"), ""))


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


class RecordView(ResultsBase, SafeExportMixin, BaseListingView):
    """The record, the latest first; exported from its beginning."""

    header_icon = "history"
    page_title = gettext_lazy("Record of decisions")
    verbose_name_plural = gettext_lazy("decisions")
    paginate_by = PER_PAGE
    filterset_class = RecordFilterSet
    default_ordering = "-pk"
    list_export = ["at", "by_name", "act", "entry_number", "reason", "details"]

    def allowed(self) -> bool:
        return may_see_record(self.request.user, self.edition)

    def crumbs(self) -> list[dict[str, Any]]:
        if may_see_decision(self.request.user, self.edition):
            return [*super().crumbs(), self.results_crumb()]
        return super().crumbs()

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
    def columns(self) -> list[Any]:
        """As the table shows them."""
        return [
            Column("at", label=_("When"), accessor=moment_of),
            Column("by_name", label=_("Who")),
            Column("act", label=_("Decision"), accessor="get_act_display"),
            Column("entry_number", label=_("Entry")),
            Column("reason", label=_("Why"), accessor=reason_for),
            Column("details", label=_("Details"), accessor=details_of),
        ]

    # The spreadsheet.

    def get_filename(self) -> str:
        return f"record-{self.edition.source.year}"

    def to_row_dict(self, item: RecordEntry) -> dict[str, Any]:
        row = {name: getattr(item, name) for name in self.list_export}
        return {
            **row,
            "act": item.get_act_display(),
            "reason": reason_for(item),
            "details": details_of(item),
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if not self.is_export:
            return super().render_to_response(context, **kwargs)
        response: HttpResponse = self.as_spreadsheet(
            context["object_list"], self.request.GET["export"]
        )
        response["Cache-Control"] = "no-store, private"
        return response
