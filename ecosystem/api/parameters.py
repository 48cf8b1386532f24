"""Values that the ecosystem's lists can be filtered by: a day, a box on the map."""

import datetime
import re
from typing import Annotated, NamedTuple

from pydantic import AfterValidator, BeforeValidator, Field

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_DEGREES = r"-?[0-9]{1,3}(\.[0-9]{1,15})?"


def written_as_day(value: object) -> object:
    """The value. Raises ValueError for a text in another form, such as a number of seconds."""
    if isinstance(value, str) and not _DAY.fullmatch(value):
        raise ValueError("write a day as in 2026-03-01")
    return value


Day = Annotated[datetime.date, BeforeValidator(written_as_day)]


class Box(NamedTuple):
    """A box on the map, in degrees."""

    west: float
    south: float
    east: float
    north: float


def box_of(text: str) -> Box:
    """The box that `west,south,east,north` says. Raises ValueError for one that cannot be."""
    box = Box(*(float(number) for number in text.split(",")))
    if max(abs(box.west), abs(box.east)) > 180 or max(abs(box.south), abs(box.north)) > 90:
        raise ValueError("a longitude is from -180 to 180, a latitude from -90 to 90")
    if box.south > box.north:
        raise ValueError("the south is not south of the north: west,south,east,north")
    if box.west > box.east:
        raise ValueError("the west is not west of the east; split a box at the 180th meridian")
    return box


def checked_box(text: str) -> str:
    """The text, if it says a box."""
    box_of(text)
    return text


# Stays a text: its address is the form in which `next` and `previous` repeat it.
BoxText = Annotated[
    str,
    Field(pattern=rf"^{_DEGREES}(,{_DEGREES}){{3}}$", max_length=100),
    AfterValidator(checked_box),
]
