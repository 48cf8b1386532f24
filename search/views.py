"""The search page: what was asked, what answers it, and what may help where little does."""

from dataclasses import dataclass, field
from typing import Any

from django.core.exceptions import ValidationError
from django.core.paginator import Page as PaginatorPage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Locale, Site

from industry4.core.listing import NoSuchPage, paginated
from industry4.core.translation.states import languages

from . import asked
from .engine import Found, Result, Search
from .filters import KindLink, SearchFilters
from .narrowing import EVERYTHING
from .promotions import Promoted, promoted
from .questions import LONGEST, Question, read
from .suggestions import did_you_mean

RESULTS_PER_PAGE = 20
# Below these many results a word may be misspelt, or be one of the other language.
FEW, FEWER_THAN_HOPED = 3, 5
ELSEWHERE = 3


def search(request: HttpRequest) -> HttpResponse:
    """What answers `?q=` in the active language, or what there is to search for.

    A question that cannot be searched is answered 400 with a sentence. Raises NoSuchPage for a
    page of results that does not exist.
    """
    language, text = request.LANGUAGE_CODE, request.GET.get("q", "").strip()
    filters = SearchFilters(request.GET, Locale.objects.get(language_code=language))
    context: dict[str, Any] = {"filters": filters, "query": filters.chosen.get("q", "")}
    if not text:
        return render(request, "search/search.html", context)
    try:
        question = read(text)
    except ValidationError as error:
        context |= {"query": _shown(text), "error": error.message}
        return render(request, "search/search.html", context, status=400)
    context |= _answer(question, language, Site.find_for_request(request), filters)
    return render(request, "search/search.html", context)
