"""Where the other language of what is shown is: for the switcher, hreflang and canonical links."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Page

from industry4.core import references

from .states import State, Translation, languages

NAMES = {"lt": "Lietuvių", "en": "English"}


@dataclass(frozen=True)
class LanguageLink:
    """A language in the switcher. Without `is_exact` the page is missing in that language, and
    `url` leads to the nearest page above it that is not.
    """

    language: str
    name: str
    url: str
    is_current: bool
    state: State
    is_exact: bool


def shown_translations(page: Page) -> dict[str, Translation]:
    """The shown page in every language, by its code; {} for an alias."""
    return {found.language: found for found in references.current().translations(page)}


def language_links(request: HttpRequest, page: Page | None, query: str = "") -> list[LanguageLink]:
    """Every language of the site, with where it leads from here.

    `query`, such as "?kind=company", goes along to where the page exists; without a page, as on
    that of the search, to both.
    """
    active = get_language()
    if page is None:
        return [
            LanguageLink(
                language=code,
                name=NAMES[code],
                url=translate_url(request.path, code) + query,
                is_current=code == active,
                state=State.CURRENT,
                is_exact=True,
            )
            for code in languages()
        ]
    links = []
    for code, found in shown_translations(page).items():
        is_current = code == page.locale.language_code
        # A draft in the editor's preview is not public, but it is what is shown.
        is_exact = is_current or found.page is not None
        url = found.url or (page.url or "" if is_current else nearest_url(page, code))
        url += query if is_exact else ""
        links.append(LanguageLink(code, NAMES[code], url, is_current, found.state, is_exact))
    return links


def nearest_url(page: Page, language: str) -> str:
    """The address of the nearest page above that is public in a language; "/" where none is."""
    nearest = references.current().nearest_above(page, language)
    return nearest.url if nearest else "/"
