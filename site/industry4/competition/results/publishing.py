"""Publishing results: once, in both languages, in one transaction, and never by a date alone."""

from collections import defaultdict
from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ecosystem.models import CompetitionAct, CompetitionCategory, CompetitionPage
from ecosystem.outcome import Judged
from industry4.competition.editions import Edition
from industry4.competition.entering.tasks import mail_results
from industry4.competition.models import (
    Entry,
    Placement,
    Proceedings,
    RecordEntry,
    Recusal,
    Seat,
    record,
)
from industry4.competition.ranking import EditionRanking, ranking
from industry4.core.public import public_pages
from industry4.core.translation.states import languages

from .access import is_decided
from .announcing import draft_article
from .decision import placements_of
from .pages import Honoured, honoured, show_results

Kind = CompetitionAct.Kind


def obstacles(edition: Edition, placements: list[Placement]) -> list[str]:
    """What stands against publishing these placements of an edition now, in words."""
    found = []
    if not is_decided(edition):
        found.append(_("The decision is not recorded yet."))
    public = public_pages(CompetitionPage).filter(translation_key=edition.key)
    if set(public.values_list("locale__language_code", flat=True)) != set(languages()):
        found.append(_("The page of the edition is not public in both languages."))
    found += unfit_page(edition.source) + nameless_categories(placements)
    for placement in placements:
        for lithuanian, english in (
            (placement.innovation_lt, placement.innovation_en),
            (placement.citation_lt, placement.citation_en),
        ):
            if bool(lithuanian) != bool(english):
                found.append(
                    _("A text is there in one language only: %(entry)s.")
                    % {"entry": placement.entry}
                )
    return list(dict.fromkeys(found))


def unfit_page(page: CompetitionPage) -> list[str]:
    """Why a page cannot be saved as it is, in words.

    Asked of the source, whose dates and weights its translations have. What it refers to is there:
    the database sees to that.
    """
    keys = [field.name for field in CompetitionPage._meta.fields if field.is_relation]
    try:
        page.full_clean(exclude=keys, validate_unique=False, validate_constraints=False)
    except ValidationError as error:
        return [
            _("The page “%(page)s” has to be corrected first: %(reasons)s")
            % {"page": page, "reasons": " ".join(error.messages)}
        ]
    return []


def nameless_categories(placements: list[Placement]) -> list[str]:
    """Which categories with winners or finalists have no name in a language, in words."""
    names = {each.category.translation_key: each.category.name for each in placements}
    named: dict[UUID, set[str]] = defaultdict(set)
    for key, language in CompetitionCategory.objects.filter(translation_key__in=names).values_list(
        "translation_key", "locale__language_code"
    ):
        named[key].add(language)
    return [
        _("A category is not translated: %(name)s.") % {"name": name}
        for key, name in names.items()
        if named[key] != set(languages())
    ]


def judged(edition: UUID, found: EditionRanking) -> Judged:
    """How an edition was judged, in numbers."""
    entries = Entry.objects.filter(edition=edition, number__isnull=False)
    submitted = entries.exclude(state__in=[Entry.State.DRAFT, Entry.State.WITHDRAWN])
    # As the chair decided: whoever was withdrawn since is in neither the places nor the ranking.
    decided = RecordEntry.objects.filter(edition=edition, act=RecordEntry.Act.DECIDED).last()
    return Judged(
        entries=submitted.count(),
        eligible=entries.filter(state=Entry.State.ELIGIBLE).count(),
        jurors=Seat.objects.filter(edition=edition).count(),
        sheets=sum(each.standing.sheets for each in found.entries),
        recusals=Recusal.objects.filter(seat__edition=edition).count(),
        normalisation=found.normalisation,
        departures=len(decided.details["departs_in"]) if decided else 0,
        too_few=len(found.too_few),
        uncounted=sum(sheets for _entry, sheets in found.too_few) + len(found.refused),
    )


@transaction.atomic
def publish(key: UUID, by: Any = None) -> RecordEntry | None:
    """Publish the results of an edition; `by` is None where the clock does.

    Returns what is on the record of it, None where they are public already. Raises ValidationError
    with what stands against it, and Http404 where there is no such edition.
    """
    Proceedings.locked(key)
    if CompetitionAct.objects.filter(edition=key, kind=Kind.PUBLISHED).exists():
        return None
    edition = Edition.for_staff(key)
    placements = placements_of(key)
    if against := obstacles(edition, placements):
        raise ValidationError(against)
    rows = honoured(edition, placements)
    show_results(edition, rows, by)
    CompetitionAct.objects.create(
        edition=key,
        kind=Kind.PUBLISHED,
        at=timezone.now(),
        by=by,
        summary=vars(judged(key, ranking(edition))),
    )
    article = draft_article(edition, rows, by)
    mail_results(key)
    return record(
        key,
        RecordEntry.Act.PUBLISHED,
        by=by,
        by_name="" if by else the_clock(),
        placed={str(each.number): each.place for each in rows},
        not_named=sorted(unnamed(placements, rows)),
        article=article.pk if article else None,
    )


def unnamed(placements: list[Placement], rows: list[Honoured]) -> set[int]:
    """The numbers of finalists who did not agree to be named."""
    return {each.entry.number or 0 for each in placements} - {each.number for each in rows}


def the_clock() -> str:
    """Who acts where nobody does, in the language of the team."""
    with override(settings.LANGUAGE_CODE):
        return _("By the clock")


@transaction.atomic
def schedule(key: UUID, moment: Any, by: Any) -> None:
    """Set when results are published, or that they wait (None).

    Raises ValidationError for a moment that has passed, and once they are public.
    """
    proceedings = Proceedings.locked(key)
    if CompetitionAct.objects.filter(edition=key, kind=Kind.PUBLISHED).exists():
        raise ValidationError(_("The results are published already."))
    if moment and moment <= timezone.now():
        raise ValidationError(_("Choose a moment to come."))
    proceedings.publish_at = moment
    proceedings.save(update_fields=["publish_at"])
    record(
        key,
        RecordEntry.Act.SCHEDULED,
        by=by,
        publish_at=moment and timezone.localtime(moment).isoformat(timespec="minutes"),
    )


def due() -> list[UUID]:
    """The editions whose moment has come, and whose results are not public yet.

    None whose entries are erased: there are no names any more.
    """
    done = CompetitionAct.objects.filter(kind=Kind.PUBLISHED)
    waiting = Proceedings.objects.filter(publish_at__lte=timezone.now(), erased_at=None)
    return list(
        waiting.exclude(edition__in=done.values("edition")).values_list("edition", flat=True)
    )
