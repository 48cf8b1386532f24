"""The ranking as the chair sees it, ties as ties, and what stands against it."""

from typing import Any

from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView

from industry4.competition.models import Proceedings
from industry4.competition.permissions import may_see_scores
from industry4.competition.ranking import ranking

from .board import BoardView
from .states import Judging, state_of


class RankingView(BoardView, TemplateView):
    """The entries by category, best first."""

    template_name = "competition/admin/ranking.html"
    page_title = gettext_lazy("Ranking")
    header_icon = "list-ol"

    def allowed(self) -> bool:
        return may_see_scores(self.request.user, self.edition)

    def crumbs(self) -> list[dict[str, Any]]:
        return [*super().crumbs(), self.jury_crumb()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        proceedings = Proceedings.objects.filter(edition=self.edition.key).first()
        return {
            **super().get_context_data(**kwargs),
            "ranking": ranking(self.edition),
            "normalisation": self.edition.source.get_normalisation_display(),
            "is_final": state_of(proceedings) == Judging.CLOSED,
            "erased_at": proceedings and proceedings.erased_at,
        }
