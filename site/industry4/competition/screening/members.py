"""The members that entries are of, and whether their companies are called as the members are.

Results are told under the member's name, and it is the entrant who says which member it is.
"""

from typing import Any

from django.db.models import Case, OuterRef, QuerySet, Subquery, When
from django.utils.translation import get_language

from ecosystem.models import MemberPage
from industry4.competition.conflicts import plain_organisation
from industry4.competition.models import Entry


def with_members(entries: QuerySet[Entry]) -> QuerySet[Entry]:
    """The entries, each with the page of its member, public or not, or None (`member_page`).

    `member_title` is its title, in the active language where there is one, and `member_elsewhere`
    that in the other.
    """
    pages = MemberPage.objects.filter(translation_key=OuterRef("member_key"), alias_of=None)
    own = When(locale__language_code=get_language(), then=0)
    first = pages.order_by(Case(own, default=1), "pk")
    return entries.annotate(
        member_page=Subquery(first.values("pk")[:1]),
        member_title=Subquery(first.values("title")[:1]),
        member_elsewhere=Subquery(first.reverse().values("title")[:1]),
    )


def is_called_otherwise(entry: Any) -> bool:
    """Whether an entry that came `with_members` is of a member by another name.

    However either writes it, and whatever legal form it has.
    """
    names = {
        plain_organisation(each or "") for each in (entry.member_title, entry.member_elsewhere)
    }
    return entry.member_page is not None and plain_organisation(entry.company) not in names
