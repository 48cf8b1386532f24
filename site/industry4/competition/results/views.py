"""The screens of the results: where they stand, who is placed, in which words, and when."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.paginator import Page, Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages

from ecosystem.models import CompetitionAct
from industry4.competition.admin_views import ActView
from industry4.competition.models import Entry, Placement, Proceedings
from industry4.competition.ranking import EditionRanking, RankedEntry, ranking
from industry4.competition.reading import category_names
from industry4.competition.ways import ways

from . import decision, publishing
from .access import (
    BelowResults,
    DecidingView,
    ResultsBase,
    is_decided,
    is_published,
)
from .forms import Choice, DecisionForm, MomentForm, TextsForms
from .names import Names

PER_PAGE = 20  # texts of placed entries


def as_published(placements: list[Placement]) -> list[tuple[Placement, str, str]]:
    """Placements, each with its category and the name under which it is published, both in the
    active language.
    """
    categories, names = category_names(), Names(each.entry for each in placements)
    language = get_language() or ""
    return [
        (each, categories[each.category.translation_key], names.name(each.entry, language))
        for each in placements
    ]


class ResultsView(ResultsBase, TemplateView):
    """Where the results stand, who is placed, and what is to be done next."""

    template_name = "competition/admin/results.html"

    def find(self, **kwargs: Any) -> None:
        super().find(**kwargs)
        acts = CompetitionAct.objects.filter(edition=self.edition.key).select_related("by")
        self.edition.source.acts = {act.kind: act for act in acts}

    def get_page_title(self) -> str:
        return _("Results %(year)s") % {"year": self.edition.source.year}

    @cached_property
    def header_buttons(self) -> list[Any]:
        """The ways to the edition's other screens."""
        return ways(self.request.user, self.edition, "competition_results:index")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        key = self.edition.key
        decided, published = is_decided(self.edition), is_published(self.edition)
        placements = decision.placements_of(key)
        waits = decided and not published
        return {
            **super().get_context_data(**kwargs),
            "placements": as_published(placements),
            "proceedings": Proceedings.objects.filter(edition=key).first(),
            "is_decided": decided,
            "is_published": published,
            "obstacles": publishing.obstacles(self.edition, placements) if waits else [],
            "acts": sorted(self.edition.source.acts.values(), key=lambda act: act.at),
            "decides": self.decides,
        }


class PlacesView(DecidingView, TemplateView):
    """The ranking, with what the chair decides beside it."""

    template_name = "competition/admin/places.html"
    page_title = gettext_lazy("Place entries")
    choices: dict[int, Choice]

    @cached_property
    def ranking(self) -> EditionRanking:
        """The ranking of the edition."""
        return ranking(self.edition)

    @property
    def entries(self) -> list[Entry]:
        """All that compete."""
        return [
            *(each.entry for each in self.ranking.entries),
            *(entry for entry, _sheets in self.ranking.too_few),
        ]

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        placed = {each.entry_id: each for each in decision.placements_of(self.edition.key)}
        self.choices = {
            entry.pk: Choice.stored(entry, placed.get(entry.pk)) for entry in self.entries
        }
        return super().get(request, *args, **kwargs)

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.choices = {entry.pk: Choice.typed(entry, request.POST) for entry in self.entries}
        chosen = {
            pk: int(choice.place) if choice.place else None
            for pk, choice in self.choices.items()
            if not choice.error and (choice.place or choice.is_finalist)
        }
        try:
            if any(choice.error for choice in self.choices.values()):
                raise ValidationError(_("Nothing was saved: some places are no numbers."))
            decision.place(self.edition.key, chosen)
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return super().get(request, *args, **kwargs)
        messages.success(request, _("The places are saved; they count once they are recorded."))
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "ranking": self.ranking,
            "groups": [
                (group.category, [self.row(each) for each in group.entries])
                for group in self.ranking.categories
            ],
            "unranked": [(self.choices[entry.pk], count) for entry, count in self.ranking.too_few],
            "back": self.get_success_url(),
            "last": decision.LAST_PLACE,
        }

    def row(self, each: RankedEntry) -> tuple[RankedEntry, Choice]:
        """An entry of the ranking with what is chosen for it."""
        return each, self.choices[each.entry.pk]


class TextsView(BelowResults, FormView):
    """What readers are told of those who are placed, in both languages."""

    template_name = "competition/admin/texts.html"
    page_title = gettext_lazy("Texts of the results")
    form_class = TextsForms

    @cached_property
    def placements(self) -> list[Placement]:
        """All who are placed."""
        return decision.placements_of(self.edition.key)

    @cached_property
    def placed_page(self) -> Page:
        """Those of them whose texts are shown."""
        return Paginator(self.placements, PER_PAGE).get_page(self.request.GET.get("p"))

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        kwargs.pop("initial")
        # What is sent names its entries, which by now may be on another page.
        shown = self.placements if self.request.method == "POST" else self.placed_page
        queryset = TextsForms.model.objects.filter(pk__in=[each.pk for each in shown])
        in_order = queryset.order_by(
            "category__name", F("place").asc(nulls_last=True), "entry__number"
        )
        return {**kwargs, "queryset": in_order.select_related("entry", "category")}

    def form_valid(self, form: Any) -> HttpResponse:
        if is_published(self.edition):
            messages.error(
                self.request, _("The results are published: change them on the edition’s page.")
            )
        else:
            form.save()
            messages.success(self.request, _("The texts are saved."))
            if self.placed_page.has_other_pages():
                return redirect(self.request.get_full_path())
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        page, categories = self.placed_page, category_names()
        context = super().get_context_data(**kwargs)
        return {
            **context,
            "forms": [
                (each, categories[each.instance.category.translation_key])
                for each in context["form"]
            ],
            "placed_page": page,
            "elided_page_range": page.paginator.get_elided_page_range(page.number),
            "back": self.get_success_url(),
        }


class ResultsActView(DecidingView, ActView):
    """An act of whoever decides; then back to the results."""


class DecideView(ResultsActView):
    """Records the decision."""

    form_class = DecisionForm
    page_title = gettext_lazy("Record the decision")
    intro = gettext_lazy(
        "The edition moves to the stage “Decided”, and places stay as they are. This cannot be"
        " undone."
    )
    button = gettext_lazy("Record the decision")

    @cached_property
    def ranking(self) -> EditionRanking:
        """The ranking of the edition."""
        return ranking(self.edition)

    def get_form_kwargs(self) -> dict[str, Any]:
        placements = decision.placements_of(self.edition.key)
        return {
            **super().get_form_kwargs(),
            "departs": bool(decision.departures(self.ranking, placements)),
            "lacks": not self.ranking.is_sound,
        }

    @property
    def warning(self) -> str:
        """Which entries have too few scores, which sheets do not count, and a moment gone by."""
        found = []
        if few := ", ".join(f"{entry} ({n})" for entry, n in self.ranking.too_few):
            found.append(_("Too few scores: %(entries)s.") % {"entries": few})
        if refused := ", ".join(f"{juror}, {entry}" for juror, entry in self.ranking.refused):
            found.append(_("Score sheets that do not count: %(sheets)s.") % {"sheets": refused})
        moment = Proceedings.of(self.edition.key).publish_at
        if moment and moment <= timezone.now():
            found.append(
                _(
                    "The moment that was set for the publication has passed and holds no more:"
                    " set another, or publish the results yourself."
                )
            )
        return " ".join(found)

    def act(self, form: Any) -> None:
        decision.decide(self.edition, self.request.user, **form.cleaned_data)
        self.done = decision.in_words(decision.placements_of(self.edition.key))


class ScheduleView(ResultsActView):
    """Sets the moment of publication."""

    form_class = MomentForm
    page_title = gettext_lazy("When results are published")
    intro = gettext_lazy(
        "At this moment they are published in both languages, if the decision is recorded by then"
        " and the page of the edition is public in both."
    )
    done = gettext_lazy("The moment is set.")

    def get_initial(self) -> dict[str, Any]:
        return {"publish_at": Proceedings.of(self.edition.key).publish_at}

    def act(self, form: Any) -> None:
        moment = form.cleaned_data["publish_at"]
        publishing.schedule(self.edition.key, moment, self.request.user)


class PublishView(ResultsActView):
    """Publishes the results at once."""

    page_title = gettext_lazy("Publish the results")
    intro = gettext_lazy(
        "Every reader will see the results, on the page of the edition and on those of the winners,"
        " in both languages. This cannot be undone."
    )
    button = gettext_lazy("Publish now")

    def act(self, form: Any) -> None:
        published = publishing.publish(self.edition.key, self.request.user)
        if published is None:
            self.done = _("The results were published already.")
        elif published.details["article"]:
            self.done = _("The results are published. The news of them waits as a draft.")
        else:
            self.done = _("The results are published. There is no list of news for a draft.")


def address_of_acts(edition: UUID) -> str:
    """Where the acts of an edition are recorded, for one with entries; "" for others."""
    if not Entry.objects.filter(edition=edition, number__isnull=False).exists():
        return ""
    return reverse("competition_results:index", args=[edition])
