"""Rows that belong to a page: translated with it, and, where they name another page, resolved."""

from wagtail.api import APIField
from wagtail.models import Orderable, Page, TranslatableMixin

from industry4.core import references
from industry4.core.serializers import PageField


class TranslatableRow(TranslatableMixin, Orderable):
    """A row of a page, in the page's language. Its text is translated in the page's editor.

    A plain Orderable would be copied to the translation with its Lithuanian text, and with
    new keys each time.
    """

    class Meta(TranslatableMixin.Meta, Orderable.Meta):
        abstract = True


class PageRelation(TranslatableRow):
    """A row that names another page by the foreign key `relation_field`.

    The key keeps the page of the source language; `target` is the page that a reader of the
    active language should be led to.
    """

    relation_field: str

    api_fields = [APIField("target", serializer=PageField())]

    class Meta(TranslatableRow.Meta):
        abstract = True

    @property
    def target(self) -> Page | None:
        """The named page in the active language, itself where it is not translated.

        None where it is not public.
        """
        return references.current().page(getattr(self, f"{self.relation_field}_id"))
