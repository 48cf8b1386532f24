"""A stored picture gets its renditions in the background."""

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver

from .models import Image
from .tasks import make_renditions


@receiver(post_save, sender=Image, dispatch_uid="make_renditions")
def enqueue_renditions(instance: Image, raw: bool, **kwargs: Any) -> None:
    """Enqueued in the transaction that stores the picture: rolled back with it."""
    if not raw:
        make_renditions.enqueue(instance.pk)
