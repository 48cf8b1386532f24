"""What editors chose to stand above the results of a phrase, whatever form its words are in.

Phrases and choices are those of wagtail.contrib.search_promotions. A page stands above the results
of its own language; a link to elsewhere above those of both, since nobody said which it is of.
"""

from dataclasses import dataclass
from functools import lru_cache

from wagtail.contrib.search_promotions.models import SearchPromotion
from wagtail.models import Locale, Page, Site

from industry4.core.addresses import AddressBook
from industry4.core.public import pages_of_site

from .analysis import query_groups
from .questions import Question

CHOSEN = ("page_id", "external_link_text", "external_link_url", "description")


@dataclass(frozen=True)
class Promoted:
    """A page or a link: `href` is what a link to it says, `address` the same in full."""

    title: str
    href: str
    address: str
    description: str


def promoted(question: Question, language: str, site: Site) -> list[Promoted]:
    """What editors chose for the words of the question, in the order of their choice.

    Pages are public and in the language. A query, and another one where pages were chosen.
    """
    asked = [
        group for part in question.wanted for group in query_groups(part.query_string, language)
    ]
    picks = [
        pick
        for pick in SearchPromotion.objects.order_by("query", "sort_order", "pk").values_list(
            "query__query_string", *CHOSEN, named=True
        )
        if mean_the_same(_groups(pick.query__query_string, language), asked)
    ]
    keys = {pick.page_id for pick in picks if pick.page_id}
    pages: dict[int, Page] = {}
    if keys:
        locale = Locale.objects.filter(language_code=language)
        pages = pages_of_site(site).filter(pk__in=keys, locale__in=locale).in_bulk()
    book = AddressBook()
    found: dict[str, Promoted] = {}
    for pick in picks:
        page = pages.get(pick.page_id)
        if page:
            title, href, address = page.title, book.href(page), book.url(page) or ""
        elif pick.page_id:
            continue
        else:
            href = pick.external_link_url
            title = pick.external_link_text or href
            address = href
        # Two phrases may mean the same.
        found.setdefault(href, Promoted(title, href, address, pick.description))
    return list(found.values())


@lru_cache(maxsize=4096)
def _groups(phrase: str, language: str) -> list[tuple[str, ...]]:
    """The words of a phrase, which seldom changes, as `query_groups` has them."""
    return query_groups(phrase, language)


def mean_the_same(one: list[tuple[str, ...]], other: list[tuple[str, ...]]) -> bool:
    """Whether each word of either has its counterpart in the other, in any form.

    Words are given as `query_groups` has them: the lexeme of the word, then its other readings.
    """

    def met(words: list[tuple[str, ...]], by: list[tuple[str, ...]]) -> bool:
        return all(any(word[0] in each or each[0] in word for each in by) for word in words)

    return met(one, other) and met(other, one)
