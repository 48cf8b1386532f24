"""What follows when a page is published."""

from typing import Any

from django.dispatch import receiver
from wagtail.models import Page
from wagtail.signals import page_published

from .translation.freshness import note_publication


@receiver(page_published, dispatch_uid="note_publication")
def remember_published_content(instance: Page, **kwargs: Any) -> None:
    """The translation state of every page is measured by this."""
    note_publication(instance)
