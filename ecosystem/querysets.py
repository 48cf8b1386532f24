"""Which members and initiatives a filter means: said once, for pages and for apps."""

from itertools import chain

from wagtail.query import PageQuerySet
from wagtail.search.backends import get_search_backend

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
        """Members that say these words of themselves, in any form; or by the beginning of a name.

        What the search knows of them, asked by two queries beforehand.
        """
        backend, members = get_search_backend(), self.model.objects.only("pk")
        found = chain(backend.search(text, members), backend.autocomplete(text, members))
        return self.filter(pk__in={member.pk for member in found})


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
