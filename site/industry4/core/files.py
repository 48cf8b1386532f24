"""Images and documents by their keys, with what readers may know of them: one query for each."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from django.db.models import BooleanField, ExpressionWrapper, F, FilteredRelation, Q, QuerySet

from industry4.media.models import Document, Image
from industry4.media.renditions import SOCIAL_SPEC, SPECS, StoredFile

from .instances import instance
from .prepared import Among, Keys, Prepared
from .public import outside_private_collections

# What only the admin shows of them is not fetched before somebody asks for it.
IMAGE = (
    *("id", "title", "file", "width", "height", "focal_point_x", "focal_point_y"),
    *("alt_text_lt", "alt_text_en", "credit", "licence", "collection_id"),
)
DOCUMENT = ("id", "title", "file", "file_size", "language", "collection_id")


@cache
def is_public() -> ExpressionWrapper:
    """Whether an image or a document is outside private collections."""
    return ExpressionWrapper(outside_private_collections(), BooleanField())


def _images() -> QuerySet[Any]:
    """A row for each rendition of an image, and one for an image without any."""
    made = Q(renditions__filter_spec__in=[*SPECS, SOCIAL_SPEC])
    return (
        Image.objects.filter(Among(F("pk"), Keys("ids")))
        .annotate(made=FilteredRelation("renditions", condition=made), is_public=is_public())
        .values_list(
            *(f"made__{name}" for name in ("filter_spec", "file", "width", "height")),
            *IMAGE,
            "is_public",
        )
    )


def _documents() -> QuerySet[Any]:
    return (
        Document.objects.filter(Among(F("pk"), Keys("ids")))
        .annotate(is_public=is_public())
        .values_list(*DOCUMENT, "is_public")
    )


IMAGES, DOCUMENTS = Prepared(_images), Prepared(_documents)


def images(ids: Iterable[int]) -> list[Image]:
    """The images, each with its `stored_files` and with `is_public`."""
    found: dict[int, Image] = {}
    for spec, name, width, height, *values in IMAGES.rows(ids=ids):
        image = found.get(values[0])
        if image is None:
            image = found[values[0]] = instance(Image, (*IMAGE, "is_public"), values)
            image.stored_files = []
        if spec:
            image.stored_files.append(StoredFile(spec, name, width, height))
    return list(found.values())


def documents(ids: Iterable[int]) -> list[Document]:
    """The documents, each with `is_public`."""
    return [
        instance(Document, (*DOCUMENT, "is_public"), values) for values in DOCUMENTS.rows(ids=ids)
    ]
