"""Addresses of pages, for many pages at once: what is the same for all is read once a request.

Wagtail's `Page.full_url` asks the cache and the URL resolver for each page. A test holds this
to give the same.
"""

from functools import cache

from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, Site


@cache
def prefix(language: str) -> str:
    """The path at which the pages of a language begin, such as "/en/"."""
    with translation.override(language):
        return reverse("wagtail_serve", args=("",))


class AddressBook:
    """The addresses of pages, by the home pages of all sites in all languages."""

    def __init__(self) -> None:
        self._roots = [
            (root.root_path, f"{root.root_url}{prefix(root.language_code)}")
            for root in Site.get_site_root_paths()
        ]

    def url(self, page: Page) -> str | None:
        """The full address of a page; None for one that no site shows."""
        for root_path, root_url in self._roots:
            if page.url_path.startswith(root_path):
                return root_url + page.url_path[len(root_path) :]
        return None
