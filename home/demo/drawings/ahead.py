"""Scenes of what is ahead: a road of goals, an award, a signal from the archive of tubes."""

import math
from itertools import pairwise

from PIL.Image import Image

from .canvas import AMBER, CYAN, GREEN, INK, PALE, Canvas, Halo, Point, curve, dim, mix, polar
from .machines import joint


def road_of_goals() -> Image:
    """A path over layered hills, from goal to goal up to a light."""
    sun = (1250.0, 240.0)
    canvas = Canvas(
        "road-of-goals", Halo(sun, 900, AMBER, 0.34), ground=((18, 38, 62), (9, 17, 29))
    )
    canvas.phosphor(brightness=0.14)
    for angle in range(0, 360, 10):
        ends = [polar(sun, 98, angle), polar(sun, 126 + 34 * (angle % 20 == 0), angle)]
        canvas.light.line(ends, dim(AMBER, 0.4), 3)
    canvas.light.ring(sun, 76, dim(AMBER, 0.9), 5)
    canvas.light.dot(sun, 44, AMBER)
    for layer in range(6):
        share = layer / 5
        ridge: list[Point] = []
        for x in range(-10, 1630, 20):
            height = 400 + layer * 88 - x * 0.07 * (1 - share)
            height += 30 * math.sin(x / (150 + 24 * layer) + layer * 2.1)
            ridge.append((x, height))
        shade = mix((30, 58, 84), (9, 18, 29), share)
        canvas.body.shape([(-10, 910), *ridge, (1630, 910)], shade)
        canvas.light.line(ridge, dim(mix(CYAN, GREEN, share), 0.5), 2)
        for crest in ridge[::2]:
            for step in range(1, 4):
                tone = dim(mix(CYAN, GREEN, share), 0.3 / step)
                canvas.light.dot((crest[0], crest[1] + step * 20), 1.8, tone)
    goals: list[Point] = [(150, 800), (540, 745), (850, 650), (690, 545), (930, 455), (1200, 400)]
    path = _through(goals)
    canvas.light.line(path, dim(GREEN, 0.28), 16)
    for place in path[::5]:
        canvas.light.dot(place, 4, GREEN)
    for number, goal in enumerate(goals):
        joint(canvas, goal, 44 - number * 4, mix(GREEN, AMBER, number / 5))
    return canvas.finished()


def _through(points: list[Point]) -> list[Point]:
    """A smooth line through the points."""
    tangents = []
    for number in range(len(points)):
        (ax, ay), (bx, by) = points[max(number - 1, 0)], points[min(number + 1, len(points) - 1)]
        tangents.append(((bx - ax) / 6, (by - ay) / 6))
    line: list[Point] = []
    for number, (start, end) in enumerate(pairwise(points)):
        (ux, uy), (vx, vy) = tangents[number], tangents[number + 1]
        line += curve(start, (start[0] + ux, start[1] + uy), (end[0] - vx, end[1] - vy), end)
    return line


def award() -> Image:
    """A prism on a plinth, made of facets, with rays of dots."""
    canvas = Canvas(
        "award",
        Halo((800, 400), 760, AMBER, 0.24),
        Halo((800, 400), 420, CYAN, 0.20),
    )
    centre = (800.0, 390.0)
    for ray in range(72):
        angle = ray * 5
        for step in range(16):
            distance = 268 + step * 42 + (ray % 2) * 20
            share = 1 - step / 16
            tone = (AMBER, GREEN, CYAN)[ray % 3]
            canvas.light.dot(
                polar(centre, distance, angle), 1.4 + 3.4 * share, dim(tone, 0.55 * share)
            )
    outer = [polar(centre, 236, angle - 90) for angle in range(0, 360, 60)]
    inner = [polar(centre, 120, angle - 60) for angle in range(0, 360, 60)]
    facets = [(52, 92, 118), (38, 66, 90), (28, 50, 72), (22, 40, 60), (34, 58, 80), (60, 104, 124)]
    for number, shade in enumerate(facets):
        following = (number + 1) % 6
        canvas.body.shape([outer[number], outer[following], inner[number]], shade)
        canvas.body.shape(
            [outer[following], inner[number], inner[following]], mix(shade, INK, 0.25)
        )
    canvas.body.shape(inner, (18, 34, 50))
    for number in range(6):
        following = (number + 1) % 6
        canvas.light.line([outer[number], outer[following]], dim(AMBER, 0.85), 5)
        canvas.light.line([outer[number], inner[number]], dim(PALE, 0.34), 2)
        canvas.light.line([outer[following], inner[number]], dim(PALE, 0.34), 2)
        canvas.light.line([inner[number], inner[following]], dim(CYAN, 0.7), 3)
    joint(canvas, centre, 62, AMBER)
    canvas.body.shape([(690, 700), (910, 700), (960, 790), (640, 790)], (40, 58, 80))
    canvas.body.box((580, 784), (440, 46), (52, 74, 100), 8)
    canvas.light.line([(582, 784), (1018, 784)], dim(AMBER, 0.6), 3)
    canvas.body.shape([(770, 624), (830, 624), (850, 704), (750, 704)], (60, 84, 112))
    for number in range(7):
        canvas.light.dot((690 + number * 37, 808), 5, mix(GREEN, AMBER, number / 6))
    return canvas.finished()


def oscilloscope() -> Image:
    """A round tube with a trace on it, as measured in the industry that the city had."""
    canvas = Canvas(
        "oscilloscope",
        Halo((620, 450), 760, GREEN, 0.28),
    )
    canvas.phosphor()
    centre = (600.0, 450.0)
    canvas.body.box((150, 70), (1300, 760), (32, 47, 66), 48)
    canvas.light.box((150, 70), (1300, 760), None, 48, dim(PALE, 0.3), 3)
    canvas.body.dot(centre, 345, (20, 31, 46))
    canvas.body.dot(centre, 322, (5, 26, 26))
    canvas.light.ring(centre, 322, dim(GREEN, 0.55), 4)
    for step in range(-4, 5):
        half = math.sqrt(max(0, 314**2 - (step * 70) ** 2))
        grid = dim(GREEN, 0.2 if step else 0.42)
        canvas.light.line([(600 - half, 450 + step * 70), (600 + half, 450 + step * 70)], grid, 2)
        canvas.light.line([(600 + step * 70, 450 - half), (600 + step * 70, 450 + half)], grid, 2)
    wave: list[Point] = []
    for x in range(-300, 301, 3):
        fade = math.exp(-(((x - 30) / 210) ** 2))
        wave.append((600 + x, 450 - 190 * fade * math.sin(x / 31) * math.cos(x / 120)))
    canvas.light.line(wave, GREEN, 6)
    for place in wave[::14]:
        canvas.light.dot(place, 9, mix(GREEN, PALE, 0.4))
    for number, (x, y) in enumerate(((1060, 250), (1300, 250), (1060, 470), (1300, 470))):
        tone = (AMBER, GREEN, CYAN, AMBER)[number]
        canvas.body.dot((x, y), 82, (22, 34, 50))
        canvas.body.dot((x, y), 62, (52, 72, 96))
        canvas.light.arc((x, y), 74, 140, 220 + number * 45, dim(tone, 0.9), 7)
        for angle in range(140, 401, 26):
            canvas.light.dot(polar((x, y), 98, angle), 3, dim(PALE, 0.4))
        canvas.light.line(
            [polar((x, y), 24, 220 + number * 45), polar((x, y), 54, 220 + number * 45)], tone, 7
        )
    for number in range(6):
        x = 1000 + number * 72
        canvas.body.box((x - 20, 640), (40, 96), (18, 28, 42), 10)
        level = 650 + 44 * ((number * 7) % 3) / 2
        canvas.body.box((x - 15, level), (30, 38), (74, 98, 126), 6)
        canvas.light.dot((x, 762), 6, (GREEN, CYAN, AMBER)[number % 3])
    return canvas.finished()
