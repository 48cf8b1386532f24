"""A link: to a page, a file, an address or by e-mail; resolved once for templates and JSON."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.models import Page

from industry4.core import references
from industry4.media.api import absolute

from .choosers import DocumentChooser, PageChooser


class LinkValue(blocks.StructValue):
    """A link that knows its address and its text."""

    @property
    def target(self) -> Page | None:
        """The page in the active language, or None."""
        page = self.get("page")
        return references.current().page(page.pk) if page else None

    @property
    def url(self) -> str:
        """Where the link leads; "" where its page or file is gone or not public."""
        if self.get("page"):
            return self.target.url if self.target else ""
        if self.get("document"):
            return self["document"].url
        if self.get("email"):
            return f"mailto:{self['email']}"
        return self.get("link_url") or ""

    @property
    def text(self) -> str:
        """What the link says: its own text, or the name of what it leads to."""
        if self.get("label"):
            return self["label"]
        if self.get("page"):
            return self.target.title if self.target else ""
        if self.get("document"):
            return self["document"].title
        return self.get("email") or self.get("link_url") or ""


class LinkData(BaseModel):
    """Where a link leads, and what it says."""

    text: str
    url: str


class LinkBlock(blocks.StructBlock):
    """One link; an editor fills in one of the four ways."""

    label = blocks.CharBlock(
        required=False,
        default="",
        max_length=120,
        label=_("Text of the link"),
        help_text=_("Without it, the title of the page or the file."),
    )
    page = PageChooser(required=False, label=_("Page"))
    document = DocumentChooser(required=False, label=_("File"))
    link_url = blocks.URLBlock(required=False, default="", label=_("Address"))
    email = blocks.EmailBlock(required=False, default="", label=_("E-mail"))

    class Meta:
        value_class = LinkValue
        icon = "link"
        label = _("Link")
        template = "blocks/link.html"
        api_type = LinkData | None

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        ways = [name for name in ("page", "document", "link_url", "email") if value.get(name)]
        if len(ways) != 1:
            message = ValidationError(
                _("Fill in one of these: a page, a file, an address or an e-mail.")
            )
            raise StructBlockValidationError(block_errors=dict.fromkeys(ways or ["page"], message))
        return value

    def get_api_representation(self, value: LinkValue, context: Any = None) -> dict | None:
        if not value or not value.url:
            return None
        return {"text": value.text, "url": absolute(value.url)}
