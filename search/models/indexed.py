"""What stands beside an entry of the index: what hits are ranked by, and what people read."""

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.sql.where import AND, WhereNode
from django.utils.translation import gettext_lazy as _
from modelsearch.index import get_indexed_models
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.models import IndexEntry

# How many first letters of a title stand in an index of their own.
INITIALS = 2


class IndexedObject(models.Model):
    """What the hits of a query are joined to their pages, narrowed and ranked by.

    The lexemes to find them by stand in modelsearch's own table, whose key of the object is a text.
    Here it is a number, and a row is small: thousands of hits cost milliseconds.
    """

    entry = models.OneToOneField(
        IndexEntry, primary_key=True, on_delete=models.CASCADE, related_name="indexed_object"
    )
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    object_id = models.BigIntegerField()
    content_object = GenericForeignKey()
    language = models.CharField(max_length=12)
    # The lexemes of the title and of the lead, each between spaces: ` imon paslaug `.
    title_terms = models.TextField()
    lead_terms = models.TextField()
    # When it was published or begins and when it ends, as `date.toordinal` counts the days.
    first_day = models.IntegerField(null=True)
    last_day = models.IntegerField(null=True)
    # The later of them, 0 for what is of no time; and how the title begins, folded.
    latest_day = models.IntegerField(default=0)
    initials = models.CharField(max_length=INITIALS)
    # The version of the language analysis that made the lexemes.
    analysis = models.PositiveSmallIntegerField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("indexed object")
        verbose_name_plural = _("indexed objects")
        constraints = [
            models.UniqueConstraint(
                fields=["object_id", "content_type"], name="site_search_one_entry_each"
            )
        ]
        # To go from the newest on until enough is found of what thousands of titles have.
        indexes = [
            models.Index(fields=["language", "latest_day"], name="site_search_latest_day"),
            models.Index(
                fields=["language", "initials", "latest_day"], name="site_search_initials"
            ),
        ]

    def __str__(self) -> str:
        return str(self.entry)


class IndexedText(models.Model):
    """The text of an entry as people read it: what its snippets are cut from."""

    entry = models.OneToOneField(
        IndexEntry, primary_key=True, on_delete=models.CASCADE, related_name="indexed_text"
    )
    title = models.TextField()
    lead = models.TextField()
    # Its parts stand each on a line of its own.
    body = models.TextField()

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("indexed text")
        verbose_name_plural = _("indexed texts")

    def __str__(self) -> str:
        return self.title


class IndexRelation(GenericRelation):
    """From an object to what the index has of it, whichever of its model's types it is of."""

    auto_created = True

    def get_extra_restriction(self, alias: str | None, remote_alias: str) -> WhereNode:
        """The condition of the join beside that of the keys: a type of the model or below it."""
        field: Any = self.remote_field.model._meta.get_field(self.content_type_field_name)
        types = get_descendants_content_types_pks(self.model)
        return WhereNode([field.get_lookup("in")(field.get_col(remote_alias), types)], AND)


def relate() -> None:
    """Give every indexed model its relation `in_index`, as modelsearch gives it entries."""
    for model in get_indexed_models():
        IndexRelation(IndexedObject).contribute_to_class(model, "in_index")
