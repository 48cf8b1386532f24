"""The log of what changed for readers.

A transaction that changes what the public sees writes down, within itself, what it touched.
Once it is committed, whoever comes first puts what was touched in order, under one lock: compares
what is public now with what the log said before, and appends the differences to the log. So a
position in the log is given to nothing that is not committed, and no reader of the log misses an
entry that was committed late.
"""

from typing import ClassVar

from django.db import models
from django.utils import timezone


class Touched(models.Model):
    """What a transaction has touched, until it is put in order.

    `scope` says how far it reaches: one page, all pages below a place in the tree, whatever shows
    something (its key), or everything.
    """

    class Scope(models.TextChoices):
        PAGE = "page"
        BELOW = "below"
        KEY = "key"
        ALL = "all"

    scope = models.CharField(max_length=5, choices=Scope.choices)
    value = models.CharField(max_length=255, blank=True)
    # What is no page, for the log: its kind, key, language, and whether it is gone.
    kind = models.CharField(max_length=40, blank=True)
    object_id = models.BigIntegerField(null=True)
    translation_key = models.UUIDField(null=True)
    locale = models.CharField(max_length=10, blank=True)
    deleted = models.BooleanField(default=False)

    def __str__(self) -> str:
        return f"{self.scope}: {self.value}"


class LogHead(models.Model):
    """The last position of the log, and the oldest that is still kept: one row.

    Whoever appends holds its lock.
    """

    position = models.BigIntegerField(default=0)
    kept_from = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return str(self.position)


class Change(models.Model):
    """One entry of the log: what became of one thing in one language, for readers."""

    class Action(models.TextChoices):
        PUBLISHED = "published"
        CHANGED = "changed"
        MOVED = "moved"
        UNPUBLISHED = "unpublished"
        DELETED = "deleted"

    position = models.BigIntegerField(unique=True)
    at = models.DateTimeField(default=timezone.now)
    action = models.CharField(max_length=11, choices=Action.choices)
    kind = models.CharField(max_length=40)
    object_id = models.BigIntegerField()
    translation_key = models.UUIDField(null=True)
    locale = models.CharField(max_length=10, blank=True)
    # Full addresses; empty where it had none, or has none any more.
    address = models.CharField(max_length=2000, blank=True)
    previous_address = models.CharField(max_length=2000, blank=True)

    class Meta:
        ordering: ClassVar[list] = ["position"]
        indexes: ClassVar[list] = [models.Index(fields=["at"], name="delivery_change_at")]

    def __str__(self) -> str:
        return f"{self.position}: {self.kind} {self.object_id} {self.action}"
