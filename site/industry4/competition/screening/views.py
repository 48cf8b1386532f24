"""What editors see: the editions, and an entry in full with what may be decided about it."""

from typing import Any

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import NumberColumn, StatusTagColumn, Table, TitleColumn

from ecosystem.models import CompetitionAct, CompetitionCategory, CompetitionPage
from industry4.competition.admin_views import (
    EditionView,
    GuardedView,
    editions_crumb,
    entries_crumb,
)
from industry4.competition.editions import Edition
from industry4.competition.models import Entry, RecordEntry
from industry4.competition.permissions import (
    followed_by,
    follows_any,
    is_recused,
    may_screen,
    run_by,
)
from industry4.competition.reading import sections

from .acts import FROM, may_become, may_set_member, proceedings_of
from .duplicates import duplicates_of, entries_to_compare
from .members import is_called_otherwise, with_members

# How many duplicates of an entry are named; the list of entries has them all.
MOST_DUPLICATES = 20


class EditionsView(GuardedView, TemplateView):
    """The editions, latest first, each with the way to its entries or to its jury."""

    template_name = "competition/admin/editions.html"
    page_title = gettext_lazy("Competition")

    def allowed(self) -> bool:
        followed = followed_by(self.request.user)
        pages = (
            CompetitionPage.objects.filter(alias_of=None, translation_key__in=followed)
            .select_related("locale")
            .order_by("-year")
        )
        by_key: dict[Any, dict[str, CompetitionPage]] = {}
        for page in pages:
            by_key.setdefault(page.translation_key, {})[page.locale.language_code] = page
        self.editions = [
            Edition(key, dict(sorted(found.items(), key=lambda pair: pair[0] != "lt")))
            for key, found in by_key.items()
        ]
        return follows_any(self.request.user)

    def row(self, edition: Edition, counts: Any, acts: Any, runs: bool) -> dict[str, Any]:
        """An edition in the table."""
        edition.source.acts = acts
        return {
            "title": edition.page().get_admin_display_title(),
            "stage": edition.stage.label,
            "url": reverse(
                "competition_entries:index" if runs else "competition_jury:jury",
                args=[edition.key],
            ),
            **counts,
        }

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        keys = [edition.key for edition in self.editions]
        acts = CompetitionAct.of_editions(keys)
        run = run_by(self.request.user)
        found = (
            Entry.objects.filter(edition__in=keys)
            .values("edition")
            .annotate(
                entries=Count("pk"),
                submitted=Count("pk", filter=Q(state=Entry.State.SUBMITTED)),
                eligible=Count("pk", filter=Q(state=Entry.State.ELIGIBLE)),
            )
        )
        none = {"entries": 0, "submitted": 0, "eligible": 0}
        counts = {row["edition"]: row for row in found}
        columns = [
            TitleColumn("title", label=_("Edition"), get_url=lambda row: row["url"]),
            StatusTagColumn("stage", label=_("Stage")),
            NumberColumn("entries", label=_("Entries")),
            NumberColumn("submitted", label=_("Waiting for screening")),
            NumberColumn("eligible", label=_("Eligible")),
        ]
        rows = [
            self.row(edition, counts.get(edition.key, none), acts[edition.key], edition.key in run)
            for edition in self.editions
        ]
        return {**super().get_context_data(**kwargs), "table": Table(columns, rows)}


class OneEntryView(EditionView):
    """A screen about an entry, for those who screen it."""

    header_icon = "doc-full"

    def find(self, **kwargs: Any) -> None:
        super().find(**kwargs)
        self.entry = get_object_or_404(self.entries(), pk=kwargs["pk"], edition=self.edition.key)

    def entries(self) -> QuerySet[Entry]:
        """The entries, with what the screen says of one."""
        return Entry.objects.all()

    def allowed(self) -> bool:
        user = self.request.user
        return may_screen(user, self.edition) and not is_recused(user, self.entry)


class EntryView(OneEntryView, TemplateView):
    """An entry in full."""

    template_name = "competition/admin/entry.html"

    def entries(self) -> QuerySet[Entry]:
        """With the name of the category, and with the member."""
        names = CompetitionCategory.objects.filter(
            translation_key=OuterRef("category__translation_key"),
            locale__language_code=get_language(),
        )
        return with_members(Entry.objects.all()).annotate(
            category_name=Coalesce(Subquery(names.values("name")[:1]), "category__name")
        )

    def get_page_title(self) -> str:
        return str(self.entry)

    def crumbs(self) -> list[dict[str, Any]]:
        return [editions_crumb(), entries_crumb(self.edition)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry, key = self.entry, self.edition.key
        alike = duplicates_of(entry, entries_to_compare(key))
        proceedings = proceedings_of(key)
        readable = entry.submitted_at is not None
        return {
            **super().get_context_data(**kwargs),
            "entry": entry,
            "readable": readable,
            "is_called_otherwise": is_called_otherwise(entry),
            "sections": sections(entry, self.edition, with_gone=True) if readable else [],
            "consents": entry.consents.all(),
            "questions": entry.questions.all(),
            "duplicates": [
                (other, ", ".join(str(kind.label) for kind in shared))
                for other, shared in alike[:MOST_DUPLICATES]
            ],
            "more_duplicates": len(alike[MOST_DUPLICATES:]),
            "decisions": RecordEntry.objects.filter(edition=key, entry_number=entry.number)
            if entry.number
            else [],
            "may": {state: may_become(state, entry, proceedings) for state in FROM},
            "may_set_member": may_set_member(entry, proceedings),
        }
