"""Characters that editors paste without seeing them, and that no feed or calendar may carry."""

import re

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def printable(text: str) -> str:
    """The text without control characters; tabs and ends of lines stay."""
    return CONTROL.sub("", text)
