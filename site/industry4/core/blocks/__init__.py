"""The blocks that page bodies are made of, one module per kind."""

from .body import BodyBlock
from .choosers import DocumentChooser, ImageChooser, PageChooser
from .links import LinkBlock

__all__ = ["BodyBlock", "DocumentChooser", "ImageChooser", "LinkBlock", "PageChooser"]
