"""What a juror sees first: the entries assigned to her, and how far she is."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, StatusTagColumn, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from ecosystem.models import CompetitionPage
from industry4.competition.admin_views import EditionView, GuardedView
from industry4.competition.models import Entry, Recusal, ScoreSheet, Seat
from industry4.competition.permissions import is_of_jury, seat_of, seats_of
from industry4.competition.reading import category_names

from .states import Judging, judging_of

PER_PAGE = 50


def assigned_to(seat: Seat) -> QuerySet[Any]:
    """The eligible entries assigned to a juror, with `is_recused`, `submitted` and `scored`.

    `submitted` is the moment, `scored` how many criteria have a score; None without a sheet.
    """
    sheets = ScoreSheet.objects.filter(seat=seat, entry=OuterRef("pk"))
    has_value = Q(scores__value__isnull=False)
    scored = sheets.annotate(scored=Count("scores", filter=has_value)).values("scored")
    return Entry.objects.filter(
        edition=seat.edition, state=Entry.State.ELIGIBLE, assignments__seat=seat
    ).annotate(
        is_recused=Exists(Recusal.objects.filter(seat=seat, entry=OuterRef("pk"))),
        submitted=Subquery(sheets.values("submitted_at")),
        scored=Subquery(scored),
    )


class FirstView(GuardedView, TemplateView):
    """Where a juror comes in: leads to her latest edition, or says that there is none yet."""

    template_name = "competition/admin/no_seat.html"
    page_title = gettext_lazy("My entries")

    def allowed(self) -> bool:
        return is_of_jury(self.request.user)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        pages = CompetitionPage.objects.filter(translation_key__in=seats_of(request.user))
        latest = pages.order_by("-year").first()
        if latest is None:
            return super().get(request, *args, **kwargs)
        return redirect("competition_jury:mine", latest.translation_key)


class StateFilter(django_filters.ChoiceFilter):
    """By what is still to be done."""

    conditions = {
        "todo": Q(is_recused=False, submitted__isnull=True),
        "submitted": Q(is_recused=False, submitted__isnull=False),
        "recused": Q(is_recused=True),
    }

    def filter(self, qs: QuerySet, value: str | None) -> QuerySet:
        return qs.filter(self.conditions[value]) if value else qs


class MyEntriesFilterSet(WagtailFilterSet):
    """By the state of the juror's sheet."""

    sheet = StateFilter(
        label=gettext_lazy("State"),
        empty_label=gettext_lazy("All entries"),
        choices=[
            ("todo", gettext_lazy("Still to be scored")),
            ("submitted", gettext_lazy("Submitted")),
            ("recused", gettext_lazy("Recused")),
        ],
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Entry
        fields: list[str] = []


class JurorView(EditionView):
    """A screen for a juror of the edition."""

    def allowed(self) -> bool:
        seat = seat_of(self.request.user, self.edition)
        if seat is None:
            return False
        self.seat = seat
        return True

    def mine_crumb(self) -> dict[str, Any]:
        """The juror's list."""
        return {
            "url": reverse("competition_jury:mine", args=[self.edition.key]),
            "label": _("My entries"),
        }


class MyEntriesView(JurorView, BaseListingView):
    """The entries assigned to a juror, each with the state of her sheet."""

    page_title = gettext_lazy("My entries")
    header_icon = "list-ul"
    template_name = "competition/admin/listing.html"
    results_template_name = "competition/admin/my_entries_results.html"
    paginate_by = PER_PAGE
    filterset_class = MyEntriesFilterSet
    default_ordering = "number"
    verbose_name_plural = Entry._meta.verbose_name_plural

    def get_index_url(self) -> str:
        return reverse("competition_jury:mine", args=[self.edition.key])

    def get_index_results_url(self) -> str:
        return reverse("competition_jury:mine_results", args=[self.edition.key])

    @cached_property
    def judging(self) -> Judging:
        """How far the judging is."""
        return judging_of(self.edition.key)

    def get_base_queryset(self) -> QuerySet[Entry]:
        return assigned_to(self.seat)

    def get_filterset_kwargs(self) -> dict[str, Any]:
        return {**super().get_filterset_kwargs(), "queryset": self.get_base_queryset()}

    def state_of(self, entry: Any) -> str:
        """What the juror has done with an entry, in words."""
        if entry.is_recused:
            return _("Recused")
        if entry.submitted:
            return _("Submitted")
        if entry.scored is None:
            return _("Not begun")
        return _("Draft: %(done)d of %(all)d") % {
            "done": entry.scored,
            "all": len(self.edition.criteria),
        }

    def address_of(self, entry: Any) -> str | None:
        """Where an entry is read, None for one that may not be."""
        if entry.is_recused or self.judging == Judging.NOT_OPEN:
            return None
        return reverse("competition_jury:score", args=[self.edition.key, entry.pk])

    @cached_property
    def columns(self) -> list[Any]:
        """As the table shows them."""
        names = category_names()
        conflict = ConflictColumn("conflict", label=_("Conflict of interest"), accessor="pk")
        return [
            Column("number", label=_("No."), sort_key="number"),
            TitleColumn(
                "innovation",
                label=_("Entry"),
                accessor=lambda entry: entry.innovation or entry.company,
                get_url=self.address_of,
            ),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor=self.state_of,
                primary=lambda entry: bool(entry.submitted) and not entry.is_recused,
            ),
            *([conflict] if self.judging != Judging.CLOSED else []),
            Column("company", label=_("Company"), sort_key="company"),
            Column(
                "category",
                label=_("Category"),
                accessor=lambda entry: (
                    names[entry.category.translation_key] if entry.category else ""
                ),
            ),
        ]

    def get_queryset(self) -> QuerySet[Entry]:
        return super().get_queryset().select_related("category")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = assigned_to(self.seat)
        todo, done = StateFilter.conditions["todo"], StateFilter.conditions["submitted"]
        others = CompetitionPage.objects.filter(
            translation_key__in=seats_of(self.request.user), locale__language_code="lt"
        ).exclude(translation_key=self.edition.key)
        return {
            **super().get_context_data(**kwargs),
            "judging": self.judging,
            "done": mine.filter(done).count(),
            "left": mine.filter(todo).count(),
            "others": others.order_by("-year"),
        }


class ConflictColumn(Column):
    """The way to declare a conflict of interest, where there is none yet."""

    cell_template_name = "competition/admin/conflict_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        address = reverse("competition_jury:recuse", args=[instance.edition, instance.pk])
        return {
            **super().get_cell_context_data(instance, parent_context),
            "recuse_url": "" if instance.is_recused else address,
        }
