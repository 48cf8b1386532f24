"""Two languages: the state of each page in each, and translating through wagtail-localize."""

from .states import State, Translation, translations_of

__all__ = ["State", "Translation", "translations_of"]
