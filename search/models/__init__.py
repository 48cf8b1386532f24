"""What the search keeps beside the index: the texts as people read them."""

from .texts import IndexedText

__all__ = ["IndexedText"]
