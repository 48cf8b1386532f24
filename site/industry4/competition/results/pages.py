"""The results on the pages of an edition: public at once, in each language in its own words.

What an editor has changed on a page and not published yet stays as it is and stays unpublished;
the results are put into it as well, so that publishing it later does not take them away.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Q
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation, TranslationSource
from wagtail_localize.strings import StringValue

from ecosystem.models import CompetitionCategory, CompetitionPage, CompetitionResult, MemberPage
from industry4.competition.editions import Edition
from industry4.competition.models import Placement
from industry4.core.translation.states import State, translations_of

from .names import Names

TEXTS = ("innovation", "citation")


@dataclass(frozen=True)
class Honoured:
    """A result as it is published: of the entry with this number, in the words of each language.

    `key` is what the rows of both pages share; `names`, `categories` and `texts` are by language.
    Of a finalist there are no reasons.
    """

    key: UUID
    number: int
    place: int | None
    member: MemberPage | None
    names: dict[str, str]
    categories: dict[str, CompetitionCategory]
    texts: dict[str, dict[str, str]]

    def row(self, page: CompetitionPage, order: int) -> CompetitionResult:
        """The row of a page, not stored yet."""
        language = page.locale.language_code
        return CompetitionResult(
            translation_key=self.key,
            locale=page.locale,
            sort_order=order,
            member=self.member,
            company="" if self.member else self.names[language],
            category=self.categories[language],
            place=self.place,
            **self.texts[language],
        )


def honoured(edition: Edition, placements: Iterable[Placement]) -> list[Honoured]:
    """What is published, in the order of the edition's categories: winners, and those finalists
    who agreed to be named. Every category has to have a name in the languages of the pages.
    """
    rows: Any = edition.source.categories.select_related("category")
    order = {row.category.translation_key: number for number, row in enumerate(rows)}
    named = sorted(
        (each for each in placements if each.place is not None or each.entry.may_be_named),
        key=lambda each: order.get(each.category.translation_key, len(order)),
    )
    names = Names(each.entry for each in named)
    topics: dict[UUID, dict[str, CompetitionCategory]] = {}
    for topic in CompetitionCategory.objects.filter(
        translation_key__in={each.category.translation_key for each in named}
    ).select_related("locale"):
        topics.setdefault(topic.translation_key, {})[topic.locale.language_code] = topic
    return [
        Honoured(
            key=uuid4(),
            number=each.entry.number or 0,
            place=each.place,
            member=names.member(each.entry),
            names={code: names.name(each.entry, code) for code in edition.pages},
            categories={
                code: topics[each.category.translation_key][code] for code in edition.pages
            },
            texts={
                "lt": texts_of(each, each.innovation_lt, each.citation_lt),
                "en": texts_of(each, each.innovation_en, each.citation_en),
            },
        )
        for each in named
    ]


def texts_of(placement: Placement, innovation: str, citation: str) -> dict[str, str]:
    """What is published of a placement in a language: the jury's reasons of winners alone."""
    return {
        "innovation": innovation,
        "citation": "" if placement.place is None else citation,
    }


def show_results(edition: Edition, rows: list[Honoured], by: Any) -> None:
    """Publish the rows on every page of an edition, in a transaction.

    A translation that agreed with its source still does afterwards, and one that did not does not:
    that is measured by which of them was published last.
    """
    source = edition.source
    others = [page for page in edition.pages.values() if page.pk != source.pk]
    states = translations_of(source)
    stale = [page for page in others if states[page.locale.language_code].state == State.STALE]
    for page in stale:
        add_results(page, rows, by)
    add_results(source, rows, by)
    for page in others:
        keep_translations(source, page, rows)
        if page not in stale:
            add_results(page, rows, by)


def add_results(page: CompetitionPage, rows: list[Honoured], by: Any) -> None:
    """Publish a page as it is public now with these results, and put them into what waits."""
    live = CompetitionPage.objects.get(pk=page.pk)
    latest = live.latest_revision_id if live.has_unpublished_changes else None
    waiting = live.revisions.filter(Q(pk=latest) | Q(approved_go_live_at__isnull=False))
    drafts = [
        (revision.pk, revision.approved_go_live_at)
        for revision in waiting.exclude(pk=live.live_revision_id).order_by("created_at", "pk")
    ]
    live.results = [row.row(page, number) for number, row in enumerate(rows)]
    revision = live.save_revision(user=by, changed=True)
    # Not by the page's own `publish`, which refuses a translation with gaps: what it lacks it
    # lacked before, and what is new here has its translation.
    Page.publish(revision.as_object(), revision, user=by, skip_permission_checks=True)
    stored = list(CompetitionResult.objects.filter(edition=page.pk))
    for pk, moment in drafts:
        draft = live.revisions.get(pk=pk)
        content = draft.as_object()
        content.results = stored
        content.save_revision(user=draft.user, approved_go_live_at=moment, clean=False)
    page.refresh_from_db()


def keep_translations(source: CompetitionPage, page: CompetitionPage, rows: list[Honoured]) -> None:
    """Give wagtail-localize the words of a translation, which its editor shows and publishes."""
    found = TranslationSource.objects.filter(
        object_id=source.translation_key, locale=source.locale_id
    ).first()
    if found is None:
        return
    words = {
        f"results.{row.key}.{name}": row.texts[page.locale.language_code][name]
        for row in rows
        for name in TEXTS
    }
    segments = StringSegment.objects.filter(source=found, context__path__in=list(words))
    for segment in segments.select_related("context"):
        StringTranslation.objects.update_or_create(
            translation_of_id=segment.string_id,
            context=segment.context,
            locale=page.locale,
            defaults={
                "data": StringValue.from_plaintext(words[segment.context.path]).data,
                "translation_type": StringTranslation.TRANSLATION_TYPE_MANUAL,
            },
        )
