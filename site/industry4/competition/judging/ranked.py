"""The ranking as the chair sees it, what stands against it, and the scores that it is made of."""

from typing import Any

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from industry4.competition.models import Entry, Proceedings
from industry4.competition.permissions import is_recused, may_see_scores, recused_from
from industry4.competition.ranking import ranking
from industry4.competition.ways import ways

from .board import BoardView
from .criteria import asked
from .states import Judging, state_of


class ScoresBase(BoardView, TemplateView):
    """A screen for those who see what jurors have given."""

    header_icon = "list-ol"

    def allowed(self) -> bool:
        return may_see_scores(self.request.user, self.edition)

    def crumbs(self) -> list[dict[str, Any]]:
        return [*super().crumbs(), self.jury_crumb()]


class RankingView(ScoresBase):
    """The entries by category, best first."""

    template_name = "competition/admin/ranking.html"
    page_title = gettext_lazy("Ranking")

    @cached_property
    def header_buttons(self) -> list[Any]:
        """The ways to the edition's other screens."""
        return ways(self.request.user, self.edition, "competition_jury:ranking")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        proceedings = Proceedings.objects.filter(edition=self.edition.key).first()
        return {
            **super().get_context_data(**kwargs),
            "ranking": ranking(self.edition),
            "normalisation": self.edition.source.get_normalisation_display(),
            "is_final": state_of(proceedings) == Judging.CLOSED,
            "erased_at": proceedings and proceedings.erased_at,
            "away": recused_from(self.request.user, self.edition),
        }


class ScoresView(ScoresBase):
    """What jurors have submitted for an entry, with their comments.

    Not for whoever is recused from it; and not after the erasure, when no sheet is one juror's.
    """

    template_name = "competition/admin/scores.html"

    def find(self, **kwargs: Any) -> None:
        super().find(**kwargs)
        entries = Entry.objects.filter(edition=self.edition.key, state=Entry.State.ELIGIBLE)
        self.entry = get_object_or_404(entries, pk=kwargs["pk"])

    def allowed(self) -> bool:
        erased = Proceedings.objects.filter(edition=self.edition.key, erased_at__isnull=False)
        return (
            super().allowed()
            and not is_recused(self.request.user, self.entry)
            and not erased.exists()
        )

    def get_page_title(self) -> str:
        return _("Scores: %(entry)s") % {"entry": self.entry}

    def get_page_subtitle(self) -> str:
        return self.entry.innovation

    def crumbs(self) -> list[dict[str, Any]]:
        ranking_url = reverse("competition_jury:ranking", args=[self.edition.key])
        return [*super().crumbs(), {"url": ranking_url, "label": _("Ranking")}]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        criteria = asked(self.edition)
        away = set(self.entry.recusals.values_list("seat", flat=True))
        found = self.entry.sheets.filter(submitted_at__isnull=False).select_related("seat__user")
        sheets = []
        for sheet in found.order_by("submitted_at").prefetch_related("scores"):
            scores = {score.criterion: score for score in sheet.scores.all()}
            given = [(each, scores.get(each.translation_key)) for each in criteria]
            sheets.append((sheet, given, sheet.seat_id in away))
        return {**super().get_context_data(**kwargs), "entry": self.entry, "sheets": sheets}
