"""How an image and a file read in JSON: one form each, wherever they stand."""

from functools import cache
from typing import Annotated, Any, Literal
from urllib.parse import quote

from django.conf import settings
from django.urls import reverse
from django.utils.http import RFC3986_SUBDELIMS
from django.utils.translation import get_language
from pydantic import BaseModel, Field

from . import renditions
from .models import Document, Image

# What Django's `reverse` leaves unescaped: the sub-delimiters of RFC 3986, and four more.
URL_SAFE = f"{RFC3986_SUBDELIMS}/~:@"


class ImageFile(BaseModel):
    """One file of an image."""

    url: str
    width: int = Field(description="In pixels.")
    height: int = Field(description="In pixels.")


class SourceSet(BaseModel):
    """The files of an image in one format, smallest first."""

    srcset: str = Field(description="Ready for the `srcset` of a `<source>` or an `<img>`.")
    files: list[ImageFile]


class Renditions(BaseModel):
    """An image in the formats that browsers load quickly. A format not made yet is null."""

    avif: SourceSet | None
    webp: SourceSet | None


class FocalPoint(BaseModel):
    """The spot that a crop should keep, as fractions of width and height from the top left."""

    x: float = Field(ge=0, le=1)
    y: float = Field(ge=0, le=1)


class Picture(BaseModel):
    """An image with its files."""

    id: int
    alt: str = Field(description="In the page’s language. Empty: decoration, read nothing out.")
    width: int = Field(description="Of the original, in pixels.")
    height: int = Field(description="Of the original, in pixels.")
    credit: str = Field(description="The author or the source, to be shown with the image.")
    licence: str
    focal_point: FocalPoint | None
    src: str = Field(
        description="For `<img>`: about 960 pixels wide; the original until that is made."
    )
    renditions: Renditions


class File(BaseModel):
    """A file to download."""

    id: int
    title: str
    url: str
    language: Annotated[
        Literal["lt", "en", "mul", "zxx"],
        Field(description="Its language; `mul`: Lithuanian and English, `zxx`: none."),
    ]
    type: str = Field(description="The ending of its name, such as `pdf`.")
    size: int | None = Field(description="In bytes; null where it is not known.")


def absolute(url: str) -> str:
    """The full address of a file; storages elsewhere give full ones already."""
    return f"{settings.WAGTAILADMIN_BASE_URL}{url}" if url.startswith("/") else url


def image_data(image: Image, alt: str | None = None) -> dict[str, Any]:
    """An image in the form of `Picture`.

    `alt` replaces the image's own alternative text in the active language.
    """
    picture = renditions.picture(image)
    if picture.data is None:
        picture.data = picture_data(picture)
    return {
        "id": image.pk,
        "alt": image.alt_text(get_language() or "") if alt is None else alt,
        "width": image.width,
        "height": image.height,
        "credit": image.credit,
        "licence": image.licence,
        "focal_point": focal_point(image),
        **picture.data,
    }


def picture_data(picture: renditions.Picture) -> dict[str, Any]:
    """`src` and `renditions` of an image."""
    return {
        "src": absolute(picture.fallback.url),
        "renditions": {
            image_format: source_set(picture.sources.get(image_format))
            for image_format in renditions.FORMATS
        },
    }


def source_set(sources: list[renditions.Source] | None) -> dict[str, Any] | None:
    """The files of a format in the form of `SourceSet`, or None where there are none."""
    if not sources:
        return None
    files = [{"url": absolute(s.url), "width": s.width, "height": s.height} for s in sources]
    return {
        "srcset": ", ".join(f"{file['url']} {file['width']}w" for file in files),
        "files": files,
    }


def focal_point(image: Image) -> dict[str, float] | None:
    """The focal point that an editor chose, as fractions, or None."""
    if image.focal_point_x is None or image.focal_point_y is None:
        return None
    return {
        "x": round(min(image.focal_point_x / image.width, 1), 4),
        "y": round(min(image.focal_point_y / image.height, 1), 4),
    }


def document_data(document: Document) -> dict[str, Any]:
    """A file in the form of `File`."""
    return {
        "id": document.pk,
        "title": document.title,
        "url": absolute(document_url(document)),
        "language": document.language,
        "type": document.file_extension,
        "size": document.file_size,
    }


@cache
def served_from() -> str:
    """The path under which documents are served."""
    return reverse("wagtaildocs_serve", args=(0, "-")).removesuffix("0/-")


def document_url(document: Document) -> str:
    """`document.url`, in a tenth of the time: a list of pages names many files."""
    if getattr(settings, "WAGTAILDOCS_SERVE_METHOD", None) == "direct":
        return document.url
    name = quote(document.filename, safe=URL_SAFE)
    return f"{served_from()}{document.pk}/{name}"
