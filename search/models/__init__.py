"""What the search keeps beside the entries of the index."""

from .asked import Asked
from .indexed import IndexedObject, IndexedText
from .vocabulary import Word

__all__ = ["Asked", "IndexedObject", "IndexedText", "Word"]
