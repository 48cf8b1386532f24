"""Cursors: where a reader of the log stands. To apps they are opaque."""

import base64
import binascii
import re
from typing import NamedTuple

_FORM = re.compile(r"1:(?P<position>[0-9]{1,18})(?::(?P<page>[0-9]{1,18}))?", re.ASCII)
UNKNOWN = "it is not a cursor of this log; leave it out to begin anew"


class Cursor(NamedTuple):
    """After which entry of the log a reader goes on.

    While it still reads the listing of what there is, `page` is the last page that it was given.
    """

    position: int
    page: int | None = None

    def __str__(self) -> str:
        place = "" if self.page is None else f":{self.page}"
        return base64.urlsafe_b64encode(f"1:{self.position}{place}".encode()).decode().rstrip("=")


def read(text: str) -> Cursor:
    """The cursor that a text stands for. Raises ValueError for one that we never gave."""
    try:
        plain = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
        found = _FORM.fullmatch(plain.decode("ascii"))
    except (binascii.Error, UnicodeError) as error:
        raise ValueError(UNKNOWN) from error
    if not found:
        raise ValueError(UNKNOWN)
    return Cursor(int(found["position"]), int(found["page"]) if found["page"] else None)
