"""What each component is shown with, in the language of the reader.

`samples()` is the table: the name of a component, and its samples. Most pages in them are made
up and never stored, so that every state can be seen whatever the database holds; what has to be
real (pictures, files, a translation that is out of date) is left out where there is none.
"""

from . import lists, pages, parts, searching, site
from .things import Sample

__all__ = ["Sample", "samples"]


def samples() -> dict[str, list[Sample]]:
    """The samples of every component by its name; [] where the database has nothing to show."""
    return {
        **lists.samples(),
        **pages.samples(),
        **parts.samples(),
        **searching.samples(),
        **site.samples(),
    }
