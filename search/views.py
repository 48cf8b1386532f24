"""The search page: what was asked, what answers it, and what may help where little does."""

import re
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Page as PartOfList
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import translate_url
from django.utils.translation import gettext as _
from wagtail.models import Locale, Site

from industry4.core.listing import NoSuchPage
from industry4.core.translation.states import languages

from . import asked
from .engine import FEW, FEWER_THAN_HOPED, Found, Result, Search
from .filters import SearchFilters
from .promotions import promoted
from .questions import Question, read
from .suggestions import did_you_mean

RESULTS_PER_PAGE = 20
SHOWN_OF_OTHER_LANGUAGE = 3
NUMBER = re.compile(r"[1-9][0-9]{0,5}")


@dataclass(frozen=True)
class OtherLanguage:
    """What the question finds in another language: the best of it, how much it is, and where."""

    language: str
    results: list[Result]
    count: int
    url: str


def search(request: HttpRequest) -> HttpResponse:
    """What answers `?q=` in the active language, or what there is to search for.

    A question that cannot be searched is answered 400 with a sentence. Raises NoSuchPage for a
    page of results that does not exist.
    """
    text = request.GET.get("q", "").strip()
    locale = Locale.objects.get(language_code=request.LANGUAGE_CODE)
    filters = SearchFilters(request.GET, locale)
    # As the form shows it: without signs that cannot be, and no longer than its field takes.
    context: dict[str, Any] = {"filters": filters, "query": filters.chosen.get("q", "")}
    if not text:
        return render(request, "search/search.html", context)
    try:
        question = read(text)
    except ValidationError as error:
        context["error"] = error.message
        return render(request, "search/search.html", context, status=400)
    return render(request, "search/search.html", context | answers(request, question, filters))


def answers(request: HttpRequest, question: Question, filters: SearchFilters) -> dict[str, Any]:
    """What the page shows of a question. Raises NoSuchPage."""
    language, site = request.LANGUAGE_CODE, Site.find_for_request(request)
    found, results = part(
        Search(question, language, site, filters.wanted), request.GET.get("page", "1")
    )
    shown: dict[str, Any] = {"results": results, "kinds": filters.kinds(found)}
    if results.number == 1 and not filters.narrows:
        asked.count(question, language, found.count)
        shown["promoted"] = promoted(question, language, site)
    if found.count < FEW:
        shown["meant"] = did_you_mean(question, language, site)
    if found.count < FEWER_THAN_HOPED:
        shown["elsewhere"] = elsewhere(request, question, filters, found)
    return shown


def part(search: Search, number: str) -> tuple[Found, PartOfList]:
    """The results on the page of this number, and the page. Raises NoSuchPage."""
    page = int(number) if NUMBER.fullmatch(number) else 0
    found = search.found((page - 1) * RESULTS_PER_PAGE, RESULTS_PER_PAGE) if page else None
    if found is None or (page > 1 and not found.results):
        raise NoSuchPage(_("This list has no such page."))
    # The engine has counted them, and given those of this page alone.
    paginator = Paginator(range(found.count), RESULTS_PER_PAGE)
    return found, PartOfList(found.results, page, paginator)


def elsewhere(
    request: HttpRequest, question: Question, filters: SearchFilters, found: Found
) -> OtherLanguage | None:
    """What the same question finds in the other language, and not in this one."""
    own, site = request.LANGUAGE_CODE, Site.find_for_request(request)
    language = next(code for code in languages() if code != own)
    most = SHOWN_OF_OTHER_LANGUAGE + len(found.results)
    there = Search(question, language, site, filters.wanted).found(size=most)
    # Files are found in both.
    here = {(result.kind, result.id) for result in found.results}
    results = [each for each in there.results if (each.kind, each.id) not in here]
    if not results:
        return None
    url = translate_url(request.path, language) + filters.query()
    return OtherLanguage(language, results[:SHOWN_OF_OTHER_LANGUAGE], there.count, url)
