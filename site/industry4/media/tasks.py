"""Background tasks of media."""

from django.db import transaction
from django_tasks import task
from wagtail.utils.file import hash_filelike

from .extraction import extracted
from .models import Document, Image
from .renditions import make


@task(backend="background", queue_name="background")
def make_renditions(image_id: int) -> None:
    """Make the renditions of an image; nothing to do when it was deleted meanwhile."""
    image = Image.objects.filter(pk=image_id).first()
    if image is not None:
        make(image)


@task(backend="background", queue_name="background")
def extract_text(document_id: int) -> None:
    """Store the text of a document's file; nothing to do when it is there, or the document gone.

    Raises OSError where the storage does not give the file.
    """
    document = Document.objects.filter(pk=document_id).first()
    if document is None or not document.lacks_text:
        return
    with document.open_file() as file:
        file_hash = document.file_hash or hash_filelike(file)
    text = extracted(document)
    # That took its time. A file that came meanwhile has a task of its own.
    with transaction.atomic():
        same = Document.objects.filter(pk=document.pk, file_hash=document.file_hash)
        stored = same.select_for_update().first()
        if stored is not None:
            stored.text = text
            stored.text_of = stored.file_hash = file_hash
            stored.save(update_fields=["text", "text_of", "file_hash"])
