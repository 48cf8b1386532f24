"""Publishing results: once, in both languages, in one transaction, and never by a date alone."""

from typing import Any
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from ecosystem.models import CompetitionAct, CompetitionPage
from ecosystem.outcome import Judged
from industry4.competition.editions import Edition
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

from .announcing import draft_article
from .decision import departures, placements_of
from .pages import Honoured, honoured, show_results

Kind = CompetitionAct.Kind


def obstacles(edition: Edition) -> list[str]:
    """What stands against publishing the results of an edition now, in words."""
    found = []
    if not CompetitionAct.objects.filter(edition=edition.key, kind=Kind.DECIDED).exists():
        found.append(_("The decision is not recorded yet."))
    public = public_pages(CompetitionPage).filter(translation_key=edition.key)
    if set(public.values_list("locale__language_code", flat=True)) != set(languages()):
        found.append(_("The page of the edition is not public in both languages."))
    for placement in placements_of(edition.key):
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


def judged(edition: UUID, found: EditionRanking, placements: list[Placement]) -> Judged:
    """How an edition was judged, in numbers."""
    entries = Entry.objects.filter(edition=edition, number__isnull=False)
    submitted = entries.exclude(state__in=[Entry.State.DRAFT, Entry.State.WITHDRAWN])
    return Judged(
        entries=submitted.count(),
        eligible=entries.filter(state=Entry.State.ELIGIBLE).count(),
        jurors=Seat.objects.filter(edition=edition).count(),
        sheets=sum(each.standing.sheets for each in found.entries),
        recusals=Recusal.objects.filter(seat__edition=edition).count(),
        normalisation=found.normalisation,
        departures=len(departures(found, placements)),
    )


@transaction.atomic
def publish(key: UUID, by: Any = None) -> bool:
    """Publish the results of an edition; `by` is None where the clock does.

    Returns whether this did it: False where they are public already. Raises ValidationError with
    what stands against it, and Http404 where there is no such edition.
    """
    Proceedings.locked(key)
    if CompetitionAct.objects.filter(edition=key, kind=Kind.PUBLISHED).exists():
        return False
    edition = Edition.for_staff(key)
    if against := obstacles(edition):
        raise ValidationError(against)
    placements = placements_of(key)
    rows = honoured(edition, placements)
    show_results(edition, rows, by)
    CompetitionAct.objects.create(
        edition=key,
        kind=Kind.PUBLISHED,
        at=timezone.now(),
        by=by,
        summary=vars(judged(key, ranking(edition), placements)),
    )
    article = draft_article(edition, rows, by)
    record(
        key,
        RecordEntry.Act.PUBLISHED,
        by=by,
        by_name="" if by else the_clock(),
        placed={str(each.number): each.place for each in rows},
        not_named=sorted(unnamed(placements, rows)),
        article=article.pk if article else None,
    )
    return True


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
    """The editions whose moment has come, and whose results are not public yet."""
    done = CompetitionAct.objects.filter(kind=Kind.PUBLISHED)
    waiting = Proceedings.objects.filter(publish_at__lte=timezone.now())
    return list(
        waiting.exclude(edition__in=done.values("edition")).values_list("edition", flat=True)
    )
