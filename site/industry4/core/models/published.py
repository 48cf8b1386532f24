"""When the published content of a page last really changed: what "stale" is measured by."""

from django.db import models


class PublishedVersion(models.Model):
    """The digest of a page's published content, and the moment at which it became that.

    Publishing again without a change leaves both as they are.
    """

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="published_version"
    )
    digest = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.page_id}: {self.digest[:8]}"
