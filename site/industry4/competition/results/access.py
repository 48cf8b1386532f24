"""Who sees the results of an edition before readers do, and the way to their screens."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from ecosystem.models import CompetitionAct
from industry4.competition.admin_views import EditionView, editions_crumb, entries_crumb
from industry4.competition.editions import Edition
from industry4.competition.models import Proceedings
from industry4.competition.permissions import may_follow, may_screen, may_see_scores


def is_decided(edition: Edition) -> bool:
    """Whether the decision is on record."""
    return CompetitionAct.Kind.DECIDED in edition.source.acts


def is_published(edition: Edition) -> bool:
    """Whether the results are public."""
    return CompetitionAct.Kind.PUBLISHED in edition.source.acts


def is_erased(edition: Edition) -> bool:
    """Whether it is no longer known who judged what."""
    return Proceedings.objects.filter(edition=edition.key, erased_at__isnull=False).exists()


def may_decide(user: Any, edition: Edition) -> bool:
    """Whether the person decides and publishes: whoever sees the scores."""
    return may_see_scores(user, edition)


def may_see_decision(user: Any, edition: Edition) -> bool:
    """Whether the person sees who is placed: those who run the edition once it is decided."""
    return may_decide(user, edition) or (is_decided(edition) and may_screen(user, edition))


def may_see_record(user: Any, edition: Edition) -> bool:
    """Whether the person sees the record of decisions."""
    return may_follow(user, edition)


class ResultsBase(EditionView):
    """A screen below the results of an edition."""

    def allowed(self) -> bool:
        return self.decides or may_see_decision(self.request.user, self.edition)

    @cached_property
    def decides(self) -> bool:
        """Whether the person who looks decides."""
        return may_decide(self.request.user, self.edition)

    def url(self, name: str, *args: Any) -> str:
        """The address of a screen of the results."""
        return reverse(f"competition_results:{name}", args=[self.edition.key, *args])

    def crumbs(self) -> list[dict[str, Any]]:
        if may_screen(self.request.user, self.edition):
            return [editions_crumb(), entries_crumb(self.edition)]
        jury = reverse("competition_jury:jury", args=[self.edition.key])
        return [{"url": jury, "label": _("Jury %(year)s") % {"year": self.edition.source.year}}]

    def results_crumb(self) -> dict[str, Any]:
        """The results of the edition."""
        return {
            "url": self.url("index"),
            "label": _("Results %(year)s") % {"year": self.edition.source.year},
        }


class BelowResults(ResultsBase):
    """A screen from which one comes back to the results."""

    def crumbs(self) -> list[dict[str, Any]]:
        return [*super().crumbs(), self.results_crumb()]

    def get_success_url(self) -> str:
        """Back to the results."""
        return self.url("index")


class DecidingView(BelowResults):
    """A screen of whoever decides."""

    def allowed(self) -> bool:
        return self.decides and not is_erased(self.edition)
