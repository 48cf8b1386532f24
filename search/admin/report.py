"""The report on what visitors search for: above all, for what they find nothing."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

import django_filters
from django import forms
from django.conf import settings
from django.db.models import Max, OuterRef, QuerySet, Subquery, Sum
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import ButtonsColumnMixin, Column, NumberColumn, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.admin.widgets.button import Button
from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.permissions import policy_registry

from search.models import Asked

Row = dict[str, Any]

# What makes a spreadsheet take a text for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


def searches() -> QuerySet[Any, Any]:
    """The same words in a language, all days together: `total`, `last` day, `results` on it."""
    last = Asked.objects.filter(words=OuterRef("words"), language=OuterRef("language"))
    return (
        Asked.objects.order_by()
        .values("words", "language")
        .annotate(
            total=Sum("times"),
            last=Max("day"),
            results=Subquery(last.order_by("-day").values("found")[:1]),
        )
    )


def may_promote(user: Any, *actions: str) -> bool:
    """Whether the user may do one of these to promoted results; without actions: anything."""
    policy = policy_registry.get_by_type(SearchPromotion)
    return policy.user_has_any_permission(user, actions or ("add", "change", "delete"))


def language_of(row: Row) -> str:
    """The name of the language that was searched."""
    return str(dict(settings.LANGUAGES).get(row["language"], row["language"]))


def last_day(row: Row) -> str:
    """The day of the last search, in figures."""
    return date_format(row["last"], "SHORT_DATE_FORMAT")


def harmless(words: str) -> str:
    """The words as a spreadsheet shows them, whatever a visitor typed: never a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words


class ResultsFilter(django_filters.ChoiceFilter):
    """What found nothing, unless asked otherwise: that is what editors can do something about."""

    def filter(self, qs: QuerySet, value: str | None) -> QuerySet:
        if value == "all":
            return qs
        return qs.filter(results__gt=0) if value == "some" else qs.filter(results=0)


class PeriodFilter(django_filters.ChoiceFilter):
    """The days counted, back from today."""

    def filter(self, qs: QuerySet, value: str | None) -> QuerySet:
        if not value:
            return qs
        return qs.filter(day__gt=timezone.localdate() - timedelta(days=int(value)))


class SearchesFilterSet(WagtailFilterSet):
    """By results, by language, by time."""

    results = ResultsFilter(
        label=_("Results"),
        empty_label=_("Nothing was found"),
        choices=[("some", _("Something was found")), ("all", _("All searches"))],
        widget=forms.RadioSelect,
    )
    language = django_filters.ChoiceFilter(
        label=_("Language"),
        empty_label=_("All languages"),
        choices=settings.LANGUAGES,
        widget=forms.RadioSelect,
    )
    period = PeriodFilter(
        label=_("Period"),
        empty_label=_("As long as searches are kept"),
        choices=[("7", _("The last 7 days")), ("30", _("The last 30 days"))],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Asked
        fields: list[str] = []


class WordsColumn(ButtonsColumnMixin, TitleColumn):
    """The words, and the way to promote a result for them."""

    def get_buttons(self, instance: Row, parent_context: Any) -> list[Button]:
        if not may_promote(parent_context["request"].user, "add"):
            return []
        address = reverse("wagtailsearchpromotions:add")
        words = urlencode({"query_string": instance["words"]})
        said = _("Promote a result for “%(words)s”") % {"words": instance["words"]}
        return [
            Button(
                _("Promote"),
                url=f"{address}?{words}",
                classname="w-whitespace-nowrap",
                attrs={"aria-label": said},
            )
        ]


class SearchesReportView(ReportView):
    """The words, how often and when they were searched for, and how much is found today."""

    page_title = _("What visitors search for")
    header_icon = "search"
    results_template_name = "search/admin/report_results.html"
    index_url_name = "searches_report"
    index_results_url_name = "searches_report_results"
    filterset_class = SearchesFilterSet
    any_permission_required = ["add", "change", "delete"]
    is_searchable = True
    search_fields = ["words"]
    default_ordering = "-total"
    no_results_message = _("There are no such searches.")
    columns = [
        WordsColumn("words", label=_("Words"), sort_key="words"),
        Column("language", label=_("Language"), accessor=language_of, sort_key="language"),
        NumberColumn("total", label=_("Times"), sort_key="total"),
        NumberColumn("results", label=_("Found"), sort_key="results"),
        Column("last", label=_("Last time"), accessor=last_day, sort_key="last"),
    ]
    export_filename = "searches"
    list_export = ["words", "language", "total", "results", "last"]
    export_headings = {column.name: column.label for column in columns}
    custom_field_preprocess = {"words": {"csv": harmless}}

    @cached_property
    def permission_policy(self) -> Any:
        """Those who can do something about it see what is searched for."""
        return policy_registry.get_by_type(SearchPromotion)

    def get_base_queryset(self) -> QuerySet[Any, Any]:
        return searches()

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "queryset": searches()}

    def stream_csv(self, queryset: QuerySet) -> Iterator[bytes]:
        # Written at once: a stream is read when the language of the reader is no longer active.
        return iter(list(super().stream_csv(queryset)))

    def order_queryset(self, queryset: QuerySet) -> QuerySet:
        return queryset.order_by(self.ordering, "words", "language")
