"""Certificates of winners and finalists: a diploma to frame, as PDF, in either language.

Those who run an edition have them once it is decided, entrants by their private link once the
results are public.
"""

import io
from html import escape
from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.text import Truncator, slugify
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.generic import View
from reportlab.lib.colors import HexColor, white
from reportlab.lib.enums import TA_LEFT
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph

from ecosystem.models import CompetitionAct
from industry4.competition.editions import Edition
from industry4.competition.models import Entry, Placement, Seat
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
from industry4.core.translation.states import languages

from .access import ResultsBase, is_decided, is_published
from .names import Names

WIDTH, HEIGHT = landscape(A4)
BAND = 74 * mm
LEFT, RIGHT = BAND + 20 * mm, WIDTH - 22 * mm
TOP, BOTTOM = HEIGHT - 30 * mm, 24 * mm
INK = HexColor("#0b1625")
KICKER = 10.5
LONGEST = 600  # characters of the jury's reasons: more than fits


def certificate(edition: Edition, placement: Placement, language: str) -> bytes:
    """The diploma of an entry that is placed, in a language; the same bytes every time."""
    register_fonts()
    stream = io.BytesIO()
    name = name_of(placement, language)
    with override(language):
        canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), invariant=1, lang=language)
        canvas.setTitle(f"{_('Diploma')}: {name}")
        canvas.setAuthor(BRAND)
        canvas.setSubject(edition.page(language).title)
        draw_band(canvas, edition.source.year)
        draw_words(canvas, edition, placement, name, language)
        draw_foot(canvas, edition)
        canvas.showPage()
        canvas.save()
    return stream.getvalue()


def draw_band(canvas: Canvas, year: int) -> None:
    """The dark side: a field of phosphor dots that fades away, the mark, the year."""
    canvas.setFillColor(DEEP)
    canvas.rect(0, 0, BAND, HEIGHT, stroke=0, fill=1)
    for row in range(44):
        for column in range(16):
            x, y = 7 + column * 13.4, HEIGHT - 9 - row * 13.4
            near = max(0.0, 1 - ((x - 105) ** 2 + (y - HEIGHT * 0.5) ** 2) ** 0.5 / 270)
            canvas.setFillColor(CYAN if (row + column) % 3 else PHOSPHOR)
            canvas.setFillAlpha(round(0.06 + 0.5 * near**1.8, 2))
            canvas.circle(x, y, 0.9 + 2.3 * near, stroke=0, fill=1)
    canvas.setFillAlpha(1)
    draw_mark(canvas, 20 * mm, HEIGHT - 34 * mm, 1.5)
    canvas.setFillColor(white)
    canvas.setFont(STRONG, 54)
    canvas.drawString(20 * mm, 34 * mm, str(year))
    canvas.setFont(STRONG, 11)
    canvas.drawString(20 * mm, 24 * mm, BRAND)
    canvas.setFillColor(GREEN)
    canvas.rect(BAND, 0, 1.4 * mm, HEIGHT, stroke=0, fill=1)


def draw_mark(canvas: Canvas, x: float, y: float, scale: float) -> None:
    """The project's mark, as on its pages: an arm with three joints that draws a 4."""
    canvas.saveState()
    canvas.translate(x, y)
    canvas.scale(scale, -scale)
    canvas.translate(-4, -28)
    canvas.setStrokeColor(white)
    canvas.setLineWidth(2)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    path = canvas.beginPath()
    path.moveTo(19, 5)
    path.lineTo(7, 20)
    path.lineTo(26, 20)
    path.moveTo(20.5, 13)
    path.lineTo(20.5, 28)
    canvas.drawPath(path)
    canvas.setFillColor(PHOSPHOR)
    for joint_x, joint_y in ((19, 5), (7, 20)):
        canvas.circle(joint_x, joint_y, 2.8, stroke=0, fill=1)
    canvas.restoreState()


def name_of(placement: Placement, language: str) -> str:
    """Under which name an entry is honoured in a language."""
    return Names([placement.entry]).name(placement.entry, language)


def draw_words(
    canvas: Canvas, edition: Edition, placement: Placement, name: str, language: str
) -> None:
    """Who is honoured, as what, for what, and why."""
    innovation, citation = (
        (placement.innovation_en, placement.citation_en)
        if language == "en"
        else (placement.innovation_lt, placement.citation_lt)
    )
    y = write(canvas, edition.page(language).title, TOP, KICKER, GREY, most=2)
    y = write(canvas, _("Diploma"), y - 7 * mm, 20, GREEN, STRONG)
    y = write(canvas, name, y - 6 * mm, 38, INK, STRONG, most=3)
    y = write(canvas, standing(placement.place), y - 7 * mm, 17, INK, STRONG)
    category = category_in(placement, language)
    y = write(canvas, category, y - 1.5 * mm, 13, GREY)
    if innovation:
        y = write(canvas, innovation, y - 8 * mm, 13, INK, STRONG, most=2)
    if citation and placement.place is not None:
        write(canvas, Truncator(citation).chars(LONGEST), y - 3 * mm, 11, INK, most=6)


def standing(place: int | None) -> str:
    """What a company is honoured as, in the active language."""
    if place is None:
        return _("Finalist of the most innovative company")
    if place == 1:
        return _("The most innovative company")
    return _("Place %(place)s among the most innovative companies") % {"place": place}


def category_in(placement: Placement, language: str) -> str:
    """The category of an entry in words, by its name in a language."""
    category = placement.category
    translated = (
        category.get_translations(inclusive=True).filter(locale__language_code=language).first()
    )
    return _("Category: %(name)s") % {"name": (translated or category).name}


def write(
    canvas: Canvas,
    text: str,
    top: float,
    size: float,
    colour: Any,
    font: str = REGULAR,
    *,
    left: float = LEFT,
    most: int = 1,
) -> float:
    """Write a text below `top` from `left` to the right edge, in `most` lines, smaller if need be.

    Returns where it ends. A text that is too long even in small letters takes more lines.
    """
    while True:
        style = ParagraphStyle(
            "own",
            fontName=font,
            fontSize=size,
            leading=size * 1.28,
            textColor=colour,
            alignment=TA_LEFT,
            splitLongWords=1,
        )
        paragraph = Paragraph(escape(text), style)
        _width, height = paragraph.wrap(RIGHT - left, HEIGHT)
        if height <= most * style.leading + 1 or size <= 7:
            break
        size -= 0.5
    paragraph.drawOn(canvas, left, top - height)
    return top - height


def draw_foot(canvas: Canvas, edition: Edition) -> None:
    """The day of the decision, and where the chair signs."""
    act = edition.source.acts.get(CompetitionAct.Kind.DECIDED)
    day = timezone.localdate(act.at) if act else timezone.localdate()
    chair = Seat.objects.filter(edition=edition.key, is_chair=True).select_related("user").first()
    middle = LEFT + (RIGHT - LEFT) * 0.5
    canvas.setStrokeColor(GREY)
    canvas.setLineWidth(0.6)
    canvas.line(middle, BOTTOM + 6 * mm, RIGHT, BOTTOM + 6 * mm)
    canvas.setFillColor(GREY)
    canvas.setFont(REGULAR, KICKER)
    canvas.drawString(LEFT, BOTTOM, f"{_('Panevėžys')}, {date_format(day, 'DATE_FORMAT')}")
    y = write(canvas, _("Chair of the jury"), BOTTOM + 4 * mm, KICKER, GREY, left=middle)
    if chair and chair.user_id:
        write(canvas, str(chair), y - 0.5 * mm, KICKER, INK, left=middle, most=2)


def answer(edition: Edition, placement: Placement, language: str) -> HttpResponse:
    """A certificate to save. Raises Http404 for a language that there is none in."""
    if language not in languages():
        raise Http404
    name = slugify(f"diploma-{edition.source.year}-{name_of(placement, language)}-{language}")
    return HttpResponse(
        certificate(edition, placement, language),
        content_type="application/pdf",
        headers={
            "Content-Disposition": f'attachment; filename="{name}.pdf"',
            "Cache-Control": "no-store, private",
            "X-Content-Type-Options": "nosniff",
        },
    )


def honoured_entries() -> QuerySet[Placement]:
    """Placements of entries that compete; one that was withdrawn afterwards has no certificate."""
    placed = Placement.objects.filter(entry__state=Entry.State.ELIGIBLE)
    return placed.select_related("entry", "category")


class CertificateView(ResultsBase, View):
    """A certificate, for those who see who is placed."""

    def allowed(self) -> bool:
        return is_decided(self.edition) and super().allowed()

    def get(self, request: HttpRequest, **kwargs: Any) -> HttpResponse:
        placements = honoured_entries().filter(entry__edition=self.edition.key)
        placement = get_object_or_404(placements, entry=kwargs["pk"])
        return answer(self.edition, placement, kwargs["language"])


def for_entrant(request: HttpRequest, entry: Entry, secret: str, language: str) -> HttpResponse:
    """The certificate of an entry whose private link was opened, once results are public.

    Raises Http404 before that, and where the entry is not placed.
    """
    edition = Edition.for_staff(entry.edition)
    placement = honoured_entries().filter(entry=entry).first()
    if placement is None or not is_published(edition):
        raise Http404
    return answer(edition, placement, language)
