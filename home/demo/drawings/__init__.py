"""The pictures of the demo content, drawn with Pillow.

One series: the city that made cathode-ray tubes now makes robots. Phosphor dots on dark glass
become joints, paths and signals.
"""

from collections.abc import Callable

from PIL.Image import Image

from . import ahead, industry, learning, together
from .marks import mark

SCENES: dict[str, Callable[[], Image]] = {
    scene.__name__.replace("_", "-"): scene
    for scene in (
        industry.tube_to_robot,
        industry.arms_at_line,
        industry.gears_to_circuit,
        industry.works_at_night,
        learning.school_course,
        learning.laboratory,
        learning.arena,
        together.region_map,
        together.round_table,
        together.conversation,
        together.ripples,
        ahead.road_of_goals,
        ahead.award,
        ahead.oscilloscope,
    )
}

__all__ = ["SCENES", "mark"]
