"""Tags that say in which languages the shown page exists: `{% load translation %}`."""

from django import template
from django.http import HttpRequest
from wagtail.models import Page

from industry4.core.translation.states import State, Translation
from industry4.core.translation.switcher import LanguageLink, language_links, shown_translations

register = template.Library()


def shown(context: dict) -> tuple[HttpRequest | None, Page | None]:
    """The request, and the page that it shows: none on search and error pages."""
    page = context.get("page")
    return context.get("request"), page if isinstance(page, Page) and page.pk else None


@register.simple_tag(takes_context=True)
def language_switch(context: dict) -> list[LanguageLink]:
    """Every language of the site, with where it leads from here; a list keeps its filters."""
    request, page = shown(context)
    if request is None or context.get("is_error"):
        return []
    filters = context.get("filters")
    return language_links(request, page, filters.query() if filters else "")


@register.simple_tag(takes_context=True)
def alternates(context: dict) -> list[dict[str, str]]:
    """`{hreflang, href}` of each language in which the page exists, when there is more than one.

    Lithuanian, the source, is also what other languages should get ("x-default"). A further part
    of a list has none: the other language cuts its list elsewhere.
    """
    request, page = shown(context)
    if request is None or page is None or part_of_list(context) > 1:
        return []
    found = [item for item in shown_translations(page).values() if item.page]
    if len(found) < 2:
        return []
    links = [{"hreflang": item.language, "href": full_url(item, request)} for item in found]
    default = next((item for item in found if item.state == State.SOURCE), found[0])
    return [*links, {"hreflang": "x-default", "href": full_url(default, request)}]


def part_of_list(context: dict) -> int:
    """The number of the part of a list that is shown; 1 for a page without a list, or filtered."""
    filters = context.get("filters")
    if filters is None or filters.chosen or filters.fallback:
        return 1
    return context["items"].number


def full_url(item: Translation, request: HttpRequest) -> str:
    """The full address of a page in a language, "" where it is missing."""
    return item.page.get_full_url(request) if item.page else ""


@register.simple_tag(takes_context=True)
def canonical_url(context: dict) -> str:
    """The page's own full address; "" where nothing should be indexed.

    Each part of a list has its own; a filtered list is a view of the whole one, and has its.
    """
    request, page = shown(context)
    if request is None or page is None:
        return ""
    part = part_of_list(context)
    return (page.get_full_url(request) or "") + (f"?page={part}" if part > 1 else "")


@register.simple_tag(takes_context=True)
def translation_notice(context: dict) -> dict[str, str] | None:
    """`{source_url, source_language}` when the shown translation is out of date, else None."""
    request, page = shown(context)
    if request is None or page is None:
        return None
    found = shown_translations(page)
    own = found.get(page.locale.language_code)
    if own is None or own.state != State.STALE:
        return None
    source = next((item for item in found.values() if item.state == State.SOURCE), None)
    return {"source_url": source.url, "source_language": source.language} if source else None
