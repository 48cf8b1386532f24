"""The chair's decision: who is placed where, and what is asked of her before it is recorded.

The ranking proposes, the chair decides. Where she departs from it, and where entries have too few
scores, the decision is recorded only with the reason why.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ecosystem.models import CompetitionAct
from industry4.competition.editions import Edition
from industry4.competition.models import (
    Entry,
    Placement,
    Proceedings,
    RecordEntry,
    Recusal,
    record,
)
from industry4.competition.permissions import seat_of
from industry4.competition.ranking import EditionRanking, ranking

LAST_PLACE = 20


def placements_of(edition: UUID) -> list[Placement]:
    """Who is placed, by category: winners by place, then finalists.

    Entries that were withdrawn after they were placed are left out.
    """
    found = Placement.objects.filter(
        entry__edition=edition, entry__state=Entry.State.ELIGIBLE
    ).select_related("entry", "category")
    return sorted(
        found,
        key=lambda each: (each.category.name, each.place or LAST_PLACE + 1, each.entry.number),
    )


def locked_undecided(edition: UUID) -> Proceedings:
    """The proceedings of an edition that may be decided now, locked until the transaction ends.

    Raises ValidationError before judging is closed, and once the edition is decided.
    """
    proceedings = Proceedings.locked(edition)
    if not proceedings.judging_closed_at:
        raise ValidationError(_("Close the judging first."))
    if CompetitionAct.objects.filter(edition=edition).exists():
        raise ValidationError(_("The competition is decided; that cannot be undone."))
    return proceedings


@transaction.atomic
def place(edition: UUID, places: Mapping[int, int | None]) -> None:
    """Place entries, by primary key: with a place, or with None as finalists; no others.

    Texts of entries that stay placed are kept. Raises ValidationError where the edition may not be
    decided now, and for an entry that does not compete or has no category.
    """
    locked_undecided(edition)
    eligible = Entry.objects.filter(edition=edition, state=Entry.State.ELIGIBLE)
    entries = eligible.in_bulk(list(places))
    if missing := places.keys() - entries.keys():
        raise ValidationError(
            _("No such entry takes part: %(entries)s.") % {"entries": sorted(missing)}
        )
    if lacking := [entry for entry in entries.values() if entry.category_id is None]:
        raise ValidationError(
            _("No category was chosen for: %(entries)s.")
            % {"entries": ", ".join(str(entry) for entry in lacking)}
        )
    Placement.objects.filter(entry__edition=edition).exclude(entry__in=entries).delete()
    for pk, given in places.items():
        entry = entries[pk]
        values = {"place": given, "category_id": entry.category_id}
        language = "en" if entry.language == "en" else "lt"
        innovation = {f"innovation_{language}": entry.innovation}
        Placement.objects.update_or_create(
            entry=entry, defaults=values, create_defaults={**values, **innovation}
        )


def departures(found: EditionRanking, placements: Iterable[Placement]) -> list[Any]:
    """The categories in which places are not those of the ranking, by translation key.

    They are where everyone down to the last place that is given has the place of the ranking, those
    who share one included, and nobody else has any. Finalists are the chair's to choose.
    """
    given: dict[UUID, dict[int, int]] = defaultdict(dict)
    for placement in placements:
        if placement.place is not None:
            given[placement.category.translation_key][placement.entry_id] = placement.place
    ranked: dict[Any, dict[int, int]] = defaultdict(dict)
    for each in found.entries:
        ranked[each.standing.category][each.entry.pk] = each.standing.place_in_category
    return [
        category
        for category, places in given.items()
        if places
        != {pk: place for pk, place in ranked[category].items() if place <= max(places.values())}
    ]


@transaction.atomic
def decide(edition: Edition, by: Any, *, reason: str = "", accepted: str = "") -> None:
    """Record the decision, with its reasons, for good.

    `reason` is why it departs from the ranking, `accepted` why entries with too few scores, or
    sheets that do not count, are left so. A moment of publication that has passed by then holds no
    more, or results would be public within a minute, without a word. Raises ValidationError where
    the edition may not be decided now, where nobody is placed, and where a reason is missing.
    """
    proceedings = locked_undecided(edition.key)
    found, placements = ranking(edition), placements_of(edition.key)
    if not any(placement.place for placement in placements):
        raise ValidationError(_("Nobody has a place yet."))
    apart = departures(found, placements)
    lacking = {}
    if apart and not reason:
        lacking["reason"] = _("Say why the decision departs from the ranking.")
    if not found.is_sound and not accepted:
        lacking["accepted"] = _("Say why the decision is made without these scores.")
    if lacking:
        raise ValidationError(lacking)
    CompetitionAct.objects.create(
        edition=edition.key, kind=CompetitionAct.Kind.DECIDED, at=timezone.now(), by=by
    )
    seat = seat_of(by, edition)
    recused = Recusal.objects.filter(seat=seat, entry__state=Entry.State.ELIGIBLE)
    record(
        edition.key,
        RecordEntry.Act.DECIDED,
        by=by,
        reason=reason,
        placed={str(each.entry.number): each.place for each in placements},
        # By jurors, scores are known until entries are erased; what they came to stays.
        points={
            str(each.entry.number): str(each.points)
            for each in found.entries
            if each.entry.pk in {placement.entry_id for placement in placements}
        },
        departs_in=sorted(
            {each.category.name for each in placements if each.category.translation_key in apart}
        ),
        accepted=accepted,
        too_few={str(entry.number): sheets for entry, sheets in found.too_few},
        not_counted=[
            {"juror": str(juror), "entry": entry.number} for juror, entry in found.refused
        ],
        chair_recused_from=sorted(recused.values_list("entry__number", flat=True)) if seat else [],
    )
    if proceedings.publish_at and proceedings.publish_at <= timezone.now():
        proceedings.publish_at = None
        proceedings.save(update_fields=["publish_at"])
        record(edition.key, RecordEntry.Act.SCHEDULED, by=by, publish_at=None)


def in_words(placements: list[Placement]) -> str:
    """What was recorded when this was decided."""
    finalists = sum(each.place is None for each in placements)
    places = len(placements) - finalists
    said = [
        ngettext("%(count)d place", "%(count)d places", places) % {"count": places},
        ngettext("%(count)d finalist", "%(count)d finalists", finalists) % {"count": finalists},
    ]
    return _("The decision is recorded: %(places)s. Readers see it once it is published.") % {
        "places": ", ".join(said if finalists else said[:1])
    }
