"""What visitors are helped with: pages suggested while they type, and words that they misspelt."""

from itertools import islice, product
from operator import itemgetter
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef, Q, QuerySet
from modelsearch.query import PlainText
from wagtail.models import Page, Site

from industry4.core.addresses import AddressBook
from industry4.core.public import pages_of_site

from . import analysis, vocabulary
from .backends import dialect
from .backends.matching import TYPED, condition
from .backends.ranking import contains, newness
from .engine import Search
from .kinds import Kind, kind_of, types_of_pages
from .models import IndexedObject
from .models.indexed import INITIALS
from .questions import LONGEST, PART, Question, read

# How many of the newest are put in order.
CONSIDERED = 30
# Shorter beginnings are those of so many words that the newest titles are read through instead.
LONG_ENOUGH = 4
# How many misspelt words are mended, how many ways each, and how many questions are tried.
MOST_MENDED, MOST_WAYS, MOST_TRIED = 4, 3, 3


class Suggestion(NamedTuple):
    """A page whose title has what was typed: `address` is full, `href` what a link says."""

    kind: Kind
    id: int
    title: str
    href: str
    address: str


def suggested(text: str, language: str, site: Site, size: int = 6) -> list[Suggestion]:
    """The public pages of the language whose titles have the words typed so far.

    The last may be the beginning of a word, and all may stand in other forms. First come titles
    that begin with what was typed, then the newer pages. Where hundreds answer, only the newest are
    considered. Empty for less than two letters and for what is too long to be asked. Three queries.
    """
    typed = analysis.fold_text(text[: LONGEST + 1])
    if len(text) > LONGEST or len(typed) < INITIALS:
        return []
    objects = IndexedObject.objects.filter(language=language)
    public: QuerySet[Page] = pages_of_site(site)
    answers = dict(_latest(dialect().joined(objects, "").filter(_titled(text, language)), public))
    # By its first letters alone, as thousands may have the words elsewhere.
    begun = objects.filter(
        initials=typed[:INITIALS], title_terms__startswith=f" {typed[: INITIALS + 1]}"
    )
    scores = dict(_latest(begun, public)) | answers
    pages = public.filter(pk__in=scores)
    ordered = []
    for page in pages.select_related(None).only("title", "url_path", "content_type_id"):
        begins = analysis.fold_text(page.title).startswith(typed)
        if begins or page.pk in answers:
            ordered.append((not begins, -scores[page.pk], analysis.fold(page.title), page))
    ordered.sort(key=itemgetter(0, 1, 2))
    book = AddressBook()
    return [
        Suggestion(
            kind_of(page.content_type_id),
            page.pk,
            page.title,
            book.href(page),
            book.url(page) or "",
        )
        for *_order, page in ordered[:size]
    ]


def _titled(text: str, language: str) -> Q:
    """The condition that a title has what was typed."""
    *before, last = analysis.words(text)
    if len(beginning := analysis.fold(last)) >= LONG_ENOUGH:
        return condition(PlainText(text), dialect(), (language,), TYPED) or Q()
    begun = contains("title_terms", f" {beginning}")
    whole = condition(PlainText(" ".join(before)), dialect(), (language,), "title")
    return begun & whole if whole else begun


def _latest(
    objects: QuerySet[IndexedObject], public: QuerySet[Page]
) -> QuerySet[IndexedObject, tuple[int, float]]:
    """The keys and the newness of the latest of them that are public pages."""
    # Page by page, for few are asked for: all public pages at once would be thousands.
    return (
        objects.filter(
            Exists(public.filter(pk=OuterRef("object_id"))), content_type__in=types_of_pages()
        )
        .order_by("-latest_day")
        .values_list("object_id", newness(""))[:CONSIDERED]
    )


def did_you_mean(question: Question, language: str, site: Site) -> str:
    """The question with its misspelt words mended; "" where there is nothing better.

    Words that pages have in any form are right; phrases and exclusions stay as they were typed.
    What is returned has a public result now, whatever has become of the pages since their words
    were counted.
    """
    places = list(_words(question.text))
    unknown = vocabulary.unknown([word for _, _, word in places], language)
    ways = {}
    for word in islice((word for _, _, word in places if word in unknown), MOST_MENDED):
        if found := vocabulary.resembling(word, language, MOST_WAYS):
            ways[word] = found
    if not ways:
        return ""
    # The nearest of each, then those that depart from it least.
    choices = sorted(product(*(range(len(found)) for found in ways.values())), key=sum)
    for choice in choices[:MOST_TRIED]:
        mended = {
            word: found[number] for (word, found), number in zip(ways.items(), choice, strict=True)
        }
        text = _with(mended, question.text, places)
        if _has_results(text, language, site):
            return text
    return ""


def _words(text: str) -> list[tuple[int, int, str]]:
    """The words that are in no phrase and not excluded, with their places in the text."""
    return [
        (part.start("word") + start, part.start("word") + end, word)
        for part in PART.finditer(text)
        if part["word"] and not part["minus"]
        for start, end, word in analysis.spans(part["word"])
    ]


def _with(mended: dict[str, str], text: str, places: list[tuple[int, int, str]]) -> str:
    """The text with words replaced."""
    for start, end, word in reversed(places):
        if word in mended:
            text = text[:start] + mended[word] + text[end:]
    return text


def _has_results(text: str, language: str, site: Site) -> bool:
    try:
        return bool(Search(read(text), language, site).found(size=0).count)
    except ValidationError:  # mended, it is longer than a question may be
        return False
