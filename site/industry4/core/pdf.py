"""What all PDFs of the site are made with: its typeface, its colours, its name."""

from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

# Inter, with the letters of all Latin, Greek and Cyrillic alphabets: companies have any name.
FONTS = Path(__file__).parent / "fonts"
REGULAR, STRONG = "Inter", "Inter-SemiBold"
DEEP, GREEN, CYAN, GREY = map(HexColor, ("#0b1625", "#0e8058", "#4accf4", "#4a5b6d"))
PHOSPHOR = HexColor("#5cf0a0")
BRAND = "Industry 4 Panevėžys"


def register_fonts() -> None:
    """Make both weights known to ReportLab, once a process."""
    for name, file in ((REGULAR, "Inter-Regular.ttf"), (STRONG, "Inter-SemiBold.ttf")):
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, FONTS / file))
