"""Fields of API v2: pages, images and files by the request's references, in one form each."""

from typing import Any

from django.db.models import Model
from rest_framework.fields import Field
from wagtail.models import Page

from .api import page_data, public_document, public_image


class PageField(Field):
    """A page in its short form."""

    def to_representation(self, value: Page) -> dict[str, Any] | None:
        return page_data(value)


class ReferencedField(Field):
    """A foreign key whose object is among the request's references: no query for each row."""

    def get_attribute(self, instance: Model) -> int | None:
        return getattr(instance, f"{self.source}_id")


class PictureField(ReferencedField):
    """An image as its renditions, not as a bare id."""

    def to_representation(self, value: int) -> dict[str, Any] | None:
        return public_image(value)


class DocumentField(ReferencedField):
    """A file as what a reader needs to know before downloading it."""

    def to_representation(self, value: int) -> dict[str, Any] | None:
        return public_document(value)
