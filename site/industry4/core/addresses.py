"""Addresses of pages, for many pages at once: what is the same for all is read once a request.

Wagtail's `Page.full_url` asks the cache and the URL resolver for each page. A test holds this
to give the same.
"""

from functools import cache
from typing import Protocol

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, Site


@cache
def prefix(language: str) -> str:
    """The path at which the pages of a language begin, such as "/en/"."""
    with translation.override(language):
        return reverse("wagtail_serve", args=("",))


class Located(Protocol):
    """A page, or a row of the database that says where one is."""

    @property
    def url_path(self) -> str:
        """The slugs from the root of the tree down to the page."""


class AddressBook:
    """The addresses of pages, by the home pages of all sites in all languages."""

    def __init__(self) -> None:
        roots = Site.get_site_root_paths()
        self._roots = [
            (root.root_path, root.root_url, prefix(root.language_code)) for root in roots
        ]
        self._is_one_site = len({root.site_id for root in roots}) == 1

    def url(self, page: Located) -> str | None:
        """The full address of a page; None for one that no site shows."""
        for root_path, root_url, start in self._roots:
            if page.url_path.startswith(root_path):
                return root_url + start + page.url_path[len(root_path) :]
        return None

    def href(self, page: Page) -> str:
        """What a link to a page says: its path, or its full address where there are more sites.

        "" for a page that no site shows.
        """
        if not self._is_one_site:
            return self.url(page) or ""
        for root_path, _root_url, start in self._roots:
            if page.url_path.startswith(root_path):
                return start + page.url_path[len(root_path) :]
        return ""
