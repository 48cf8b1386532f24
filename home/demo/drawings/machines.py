"""The machines of the series: robot arms, gears, small robots, circuit lines, a tube's screen."""

import math
from collections.abc import Sequence
from itertools import pairwise

from .canvas import (
    AMBER,
    CYAN,
    GRAPHITE,
    GREEN,
    INK,
    NIGHT,
    PALE,
    STEEL,
    Canvas,
    Colour,
    Point,
    between,
    dim,
    mix,
    polar,
)


def segment(canvas: Canvas, start: Point, end: Point, widths: Point, colour: Colour) -> None:
    """A limb that narrows from one width to the other, lit along its upper edge."""
    angle = math.degrees(math.atan2(end[1] - start[1], end[0] - start[0]))
    a, b = widths
    edges = [polar(start, a, angle - 90), polar(end, b, angle - 90)]
    canvas.body.shape([*edges, polar(end, b, angle + 90), polar(start, a, angle + 90)], colour)
    shade = [between(start, end, 0), between(start, end, 1)]
    canvas.body.shape(
        [*shade, polar(end, b, angle + 90), polar(start, a, angle + 90)], mix(colour, INK, 0.35)
    )
    if math.cos(math.radians(angle)) < 0:
        edges = [polar(start, a, angle + 90), polar(end, b, angle + 90)]
    canvas.light.line(edges, dim(PALE, 0.3), 2)


def joint(canvas: Canvas, centre: Point, radius: float, colour: Colour) -> None:
    """A joint: a dark disc with a ring of light, a phosphor dot grown large."""
    canvas.body.dot(centre, radius, GRAPHITE)
    canvas.body.dot(centre, radius * 0.74, INK)
    canvas.light.ring(centre, radius * 0.66, dim(colour, 0.85), max(2.0, radius * 0.13))
    canvas.light.dot(centre, radius * 0.26, colour)


def robot_arm(
    canvas: Canvas,
    joints: Sequence[Point],
    size: float = 1.0,
    colour: Colour = CYAN,
    shell: Colour = (58, 84, 112),
) -> None:
    """An arm through its joints (base first, tool last), with a gripper at its end."""
    base = joints[0]
    canvas.body.shape(
        [
            (base[0] - 74 * size, base[1] + 92 * size),
            (base[0] - 46 * size, base[1]),
            (base[0] + 46 * size, base[1]),
            (base[0] + 74 * size, base[1] + 92 * size),
        ],
        mix(shell, INK, 0.3),
    )
    canvas.body.box(
        (base[0] - 96 * size, base[1] + 84 * size), (192 * size, 22 * size), mix(shell, INK, 0.5), 6
    )
    widths = [34, 27, 20, 14, 10]
    limbs = list(pairwise(joints))
    for number, (start, end) in enumerate(limbs):
        wide, narrow = widths[min(number, 3)], widths[min(number + 1, 4)]
        segment(canvas, start, end, (wide * size, narrow * size), mix(shell, PALE, 0.06 * number))
    _gripper(canvas, joints[-2], joints[-1], size, shell, colour)
    for number, centre in enumerate(joints[:-1]):
        joint(canvas, centre, (44 - 8 * min(number, 3)) * size, colour)


def _gripper(
    canvas: Canvas, wrist: Point, tip: Point, size: float, shell: Colour, colour: Colour
) -> None:
    """Two fingers that go on in the direction of the last limb."""
    angle = math.degrees(math.atan2(tip[1] - wrist[1], tip[0] - wrist[0]))
    joint(canvas, tip, 17 * size, colour)
    for side in (-1, 1):
        root = polar(tip, 20 * size, angle + side * 62)
        knee = polar(root, 26 * size, angle + side * 26)
        end = polar(knee, 28 * size, angle - side * 16)
        canvas.body.line([root, knee, end], mix(shell, PALE, 0.3), 10 * size)
        canvas.light.line([knee, end], dim(colour, 0.55), 3 * size)


def gear(
    canvas: Canvas,
    centre: Point,
    radius: float,
    teeth: int,
    colour: Colour,
    turn: float = 0,
    shell: Colour = STEEL,
) -> None:
    """A gear with light on its rim and five holes; `radius` is that of the teeth's feet."""
    step, tall = 360 / teeth, 30
    outline: list[Point] = []
    for tooth in range(teeth):
        start = turn + tooth * step
        for share, distance in ((0.0, 0), (0.14, tall), (0.40, tall), (0.54, 0), (0.77, 0)):
            outline.append(polar(centre, radius + distance, start + share * step))
    canvas.body.shape(outline, shell)
    canvas.light.line([*outline, outline[0]], dim(colour, 0.7), 2.5)
    canvas.light.ring(centre, radius * 0.86, dim(colour, 0.25), 2)
    for hole in range(5):
        place = polar(centre, radius * 0.56, turn + hole * 72)
        canvas.body.dot(place, radius * 0.21, mix(shell, INK, 0.75))
        canvas.light.ring(place, radius * 0.21, dim(colour, 0.4), 2)
    joint(canvas, centre, radius * 0.24, colour)


def trace(
    canvas: Canvas, points: Sequence[Point], colour: Colour, width: float = 3, ends: bool = True
) -> None:
    """A line of a circuit board, with a ring at its end."""
    canvas.light.line(points, dim(colour, 0.8), width)
    if ends:
        canvas.body.dot(points[-1], width * 3, NIGHT)
        canvas.light.ring(points[-1], width * 2.6, colour, width)


def small_robot(
    canvas: Canvas,
    centre: Point,
    size: float,
    turn: float,
    colour: Colour,
    shell: Colour = (62, 88, 116),
) -> None:
    """A school robot from above: two wheels, a round shell, an eye that looks ahead."""
    for side in (-90, 90):
        axle = polar(centre, size * 0.92, turn + side)
        ends = [polar(axle, size * 0.42, turn), polar(axle, size * 0.42, turn + 180)]
        canvas.body.line(ends, (20, 30, 44), size * 0.4)
        canvas.light.line(ends, dim(colour, 0.22), size * 0.1)
    canvas.body.dot(centre, size, mix(shell, INK, 0.25))
    canvas.body.dot(centre, size * 0.84, shell)
    canvas.light.arc(centre, size * 0.93, turn + 130, turn + 230, dim(PALE, 0.4), 2)
    eye = polar(centre, size * 0.42, turn)
    canvas.body.dot(eye, size * 0.34, INK)
    canvas.light.ring(eye, size * 0.3, dim(colour, 0.8), max(2, size * 0.07))
    canvas.light.dot(eye, size * 0.13, colour)
    back = polar(centre, size * 0.46, turn + 180)
    canvas.body.line(
        [polar(back, size * 0.34, turn + 90), polar(back, size * 0.34, turn - 90)], INK, size * 0.2
    )
    for offset, tone in ((-0.22, GREEN), (0.0, AMBER), (0.22, CYAN)):
        canvas.light.dot(
            polar(back, size * abs(offset), turn + (90 if offset > 0 else -90)),
            max(2.0, size * 0.055),
            tone,
        )


def screen(canvas: Canvas, corner: Point, size: Point, colour: Colour = GREEN) -> None:
    """The glass of a cathode-ray tube with its frame and scan lines."""
    (x, y), (w, h) = corner, size
    canvas.body.box((x - 46, y - 46), (w + 92, h + 92), (30, 45, 64), 70)
    canvas.body.box((x - 34, y - 34), (w + 68, h + 68), (18, 28, 42), 62)
    canvas.body.box((x, y), (w, h), (6, 24, 26), 54)
    canvas.light.box((x, y), (w, h), None, 54, dim(colour, 0.5), 3)
    canvas.light.box((x - 46, y - 46), (w + 92, h + 92), None, 70, dim(PALE, 0.16), 2)
    for row in range(int(h // 10)):
        canvas.light.line(
            [(x + 14, y + 6 + row * 10), (x + w - 14, y + 6 + row * 10)], dim(colour, 0.045), 2
        )
