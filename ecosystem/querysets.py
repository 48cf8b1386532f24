"""Which members and initiatives a filter means: said once, for pages and for apps."""

import re
from html import escape

from django.db.models import Q
from wagtail.query import PageQuerySet

from industry4.core.public import public_pages


class MemberQuerySet(PageQuerySet):
    """Members by what they work in and with. Subqueries, so that none is found twice."""

    def in_sector(self, slug: str) -> "MemberQuerySet":
        """Members that work in the sector of this slug, in whichever language."""
        found = self.model.objects.filter(sectors__sector__slug=slug)
        return self.filter(pk__in=found.order_by().values("pk"))

    def with_technology(self, slug: str) -> "MemberQuerySet":
        """Members that work with the technology of this slug, in whichever language."""
        found = self.model.objects.filter(technologies__technology__slug=slug)
        return self.filter(pk__in=found.order_by().values("pk"))

    def mentioning(self, text: str) -> "MemberQuerySet":
        """Members with this text, in capitals or not, in title, lead, offers or what they look for.

        By regular expressions: SQLite compares only English letters without regard to capitals,
        and in rich text the text is not to be found in tags.
        """
        text = " ".join(text.split())
        plain, rich = re.escape(text), rf"{re.escape(escape(text, quote=False))}(?![^<>]*>)"
        return self.filter(
            Q(title__iregex=plain)
            | Q(intro__iregex=plain)
            | Q(offers__iregex=rich)
            | Q(looks_for__iregex=rich)
        )


class InitiativeQuerySet(PageQuerySet):
    """Initiatives by the members in them; of a member that is not public nothing is found."""

    def led_by(self, member: int) -> "InitiativeQuerySet":
        """Initiatives that the member of this id, in either language, answers for."""
        return self.filter(lead__translation_key__in=self.keys_of(member))

    def with_partner(self, member: int) -> "InitiativeQuerySet":
        """Initiatives that the member of this id, in either language, takes part in."""
        found = self.model.objects.filter(
            partners__member__translation_key__in=self.keys_of(member)
        )
        return self.filter(pk__in=found.order_by().values("pk"))

    def keys_of(self, member: int) -> PageQuerySet:
        """What the translations of a public member share."""
        members = public_pages(self.model._meta.get_field("lead").related_model)
        return members.filter(pk=member).order_by().values("translation_key")
