"""What the search keeps beside the entries of the index."""

from .indexed import IndexedObject, IndexedText

__all__ = ["IndexedObject", "IndexedText"]
