"""The search page: what was asked, what answers it, and what may help where little does."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Page as PartOfList
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import translate_url
from django.utils.translation import gettext as _
from wagtail.models import Locale, Site

from industry4.core.listing import NoSuchPage
from industry4.core.response_cache import never_stored

from . import asked
from .engine import FEW, FEWER_THAN_HOPED, Found, Search
from .filters import SearchFilters
from .promotions import promoted
from .questions import Question, read
from .suggestions import did_you_mean

RESULTS_PER_PAGE = 20
SHOWN_OF_OTHER_LANGUAGE = 3
NUMBER = re.compile(r"[1-9][0-9]{0,5}")


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
    # Each time it is asked it is counted.
    return never_stored(
        render(request, "search/search.html", context | answers(request, question, filters))
    )


def answers(request: HttpRequest, question: Question, filters: SearchFilters) -> dict[str, Any]:
    """What the page shows of a question. Raises NoSuchPage."""
    language, site = request.LANGUAGE_CODE, Site.find_for_request(request)
    if site is None:
        raise Http404
    asking = Search(question, language, site, filters.wanted)
    found, results = part(asking, request.GET.get("page", "1"))
    shown: dict[str, Any] = {"results": results, "kinds": filters.kinds(found)}
    if results.number == 1 and not filters.narrows:
        asked.count(question, language, found.count)
        shown["promoted"] = promoted(question, language, site)
    if found.count < FEW:
        shown["meant"] = did_you_mean(question, language, site)
    if found.count < FEWER_THAN_HOPED and (
        elsewhere := asking.elsewhere(found, SHOWN_OF_OTHER_LANGUAGE)
    ):
        shown["elsewhere"] = elsewhere
        shown["elsewhere_url"] = translate_url(request.path, elsewhere.language) + filters.query()
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
