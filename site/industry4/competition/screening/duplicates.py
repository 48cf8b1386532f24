"""Entries of an edition that look like the same company's."""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import permutations
from typing import NamedTuple
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


class Duplicate(NamedTuple):
    """Another entry, by its primary key, and what it has in common with the one."""

    other: int
    shared: Shared


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


def duplicates(entries: Iterable[Entry]) -> dict[int, list[Duplicate]]:
    """The duplicates of each entry that has some, by its primary key.

    `entries` are those to compare: those withdrawn are left out.
    """
    alike: dict[tuple[Shared, str], list[int]] = defaultdict(list)
    for entry in entries:
        if entry.state != Entry.State.WITHDRAWN:
            for mark in marks(entry).items():
                alike[mark].append(entry.pk)
    found: dict[int, list[Duplicate]] = defaultdict(list)
    for (kind, _value), keys in alike.items():
        for one, other in permutations(keys, 2):
            found[one].append(Duplicate(other, kind))
    return dict(found)


def entries_to_compare(edition: UUID) -> list[Entry]:
    """The entries of an edition with what they are compared and searched by: one query."""
    return list(
        Entry.objects.filter(edition=edition).only(
            "number", "state", "company", "company_code", "member_key", "email", "innovation"
        )
    )
