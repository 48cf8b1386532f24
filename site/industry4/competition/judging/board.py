"""What the chair and the editors see: the jury, how far it is, and what a juror has before her."""

from typing import Any

from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import Column, NumberColumn, StatusTagColumn, Table, TitleColumn

from industry4.competition.admin_views import EditionView, editions_crumb, entries_crumb
from industry4.competition.models import Entry, Proceedings, Seat
from industry4.competition.permissions import (
    is_administrator,
    may_close,
    may_follow,
    may_screen,
    may_see_scores,
    presided,
    readable_by,
    recused_from,
    seat_of,
)
from industry4.competition.ranking import Progress, progress
from industry4.competition.ways import ways

from .mine import assigned_to
from .states import Judging, state_of

PER_PAGE = 50


def is_own(user: Any, seat: Seat) -> bool:
    """Whether it is the person's own seat, and she no administrator: others decide about it."""
    return seat.user_id == user.pk and not is_administrator(user)


class BoardView(EditionView):
    """A screen for the chair and for those who run the edition."""

    header_icon = "group"

    def allowed(self) -> bool:
        return may_follow(self.request.user, self.edition)

    def crumbs(self) -> list[dict[str, Any]]:
        found = [editions_crumb()]
        if may_screen(self.request.user, self.edition):
            found.append(entries_crumb(self.edition))
        return found

    def jury_crumb(self) -> dict[str, Any]:
        """The jury of the edition."""
        return {"url": self.jury_url(), "label": _("Jury")}

    def jury_url(self) -> str:
        """Where the jury is."""
        return reverse("competition_jury:jury", args=[self.edition.key])

    def url(self, name: str, *args: Any) -> str:
        """The address of a screen of the jury."""
        return reverse(f"competition_jury:{name}", args=[self.edition.key, *args])


class JuryView(BoardView, TemplateView):
    """The jury, who has how many left, and which entries have too few scores."""

    template_name = "competition/admin/jury.html"

    def get_page_title(self) -> str:
        return _("Jury %(year)s") % {"year": self.edition.source.year}

    @cached_property
    def header_buttons(self) -> list[Any]:
        """The ways to the edition's other screens."""
        return ways(self.request.user, self.edition, "competition_jury:jury")

    def jurors(self, found: list[tuple[Seat, Progress]]) -> Table:
        """The table of jurors."""
        columns = [
            TitleColumn(
                "juror",
                label=_("Juror"),
                accessor=lambda row: row[0],
                get_url=lambda row: self.url("seat", row[0].pk),
            ),
            Column(
                "chair",
                label=_("Chair"),
                accessor=lambda row: _("Chair") if row[0].is_chair else "",
            ),
            NumberColumn("assigned", label=_("To score"), accessor=lambda row: row[1].assigned),
            NumberColumn("submitted", label=_("Submitted"), accessor=lambda row: row[1].submitted),
            NumberColumn("drafts", label=_("Drafts"), accessor=lambda row: row[1].drafts),
            NumberColumn("left", label=_("Left"), accessor=lambda row: row[1].left),
            NumberColumn("recused", label=_("Recused"), accessor=lambda row: row[1].recused),
        ]
        return Table(columns, found)

    def entries(self, found: Any) -> Table:
        """The table of entries, those with the fewest scores first."""
        seat = seat_of(self.request.user, self.edition)
        readable = (
            set(readable_by(seat).values_list("pk", flat=True)) if seat and seat.is_chair else ()
        )

        def address(row: tuple[Entry, Progress]) -> str | None:
            return self.url("score", row[0].pk) if row[0].pk in readable else None

        least = self.edition.source.least_scores

        columns = [
            TitleColumn("entry", label=_("Entry"), accessor=lambda row: row[0], get_url=address),
            Column("innovation", label=_("Innovation"), accessor=lambda row: row[0].innovation),
            NumberColumn("submitted", label=_("Scores"), accessor=lambda row: row[1].submitted),
            NumberColumn("expected", label=_("Expected"), accessor=lambda row: row[1].assigned),
            NumberColumn("recused", label=_("Recused"), accessor=lambda row: row[1].recused),
            StatusTagColumn(
                "state",
                label=_("State"),
                accessor=lambda row: (
                    _("Too few scores") if row[1].submitted < least else _("Enough scores")
                ),
                primary=lambda row: row[1].submitted >= least,
            ),
        ]
        return Table(columns, found)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user, found = self.request.user, progress(self.edition)
        least = self.edition.source.least_scores
        proceedings = Proceedings.objects.filter(edition=self.edition.key).first()
        fewest_first = sorted(found.entries, key=lambda row: (row[1].submitted, row[1].assigned))
        paginator = Paginator(fewest_first, PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        return {
            **super().get_context_data(**kwargs),
            "judging": state_of(proceedings),
            "Judging": Judging,
            "proceedings": proceedings,
            "whole": found.whole,
            "least": least,
            "refused": found.refused,
            "too_few": sum(each.submitted < least for _entry, each in found.entries),
            "out_of_reach": sum(each.assigned < least for _entry, each in found.entries),
            "jurors": self.jurors(found.jurors),
            "entries": self.entries(page),
            "entries_page": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "runs": may_screen(user, self.edition),
            "may_close": may_close(user, self.edition),
            "sees_scores": may_see_scores(user, self.edition),
        }


class SeatView(BoardView, TemplateView):
    """A juror: the entries assigned to her with the state of each sheet, and her recusals."""

    template_name = "competition/admin/seat.html"

    def find(self, **kwargs: Any) -> None:
        super().find(**kwargs)
        seats = Seat.objects.select_related("user")
        self.seat = get_object_or_404(seats, pk=kwargs["pk"], edition=self.edition.key)

    def get_page_title(self) -> str:
        return str(self.seat)

    def crumbs(self) -> list[dict[str, Any]]:
        return [*super().crumbs(), self.jury_crumb()]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        user = self.request.user
        proceedings = Proceedings.objects.filter(edition=self.edition.key).first()
        judging = state_of(proceedings)
        own, away = is_own(user, self.seat), recused_from(user, self.edition)
        presides = set(presided(user, self.seat).values_list("pk", flat=True))
        reads = may_see_scores(user, self.edition) and not (proceedings and proceedings.erased_at)
        paginator = Paginator(assigned_to(self.seat).filter(is_recused=False), PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        sheets = dict(
            self.seat.sheets.filter(submitted_at__isnull=False).values_list("entry", "pk")
        )
        assignments = dict(self.seat.assignments.values_list("entry", "pk"))
        for entry in page:
            entry.sheet = sheets.get(entry.pk)
            entry.assignment = assignments[entry.pk]
            entry.may_be_read = reads and entry.pk not in away
            entry.may_reopen = judging == Judging.OPEN and entry.pk in presides
            entry.may_recuse = judging != Judging.CLOSED and entry.pk not in away
            entry.may_take_back = entry.may_recuse and not own and not entry.sheet
        recusals: list[Any] = list(
            self.seat.recusals.select_related("entry").order_by("entry__number")
        )
        for recusal in recusals:
            recusal.may_lift = judging != Judging.CLOSED and recusal.entry_id in presides
        return {
            **super().get_context_data(**kwargs),
            "seat": self.seat,
            "may_change": may_screen(user, self.edition) and not own and judging != Judging.CLOSED,
            "entries_page": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "recusals": recusals,
        }
