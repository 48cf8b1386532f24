"""What the chair and the editors do about one entry of a juror: recuse, take back, reopen, lift.

Who is recused from the entry does none of it.
"""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from industry4.competition.admin_views import ReasonForm
from industry4.competition.models import Assignment, Recusal, ScoreSheet
from industry4.competition.permissions import is_recused, may_lift, presided

from . import jury
from .acting import JuryActView
from .board import is_own
from .forms import ConflictForm
from .sheets import reopen


class PairView(JuryActView):
    """An act about a juror and an entry, as a row brings them together; then back to the juror."""

    model: Any
    row: Any

    def find(self, **kwargs: Any) -> None:
        super().find(**kwargs)
        rows = self.model.objects.select_related("seat__user", "entry")
        self.row = get_object_or_404(rows, pk=kwargs["pk"], seat__edition=self.edition.key)

    def get_page_subtitle(self) -> str:
        return f"{self.row.seat}, {self.row.entry}"

    def get_success_url(self) -> str:
        return self.url("seat", self.row.seat_id)


class RecuseJurorView(PairView):
    """Recuses a juror from an entry that is assigned to her."""

    model = Assignment
    form_class = ConflictForm
    page_title = gettext_lazy("Recuse the juror")
    intro = gettext_lazy(
        "The juror will neither read nor score this entry. Scores that she has submitted for it"
        " will not count."
    )
    button = gettext_lazy("Yes, recuse the juror")
    done = gettext_lazy("The juror is recused from the entry.")

    def allowed(self) -> bool:
        return super().allowed() and not is_recused(self.request.user, self.row.entry)

    def act(self, form: Any) -> None:
        jury.recuse(self.row.seat, self.row.entry, form.conflict, self.request.user)


class TakeBackView(PairView):
    """Takes an entry back from a juror."""

    model = Assignment
    form_class = ReasonForm
    page_title = gettext_lazy("Take the entry back")
    warning = gettext_lazy("A draft of the juror’s scores for it will be gone.")
    button = gettext_lazy("Yes, take the entry back")
    done = gettext_lazy("The entry is no longer assigned to the juror.")

    def allowed(self) -> bool:
        user = self.request.user
        return (
            super().allowed()
            and not is_recused(user, self.row.entry)
            and not is_own(user, self.row.seat)
        )

    def act(self, form: Any) -> None:
        jury.take_back(self.row, form.cleaned_data["reason"], self.request.user)


class ReopenView(PairView):
    """Gives a submitted sheet back to its juror."""

    model = ScoreSheet
    form_class = ReasonForm
    page_title = gettext_lazy("Reopen scores")
    intro = gettext_lazy("The juror may change the scores, and has to submit them again.")
    button = gettext_lazy("Yes, reopen the scores")
    done = gettext_lazy("The scores are a draft again.")

    def allowed(self) -> bool:
        entries = presided(self.request.user, self.row.seat).filter(pk=self.row.entry_id)
        return self.row.submitted_at is not None and entries.exists()

    def act(self, form: Any) -> None:
        reopen(self.row, form.cleaned_data["reason"], self.request.user)


class LiftView(PairView):
    """Lifts a recusal."""

    model = Recusal
    form_class = ReasonForm
    page_title = gettext_lazy("Lift the recusal")
    button = gettext_lazy("Yes, lift the recusal")
    done = gettext_lazy("The recusal is lifted.")

    def allowed(self) -> bool:
        return may_lift(self.request.user, self.row)

    @property
    def intro(self) -> str:
        """What it means, with the reason that it was declared for."""
        return _(
            "The juror may read and score the entry again. The reason of the recusal was:"
            " “%(reason)s”"
        ) % {"reason": self.row.reason}

    def act(self, form: Any) -> None:
        jury.reinstate(self.row, form.cleaned_data["reason"], self.request.user)
