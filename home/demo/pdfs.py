"""Writes the files of the demo content as PDFs."""

import io
from collections.abc import Iterator
from functools import partial

from reportlab.lib.colors import white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, PageBreak, PageTemplate, Paragraph

from home.demo.values import Pdf
from industry4.core.pdf import (
    BRAND,
    CYAN,
    DEEP,
    GREEN,
    GREY,
    PHOSPHOR,
    REGULAR,
    STRONG,
    register_fonts,
)

WIDTH, HEIGHT = A4
MARGIN = 24 * mm
NOTE = {"lt": "Pavyzdinis dokumentas", "en": "Sample document"}

BODY = ParagraphStyle("body", fontName=REGULAR, fontSize=11, leading=17, spaceAfter=8)
ITEM = ParagraphStyle("item", parent=BODY, leftIndent=14, bulletIndent=2, spaceAfter=5)
HEADING = ParagraphStyle(
    "heading",
    fontName=STRONG,
    fontSize=16,
    leading=21,
    spaceBefore=18,
    spaceAfter=8,
    textColor=GREEN,
    keepWithNext=True,
)
TITLE = ParagraphStyle(
    "title", fontName=STRONG, fontSize=30, leading=37, textColor=white, spaceAfter=14
)
SUBTITLE = ParagraphStyle("subtitle", parent=BODY, fontSize=14, leading=20, textColor=white)


def written(document: Pdf) -> bytes:
    """The PDF of a document: a cover, then its parts. The same bytes every time."""
    register_fonts()
    stream = io.BytesIO()
    template = BaseDocTemplate(
        stream,
        pagesize=A4,
        title=document.title,
        author=BRAND,
        subject=document.subtitle,
        lang=document.language,
        invariant=1,
    )
    cover = Frame(MARGIN, 30 * mm, WIDTH - 2 * MARGIN, HEIGHT * 0.5)
    inner = Frame(MARGIN, 28 * mm, WIDTH - 2 * MARGIN, HEIGHT - 56 * mm)
    note = NOTE[document.language]
    template.addPageTemplates(
        [
            PageTemplate(
                "cover", [cover], onPage=partial(_cover, note=note), autoNextPageTemplate="inner"
            ),
            PageTemplate("inner", [inner], onPage=partial(_page, title=document.title, note=note)),
        ]
    )
    story = [Paragraph(document.title, TITLE), Paragraph(document.subtitle, SUBTITLE), PageBreak()]
    template.build([*story, *flowables(document.text)])
    return stream.getvalue()


def flowables(text: str) -> Iterator[Paragraph]:
    """The headings, paragraphs and list items of a document."""
    for part in text.strip().split("\n\n"):
        if part.startswith("# "):
            yield Paragraph(part[2:], HEADING)
        elif part.startswith("- "):
            for words in part[2:].split("\n- "):
                yield Paragraph(words, ITEM, bulletText="•")
        else:
            yield Paragraph(part, BODY)


def _cover(canvas: Canvas, _template: BaseDocTemplate, *, note: str) -> None:
    """A dark page on which a field of phosphor dots fades away."""
    canvas.setFillColor(DEEP)
    canvas.rect(0, 0, WIDTH, HEIGHT, stroke=0, fill=1)
    for row in range(24):
        for column in range(30):
            x, y = 12 + column * 19.8, HEIGHT - 14 - row * 17
            near = max(0.0, 1 - ((x - 400) ** 2 + (y - HEIGHT + 170) ** 2) ** 0.5 / 330)
            canvas.setFillColor(CYAN if (row + column) % 3 else PHOSPHOR)
            canvas.setFillAlpha(round(0.08 + 0.75 * near**1.6, 1))
            canvas.circle(x, y, 1.4 + 4.2 * near, stroke=0, fill=1)
    canvas.setFillAlpha(1)
    canvas.setFillColor(white)
    canvas.setFont(STRONG, 12)
    canvas.drawString(MARGIN, 20 * mm, BRAND)
    canvas.setFont(REGULAR, 10)
    canvas.drawRightString(WIDTH - MARGIN, 20 * mm, note)


def _page(canvas: Canvas, _template: BaseDocTemplate, *, title: str, note: str) -> None:
    """The head and the foot of an inner page."""
    canvas.setStrokeColor(GREEN)
    canvas.line(MARGIN, HEIGHT - 20 * mm, WIDTH - MARGIN, HEIGHT - 20 * mm)
    canvas.setFillColor(GREY)
    canvas.setFont(REGULAR, 9)
    canvas.drawString(MARGIN, HEIGHT - 17 * mm, title)
    canvas.drawString(MARGIN, 16 * mm, f"{BRAND}. {note}")
    canvas.drawRightString(WIDTH - MARGIN, 16 * mm, str(canvas.getPageNumber()))
