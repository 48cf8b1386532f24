"""Scenes of industry: from the tube to the robot, a line, gears and signals, a works at night."""

import math

from PIL.Image import Image

from .canvas import AMBER, CYAN, GREEN, INK, PALE, Canvas, Halo, Point, between, curve, dim, mix
from .machines import gear, robot_arm, screen, trace


def tube_to_robot() -> Image:
    """The dots of a tube's screen leave the glass and become the joints of a robot."""
    canvas = Canvas(
        "tube-to-robot",
        Halo((430, 400), 620, GREEN, 0.30),
        Halo((1200, 430), 640, CYAN, 0.30),
    )
    canvas.phosphor()
    canvas.body.box((-20, 752), (1640, 160), (9, 17, 28), 0)
    canvas.light.line([(0, 752), (1600, 752)], dim(CYAN, 0.4), 2)
    canvas.body.box((340, 660), (180, 70), (20, 31, 46), 10)
    canvas.body.box((250, 722), (360, 30), (30, 45, 64), 12)
    screen(canvas, (150, 170), (560, 440))
    for row in range(20):
        for column in range(26):
            place = (180 + column * 20.5, 196 + row * 20.5)
            near = max(0, 1 - math.dist(place, (520, 370)) / 330)
            tone = dim(mix(GREEN, CYAN, column / 26), 0.22 + 0.7 * near)
            canvas.light.dot(place, 2 + 4.2 * near, tone)
    joints: list[Point] = [(1210, 645), (1110, 440), (1300, 235), (1440, 330), (1456, 430)]
    starts: list[Point] = [(610, 540), (650, 430), (590, 255), (640, 335)]
    for start, end in zip(starts, joints, strict=False):
        path = curve(start, (start[0] + 260, start[1] - 70), (end[0] - 280, end[1] + 10), end)
        for number, place in enumerate(path[:-3:1]):
            share = number / len(path)
            tone = dim(mix(GREEN, CYAN, share), 0.35 + 0.45 * share)
            canvas.light.dot(place, 2 + 3.2 * share, tone)
    robot_arm(canvas, joints, 1.15)
    return canvas.finished()


def arms_at_line() -> Image:
    """Three robot arms serve a conveyor."""
    canvas = Canvas(
        "arms-at-line",
        Halo((800, 330), 900, CYAN, 0.22),
        Halo((1010, 420), 420, AMBER, 0.10),
    )
    canvas.phosphor()
    for x in range(60, 1600, 296):
        canvas.body.box((x, 60), (150, 14), (24, 38, 56), 7)
        canvas.light.line([(x + 14, 67), (x + 136, 67)], dim(PALE, 0.5), 4)
    canvas.body.box((0, 838), (1600, 62), (12, 21, 33), 0)
    canvas.light.line([(0, 838), (1600, 838)], dim(CYAN, 0.22), 2)
    for x in range(120, 1600, 440):
        canvas.body.box((x, 700), (30, 140), (22, 34, 50), 4)
    canvas.body.box((-40, 640), (1680, 64), (34, 50, 70), 20)
    canvas.light.line([(0, 640), (1600, 640)], dim(CYAN, 0.55), 3)
    for x in range(20, 1620, 80):
        canvas.body.dot((x, 674), 17, INK)
        canvas.light.ring((x, 674), 12, dim(CYAN, 0.4), 2)
    for number, (x, tone) in enumerate(
        ((60, GREEN), (474, GREEN), (790, AMBER), (1095, AMBER), (1436, CYAN))
    ):
        _product(canvas, (x, 638), tone, number)
    arms: list[tuple[list[Point], tuple[int, int, int]]] = [
        ([(290, 738), (210, 480), (370, 250), (480, 350), (474, 440)], GREEN),
        ([(960, 738), (1060, 470), (900, 240), (792, 340), (790, 440)], AMBER),
        ([(1270, 738), (1190, 500), (1350, 290), (1440, 370), (1436, 440)], CYAN),
    ]
    for joints, tone in arms:
        robot_arm(canvas, joints, 1.0, tone)
    return canvas.finished()


def _product(canvas: Canvas, foot: Point, colour: tuple[int, int, int], number: int) -> None:
    """A device on the conveyor, with a small screen that shows a wave."""
    x, y = foot
    canvas.body.box((x - 56, y - 92), (112, 92), (44, 64, 88), 8)
    canvas.body.box((x - 42, y - 78), (84, 54), INK, 6)
    canvas.light.box((x - 42, y - 78), (84, 54), None, 6, dim(colour, 0.8), 2)
    for step in range(6):
        height = 10 * math.sin(step * 1.3 + number)
        canvas.light.dot((x - 30 + 12 * step, y - 51 - height), 3.4, colour)
    for step in range(3):
        canvas.light.dot((x - 12 + 12 * step, y - 12), 2.4, dim(PALE, 0.5))


def gears_to_circuit() -> Image:
    """Gears whose motion goes on as signals along the lines of a circuit."""
    canvas = Canvas(
        "gears-to-circuit",
        Halo((420, 480), 640, AMBER, 0.22),
        Halo((1250, 450), 640, GREEN, 0.22),
    )
    canvas.phosphor()
    for number in range(9):
        tone = mix(AMBER, GREEN, number / 8)
        start, end = (600.0, 210.0 + number * 60), (1170.0, 355.0 + number * 24)
        start = (480.0 if 3 < number < 8 else 600.0, start[1])
        bend = 820 + abs(4 - number) * 36
        slope = abs(end[1] - start[1])
        trace(canvas, [start, (bend, start[1]), (bend + slope, end[1]), end], tone, ends=False)
        for share in (0.45, 0.66, 0.87):
            canvas.light.dot(between(start, (bend, start[1]), share), 5, tone)
        tone, goal = mix(GREEN, CYAN, number / 8), 150.0 + number * 75
        bend = 1450 + abs(4 - number) * -8
        points = [(1420.0, end[1]), (bend, end[1]), (bend + 60, goal), (1548.0, goal)]
        trace(canvas, points, tone)
    canvas.body.box((1170, 330), (250, 242), (30, 46, 66), 16)
    canvas.body.box((1190, 350), (210, 202), (12, 22, 35), 10)
    canvas.light.box((1170, 330), (250, 242), None, 16, dim(PALE, 0.3), 2)
    for row in range(6):
        for column in range(6):
            near = max(0.1, 1 - math.dist((column, row), (2.5, 2.5)) / 3.4)
            tone = dim(mix(GREEN, CYAN, column / 5), 0.3 + 0.7 * near)
            canvas.light.dot((1215 + column * 32, 371 + row * 32), 3.5 + 6 * near, tone)
    gear(canvas, (330, 560), 205, 22, AMBER, 2, (44, 52, 66))
    gear(canvas, (571, 309), 98, 11, mix(AMBER, GREEN, 0.5), 24, (42, 58, 70))
    gear(canvas, (576, 721), 62, 8, GREEN, 6, (36, 58, 68))
    gear(canvas, (232, 236), 88, 10, AMBER, 8, (44, 50, 62))
    return canvas.finished()


def works_at_night() -> Image:
    """A works at night: saw-tooth roofs, lit windows, data that rises from them."""
    canvas = Canvas(
        "works-at-night",
        Halo((760, 760), 900, CYAN, 0.26),
        Halo((1290, 190), 260, PALE, 0.16),
        ground=((13, 27, 48), (6, 11, 20)),
    )
    canvas.phosphor(brightness=0.12)
    canvas.body.dot((1290, 190), 52, (128, 150, 170))
    roofs = [(70, 520, 4), (610, 450, 5), (1230, 560, 3)]
    for left, top, teeth in roofs:
        for tooth in range(teeth):
            _stream(canvas, (left + tooth * 120 + 60, top - 40), (GREEN, CYAN, AMBER)[tooth % 3])
    for chimney, top in ((560, 330), (1190, 290)):
        canvas.body.box((chimney, top), (40, 560), (20, 31, 47), 4)
        canvas.light.line([(chimney, top + 2), (chimney + 40, top + 2)], dim(AMBER, 0.8), 3)
        canvas.light.dot((chimney + 20, top - 12), 5, AMBER)
    for left, top, teeth in roofs:
        outline: list[Point] = [(left, 860)]
        for tooth in range(teeth):
            x = left + tooth * 120
            outline += [(x, top), (x, top - 80), (x + 120, top)]
        outline.append((left + teeth * 120, 860))
        canvas.body.shape(outline, (17, 28, 43))
        canvas.light.line(outline[1:-1], dim(CYAN, 0.4), 2)
        for row in range(int((800 - top) // 70)):
            for column in range(teeth * 2):
                place = (left + 15 + column * 60, top + 30 + row * 70)
                chance = canvas.random.random()
                tone = CYAN if chance < 0.12 else (GREEN if chance < 0.2 else AMBER)
                lit = 0.6 if chance < 0.42 else 0.06
                canvas.light.box(place, (30, 36), dim(tone, lit), 4)
    canvas.body.box((0, 828), (1600, 80), (8, 14, 23), 0)
    canvas.light.line([(0, 828), (1600, 828)], dim(GREEN, 0.4), 2)
    return canvas.finished()


def _stream(canvas: Canvas, foot: Point, colour: tuple[int, int, int]) -> None:
    """A column of dots that fades as it rises."""
    x, y = foot
    length = canvas.random.randint(11, 18)
    for step in range(length):
        share = 1 - step / length
        sway = 12 * math.sin(step * 0.6 + x)
        canvas.light.dot((x + sway, y - step * 21), 1.6 + 4 * share, dim(colour, 0.6 * share))
