"""The search page, on Wagtail's search backend."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from industry4.core.listing import paginated
from industry4.core.models import BasePage
from industry4.core.public import for_search, pages_of_site

RESULTS_PER_PAGE = 12
LONGEST_QUERY = 200


def search(request: HttpRequest) -> HttpResponse:
    """Public pages of the active language that match `?q=`.

    A query that cannot be searched is answered 400 with a sentence. Raises NoSuchPage for a page
    of results that does not exist.
    """
    query = request.GET.get("q", "").strip()
    context: dict = {"query": query, "results": None, "error": ""}
    if not query:
        return render(request, "search/search.html", context)
    try:
        terms = searchable(query)
    except ValidationError as error:
        context |= {"query": query.replace("\x00", "")[:LONGEST_QUERY], "error": error.message}
        return render(request, "search/search.html", context, status=400)
    language = request.LANGUAGE_CODE
    pages = for_search(
        pages_of_site(Site.find_for_request(request)).filter(locale__language_code=language)
    )
    results = paginated(pages.search(terms), request.GET, RESULTS_PER_PAGE)
    results.object_list = with_leads(results.object_list, language)
    context["results"] = results
    return render(request, "search/search.html", context)


def with_leads(found: Iterable[Page], language: str) -> list[Page]:
    """The pages, all of one language, with their leads: one query, whatever their types."""
    pages: list[Any] = list(found)
    models = {model for page in pages if issubclass(model := page.specific_class, BasePage)}
    leads = [
        model._default_manager.filter(pk__in=[page.pk for page in pages])
        .order_by()
        .values_list("pk", "intro")
        for model in models
    ]
    intros = dict(QuerySet.union(*leads, all=True)) if leads else {}
    for page in pages:
        page.intro = intros.get(page.pk, "")
        page._state.fields_cache["locale"] = Locale(pk=page.locale_id, language_code=language)
    return pages


def searchable(query: str) -> str:
    """The query as the backend may have it: words without the signs that it would stumble on.

    Raises ValidationError for a query that is too long or has no word in it.
    """
    if "\x00" in query or len(query) > LONGEST_QUERY:
        raise ValidationError(
            _("Search for at most %(number)s characters.") % {"number": LONGEST_QUERY}
        )
    words = "".join(sign if sign.isalnum() else " " for sign in query).split()
    if not words:
        raise ValidationError(_("Type at least one word to search for."))
    return " ".join(words)
