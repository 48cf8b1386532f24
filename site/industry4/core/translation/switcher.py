"""Where the other language of what is shown is: for the switcher, hreflang and canonical links."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import translate_url
from django.utils.translation import get_language
from wagtail.models import Page, Site

from industry4.core.public import public_pages

from .states import State, Translation, languages, translations

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


def shown_translations(request: HttpRequest, page: Page) -> dict[str, Translation]:
    """The shown page in every language; computed once a request."""
    shown = request.__dict__.setdefault("shown_translations", {})
    if page.translation_key not in shown:
        shown.update(translations([page.translation_key]))
    return shown.get(page.translation_key, {})


def language_links(request: HttpRequest, page: Page | None) -> list[LanguageLink]:
    """Every language of the site, with where it leads from here."""
    active = get_language()
    if page is None:
        return [
            LanguageLink(
                language=code,
                name=NAMES[code],
                url=translate_url(request.path, code),
                is_current=code == active,
                state=State.CURRENT,
                is_exact=True,
            )
            for code in languages()
        ]
    links = []
    for code, found in shown_translations(request, page).items():
        is_current = code == page.locale.language_code
        # A draft in the editor's preview is not public, but it is what is shown.
        is_exact = is_current or found.page is not None
        url = found.url or (page.url or "" if is_current else nearest_url(request, page, code))
        links.append(LanguageLink(code, NAMES[code], url, is_current, found.state, is_exact))
    return links


def nearest_url(request: HttpRequest, page: Page, language: str) -> str:
    """The address of the nearest ancestor of `page` that is public in `language`."""
    keys = page.get_ancestors().values_list("translation_key", flat=True)
    nearest = (
        public_pages()
        .filter(translation_key__in=list(keys), locale__language_code=language)
        .order_by("-depth")
        .first()
    )
    return nearest.url if nearest else home_url(request, language)


def home_url(request: HttpRequest, language: str) -> str:
    """The address of the home page in a language, or "/" where it has none."""
    site = Site.find_for_request(request)
    home = (
        public_pages()
        .filter(translation_key=site.root_page.translation_key, locale__language_code=language)
        .first()
        if site
        else None
    )
    return home.url if home else "/"
