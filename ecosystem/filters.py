"""Filters of the lists of members, initiatives and strategy documents."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from industry4.core.filters import AddressFilters, ListFilters, OfferedFilter, TextFilter
from industry4.core.listing import in_language
from industry4.core.public import is_due, public_pages

from .models import InitiativePage, MemberPage, Sector, StrategyDocumentPage, Technology

LONGEST_ID = 9  # digits: more may not fit into the integers of a database


class TopicFilter(OfferedFilter):
    """A choice among the sectors or technologies that the listed members have, by slug.

    `relation` leads from a member to them. The chosen one is an option even if no member has it,
    as may be the case in one language and not in the other.
    """

    def __init__(self, topic: type[Sector] | type[Technology], relation: str, **kwargs: Any):
        self.topic, self.relation = topic, relation
        super().__init__(**kwargs)

    def options(self, filters: AddressFilters) -> Iterable[tuple[str, str]]:
        """Slugs and names, in the language of the list."""
        used = filters.queryset.order_by().values(f"{self.relation}__slug")
        language = Q(locale=filters.locale_id)
        published = self.topic.objects.filter(is_due())
        topics = in_language(published, language, fallback=filters.fallback)
        wanted = Q(slug__in=used) | Q(slug=filters.asked(self.field_name))
        return topics.filter(wanted).order_by("name", "pk").values_list("slug", "name")


class MemberFilter(OfferedFilter):
    """A choice among the members that `relation` of a listed initiative leads to, by id.

    The id may be that of either language. As with topics, the chosen one is an option.
    """

    def __init__(self, relation: str, **kwargs: Any):
        self.relation = relation
        super().__init__(**kwargs)

    def options(self, filters: AddressFilters) -> Iterator[tuple[str, str]]:
        """Ids and titles, in the language of the list where the member is translated."""
        used = filters.queryset.order_by().values(f"{self.relation}__translation_key")
        wanted, asked = Q(translation_key__in=used), filters.asked(self.field_name)
        if asked.isdecimal() and len(asked) <= LONGEST_ID:
            chosen = public_pages(MemberPage).filter(pk=asked).order_by()
            wanted |= Q(translation_key__in=chosen.values("translation_key"))
        members = list(public_pages(MemberPage).filter(wanted).order_by("title", "pk"))
        own = {m.translation_key for m in members if m.locale_id == filters.locale_id}
        ids = {m.translation_key: m.pk for m in members if str(m.pk) == asked}
        for member in members:
            if member.locale_id == filters.locale_id or member.translation_key not in own:
                yield str(ids.get(member.translation_key, member.pk)), member.title


class MemberFilters(ListFilters):
    """Members by what they say of themselves, and by what they work in and with."""

    q = TextFilter(
        label=_("Name or words"), method=lambda members, name, value: members.mentioning(value)
    )
    sector = TopicFilter(
        Sector,
        "sectors__sector",
        label=_("Sector"),
        method=lambda members, name, value: members.in_sector(value),
    )
    technology = TopicFilter(
        Technology,
        "technologies__technology",
        label=_("Technology"),
        method=lambda members, name, value: members.with_technology(value),
    )

    class Meta:
        model = MemberPage
        fields = ["q", "kind", "sector", "technology", "municipality"]


class InitiativeFilters(ListFilters):
    """Initiatives by where they stand, and by the members in them."""

    lead = MemberFilter(
        "lead",
        label=_("Main institution"),
        method=lambda initiatives, name, value: initiatives.led_by(value),
    )
    partner = MemberFilter(
        "partners__member",
        label=_("Partner"),
        method=lambda initiatives, name, value: initiatives.with_partner(value),
    )

    class Meta:
        model = InitiativePage
        fields = ["status", "lead", "partner"]


class StrategyDocumentFilters(ListFilters):
    """Strategy documents by kind and by where they stand."""

    class Meta:
        model = StrategyDocumentPage
        fields = ["kind", "status"]
