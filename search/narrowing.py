"""What results are narrowed by: kind, days, and the sector and municipality of members."""

import datetime
from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from wagtail.models import Page

from ecosystem.models import InitiativePage, MemberPage
from industry4.core.public import public_pages
from news.models import ArticlePage, EventPage


@dataclass(frozen=True)
class Narrowing:
    """What only is wanted; empty values narrow nothing.

    `kind` is a name of `kinds`, `sector` a slug, `municipality` a value of the members' own;
    `since` and `until` are days of Lithuania.
    """

    kind: str = ""
    since: datetime.date | None = None
    until: datetime.date | None = None
    sector: str = ""
    municipality: str = ""

    @property
    def days(self) -> Q:
        """The condition on indexed objects: published or taking place between the days."""
        condition = Q()
        if self.since:
            # Without an end it goes on; with neither day it is of no time at all.
            condition &= Q(last_day__gte=self.since.toordinal()) | Q(
                last_day=None, first_day__isnull=False
            )
        if self.until:
            condition &= Q(first_day__lte=self.until.toordinal())
        return condition

    @property
    def of_members(self) -> bool:
        """Whether only what has to do with some members is wanted."""
        return bool(self.sector or self.municipality)

    def pages(self) -> QuerySet[Page]:
        """The members of the sector and of the municipality, and what they have a part in.

        That is the initiatives that they lead or are partners of, the events that they organise
        and the articles about them, of all languages.
        """
        members: Any = public_pages(MemberPage)
        if self.sector:
            members = members.in_sector(self.sector)
        if self.municipality:
            members = members.filter(municipality=self.municipality)
        # References keep the Lithuanian page's id, in whichever language they are read.
        keys = members.order_by().values("translation_key")
        same = MemberPage.objects.filter(translation_key__in=keys).order_by().values("pk")
        parts = (
            InitiativePage.objects.filter(Q(lead__in=same) | Q(partners__member__in=same)),
            EventPage.objects.filter(organisers__member__in=same),
            ArticlePage.objects.filter(subjects__subject__in=same),
        )
        related = Q(pk__in=same)
        for part in parts:
            related |= Q(pk__in=part.order_by().values("pk"))
        return Page.objects.filter(related)
