"""`IndexedText`: what an entry of the index was made from, as people read it."""

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.sql.where import AND, WhereNode
from django.utils.translation import gettext_lazy as _
from modelsearch.index import get_indexed_models
from modelsearch.utils import get_descendants_content_types_pks
from wagtail.search.models import IndexEntry


class IndexedText(models.Model):
    """The text of one object, beside its lexemes, which stand in modelsearch's own table.

    Results are ranked by it, narrowed by it, and their snippets are cut from it. Its key is the
    object's own as a number, which the entry has as a text only: joined by it, thousands of hits
    cost milliseconds.
    """

    entry = models.OneToOneField(
        IndexEntry, primary_key=True, on_delete=models.CASCADE, related_name="indexed_text"
    )
    content_type = models.ForeignKey(
        ContentType, on_delete=models.CASCADE, related_name="+", db_index=False
    )
    object_id = models.BigIntegerField()
    content_object = GenericForeignKey()
    language = models.CharField(_("language"), max_length=12)
    title_terms = models.TextField(
        help_text="The lexemes of the title, each between spaces: ` imon paslaug `."
    )
    lead_terms = models.TextField(help_text="The lexemes of the lead, in the same form.")
    title = models.TextField(_("title"))
    lead = models.TextField(_("lead"))
    body = models.TextField(_("text"), help_text="Its parts, each on a line of its own.")
    first_day = models.IntegerField(
        null=True, help_text="When it was published or begins, as `date.toordinal` counts days."
    )
    last_day = models.IntegerField(null=True, help_text="When it ends, in the same count.")
    analysis = models.PositiveSmallIntegerField(
        help_text="The version of the language analysis that made the lexemes."
    )

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("indexed text")
        verbose_name_plural = _("indexed texts")
        constraints = [
            models.UniqueConstraint(
                fields=["object_id", "content_type"], name="site_search_one_text_each"
            )
        ]

    def __str__(self) -> str:
        return self.title


class TextRelation(GenericRelation):
    """From an indexed object to its text, whichever of its model's types the object is of."""

    auto_created = True

    def get_extra_restriction(self, alias: str | None, remote_alias: str) -> WhereNode:
        """The condition of the join beside that of the keys: a type of the model or below it."""
        field = self.remote_field.model._meta.get_field(self.content_type_field_name)
        types = get_descendants_content_types_pks(self.model)
        return WhereNode([field.get_lookup("in")(field.get_col(remote_alias), types)], AND)


def relate_texts() -> None:
    """Give every indexed model its relation `indexed_texts`, as modelsearch gives it entries."""
    for model in get_indexed_models():
        TextRelation(IndexedText).contribute_to_class(model, "indexed_texts")
