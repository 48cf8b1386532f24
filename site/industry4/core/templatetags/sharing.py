"""Tags of what search engines and shared links read of a page: `{% load sharing %}`."""

from typing import Any

from django import template
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import SafeString

from industry4.core import structured_data as data
from industry4.core.site_address import full_address
from industry4.media.api import absolute

from .translation import shown

register = template.Library()

# Open Graph wants a country; English here is that of Europe.
OPEN_GRAPH_LOCALES = {"lt": "lt_LT", "en": "en_GB"}


@register.filter
def open_graph_locale(language: str) -> str:
    """The language as Open Graph names it, such as "lt_LT"."""
    return OPEN_GRAPH_LOCALES[language]


@register.simple_tag
def full_static(path: str) -> str:
    """The full address of a static file."""
    return absolute(static(path))


@register.simple_tag
def webcal(request: HttpRequest, path: str) -> str:
    """The full address of a calendar in the form that the calendar of a device opens."""
    return f"webcal:{full_address(request, path).partition(':')[2]}"


@register.simple_tag(takes_context=True)
def structured_data(context: dict) -> SafeString:
    """The block of data of the shown page; nothing where no page is shown."""
    request, page = shown(context)
    if request is None or page is None:
        return SafeString()
    organisation: Any = context.get("organisation") or None
    root = full_address(request, "")
    if page.depth == 2:  # a home page
        publisher = data.full_publisher(organisation, root)
        search = full_address(request, reverse("search"))
        return data.data_block([publisher, data.website(page, search, publisher)])
    publisher = data.publisher(organisation, root)
    return data.data_block([*data.described(page, publisher), data.breadcrumbs(page)])
