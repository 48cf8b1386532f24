"""Which page an address of the site belongs to: for apps that show the site's own addresses."""

from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db.models import Q
from django.http import Http404, HttpRequest, QueryDict
from django.urls import reverse
from django.utils import translation
from wagtail.contrib.redirects.middleware import get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from industry4.core.addresses import prefix
from industry4.core.models import BasePage
from industry4.core.public import pages_of_site, public_pages
from industry4.core.translation.states import languages
from industry4.media.api import absolute

from .pages import TYPES


@dataclass(frozen=True)
class Moved:
    """An address that leads elsewhere."""

    url: str
    permanent: bool


@dataclass(frozen=True)
class SearchForm:
    """The address of the search page in a language."""

    locale: str


Found = BasePage | Moved | SearchForm


def resolve(request: HttpRequest, address: str) -> Found:
    """What is at an address of the site: a path such as /en/events/, or a full one.

    Its query goes to pages that show lists: `?period=past`, `?page=2`. Its fragment means
    nothing here. Raises Http404 where the site has nothing public at the address.
    """
    try:
        parts = urlsplit(address)
    except ValueError as error:  # such as a bracket that is not closed
        raise Http404 from error
    if parts.netloc and parts.netloc not in our_hosts(request):
        raise Http404
    path = "/" + unquote(parts.path).strip("/")
    if "\x00" in path:  # which no database takes
        raise Http404
    path = path if path == "/" else f"{path}/"
    for language in languages():
        with translation.override(language):
            if path == reverse("search"):
                return SearchForm(language)
    page = page_at(path)
    if page:
        page.asked = QueryDict(parts.query)
        return page
    return redirect_from(request, parts._replace(scheme="", netloc="", fragment="").geturl())


def our_hosts(request: HttpRequest) -> set[str]:
    """The hosts, with their ports, under which the site is known."""
    roots = [root.root_url for root in Site.get_site_root_paths()]
    hosts = {urlsplit(url).netloc for url in [*roots, settings.WAGTAILADMIN_BASE_URL]}
    return {*hosts, request.get_host()}


def page_at(path: str) -> BasePage | None:
    """The public page at a path, with its own fields and rows; None where there is none."""
    language = next(code for code in reversed(languages()) if path.startswith(prefix(code)))
    slugs = path.removeprefix(prefix(language))
    places = Q(pk__in=[])
    for root in Site.get_site_root_paths():
        if root.language_code == language:
            places |= Q(url_path=root.root_path + slugs)
    if not slugs:
        # Only a home page is right below the root, so its type need not be looked up.
        homes = [kind for kind in TYPES.values() if Page in kind.model.clean_parent_page_models()]
        found = (kind.public().filter(places).first() for kind in homes)
        return next((page for page in found if page), None)
    base = pages_of_site(None).filter(places).first()
    return specific(base) if base else None


def specific(page: Page) -> BasePage | None:
    """The public page with all its fields; None for a type that the API does not know."""
    kind = TYPES.get(page.specific_class)
    return kind.public().filter(pk=page.pk).first() if kind else None


def redirect_from(request: HttpRequest, address: str) -> Moved:
    """Where an editor's redirect leads from an address. Raises Http404 where there is none."""
    normal = Redirect.normalise_path(address)
    for path in dict.fromkeys([normal, normal.partition("?")[0]]):
        redirect = get_redirect(request, path)
        if redirect is None or not redirect.link:
            continue
        page = redirect.redirect_page
        if page and not public_pages().filter(pk=page.pk).exists():
            raise Http404
        return Moved(absolute(redirect.link), redirect.is_permanent)
    raise Http404
