"""Fields of the APIs: pages, images and files by the request's references, in one form each."""

from typing import Any

from django.db.models import Model
from rest_framework.fields import Field
from wagtail.models import Page

from industry4.media.api import document_data, image_data
from industry4.media.models import Document, Image

from . import references


def page_data(page: Page | None) -> dict[str, Any] | None:
    """The short form of a page that another refers to: `{id, type, locale, title, url}`."""
    if page is None:
        return None
    return {
        "id": page.pk,
        "type": page.specific_class._meta.label,
        "locale": page.locale.language_code,
        "title": page.title,
        "url": page.full_url,
    }


class PageField(Field):
    """A page in its short form."""

    def to_representation(self, value: Page) -> dict[str, Any] | None:
        return page_data(value)


class ReferencedField(Field):
    """A foreign key whose object is among the request's references: no query for each row."""

    referenced_model: type[Model]

    def get_attribute(self, instance: Model) -> Model | None:
        key = getattr(instance, f"{self.source}_id")
        return references.current().get(self.referenced_model, key)


class PictureField(ReferencedField):
    """An image as its renditions, not as a bare id."""

    referenced_model = Image

    def to_representation(self, value: Image) -> dict[str, Any]:
        return image_data(value)


class DocumentField(ReferencedField):
    """A file as what a reader needs to know before downloading it."""

    referenced_model = Document

    def to_representation(self, value: Document) -> dict[str, Any]:
        return document_data(value)
