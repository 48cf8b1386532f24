"""Links in rich text: to the page of the active language, found in the request's references."""

from django.utils.html import escape
from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from . import references


class PublicPageLinkHandler(PageLinkHandler):
    """Leads to the translation that the reader should see; to nothing where none is public."""

    @classmethod
    def get_many(cls, attrs_list: list[dict]) -> list[Page | None]:
        ids = [int(attrs["id"]) if str(attrs.get("id")).isdecimal() else 0 for attrs in attrs_list]
        found = references.current()
        found.add_translations(Page, ids)
        return [found.page(pk) for pk in ids]

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        return [
            f'<a href="{escape(page.url)}">' if page else "<a>" for page in cls.get_many(attrs_list)
        ]
