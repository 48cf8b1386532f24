"""Chooser blocks that find what they refer to in the request's references: no query for each."""

from typing import Any

from django.db.models import Model
from wagtail.blocks import PageChooserBlock
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock
from wagtail.models import Page

from industry4.core import references
from industry4.core.api import PageLink, page_data, public_document, public_image
from industry4.media.api import File, Picture
from industry4.media.models import Document, Image


class ReferencedBlock:
    """Resolves ids by the request's references; a deleted object becomes None."""

    referenced_model: type[Model]

    def to_python(self, value: Any) -> Model | None:
        return references.current().get(self.referenced_model, value)

    def bulk_to_python(self, values: list[Any]) -> list[Model | None]:
        found = references.current().get_many(self.referenced_model, values)
        return [found.get(value) for value in values]


class ImageChooser(ReferencedBlock, ImageChooserBlock):
    """An image, with its renditions."""

    referenced_model = Image

    class Meta:
        api_type = Picture | None

    def get_api_representation(self, value: Image | None, context: Any = None) -> dict | None:
        return public_image(value.pk) if value else None


class DocumentChooser(ReferencedBlock, DocumentChooserBlock):
    """A file."""

    referenced_model = Document

    class Meta:
        api_type = File | None

    def get_api_representation(self, value: Document | None, context: Any = None) -> dict | None:
        return public_document(value.pk) if value else None


class PageChooser(ReferencedBlock, PageChooserBlock):
    """A page. The value is the chosen page; a reader is led to its translation."""

    referenced_model = Page

    class Meta:
        api_type = PageLink | None

    def get_api_representation(self, value: Page | None, context: Any = None) -> dict | None:
        return page_data(target_of(value))


def latest(model: type[Model]) -> int | None:
    """The key of the newest object: what a block's preview shows. None where there is none."""
    return model._default_manager.order_by("-pk").values_list("pk", flat=True).first()


def target_of(page: Page | None) -> Page | None:
    """The public page that stands for `page` in the active language, or None."""
    return references.current().page(page.pk) if page else None


def present(values: list) -> list:
    """The values that lead somewhere: what is gone or private is None."""
    return [value for value in values if value is not None]
