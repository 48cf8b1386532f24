"""The one place that says in which sizes and formats pictures are served.

Renditions are made in the background when a picture is stored; a reader's request only ever
names those that exist, and the original where none exists yet.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

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


def picture(image: Image) -> Picture:
    """The files of an image that exist now.

    Costs no query when the image came with `prefetch_related("renditions")`, else one.
    """
    sources: dict[str, list[Source]] = {}
    for rendition in image.renditions.all():
        spec = SPECS.get(rendition.filter_spec)
        if spec and rendition.focal_point_key == "":
            source = Source(rendition.url, rendition.width, rendition.height)
            same_format = sources.setdefault(spec[0], [])
            # An original narrower than a width gives the same file twice.
            if source.width not in {other.width for other in same_format}:
                same_format.append(source)
    for same_format in sources.values():
        same_format.sort(key=lambda source: source.width)
    webp = sources.get("webp")
    fallback = (
        min(webp, key=lambda source: abs(source.width - 960))
        if webp
        else Source(image.file.url, image.width, image.height)
    )
    return Picture(fallback, sources)


def social(image: Image) -> Source | None:
    """The file for links shared elsewhere, or None where it is not made yet."""
    for rendition in image.renditions.all():
        if rendition.filter_spec == SOCIAL_SPEC:
            return Source(rendition.url, rendition.width, rendition.height)
    return None


def make(image: Image) -> Iterable[Rendition]:
    """Make every rendition of an image that is still missing, and return all of them."""
    return image.get_renditions(*SPECS, SOCIAL_SPEC).values()
