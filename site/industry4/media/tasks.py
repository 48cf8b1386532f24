"""Background tasks of media."""

from django_tasks import task

from .models import Image
from .renditions import make


@task(backend="background", queue_name="background")
def make_renditions(image_id: int) -> None:
    """Make the renditions of an image; nothing to do when it was deleted meanwhile."""
    image = Image.objects.filter(pk=image_id).first()
    if image is not None:
        make(image)
