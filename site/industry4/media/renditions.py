"""The one place that says in which sizes and formats pictures are served.

Renditions are made in the background when a picture is stored; a reader's request only ever
names those that exist, and the original where none exists yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from django.core.files.storage import FileSystemStorage
from django.db.models import Count, Q, QuerySet
from django.dispatch import Signal

from .models import Image, Rendition

# 720 is for phones, whose 94vw are 590 to 775 pixels of the screen: a third less than 960.
WIDTHS = (480, 720, 960, 1600)
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
        return Rendition._meta.get_field("file").storage.url(self.name)


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
    # What an API says of it, kept by whoever words it.
    data: dict[str, Any] | None = None

    def srcset(self, image_format: str) -> str:
        """The `srcset` of a format, smallest first; "" where no file exists yet."""
        return ", ".join(f"{s.url} {s.width}w" for s in self.sources.get(image_format, []))


def stored_files(image: Image) -> list[StoredFile]:
    """The renditions of an image that exist now.

    Costs no query for an image that came with these, or with its renditions prefetched.
    """
    if "stored_files" in vars(image):
        return image.stored_files
    return [
        StoredFile(rendition.filter_spec, rendition.file.name, rendition.width, rendition.height)
        for rendition in image.renditions.all()
    ]


def picture(image: Image) -> Picture:
    """The files of an image that exist now, by format and smallest first.

    On a disk of our own the same files have the same addresses, which are worked out once;
    other storages may sign theirs for a time.
    """
    original = StoredFile("", image.file.name, image.width, image.height)
    is_on_disk = image.file.storage.__class__ is FileSystemStorage
    compose = known_picture if is_on_disk else new_picture
    return compose(original, tuple(stored_files(image)))


def new_picture(original: StoredFile, made: tuple[StoredFile, ...]) -> Picture:
    """The picture that an original and the renditions made of it give."""
    sources: dict[str, list[Source]] = {}
    for stored in sorted(made, key=lambda stored: stored.width):
        spec = SPECS.get(stored.filter_spec)
        # An original narrower than a width gives the same file twice.
        if spec and all(s.width != stored.width for s in sources.get(spec[0], ())):
            source = Source(stored.url, stored.width, stored.height)
            sources.setdefault(spec[0], []).append(source)
    webp = sources.get("webp")
    fallback = (
        min(webp, key=lambda source: abs(source.width - 960))
        if webp
        else Source(original.url, original.width, original.height)
    )
    return Picture(fallback, sources)


known_picture = lru_cache(maxsize=4096)(new_picture)


def social(image: Image) -> Source | None:
    """The file for links shared elsewhere, or None where it is not made yet."""
    for stored in stored_files(image):
        if stored.filter_spec == SOCIAL_SPEC:
            return Source(stored.url, stored.width, stored.height)
    return None


# Sent with `image` when its files are there: they are stored all at once, without signals.
renditions_made = Signal()


def make(image: Image) -> Iterable[Rendition]:
    """Make every rendition of an image that is still missing, and return all of them."""
    made = image.get_renditions(*SPECS, SOCIAL_SPEC)
    # Another focal point makes another crop, beside the one that was found before.
    crops = image.renditions.filter(filter_spec=SOCIAL_SPEC)
    for earlier in crops.exclude(focal_point_key=made[SOCIAL_SPEC].focal_point_key):
        earlier.delete()
    renditions_made.send(Image, image=image)
    return made.values()


def incomplete() -> QuerySet[Image]:
    """The images of which at least one rendition is missing."""
    specs = [*SPECS, SOCIAL_SPEC]
    made = Count(
        "renditions__filter_spec", distinct=True, filter=Q(renditions__filter_spec__in=specs)
    )
    return Image.objects.alias(made=made).filter(made__lt=len(specs))
