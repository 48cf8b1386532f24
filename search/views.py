"""The search page, on Wagtail's search backend."""

from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from wagtail.models import Locale, Page, Site

from industry4.core import references
from industry4.core.public import for_search, pages_of_site

RESULTS_PER_PAGE = 12
LONGEST_QUERY = 200


def search(request: HttpRequest) -> HttpResponse:
    """Public pages of the active language that match `?q=`.

    A query that cannot be searched is answered 400 with a sentence, a page of results that does
    not exist 404.
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
    locale = Locale.objects.get(language_code=request.LANGUAGE_CODE)
    pages = for_search(pages_of_site(Site.find_for_request(request)).filter(locale=locale))
    try:
        results = Paginator(pages.search(terms), RESULTS_PER_PAGE).page(request.GET.get("page", 1))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error
    results.object_list = in_order(results.object_list)
    context["results"] = results
    return render(request, "search/search.html", context)


def in_order(found: Iterable[Page]) -> list[Page]:
    """The found pages, each of its own type: one query a type, whatever their number."""
    keys = [page.pk for page in found]
    rows = Page.objects.filter(pk__in=keys).specific().prefetch_related("locale")
    pages = {page.pk: page for page in rows}
    references.current().preload(pages.values())
    return [pages[key] for key in keys]


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
