"""Scenes of learning: a course for school robots, a laboratory, an arena."""

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
    curve,
    dim,
    mix,
    polar,
)
from .machines import joint, small_robot, trace


def school_course() -> Image:
    """Small robots that follow lines over a course."""
    canvas = Canvas(
        "school-course",
        Halo((800, 450), 900, GREEN, 0.20),
    )
    canvas.phosphor(brightness=0.2)
    canvas.body.box((100, 70), (1400, 760), (17, 32, 46), 40)
    canvas.light.box((100, 70), (1400, 760), None, 40, dim(PALE, 0.3), 3)
    for x in range(160, 1480, 80):
        for y in range(130, 800, 80):
            canvas.light.dot((x, y), 2.6, dim(CYAN, 0.32))
    first = [
        *curve((190, 690), (330, 190), (540, 210), (640, 450)),
        *curve((640, 450), (740, 690), (900, 720), (960, 490)),
        *curve((960, 490), (1020, 260), (1160, 190), (1400, 230)),
    ]
    second = [
        *curve((190, 190), (340, 560), (640, 690), (760, 400)),
        *curve((760, 400), (880, 110), (1040, 190), (1100, 420)),
        *curve((1100, 420), (1160, 650), (1240, 690), (1400, 680)),
    ]
    for path, tone in ((first, GREEN), (second, CYAN)):
        canvas.light.line(path, dim(tone, 0.75), 9)
        end = path[-1]
        canvas.body.dot(end, 46, (14, 26, 38))
        for radius, share in ((42, 0.9), (27, 0.6), (12, 1.0)):
            canvas.light.ring(end, radius, dim(tone, share), 4)
    for x, y in ((470, 640), (1300, 440), (560, 150), (880, 700)):
        _obstacle(canvas, (x, y))
    for path, step, tone in ((first, 6, GREEN), (first, 72, GREEN), (second, 96, CYAN)):
        place, ahead = path[step], path[step + 3]
        turn = math.degrees(math.atan2(ahead[1] - place[1], ahead[0] - place[0]))
        small_robot(canvas, place, 58, turn, tone)
    return canvas.finished()


def _obstacle(canvas: Canvas, centre: Point) -> None:
    """A block that the robots go round."""
    x, y = centre
    canvas.body.box((x - 36, y - 36), (72, 72), (64, 54, 44), 8)
    canvas.light.box((x - 36, y - 36), (72, 72), None, 8, dim(AMBER, 0.9), 3)
    for side in (-1, 1):
        ends = [(x - 14, y - 14 * side), (x + 14, y + 14 * side)]
        canvas.light.line(ends, dim(AMBER, 0.6), 3)


def laboratory() -> Image:
    """A bench of the STEAM centre: a flask, a printer at work, a model of an atom, a board."""
    canvas = Canvas(
        "laboratory",
        Halo((420, 420), 520, GREEN, 0.24),
        Halo((1180, 380), 560, CYAN, 0.26),
        Halo((800, 300), 380, AMBER, 0.12),
    )
    canvas.phosphor()
    canvas.body.box((0, 716), (1600, 200), (16, 27, 41), 0)
    canvas.body.box((0, 700), (1600, 26), (38, 56, 78), 0)
    canvas.light.line([(0, 700), (1600, 700)], dim(CYAN, 0.5), 3)
    _flask(canvas, (330, 700))
    _atom(canvas, (780, 300))
    _printer(canvas, (1190, 700))
    canvas.body.box((600, 628), (330, 72), (20, 48, 52), 8)
    canvas.light.box((600, 628), (330, 72), None, 8, dim(GREEN, 0.6), 2)
    for number in range(5):
        x = 636 + number * 64
        canvas.body.box((x - 16, 648), (32, 32), INK, 4)
        canvas.light.dot((x, 664), 6, (GREEN, CYAN, AMBER, CYAN, GREEN)[number])
        trace(
            canvas,
            [(x, 628), (x, 590 - 22 * (number % 2)), (x + 20, 570 - 22 * (number % 2))],
            mix(GREEN, CYAN, number / 4),
        )
    return canvas.finished()


def _flask(canvas: Canvas, foot: Point) -> None:
    """A conical flask half full of light."""
    x, y = foot
    glass = [
        (x - 30, y - 370),
        (x - 30, y - 240),
        (x - 150, y - 24),
        (x - 130, y),
        (x + 130, y),
        (x + 150, y - 24),
        (x + 30, y - 240),
        (x + 30, y - 370),
    ]
    canvas.body.shape(glass, (18, 38, 50))
    level = [
        (x - 103, y - 110),
        (x - 150, y - 24),
        (x - 130, y),
        (x + 130, y),
        (x + 150, y - 24),
        (x + 103, y - 110),
    ]
    canvas.body.shape(level, (18, 82, 72))
    canvas.light.line(glass, dim(PALE, 0.5), 4)
    canvas.light.line([(x - 44, y - 372), (x + 44, y - 372)], dim(PALE, 0.6), 7)
    canvas.light.line([(x - 100, y - 110), (x + 100, y - 110)], dim(GREEN, 0.9), 4)
    for _number in range(26):
        height = canvas.random.uniform(14, 330)
        spread = 96 if height < 100 else max(16, 100 - height * 0.34)
        place = (x + canvas.random.uniform(-spread, spread), y - height)
        canvas.light.dot(place, canvas.random.uniform(3, 10), dim(GREEN, 0.75 - height / 640))


def _atom(canvas: Canvas, centre: Point) -> None:
    """Three orbits around a nucleus, tilted."""
    for number, tone in enumerate((GREEN, CYAN, AMBER)):
        tilt = math.radians(number * 60)
        orbit = []
        for step in range(91):
            angle = step * math.tau / 90
            u, v = 190 * math.cos(angle), 66 * math.sin(angle)
            orbit.append(
                (
                    centre[0] + u * math.cos(tilt) - v * math.sin(tilt),
                    centre[1] + u * math.sin(tilt) + v * math.cos(tilt),
                )
            )
        canvas.light.line(orbit, dim(tone, 0.6), 4)
        canvas.light.dot(orbit[17 + number * 24], 12, tone)
    joint(canvas, centre, 40, PALE)


def _printer(canvas: Canvas, foot: Point) -> None:
    """A printer that builds a gear layer by layer."""
    x, y = foot
    frame: Colour = (46, 66, 90)
    canvas.body.box((x - 230, y - 44), (460, 44), frame, 8)
    canvas.body.box((x - 220, y - 520), (26, 480), frame, 6)
    canvas.body.box((x + 194, y - 520), (26, 480), frame, 6)
    canvas.body.box((x - 230, y - 540), (460, 34), frame, 8)
    canvas.light.line([(x - 228, y - 540), (x + 228, y - 540)], dim(PALE, 0.35), 2)
    canvas.body.box((x - 200, y - 330), (400, 18), (60, 84, 112), 4)
    canvas.body.box((x - 20, y - 362), (84, 84), (70, 96, 126), 8)
    canvas.body.shape([(x + 4, y - 280), (x + 40, y - 280), (x + 22, y - 246)], frame)
    canvas.light.dot((x + 22, y - 243), 5, AMBER)
    canvas.light.ring((x + 22, y - 320), 20, dim(AMBER, 0.8), 4)
    for layer in range(14):
        half = 120 - 34 * abs(math.sin(layer * 0.45))
        level = y - 56 - layer * 13
        ends = [(x - half, level), (x + (half if layer < 13 else 22), level)]
        canvas.light.line(ends, dim(mix(CYAN, GREEN, layer / 14), 0.55 + layer / 36), 6)
    for number, tone in enumerate((GREEN, AMBER, CYAN)):
        canvas.light.dot((x - 200 + number * 24, y - 22), 5, tone)
    canvas.light.line([(x + 22, y - 506), (x + 22, y - 362)], dim(PALE, 0.3), 2)


def arena() -> Image:
    """The ring of a robotics contest from above: two robots, a crowd of dots around."""
    canvas = Canvas(
        "arena",
        Halo((800, 450), 860, CYAN, 0.22),
    )
    centre = (800.0, 450.0)
    for ring in range(9):
        radius = 410 + ring * 62
        count = int(radius / 10)
        for number in range(count):
            angle = (number + 0.5 * (ring % 2)) * 360 / count
            tone = (GREEN, CYAN, AMBER, PALE)[canvas.random.randrange(4)]
            share = canvas.random.uniform(0.1, 0.6) * (1 - ring / 13)
            canvas.light.dot(polar(centre, radius, angle), 9 - ring * 0.35, dim(tone, share))
    canvas.body.dot(centre, 366, (30, 46, 66))
    canvas.body.dot(centre, 346, (11, 21, 34))
    canvas.light.ring(centre, 346, dim(PALE, 0.85), 7)
    canvas.light.ring(centre, 366, dim(CYAN, 0.5), 3)
    for number in range(60):
        angle = number * 6
        long = 26 if number % 5 == 0 else 13
        ends = [polar(centre, 330, angle), polar(centre, 330 - long, angle)]
        canvas.light.line(ends, dim(CYAN, 0.4), 2)
    for side in (-1, 1):
        x = centre[0] + side * 30
        canvas.light.line([(x, 400), (x, 500)], dim(AMBER, 0.85), 6)
    for start, bend, end, tone in (
        ((560, 600), (520, 380), (640, 410), GREEN),
        ((1040, 300), (1090, 520), (960, 490), AMBER),
    ):
        path = curve(start, bend, end, steps=26)
        for number, place in enumerate(path):
            canvas.light.dot(place, 2 + number / 9, dim(tone, 0.15 + number / 34))
    small_robot(canvas, (655, 418), 74, 16, GREEN)
    small_robot(canvas, (945, 482), 74, 194, AMBER)
    return canvas.finished()
