"""The events that members organise, for their pages and for apps alike."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Case, F, Q, When, Window
from django.db.models.functions import DenseRank
from django.utils import timezone
from wagtail.models import Page

from industry4.core.public import public_pages
from news.models import EventPage

AT_MOST = 3


def events_of_members(members: Iterable[Page]) -> dict[tuple[UUID, int], list[Any]]:
    """The events of each member in its language, by its translation key and the key of its locale.

    Three at most: the next ones, soonest first, then those that have been, latest first. One query.
    """
    upcoming = Q(ends_at__gte=timezone.now())
    order = (
        Case(When(upcoming, then=0), default=1),
        Case(When(upcoming, then=F("starts_at"))),
        F("starts_at").desc(),
        "pk",
    )
    events = (
        public_pages(EventPage)
        .filter(organisers__member__translation_key__in={m.translation_key for m in members})
        .annotate(member_key=F("organisers__member__translation_key"))
        .annotate(
            place=Window(DenseRank(), partition_by=[F("member_key"), F("locale")], order_by=order)
        )
        .filter(place__lte=AT_MOST)
        .order_by("place")
    )
    found: dict[tuple[UUID, int], list[Any]] = {}
    for event in events:
        own = found.setdefault((event.member_key, event.locale_id), [])
        if event not in own:  # it may name the member twice
            own.append(event)
    return found
