"""What a juror is asked by: the criteria of the edition, in the juror's words."""

from typing import NamedTuple
from uuid import UUID

from ecosystem.models import Criterion
from industry4.competition.editions import Edition


class Asked(NamedTuple):
    """A criterion: which it is and how it counts by the source, its words in another language."""

    translation_key: UUID
    weight: int
    scale: int
    name: str
    description: str
    guidance: str


def asked(edition: Edition) -> list[Asked]:
    """The criteria of an edition, in the active language where there is a translation: one query.

    A translation may lag behind: which criteria there are, and their scales, the source says.
    """
    source, page = edition.source.pk, edition.page().pk
    rows = list(Criterion.objects.filter(edition__in=[source, page]))
    words = {row.translation_key: row for row in rows if row.edition_id == page}
    found = []
    for row in (row for row in rows if row.edition_id == source):
        text = words.get(row.translation_key, row)
        found.append(
            Asked(
                row.translation_key,
                row.weight,
                row.scale,
                text.name,
                text.description,
                text.guidance,
            )
        )
    return found
