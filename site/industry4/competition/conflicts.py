"""Conflicts of interest that the system proposes, from what it knows of jurors and entrants.

It decides nothing: the chair recuses. So it would rather propose one too many, and says in words
what it found, so that a person of the same name is told from the same person.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import urlsplit
from uuid import UUID

from anyascii import anyascii
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from ecosystem.models import (
    AdvisoryBoardPage,
    BoardMember,
    InitiativePage,
    InitiativePartner,
    Juror,
    MemberPage,
)
from industry4.core.public import public_pages

from .editions import Edition
from .models import Entry, Recusal, Seat

Kind = Recusal.Kind


def listed(text: str) -> frozenset[str]:
    """The words of a list that is written as a text."""
    return frozenset(text.split())


# Whose addresses say nothing of where somebody works.
PUBLIC_MAIL = listed(
    "gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com"
    " mac.com aol.com gmx.com gmx.de gmx.net web.de mail.com email.com proton.me protonmail.com"
    " pm.me zoho.com fastmail.com tutanota.com tuta.io yandex.com yandex.ru mail.ru inbox.lt"
    " inbox.lv inbox.eu mail.lt takas.lt zebra.lt one.lt centras.lt delfi.lt"
)
# What kind of company it is, which some write and others do not.
LEGAL_FORMS = listed(
    "uab ab mb ii vsi vi zub kub tub sia ou as oy ltd llc inc gmbh ag uzdaroji akcine bendrove"
    " mazoji bendrija viesoji istaiga"
)
TITLES = listed("dr prof doc habil")
# Entries that a juror may come to read.
IN_THE_RUNNING = (Entry.State.SUBMITTED, Entry.State.RETURNED, Entry.State.ELIGIBLE)


class Conflict(NamedTuple):
    """Why a juror should not judge an entry: of what kind it is, and in words."""

    kind: Kind
    words: str

    @classmethod
    def of_all(cls, found: Sequence["Conflict"]) -> "Conflict":
        """One for all that was found of a juror and an entry: of the kind found first."""
        return cls(found[0].kind, "; ".join(each.words for each in found))


@dataclass
class Party:
    """A juror or an entrant's contact person, and for whom that person stands.

    Members and the initiatives that these are in by key, organisations and the person by plain
    name, domains of e-mail and websites.
    """

    members: set[UUID]
    initiatives: set[UUID]
    names: set[str]
    domains: set[str]
    person: str


class OnBoard(NamedTuple):
    """A row of the advisory board, with the plain names of the person and the organisation."""

    row: BoardMember
    person: str
    organisation: str


@dataclass
class Known:
    """What the pages say of members, of the board and of initiatives."""

    jury: list[Juror]
    board: list[OnBoard]
    members: dict[str, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    names: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    domains: dict[UUID, set[str]] = field(default_factory=lambda: defaultdict(set))
    initiatives: dict[UUID, set[UUID]] = field(default_factory=lambda: defaultdict(set))
    titles: dict[UUID, str] = field(default_factory=dict)

    @classmethod
    def of(cls, edition: Edition) -> "Known":
        """All of it, in five queries. Members count whether public or not, other pages if public.

        What is not published yet is nothing that a juror may learn from a reason.
        """
        board = BoardMember.objects.filter(board__in=public_pages(AdvisoryBoardPage))
        known = cls(
            list(Juror.objects.filter(edition__translation_key=edition.key)),
            [
                OnBoard(row, plain_person(row.name), plain_organisation(row.organisation))
                for row in board
            ],
        )
        for key, title, email, website in MemberPage.objects.filter(alias_of=None).values_list(
            "translation_key", "title", "email", "website"
        ):
            name = plain_organisation(title)
            known.members[name].add(key)
            known.names[key].add(name)
            known.domains[key] |= domains_of(
                domain_of_mail(email), urlsplit(website).hostname or ""
            )
        initiatives = public_pages(InitiativePage).order_by("pk")
        for key, title, language, lead in initiatives.values_list(
            "translation_key", "title", "locale__language_code", "lead__translation_key"
        ):
            if key not in known.titles or language == get_language():
                known.titles[key] = title
            if lead:
                known.initiatives[lead].add(key)
        for key, partner in InitiativePartner.objects.filter(
            initiative__in=initiatives.order_by().values("pk")
        ).values_list("initiative__translation_key", "member__translation_key"):
            known.initiatives[partner].add(key)
        return known

    def party(
        self, member: UUID | None, organisations: Iterable[str], email: str, person: str
    ) -> Party:
        """Who stands for these organisations, which may be members without saying so."""
        names = {plain_organisation(name) for name in organisations} - {""}
        members = {key for name in names for key in self.members.get(name, ())}
        members |= {member} if member else set()
        for key in members:
            names |= self.names.get(key, set())
        initiatives = {each for key in members for each in self.initiatives.get(key, ())}
        domains = domains_of(domain_of_mail(email))
        return Party(members, initiatives, names, domains, plain_person(person))

    def juror(self, seat: Seat) -> Party:
        """What is known of a juror, also by her row on the edition's page."""
        user = seat.user
        if user is None:  # erased
            return self.party(None, [], "", "")
        name = user.get_full_name()
        listed = [row.organisation for row in self.jury if same_person(row.name, name)]
        return self.party(seat.works_for, listed, user.email, name)

    def entrant(self, entry: Entry) -> Party:
        """What is known of an entrant, also by the member's pages."""
        party = self.party(entry.member_key, [entry.company], entry.email, entry.contact_name)
        for key in party.members:
            party.domains |= self.domains.get(key, set())
        return party


def conflicts(
    edition: Edition, seats: Iterable[Seat] | None = None
) -> dict[tuple[int, int], list[Conflict]]:
    """Conflicts, in words of the active language, by the ids of seat and entry.

    For the seats that are given (with their `user`), or for all of the edition, and for the entries
    that are still in the running. At most seven queries.
    """
    if seats is None:
        seats = Seat.objects.filter(edition=edition.key).select_related("user")
    known = Known.of(edition)
    jurors = {seat.pk: known.juror(seat) for seat in seats}
    entries = Entry.objects.filter(edition=edition.key, state__in=IN_THE_RUNNING)
    found = {}
    for entry in entries:
        entrant = known.entrant(entry)
        for seat, juror in jurors.items():
            if between := list(conflicts_between(juror, entrant, entry, known)):
                found[seat, entry.pk] = between
    return found


def conflicts_between(
    juror: Party, entrant: Party, entry: Entry, known: Known
) -> Iterator[Conflict]:
    """Each reason why a juror should not judge an entry."""
    if juror.members & entrant.members or juror.names & entrant.names:
        words = _("Works for the entrant: %(company)s") % {"company": entry.company}
        yield Conflict(Kind.WORK, words)
    else:
        for title in sorted(known.titles[key] for key in juror.initiatives & entrant.initiatives):
            words = _("Their organisations take part in one initiative: %(title)s")
            yield Conflict(Kind.INITIATIVE, words % {"title": title})
    if juror.person and juror.person == entrant.person:
        yield Conflict(Kind.PERSONAL, _("Has the same name as the entrant’s contact person"))
    for domain in sorted(juror.domains & entrant.domains):
        words = _("Has an e-mail address of the entrant’s domain: %(domain)s") % {"domain": domain}
        yield Conflict(Kind.WORK, words)
    if juror.person in {each.person for each in known.board} - {""}:
        for words in on_the_board(juror, entrant, known):
            yield Conflict(Kind.BOARD, words)


def on_the_board(juror: Party, entrant: Party, known: Known) -> Iterator[str]:
    """That a juror, who is on the board, is there for the entrant or beside somebody of theirs."""
    told = set()  # who is listed in both languages is told once
    for row, person, organisation in known.board:
        theirs = organisation in entrant.names
        if person in told:
            continue
        if theirs and person == juror.person:
            told.add(person)
            yield _("Sits on the advisory board for the entrant: %(organisation)s") % {
                "organisation": row.organisation
            }
        elif person != juror.person and (theirs or person == entrant.person):
            told.add(person)
            yield _("Sits on the advisory board with somebody of the entrant: %(name)s") % {
                "name": row.name
            }


def words(text: str) -> list[str]:
    """The words of a text in plain small letters: `UAB „Šviesa“` is `uab`, `sviesa`."""
    return re.findall(r"[a-z0-9]+", anyascii(text).lower())


def plain_organisation(name: str) -> str:
    """An organisation's name without case, marks and legal form; "" for none."""
    found = words(name)
    return " ".join([word for word in found if word not in LEGAL_FORMS] or found)


def plain_person(name: str) -> str:
    """A person's name without case, marks and titles, whichever of its names is first."""
    return " ".join(sorted(word for word in words(name) if word not in TITLES))


def same_person(one: str, other: str) -> bool:
    """Whether two names may be of one person; of no name they are not."""
    return plain_person(one) == plain_person(other) != ""


def domain_of_mail(email: str) -> str:
    """The domain of an e-mail address, "" for none."""
    return email.rpartition("@")[2]


def domains_of(*found: str) -> set[str]:
    """Those domains that belong to an organisation, without `www.`."""
    return {domain.lower().removeprefix("www.") for domain in found} - PUBLIC_MAIL - {""}
