"""How an image and a file read in JSON: one form each, wherever they stand."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language

from . import renditions
from .models import Document, Image


def absolute(url: str) -> str:
    """The full address of a file; storages elsewhere give full ones already."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{url}" if url.startswith("/") else url


def image_data(image: Image, alt: str | None = None) -> dict[str, Any]:
    """The form of an image: `{id, alt, width, height, credit, licence, src, renditions}`.

    `renditions` maps a format ("avif", "webp") to `[{url, width, height}]`, smallest first.
    `alt` replaces the image's own alternative text in the active language.
    """
    picture = renditions.picture(image)
    return {
        "id": image.pk,
        "alt": image.alt_text(get_language() or "") if alt is None else alt,
        "width": image.width,
        "height": image.height,
        "credit": image.credit,
        "licence": image.licence,
        "src": absolute(picture.fallback.url),
        "renditions": {
            image_format: [{**vars(source), "url": absolute(source.url)} for source in sources]
            for image_format, sources in picture.sources.items()
        },
    }


def document_data(document: Document) -> dict[str, Any]:
    """The form of a file: `{id, title, url, language, type, size}`, size in bytes."""
    return {
        "id": document.pk,
        "title": document.title,
        "url": absolute(document.url),
        "language": document.language,
        "type": document.file_extension,
        "size": document.file_size,
    }
