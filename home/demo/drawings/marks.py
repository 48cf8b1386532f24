"""Marks that stand where a member's logo will: two letters, and a motif of the member's trade.

They are plainly no real logos; a member's own takes their place.
"""

from collections.abc import Callable

from PIL import Image, ImageDraw, ImageFont

from industry4.core.pdf import FONTS

from .canvas import Colour, Point, polar

SIZE = 640
FONT = FONTS / "Inter-SemiBold.ttf"
PAPER: Colour = (255, 255, 255)
DEEP: Colour = (15, 35, 56)
TONES: dict[str, Colour] = {
    "green": (14, 128, 88),
    "cyan": (12, 113, 150),
    "amber": (176, 98, 10),
    "graphite": (60, 78, 98),
}


def mark(letters: str, motif: str, tone: str) -> Image.Image:
    """A mark of 640 by 640 pixels on white."""
    image = Image.new("RGB", (SIZE * 2, SIZE * 2), PAPER)
    draw = ImageDraw.Draw(image)
    MOTIFS[motif](draw, TONES[tone])
    font = ImageFont.truetype(FONT, 250)
    draw.text((SIZE, SIZE * 1.53), letters, font=font, fill=DEEP, anchor="mm")
    return image.reduce(2)


def _disc(draw: ImageDraw.ImageDraw, centre: Point, radius: float, colour: Colour) -> None:
    x, y = centre
    draw.ellipse([x - radius, y - radius, x + radius, y + radius], fill=colour)


CENTRE: Point = (SIZE, SIZE * 0.72)


def _dots(draw: ImageDraw.ImageDraw, colour: Colour) -> None:
    for row in range(5):
        for column in range(5):
            near = 1 - max(abs(row - 2), abs(column - 2)) / 3
            place = (CENTRE[0] + (column - 2) * 112, CENTRE[1] + (row - 2) * 112)
            _disc(draw, place, 18 + 30 * near, colour)


def _rings(draw: ImageDraw.ImageDraw, colour: Colour) -> None:
    for radius, width in ((270, 34), (180, 34)):
        x, y = CENTRE
        draw.arc([x - radius, y - radius, x + radius, y + radius], 0, 360, colour, width)
    _disc(draw, CENTRE, 84, colour)
    for angle in (30, 150, 270):
        _disc(draw, polar(CENTRE, 254, angle), 52, PAPER)
        _disc(draw, polar(CENTRE, 254, angle), 36, colour)


def _gear(draw: ImageDraw.ImageDraw, colour: Colour) -> None:
    for tooth in range(10):
        angle = tooth * 36
        corners = [
            polar(CENTRE, 276, angle - 8),
            polar(CENTRE, 276, angle + 8),
            polar(CENTRE, 190, angle + 13),
            polar(CENTRE, 190, angle - 13),
        ]
        draw.polygon(corners, fill=colour)
    _disc(draw, CENTRE, 218, colour)
    _disc(draw, CENTRE, 128, PAPER)
    _disc(draw, CENTRE, 62, colour)


def _arm(draw: ImageDraw.ImageDraw, colour: Colour) -> None:
    x, y = CENTRE
    joints = [(x - 110, y + 230), (x - 190, y - 20), (x + 40, y - 220), (x + 210, y - 90)]
    draw.line(joints, fill=colour, width=64, joint="curve")
    for joint in joints:
        _disc(draw, joint, 62, colour)
        _disc(draw, joint, 28, PAPER)
    draw.rounded_rectangle([x - 260, y + 250, x + 40, y + 300], 20, fill=colour)
    draw.line([(x + 210, y - 60), (x + 160, y + 50)], fill=colour, width=36)
    draw.line([(x + 230, y - 60), (x + 290, y + 40)], fill=colour, width=36)


def _wave(draw: ImageDraw.ImageDraw, colour: Colour) -> None:
    heights = (60, 150, 250, 110, 280, 170, 80)
    for number, height in enumerate(heights):
        x = CENTRE[0] + (number - 3) * 88
        draw.rounded_rectangle(
            [x - 25, CENTRE[1] - height, x + 25, CENTRE[1] + height], 25, fill=colour
        )


def _steps(draw: ImageDraw.ImageDraw, colour: Colour) -> None:
    for number in range(4):
        x, top = CENTRE[0] - 290 + number * 150, CENTRE[1] + 150 - number * 130
        draw.rounded_rectangle([x, top, x + 126, CENTRE[1] + 270], 18, fill=colour)


def _links(draw: ImageDraw.ImageDraw, colour: Colour) -> None:
    corners = [polar(CENTRE, 240, angle) for angle in range(-90, 270, 60)]
    for number, start in enumerate(corners):
        for end in corners[number + 1 :]:
            draw.line([start, end], fill=colour, width=12)
    for corner in corners:
        _disc(draw, corner, 58, PAPER)
        _disc(draw, corner, 44, colour)


def _hexagons(draw: ImageDraw.ImageDraw, colour: Colour) -> None:
    places = [CENTRE, *(polar(CENTRE, 212, angle) for angle in range(30, 390, 60))]
    for number, place in enumerate(places):
        corners = [polar(place, 110, angle) for angle in range(30, 390, 60)]
        if number % 2 or number == 0:
            draw.polygon(corners, fill=colour)
        else:
            draw.line([*corners, corners[0], corners[1]], fill=colour, width=18, joint="curve")


MOTIFS: dict[str, Callable[[ImageDraw.ImageDraw, Colour], None]] = {
    "arm": _arm,
    "dots": _dots,
    "gear": _gear,
    "hexagons": _hexagons,
    "links": _links,
    "rings": _rings,
    "steps": _steps,
    "wave": _wave,
}
