"""What editors see: the editions, and an entry in full with what may be decided about it."""

from typing import Any

from django.db.models import Count, Q
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin.ui.tables import NumberColumn, StatusTagColumn, Table, TitleColumn

from ecosystem.models import CompetitionAct, CompetitionPage, MemberPage
from industry4.competition.admin_views import (
    EditionView,
    GuardedView,
    editions_crumb,
    entries_crumb,
)
from industry4.competition.editions import Edition
from industry4.competition.models import Entry, Proceedings, RecordEntry
from industry4.competition.permissions import (
    followed_pages,
    follows_any,
    is_recused,
    may_screen,
    screened_pages,
)
from industry4.competition.reading import category_names, sections

from .acts import FROM, may_become
from .duplicates import duplicates, entries_to_compare


class EditionsView(GuardedView, TemplateView):
    """The editions, latest first, each with the way to its entries or to its jury."""

    template_name = "competition/admin/editions.html"
    page_title = gettext_lazy("Competition")

    def allowed(self) -> bool:
        pages = followed_pages(self.request.user).select_related("locale").order_by("-year")
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
        run = set(screened_pages(self.request.user).values_list("translation_key", flat=True))
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
        entries = Entry.objects.select_related("category")
        self.entry = get_object_or_404(entries, pk=kwargs["pk"], edition=self.edition.key)

    def allowed(self) -> bool:
        user = self.request.user
        return may_screen(user, self.edition) and not is_recused(user, self.entry)


class EntryView(OneEntryView, TemplateView):
    """An entry in full."""

    template_name = "competition/admin/entry.html"

    def get_page_title(self) -> str:
        return str(self.entry)

    def crumbs(self) -> list[dict[str, Any]]:
        return [editions_crumb(), entries_crumb(self.edition)]

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        entry, key = self.entry, self.edition.key
        compared = {each.pk: each for each in entries_to_compare(key)}
        proceedings = Proceedings.objects.filter(edition=key).first()
        readable = entry.submitted_at is not None
        category = entry.category and category_names()[entry.category.translation_key]
        return {
            **super().get_context_data(**kwargs),
            "entry": entry,
            "category": category,
            "member": member_of(entry),
            "readable": readable,
            "sections": sections(entry, self.edition) if readable else [],
            "consents": entry.consents.all(),
            "questions": entry.questions.select_related("asked_by"),
            "duplicates": [
                (compared[each.other], each.shared.label)
                for each in duplicates(compared.values()).get(entry.pk, [])
            ],
            "decisions": RecordEntry.objects.filter(edition=key, entry_number=entry.number)
            if entry.number
            else [],
            "may": {state: may_become(state, entry, proceedings) for state in FROM},
        }


def member_of(entry: Entry) -> MemberPage | None:
    """The page of the member that the company says it is, or None."""
    if not entry.member_key:
        return None
    return MemberPage.objects.filter(translation_key=entry.member_key, alias_of=None).first()
