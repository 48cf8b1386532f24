"""A stored picture gets its renditions in the background, a stored document its text."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import Document, Image
from .tasks import extract_text, make_renditions


@receiver(post_save, sender=Image, dispatch_uid="make_renditions")
def enqueue_renditions(instance: Image, raw: bool, **kwargs: Any) -> None:
    """Enqueued in the transaction that stores the picture: rolled back with it."""
    if not raw:
        make_renditions.enqueue(instance.pk)


@receiver(post_save, sender=Document, dispatch_uid="extract_text")
def enqueue_text(instance: Document, raw: bool, **kwargs: Any) -> None:
    """For a new file only: the task itself stores the document too."""
    if not raw and instance.lacks_text:
        extract_text.enqueue(instance.pk)
