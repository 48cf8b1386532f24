"""`BodyBlock`: the blocks that the body of a page may hold."""

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
