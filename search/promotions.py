"""What editors chose to stand above the results of a phrase, whatever form its words are in.

Phrases and choices are those of wagtail.contrib.search_promotions. A page stands above the results
of its own language; a link to elsewhere above those of both, since nobody said which it is of.
"""

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Locale, Page, Site

from industry4.core.addresses import AddressBook
from industry4.core.public import pages_of_site

from .analysis import query_groups
from .questions import Question


@dataclass(frozen=True)
class Promoted:
    """A page or a link: `href` is what a link to it says, `address` the same in full."""

    title: str
    href: str
    address: str
    description: str


def promoted(question: Question, language: str, site: Site) -> list[Promoted]:
    """What editors chose for the words of the question, in the order of their choice.

    Pages are public and in the language. One query where nothing was chosen, otherwise two.
    """
    asked = query_groups(question.text, language)
    phrases = Query.objects.filter(editors_picks__isnull=False).distinct()
    chosen = [
        key
        for key, phrase in phrases.values_list("pk", "query_string")
        if mean_the_same(query_groups(phrase, language), asked)
    ]
    if not chosen:
        return []
    pages: QuerySet[Page] = pages_of_site(site).filter(
        locale__in=Locale.objects.filter(language_code=language)
    )
    picks = (
        SearchPromotion.objects.filter(
            Q(page=None) | Q(page__in=pages.order_by().values("pk")), query__in=chosen
        )
        .select_related("page")
        .only(
            "external_link_url", "external_link_text", "description",
            "page__title", "page__url_path",
        )
        .order_by("query", "sort_order", "pk")
    )  # fmt: skip
    book = AddressBook()
    found: dict[str, Promoted] = {}
    for pick in picks:
        if pick.page:
            address, href = book.url(pick.page) or "", book.href(pick.page)
        else:
            address = href = pick.external_link_url
        # Two phrases may mean the same.
        found.setdefault(href, Promoted(pick.title, href, address, pick.description))
    return list(found.values())


def mean_the_same(one: list[tuple[str, ...]], other: list[tuple[str, ...]]) -> bool:
    """Whether each word of either has its counterpart in the other, in any form.

    Words are given as `query_groups` has them: the lexeme of the word, then its other readings.
    """

    def met(words: list[tuple[str, ...]], by: list[tuple[str, ...]]) -> bool:
        return all(any(word[0] in each or each[0] in word for each in by) for word in words)

    return met(one, other) and met(other, one)
