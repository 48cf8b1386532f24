"""Filters of the search's templates: what is said of a result beside its words."""

import json
from pathlib import PurePosixPath
from urllib.parse import urlencode

from django import template
from django.utils.translation import get_language, pgettext

from industry4.core.templatetags.when import DASH, Span, span_of
from industry4.core.translation.states import languages
from search.engine import Result
from search.kinds import KINDS

register = template.Library()


@register.filter
def foreign(result: Result) -> str:
    """The code of the result's language where it is the other one of the site, else ""."""
    is_other = result.language in languages() and result.language != get_language()
    return result.language if is_other else ""


@register.filter
def file_type(result: Result) -> str:
    """The type of a file, such as "PDF"; "" for a page."""
    is_file = result.kind.name == "document"
    return PurePosixPath(result.href).suffix[1:].upper() if is_file else ""


@register.filter
def span(result: Result) -> Span | None:
    """When the result was published or takes place, in words; None where it has no day.

    Of initiatives only the years are said: many have no day, and are kept with the first.
    """
    first, last = result.first_day, result.last_day
    if first is None:
        return None
    if result.kind.name != "initiative":
        return span_of(first, last)
    since, until = str(first.year), str(last.year) if last else ""
    if not last:
        text = pgettext("beginning of an initiative", "from %(year)s") % {"year": since}
        return Span(text, "", "", since, "")
    text = pgettext("end of an initiative", "%(year)s") % {"year": until}
    if since == until:
        return Span(text, "", "", until, until)
    return Span(since, DASH, text, since, until)


@register.filter
def search_for(words: str) -> str:
    """The query of the search page that looks for the words."""
    return "?" + urlencode({"q": words})


@register.simple_tag
def kind_names() -> str:
    """What one result of each kind is called, as JSON, for the script of the suggestions."""
    return json.dumps({kind.name: str(kind.one) for kind in KINDS}, ensure_ascii=False)
