"""A canvas of dark glass and phosphor: flat bodies below, light that glows above them.

Everything is drawn at twice the size and reduced at the end, which smooths every edge.
Coordinates are those of the finished picture.
"""

import math
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PIL import Image, ImageChops, ImageDraw, ImageFilter

Point = tuple[float, float]
Colour = tuple[int, int, int]

WIDTH, HEIGHT = 1600, 900
SCALE = 2

INK: Colour = (7, 13, 22)
NIGHT: Colour = (11, 22, 37)
STEEL: Colour = (27, 43, 62)
GRAPHITE: Colour = (40, 58, 80)
PALE: Colour = (214, 228, 240)
GREEN: Colour = (92, 240, 160)
CYAN: Colour = (74, 204, 244)
AMBER: Colour = (255, 178, 72)


def mix(first: Colour, second: Colour, share: float) -> Colour:
    """The colour between the two; `share` 0 gives the first, 1 the second."""
    share = min(max(share, 0.0), 1.0)
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(first, second, strict=True))
    return red, green, blue


def dim(colour: Colour, share: float) -> Colour:
    """The colour at a share of its brightness."""
    return mix((0, 0, 0), colour, share)


@dataclass(frozen=True)
class Halo:
    """A soft light around a point."""

    centre: Point
    radius: float
    colour: Colour
    brightness: float


def background(middle: Colour, edge: Colour, halos: Iterable[Halo]) -> Image.Image:
    """The ground, darker towards its edges as a tube is, with its halos; at a small size."""
    size = (WIDTH // 2, HEIGHT // 2)
    falloff = Image.radial_gradient("L")
    ground = Image.composite(
        Image.new("RGB", size, edge), Image.new("RGB", size, middle), falloff.resize(size)
    )
    spot = ImageChops.invert(falloff).point([round(max(v - 75, 0) * 1.4) for v in range(256)])
    for halo in halos:
        reach = round(halo.radius)
        shape = spot.resize((reach, reach), Image.Resampling.BICUBIC)
        lit = Image.new("RGB", size)
        left, top = (round((c - halo.radius) / 2) for c in halo.centre)
        lit.paste(dim(halo.colour, halo.brightness), (left, top), shape)
        ground = ImageChops.add(ground, lit)
    return ground


class Canvas:
    """One picture while it is drawn. `body` covers what is below it; `light` adds to it.

    `halos` are soft lights that stand behind everything.
    """

    def __init__(
        self, seed: str, *halos: Halo, ground: tuple[Colour, Colour] = (NIGHT, INK)
    ) -> None:
        self.random = random.Random(seed)  # noqa: S311  (a drawing, the same each time)
        size = (WIDTH * SCALE, HEIGHT * SCALE)
        self._body = background(*ground, halos).resize(size, Image.Resampling.BICUBIC)
        self._light = Image.new("RGB", size)
        self.body = Pen(self._body, covers=self._light)
        self.light = Pen(self._light)

    def phosphor(self, pitch: int = 20, brightness: float = 0.16, radius: float = 1.5) -> None:
        """The grid of dots that every picture of the series stands on."""
        for row in range(HEIGHT // pitch + 1):
            for column in range(WIDTH // pitch + 1):
                tone = (GREEN, CYAN, AMBER)[(row + column) % 3]
                share = brightness * self.random.uniform(0.55, 1.0)
                self.light.dot(
                    (column * pitch + pitch / 2, row * pitch + pitch / 2),
                    radius,
                    dim(mix(tone, CYAN, 0.5), share),
                )

    def finished(self) -> Image.Image:
        """The picture at its real size: the bodies, the light on them and its glow."""
        body, light = self._body.reduce(SCALE), self._light.reduce(SCALE)
        glow = light.reduce(4)
        near = glow.filter(ImageFilter.GaussianBlur(2.2))
        wide = glow.filter(ImageFilter.GaussianBlur(9)).point(
            [min(255, v * 2) for v in range(256)] * 3
        )
        glow = ImageChops.screen(near, wide).resize(light.size, Image.Resampling.BICUBIC)
        glow = glow.point([round(v * 0.75) for v in range(256)] * 3)
        return ImageChops.screen(ImageChops.screen(body, glow), light)


class Pen:
    """Draws on one layer, in coordinates of the finished picture; what it draws covers another."""

    def __init__(self, image: Image.Image, covers: Image.Image | None = None) -> None:
        self._layers = [(ImageDraw.Draw(image), True)]
        if covers is not None:
            self._layers.append((ImageDraw.Draw(covers), False))

    def _paint(self, shape: str, box: Sequence, colour: Colour | None, **options: Any) -> None:
        for draw, own in self._layers:
            fill = colour if own or colour is None else (0, 0, 0)
            if not own and "outline" in options:
                options = {**options, "outline": None}
            getattr(draw, shape)(box, fill=fill, **options)

    def dot(self, centre: Point, radius: float, colour: Colour) -> None:
        """A filled circle."""
        x, y = centre
        box = [c * SCALE for c in (x - radius, y - radius, x + radius, y + radius)]
        self._paint("ellipse", box, colour)

    def ring(self, centre: Point, radius: float, colour: Colour, width: float = 3) -> None:
        """A circle's outline."""
        self.arc(centre, radius, 0, 360, colour, width)

    def arc(
        self,
        centre: Point,
        radius: float,
        start: float,
        end: float,
        colour: Colour,
        width: float = 3,
    ) -> None:
        """A part of a circle, clockwise from `start` to `end` in degrees, 0 to the right."""
        x, y = centre
        outer = radius + width / 2
        box = [c * SCALE for c in (x - outer, y - outer, x + outer, y + outer)]
        self._paint("arc", box, colour, start=start, end=end, width=round(width * SCALE))

    def line(self, points: Sequence[Point], colour: Colour, width: float = 3) -> None:
        """A line through the points, with round joints and ends."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self._paint("line", scaled, colour, width=max(1, round(width * SCALE)), joint="curve")
        if width >= 3:
            for end in (points[0], points[-1]):
                self.dot(end, width / 2, colour)

    def shape(self, points: Iterable[Point], colour: Colour) -> None:
        """A filled polygon."""
        self._paint("polygon", [(x * SCALE, y * SCALE) for x, y in points], colour)

    def box(
        self,
        corner: Point,
        size: Point,
        colour: Colour | None,
        radius: float = 8,
        outline: Colour | None = None,
        width: float = 2,
    ) -> None:
        """A rectangle with rounded corners."""
        (x, y), (w, h) = corner, size
        box = [c * SCALE for c in (x, y, x + w, y + h)]
        self._paint(
            "rounded_rectangle",
            box,
            colour,
            radius=radius * SCALE,
            outline=outline,
            width=round(width * SCALE),
        )


def between(first: Point, second: Point, share: float) -> Point:
    """The point between the two at a share of the way."""
    return (first[0] + (second[0] - first[0]) * share, first[1] + (second[1] - first[1]) * share)


def polar(centre: Point, radius: float, degrees: float) -> Point:
    """The point at a distance and a direction (0 to the right, clockwise)."""
    angle = math.radians(degrees)
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def curve(*controls: Point, steps: int = 60) -> list[Point]:
    """The points of a Bézier curve."""
    points = []
    for step in range(steps + 1):
        share, level = step / steps, list(controls)
        while len(level) > 1:
            level = [between(a, b, share) for a, b in pairwise(level)]
        points.append(level[0])
    return points
