"""Factories of content and contact pages."""

from home.models import ContactPage, ContentPage
from industry4.testing.factories import PageFactory


class ContentPageFactory(PageFactory):
    class Meta:
        model = ContentPage


class ContactPageFactory(PageFactory):
    class Meta:
        model = ContactPage

    title = "Kontaktai"
    slug = "kontaktai"
    consent_text = "Sutinku, kad mano duomenys būtų tvarkomi atsakant į žinutę."
