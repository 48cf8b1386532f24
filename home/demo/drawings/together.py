"""Scenes of people and places together: the region, a table, a conversation, waves."""

import math

from PIL.Image import Image

from .canvas import (
    AMBER,
    CYAN,
    GREEN,
    INK,
    PALE,
    Canvas,
    Colour,
    Halo,
    Point,
    between,
    curve,
    dim,
    mix,
    polar,
)
from .machines import joint

# The six municipalities as a diagram shows them: roughly where they lie, not to scale.
PLACES: dict[str, tuple[Point, float]] = {
    "city": ((600, 600), 54),
    "district": ((500, 470), 38),
    "pasvalys": ((640, 300), 38),
    "birzai": ((880, 190), 38),
    "kupiskis": ((1000, 510), 38),
    "rokiskis": ((1270, 400), 38),
}
OUTLINE: list[Point] = [
    (390, 330),
    (520, 170),
    (700, 150),
    (860, 70),
    (1020, 110),
    (1100, 240),
    (1290, 220),
    (1440, 330),
    (1470, 480),
    (1350, 590),
    (1190, 600),
    (1080, 690),
    (900, 660),
    (790, 760),
    (620, 810),
    (440, 760),
    (300, 640),
    (280, 460),
]


def region_map() -> Image:
    """Six lit places in a field of dots, joined by lines."""
    canvas = Canvas(
        "region-map",
        Halo((700, 470), 760, GREEN, 0.20),
        Halo((1200, 380), 480, CYAN, 0.18),
    )
    pitch = 20
    spots = [place for place, _size in PLACES.values()]
    for row in range(900 // pitch):
        for column in range(1600 // pitch):
            place = (column * pitch + 10 + (row % 2) * 10, row * pitch + 10)
            if inside(place, OUTLINE):
                near = max(0, 1 - min(math.dist(place, spot) for spot in spots) / 210)
                tone = mix(GREEN, CYAN, column * pitch / 1600)
                canvas.light.dot(place, 3.2 + 3.4 * near, dim(tone, 0.24 + 0.4 * near))
            else:
                canvas.light.dot(place, 1.4, dim(CYAN, 0.1))
    centre = spots[0]
    links = [(centre, spot) for spot in spots[1:]]
    links += [(spots[2], spots[3]), (spots[3], spots[5]), (spots[4], spots[5])]
    for start, end in links:
        middle = between(start, end, 0.5)
        bent = (middle[0] + (end[1] - start[1]) * 0.12, middle[1] - (end[0] - start[0]) * 0.12)
        path = curve(start, bent, end)
        canvas.light.line(path, dim(PALE, 0.4), 3)
        canvas.light.dot(path[38], 6, AMBER)
    for number, (spot, size) in enumerate(PLACES.values()):
        tone = AMBER if number == 0 else (GREEN if number < 4 else CYAN)
        canvas.light.ring(spot, size + 16, dim(tone, 0.35), 3)
        joint(canvas, spot, size, tone)
    return canvas.finished()


def inside(place: Point, outline: list[Point]) -> bool:
    """Whether the point lies within the polygon."""
    x, y = place
    crossings = 0
    for (ax, ay), (bx, by) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if (ay > y) != (by > y) and x < (bx - ax) * (y - ay) / (by - ay) + ax:
            crossings += 1
    return crossings % 2 == 1


def round_table() -> Image:
    """A round table from above: four sides of one board, joined in the middle."""
    canvas = Canvas(
        "round-table",
        Halo((800, 450), 820, CYAN, 0.22),
    )
    canvas.phosphor()
    centre = (800.0, 450.0)
    canvas.body.dot(centre, 262, (44, 62, 84))
    canvas.body.dot(centre, 246, (22, 35, 52))
    canvas.light.ring(centre, 262, dim(PALE, 0.35), 3)
    tones: list[Colour] = [GREEN, CYAN, AMBER, PALE]
    seats = [(polar(centre, 355, -90 + number * 30), tones[number // 3]) for number in range(12)]
    for number, (_seat, tone) in enumerate(seats):
        edge = polar(centre, 232, -90 + number * 30)
        for other in (4, 5):
            far = polar(centre, 232, -90 + (number + other) * 30)
            canvas.light.line(curve(edge, centre, far), dim(mix(tone, CYAN, 0.4), 0.2), 2)
    canvas.body.dot(centre, 92, (12, 22, 35))
    for radius, share in ((92, 0.7), (66, 0.45), (40, 0.3)):
        canvas.light.ring(centre, radius, dim(GREEN, share), 3)
    for angle in range(0, 360, 30):
        canvas.light.dot(polar(centre, 66, angle - 90), 6, tones[angle // 90])
    canvas.light.dot(centre, 15, GREEN)
    for number, (seat, tone) in enumerate(seats):
        angle = -90 + number * 30
        canvas.body.dot(polar(centre, 372, angle), 46, (34, 50, 70))
        canvas.body.dot(seat, 34, mix(tone, INK, 0.45))
        canvas.light.ring(seat, 34, dim(tone, 0.9), 3)
        canvas.light.arc(centre, 412, angle - 9, angle + 9, dim(tone, 0.5), 6)
        x, y = polar(centre, 196, angle)
        canvas.body.box((x - 13, y - 13), (26, 26), (60, 80, 104), 5)
        canvas.light.dot((x, y), 4, tone)
    return canvas.finished()


def conversation() -> Image:
    """Two speech bubbles whose waves meet and become one line of points."""
    canvas = Canvas(
        "conversation",
        Halo((430, 400), 560, GREEN, 0.24),
        Halo((1170, 480), 560, AMBER, 0.18),
    )
    canvas.phosphor()
    for corner, size, tone, tail in (
        ((150, 150), (640, 400), GREEN, [(290, 540), (290, 660), (420, 540)]),
        ((810, 330), (640, 400), AMBER, [(1180, 720), (1310, 840), (1310, 720)]),
    ):
        canvas.body.shape(tail, (20, 36, 50))
        canvas.light.line([tail[0], tail[1], tail[2]], dim(tone, 0.7), 4)
        canvas.body.box(corner, size, (20, 36, 50), 56)
        canvas.light.box(corner, size, None, 56, dim(tone, 0.7), 4)
        canvas.body.box(
            (tail[0][0] + 5, tail[0][1] - 12), (tail[2][0] - tail[0][0] - 10, 22), (20, 36, 50), 0
        )
    for number in range(58):
        x = 196 + number * 21.2
        share = number / 57
        swing = 110 * math.sin(number * 0.62) * math.exp(-((share - 0.18) ** 2) / 0.02)
        swing += 60 * math.sin(number * 1.05) * math.exp(-((share - 0.82) ** 2) / 0.03)
        middle = 350 + 180 * (1 / (1 + math.exp(-(share - 0.5) * 12)))
        tone = mix(GREEN, AMBER, share)
        canvas.light.line(
            [(x, middle - abs(swing) - 4), (x, middle + abs(swing) + 4)], dim(tone, 0.85), 9
        )
    return canvas.finished()


def ripples() -> Image:
    """Waves that spread from one point over a field of dots and light others."""
    sources = [((420, 480), 0.0, GREEN), ((1130, 300), 1.6, CYAN), ((1010, 740), 3.1, AMBER)]
    canvas = Canvas("ripples", *(Halo(centre, 480, tone, 0.22) for centre, _phase, tone in sources))
    pitch = 25
    for row in range(900 // pitch + 1):
        for column in range(1600 // pitch + 1):
            place = (column * pitch + 12.5 * (row % 2), row * pitch + 12)
            weight, tone = 0.0, CYAN
            for centre, phase, colour in sources:
                distance = math.dist(place, centre)
                wave = (0.5 + 0.5 * math.cos(distance / 33 - phase)) ** 2
                wave *= math.exp(-distance / 330)
                tone = mix(tone, colour, wave / (weight + wave + 0.02))
                weight += wave
            canvas.light.dot(
                place, 1.6 + 8.6 * min(weight, 1), dim(tone, 0.16 + 0.84 * min(weight, 1))
            )
    for centre, _phase, tone in sources:
        canvas.body.dot(centre, 52, INK)
        joint(canvas, centre, 46, tone)
    return canvas.finished()
