"""The screens on which jurors are appointed, entries assigned, and judging opened and closed.

What is done about one entry of a juror is in `pairs`.
"""

from typing import Any

from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from industry4.competition.admin_views import ActView, ReasonForm
from industry4.competition.conflicts import conflicts
from industry4.competition.models import Assignment, Entry, Recusal, Seat
from industry4.competition.permissions import is_administrator, is_chair, may_close, may_screen
from industry4.competition.ranking import progress

from . import jury
from .board import BoardView, is_own
from .forms import AssignForm, NewSeatForm, SeatForm


class JuryActView(BoardView, ActView):
    """An act of the chair or of those who run the edition; then back to the jury."""

    def get_success_url(self) -> str:
        return self.jury_url()

    def crumbs(self) -> list[dict[str, Any]]:
        return [*super().crumbs(), self.jury_crumb()]


class RunView(JuryActView):
    """An act of those who run the edition."""

    def allowed(self) -> bool:
        return may_screen(self.request.user, self.edition)


class OneSeatView(RunView):
    """An act about a seat: not a person's own, by which a recusal could be shed."""

    def find(self, **kwargs: Any) -> None:
        super().find(**kwargs)
        seats = Seat.objects.select_related("user")
        self.seat = get_object_or_404(seats, pk=kwargs["pk"], edition=self.edition.key)

    def allowed(self) -> bool:
        return super().allowed() and not is_own(self.request.user, self.seat)

    def get_page_subtitle(self) -> str:
        return str(self.seat)


class AddSeatView(RunView):
    """Appoints a juror."""

    form_class = NewSeatForm
    page_title = gettext_lazy("Appoint a juror")
    button = gettext_lazy("Appoint")
    done = gettext_lazy("The juror is appointed.")

    def get_form_kwargs(self) -> dict[str, Any]:
        user = self.request.user
        but = None if is_administrator(user) else user
        return {**super().get_form_kwargs(), "edition": self.edition.key, "but": but}

    def act(self, form: Any) -> None:
        jury.seat(self.edition.key, by=self.request.user, **form.cleaned_data)


class EditSeatView(OneSeatView):
    """Changes a seat."""

    form_class = SeatForm
    page_title = gettext_lazy("Change the seat")
    done = gettext_lazy("The seat is changed.")

    def get_initial(self) -> dict[str, Any]:
        return {"is_chair": self.seat.is_chair, "works_for": str(self.seat.works_for or "")}

    def act(self, form: Any) -> None:
        jury.change(self.seat, self.request.user, **form.cleaned_data)


class UnseatView(OneSeatView):
    """Dismisses a juror."""

    form_class = ReasonForm
    page_title = gettext_lazy("Dismiss")
    warning = gettext_lazy("What is assigned to the juror, and drafts of scores, will be gone.")
    button = gettext_lazy("Yes, dismiss the juror")
    done = gettext_lazy("The juror is dismissed.")

    def act(self, form: Any) -> None:
        jury.unseat(self.seat, self.request.user, form.cleaned_data["reason"])


class AssignView(RunView):
    """Assigns entries to jurors; conflicts of interest are proposed before."""

    form_class = AssignForm
    page_title = gettext_lazy("Assign entries")
    button = gettext_lazy("Assign")

    def allowed(self) -> bool:
        return super().allowed() or is_chair(self.request.user, self.edition)

    def get_form_kwargs(self) -> dict[str, Any]:
        key = self.edition.key
        seats = list(Seat.objects.filter(edition=key).select_related("user"))
        entries = list(Entry.objects.filter(edition=key, state=Entry.State.ELIGIBLE))
        of_edition = {"seat__edition": key}
        recused = set(Recusal.objects.filter(**of_edition).values_list("seat", "entry"))
        eligible = {entry.pk for entry in entries}
        return {
            **super().get_form_kwargs(),
            "seats": seats,
            "entries": entries,
            "assigned": set(Assignment.objects.filter(**of_edition).values_list("seat", "entry")),
            "conflicts": {
                pair: reasons
                for pair, reasons in conflicts(self.edition, seats).items()
                if pair not in recused and pair[1] in eligible
            },
        }

    def act(self, form: Any) -> None:
        seats, entries, recused = form.chosen
        by = self.request.user
        count = jury.assign(self.edition.key, seats, entries, by, recused, but=form.unseen)
        self.done = ngettext("%(count)d new assignment.", "%(count)d new assignments.", count) % {
            "count": count
        }


class OpenView(RunView):
    """Opens the judging."""

    page_title = gettext_lazy("Open judging")
    button = gettext_lazy("Yes, open judging")
    done = gettext_lazy("Judging is open.")

    def allowed(self) -> bool:
        return super().allowed() or is_chair(self.request.user, self.edition)

    @property
    def intro(self) -> str:
        """What it means, with the normalisation that it fixes."""
        return _(
            "Jurors may read and score what is assigned to them. Criteria and normalisation stay as"
            " they are from now on. Normalisation: %(normalisation)s."
        ) % {"normalisation": self.edition.source.get_normalisation_display()}

    def act(self, form: Any) -> None:
        jury.open_judging(self.edition, self.request.user)


class CloseView(JuryActView):
    """Closes the judging."""

    page_title = gettext_lazy("Close judging")
    intro = gettext_lazy("No scores are taken after it. This cannot be undone.")
    button = gettext_lazy("Yes, close judging")
    done = gettext_lazy("Judging is closed.")

    def allowed(self) -> bool:
        return may_close(self.request.user, self.edition)

    @property
    def warning(self) -> str:
        """What would be left undone."""
        found, least = progress(self.edition), self.edition.source.least_scores
        left = found.whole.left
        too_few = sum(each.submitted < least for _entry, each in found.entries)
        said = [
            ngettext(
                "%(count)d assigned entry is not scored.",
                "%(count)d assigned entries are not scored.",
                left,
            )
            % {"count": left},
            ngettext(
                "%(count)d entry has too few scores and will get no place in the ranking.",
                "%(count)d entries have too few scores and will get no place in the ranking.",
                too_few,
            )
            % {"count": too_few},
        ]
        return " ".join(text for text, count in zip(said, (left, too_few), strict=True) if count)

    def act(self, form: Any) -> None:
        jury.close_judging(self.edition.key, self.request.user)
