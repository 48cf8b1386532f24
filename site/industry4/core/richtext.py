"""Links in rich text: to what is public, in the active language, by the request's references."""

from typing import Any

from django.utils.html import escape
from wagtail.documents.rich_text import DocumentLinkHandler
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from industry4.media.models import Document

from . import references


def ids_in(attrs_list: list[dict]) -> list[int]:
    """The keys that links name; 0 for what is none."""
    return [int(attrs["id"]) if str(attrs.get("id")).isdecimal() else 0 for attrs in attrs_list]


class PublicPageLinkHandler(PageLinkHandler):
    """Leads to the translation that the reader should see; to nothing where none is public."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        ids = ids_in(attrs_list)
        found = references.current()
        found.add_translations(Page, ids)
        return [found.page(pk) for pk in ids]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        addresses = references.current().addresses
        return [
            f'<a href="{escape(addresses.href(page))}">' if page else "<a>"
            for page in cls.get_many(attrs_list)
        ]


class PublicDocumentLinkHandler(DocumentLinkHandler):
    """Leads to the file; to nothing where it is gone or in a private collection."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Any]:
        ids, current = ids_in(attrs_list), references.current()
        current.get_many(Document, ids)  # all at once; then one by one, which is noted
        found: list[Any] = [current.get(Document, pk) for pk in ids]
        return [document if document and document.is_public else None for document in found]
