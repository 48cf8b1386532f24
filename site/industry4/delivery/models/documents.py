"""Pages as the API gives them, rendered when they change and kept as JSON."""

from typing import ClassVar

from django.db import models


class PublishedDocument(models.Model):
    """A public page as the log knows it: where it is, and what the API says of it.

    There is a row for every public page. `card` and `full` are empty while nobody has asked for
    them since it last changed; a row that is `stale_at` a moment says something else from then on.
    """

    page_id = models.BigIntegerField(primary_key=True)
    kind = models.CharField(max_length=40)
    locale = models.CharField(max_length=10)
    translation_key = models.UUIDField(db_index=True)
    address = models.CharField(max_length=2000)
    published_at = models.DateTimeField(null=True)
    card = models.TextField(blank=True)
    full = models.TextField(blank=True)
    # The version of the schemas that they were made by.
    version = models.CharField(max_length=32, blank=True)
    stale_at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return self.address


class Dependency(models.Model):
    """Something that a document shows, by its key: a change of it is one of the document."""

    document = models.ForeignKey(
        PublishedDocument, on_delete=models.CASCADE, related_name="dependencies"
    )
    key = models.CharField(max_length=80)

    class Meta:
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["document", "key"], name="delivery_dependency_once")
        ]
        indexes: ClassVar[list] = [models.Index(fields=["key"], name="delivery_dependency_key")]

    def __str__(self) -> str:
        return self.key
