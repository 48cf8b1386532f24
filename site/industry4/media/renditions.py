"""The one place that says in which sizes and formats pictures are served.

Renditions are made in the background when a picture is stored; a reader's request only ever
names those that exist, and the original where none exists yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from django.core.files.storage import FileSystemStorage
from django.db.models import BooleanField, ExpressionWrapper, FilteredRelation, Q, QuerySet
from django.utils.encoding import filepath_to_uri

from .models import Image, Rendition

WIDTHS = (480, 960, 1600)
FORMATS = ("avif", "webp")
SPECS = {
    f"width-{width}|format-{image_format}": (image_format, width)
    for image_format in FORMATS
    for width in WIDTHS
}
# For links shared elsewhere: the size that social networks ask for.
SOCIAL_SPEC = "fill-1200x630|format-jpeg"


class StoredFile(NamedTuple):
    """A rendition as its row says it: there are many, and no object is made for each."""

    filter_spec: str
    name: str
    width: int
    height: int

    @property
    def url(self) -> str:
        """The address of the file."""
        storage = Rendition._meta.get_field("file").storage
        if storage.__class__ is FileSystemStorage:  # what its `url` does, in a quarter of the time
            return f"{storage.base_url}{filepath_to_uri(self.name)}"
        return storage.url(self.name)


@dataclass(frozen=True)
class Source:
    """One file: its address, and its size in pixels."""

    url: str
    width: int
    height: int


@dataclass
class Picture:
    """All that a page or an app needs to show an image."""

    fallback: Source
    sources: dict[str, list[Source]] = field(default_factory=dict)

    def srcset(self, image_format: str) -> str:
        """The `srcset` of a format, smallest first; "" where no file exists yet."""
        return ", ".join(f"{s.url} {s.width}w" for s in self.sources.get(image_format, []))


# What only the admin shows of an image.
UNSEEN = {
    *("created_at", "uploaded_by_user_id", "file_size", "file_hash", "description"),
    "focal_point_width",
    "focal_point_height",
}


IMAGE_COLUMNS = [
    field.attname for field in Image._meta.concrete_fields if field.attname not in UNSEEN
]


@cache
def _with_files(is_public: Q) -> QuerySet[Any]:
    """The query set of `with_files`, put together once."""
    made = Q(renditions__filter_spec__in=[*SPECS, SOCIAL_SPEC])
    return Image.objects.annotate(
        made=FilteredRelation("renditions", condition=made),
        is_public=ExpressionWrapper(is_public, BooleanField()),
    ).values_list(
        *("is_public", "made__filter_spec", "made__file", "made__width", "made__height"),
        *IMAGE_COLUMNS,
    )


def with_files(ids: Iterable[int], is_public: Q) -> list[Image]:
    """The images with these ids, each with its `stored_files`: one query for both.

    Each knows by `is_public` whether it meets that condition.
    """
    rows = _with_files(is_public).filter(pk__in=ids)
    found: dict[int, Image] = {}
    for public, spec, name, width, height, *values in rows:
        image = found.get(values[0])
        if image is None:
            image = found[values[0]] = Image.from_db(rows.db, IMAGE_COLUMNS, values)
            image.is_public = public
            image.stored_files = []
        if spec:
            image.stored_files.append(StoredFile(spec, name, width, height))
    return list(found.values())


def stored_files(image: Image) -> list[StoredFile]:
    """The renditions of an image that exist now.

    Costs no query for an image that came by `with_files` or with its renditions prefetched.
    """
    if "stored_files" in vars(image):
        return image.stored_files
    return [
        StoredFile(rendition.filter_spec, rendition.file.name, rendition.width, rendition.height)
        for rendition in image.renditions.all()
    ]


def picture(image: Image) -> Picture:
    """The files of an image that exist now, by format and smallest first."""
    sources: dict[str, list[Source]] = {}
    for stored in sorted(stored_files(image), key=lambda stored: stored.width):
        spec = SPECS.get(stored.filter_spec)
        # An original narrower than a width gives the same file twice.
        if spec and all(s.width != stored.width for s in sources.get(spec[0], ())):
            source = Source(stored.url, stored.width, stored.height)
            sources.setdefault(spec[0], []).append(source)
    webp = sources.get("webp")
    fallback = (
        min(webp, key=lambda source: abs(source.width - 960))
        if webp
        else Source(image.file.url, image.width, image.height)
    )
    return Picture(fallback, sources)


def social(image: Image) -> Source | None:
    """The file for links shared elsewhere, or None where it is not made yet."""
    for stored in stored_files(image):
        if stored.filter_spec == SOCIAL_SPEC:
            return Source(stored.url, stored.width, stored.height)
    return None


def make(image: Image) -> Iterable[Rendition]:
    """Make every rendition of an image that is still missing, and return all of them."""
    return image.get_renditions(*SPECS, SOCIAL_SPEC).values()
