"""The models of core, one module per concept."""

from .drafts import CompleteTranslationMixin, TranslatedSnippet
from .mixins import BodyMixin, LocationMixin, validate_end_after_start
from .navigation import Navigation, NavigationItem
from .pages import BasePage, IndexPage
from .published import PublishedVersion
from .relations import PageRelation, TranslatableRow
from .site_settings import Organisation, SiteSettings, SocialLink

__all__ = [
    "BasePage",
    "BodyMixin",
    "CompleteTranslationMixin",
    "IndexPage",
    "LocationMixin",
    "Navigation",
    "NavigationItem",
    "Organisation",
    "PageRelation",
    "PublishedVersion",
    "SiteSettings",
    "SocialLink",
    "TranslatableRow",
    "TranslatedSnippet",
    "validate_end_after_start",
]
