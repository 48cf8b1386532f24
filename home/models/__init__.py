"""The models of home, one module per page type."""

from .contact import ContactMessage, ContactPage, ContactPerson
from .content import ContentPage
from .home import FeaturedInitiative, HomePage, KeyFigure, Partner

__all__ = [
    "ContactMessage",
    "ContactPage",
    "ContactPerson",
    "ContentPage",
    "FeaturedInitiative",
    "HomePage",
    "KeyFigure",
    "Partner",
]
