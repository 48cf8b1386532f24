"""Entries of an edition that look like the same company's."""

import re
from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from anyascii import anyascii
from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from industry4.competition.conflicts import plain_organisation
from industry4.competition.models import Entry


class Shared(TextChoices):
    """What two entries have in common."""

    CODE = "company_code", _("Same company code")
    NAME = "company", _("Same company name")
    MEMBER = "member_key", _("Same member")
    EMAIL = "email", _("Same e-mail")


def plain(text: str) -> str:
    """The text in small letters without diacritics, to be searched."""
    return anyascii(text).lower()


def marks(entry: Entry) -> dict[Shared, str]:
    """What an entry is compared by; nothing empty."""
    found = {
        Shared.CODE: re.sub(r"\W", "", entry.company_code.casefold()),
        Shared.NAME: plain_organisation(entry.company),
        Shared.MEMBER: str(entry.member_key or ""),
        Shared.EMAIL: entry.email.casefold().strip(),
    }
    return {kind: value for kind, value in found.items() if value}


def duplicates(entries: Iterable[Entry]) -> dict[int, set[Shared]]:
    """What each entry that has duplicates shares with them, by its primary key.

    `entries` are those to compare: those withdrawn are left out.
    """
    alike: dict[tuple[Shared, str], list[int]] = defaultdict(list)
    for entry in entries:
        if entry.state != Entry.State.WITHDRAWN:
            for mark in marks(entry).items():
                alike[mark].append(entry.pk)
    found: dict[int, set[Shared]] = defaultdict(set)
    for (kind, _value), keys in alike.items():
        if len(keys) > 1:
            for key in keys:
                found[key].add(kind)
    return dict(found)


def duplicates_of(entry: Entry, entries: Iterable[Entry]) -> list[tuple[Entry, list[Shared]]]:
    """The duplicates of an entry among `entries`, each with what it shares."""
    if entry.state == Entry.State.WITHDRAWN:
        return []
    own = marks(entry).items()
    others = (
        (other, [kind for kind, _value in own & marks(other).items()])
        for other in entries
        if other.pk != entry.pk and other.state != Entry.State.WITHDRAWN
    )
    return [(other, sorted(shared)) for other, shared in others if shared]


def entries_to_compare(edition: UUID) -> list[Entry]:
    """The entries of an edition with what they are compared and searched by: one query."""
    return list(
        Entry.objects.filter(edition=edition).only(
            "number",
            "state",
            "company",
            "company_code",
            "member_key",
            "email",
            "innovation",
            "submitted_at",
        )
    )
