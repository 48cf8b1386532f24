"""Blocks to look at: a picture, a gallery, a video that loads after a click."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError

from industry4.core.api import public_image
from industry4.media.api import Picture
from industry4.media.models import Image

from .choosers import ImageChooser, latest, present


class FigureValue(blocks.StructValue):
    """A picture that knows its alternative text."""

    @property
    def alt(self) -> str:
        """The text of this use, or the image's own in the active language; "" if decorative."""
        if self.get("decorative") or not self.get("image"):
            return ""
        return self.get("alt_text") or self["image"].alt_text(get_language() or "")


class FigureData(BaseModel):
    """A picture with its caption."""

    image: Picture
    caption: str


class FigureBlock(blocks.StructBlock):
    """A picture with its caption."""

    image = ImageChooser(label=_("Picture"))
    caption = blocks.CharBlock(required=False, default="", label=_("Caption of the picture"))
    alt_text = blocks.CharBlock(
        required=False,
        default="",
        label=_("Alternative text"),
        help_text=_("What the picture shows here. Without it, the picture’s own text."),
    )
    decorative = blocks.BooleanBlock(
        required=False,
        default=False,
        label=_("Decoration"),
        help_text=_("The picture says nothing that the text does not: screen readers skip it."),
    )

    class Meta:
        value_class = FigureValue
        icon = "image"
        label = _("Picture")
        description = _("One picture, as wide as the text, with a caption.")
        template = "blocks/figure.html"
        api_type = FigureData

    def get_preview_value(self) -> Any:
        """The latest picture of the library."""
        return self.to_python({"image": latest(Image), "caption": "Robotas prie darbo stalo"})

    def get_api_representation(self, value: FigureValue, context: Any = None) -> dict | None:
        image = public_image(value["image"].pk, value.alt) if value.get("image") else None
        return {"image": image, "caption": value["caption"]} if image else None


class GalleryData(BaseModel):
    """Pictures side by side."""

    figures: list[FigureData]


class GalleryBlock(blocks.StructBlock):
    """Several pictures side by side."""

    figures = blocks.ListBlock(FigureBlock(), min_num=2, label=_("Pictures"))

    class Meta:
        icon = "image"
        label = _("Gallery")
        description = _("Two or more pictures side by side.")
        template = "blocks/gallery.html"
        api_type = GalleryData

    def get_preview_value(self) -> Any:
        """The latest picture of the library, twice."""
        figure = {"image": latest(Image), "caption": "Robotas prie darbo stalo"}
        return self.to_python({"figures": [figure, figure]})

    def get_api_representation(self, value: Any, context: Any = None) -> dict:
        return {"figures": present(super().get_api_representation(value, context)["figures"])}


_EMBEDS = {
    "youtube.com": "https://www.youtube-nocookie.com/embed/{id}",
    "youtu.be": "https://www.youtube-nocookie.com/embed/{id}",
    "vimeo.com": "https://player.vimeo.com/video/{id}?dnt=1",
}


def embed_url(address: str) -> str:
    """The address of the player for a video's page on YouTube or Vimeo; "" for any other."""
    parts = urlsplit(address)
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    template = _EMBEDS.get(host)
    if template is None:
        return ""
    video_id = parse_qs(parts.query).get("v", [parts.path.rstrip("/").rpartition("/")[2]])[0]
    return template.format(id=video_id) if re.fullmatch(r"[\w-]{5,20}", video_id) else ""


class VideoValue(blocks.StructValue):
    """A video that knows its player."""

    @property
    def embed_url(self) -> str:
        """The player's address, loaded only after a click."""
        return embed_url(self.get("link_url") or "")


class VideoData(BaseModel):
    """A video of YouTube or Vimeo."""

    url: str = Field(description="Its page.")
    embed_url: str = Field(description="Its player, which sets no cookies. Load it after a click.")
    title: str
    poster: Picture | None = Field(description="What to show before it plays.")


class VideoBlock(blocks.StructBlock):
    """A video of YouTube or Vimeo; nothing is loaded from there before the reader asks."""

    link_url = blocks.URLBlock(
        label=_("Address of the video"), help_text=_("A page of YouTube or Vimeo.")
    )
    title = blocks.CharBlock(label=_("Title"), help_text=_("What the video shows."))
    poster = ImageChooser(required=False, label=_("Picture before it plays"))

    class Meta:
        value_class = VideoValue
        icon = "media"
        label = _("Video")
        description = _("A video that is loaded after a click, so that nobody is tracked unasked.")
        template = "blocks/video.html"
        api_type = VideoData
        preview_value = {"link_url": "https://vimeo.com/76979871", "title": "Pavyzdys"}

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        if not embed_url(value["link_url"]):
            raise StructBlockValidationError(
                block_errors={
                    "link_url": ValidationError(_("Give the address of a YouTube or Vimeo video."))
                }
            )
        return value

    def get_api_representation(self, value: VideoValue, context: Any = None) -> dict:
        return {
            "url": value["link_url"],
            "embed_url": value.embed_url,
            "title": value["title"],
            "poster": public_image(value["poster"].pk) if value["poster"] else None,
        }
