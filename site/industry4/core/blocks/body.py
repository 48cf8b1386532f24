"""`BodyBlock`: the blocks that the body of a page may hold, and what apps get of them."""

from typing import Annotated, Any, Literal, Union

from django.utils.safestring import SafeString
from pydantic import BaseModel, Field, create_model
from wagtail import blocks

from .figures import DocumentsBlock, KeyFigureBlock, RelatedPagesBlock, TableBlock
from .pictures import FigureBlock, GalleryBlock, VideoBlock
from .text import (
    CallToActionBlock,
    ContactPersonBlock,
    HeadingBlock,
    QuestionsBlock,
    QuotationBlock,
    TextBlock,
)


class BodyBlock(blocks.StreamBlock):
    """The body of a page that reads as an article."""

    heading = HeadingBlock()
    text = TextBlock()
    figure = FigureBlock()
    gallery = GalleryBlock()
    quotation = QuotationBlock()
    key_figure = KeyFigureBlock()
    table = TableBlock()
    video = VideoBlock()
    documents = DocumentsBlock()
    call_to_action = CallToActionBlock()
    questions = QuestionsBlock()
    contact_person = ContactPersonBlock()
    related_pages = RelatedPagesBlock()

    class Meta:
        block_counts: dict = {}

    def render_basic(self, value: Any, context: dict[str, Any] | None = None) -> SafeString:
        """The blocks one after another; they share what anchors the headings have taken."""
        return super().render_basic(value, context={**(context or {}), "anchors": set()})


def block_schema(name: str, block: blocks.Block) -> type[BaseModel]:
    """The schema of a block of a body: `{type, id, value}`, its value as its class states it.

    Raises TypeError for a block whose Meta states no `api_type`.
    """
    api_type = getattr(block.meta, "api_type", None)
    if api_type is None:
        raise TypeError(
            f"{type(block).__name__} has a template, but no `api_type` beside it: state in its"
            " Meta what apps get of it."
        )
    return create_model(
        type(block).__name__,
        __doc__=type(block).__doc__,
        type=(Literal[name], ...),  # type: ignore[arg-type]  # a name known when it runs
        id=(str, Field(description="Stays the same while the block is moved or edited.")),
        value=(api_type, ...),
    )


def body_schema(body: blocks.StreamBlock) -> Any:
    """The type of any block of a body: a union that `type` tells apart."""
    schemas = [block_schema(name, block) for name, block in body.child_blocks.items()]
    return Annotated[Union[tuple(schemas)], Field(discriminator="type")]  # noqa: UP007  (of a list)


BodyItem = body_schema(BodyBlock())
