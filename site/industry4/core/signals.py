"""What follows when a page is published."""

from typing import Any

from django.dispatch import receiver
from modelcluster.models import get_all_child_relations
from wagtail.models import Page, Revision
from wagtail.signals import page_published

from .translation.freshness import note_publication


@receiver(page_published, dispatch_uid="note_publication")
def remember_published_content(instance: Page, **kwargs: Any) -> None:
    """The translation state of every page is measured by this."""
    note_publication(instance)


@receiver(page_published, dispatch_uid="name_rows_of_revision")
def name_rows_of_revision(instance: Page, revision: Revision, **kwargs: Any) -> None:
    """Note in the revision which rows of the page those are that were new in it.

    Should an editor go back to this version, they are the same rows then. Without their primary
    keys they would be made anew, with other translation keys: their translations would be lost,
    and whatever else refers to them.
    """
    if not instance.live:
        return
    content, found = revision.content, False
    for relation in get_all_child_relations(type(instance)):
        name = relation.get_accessor_name()
        new = [row for row in content.get(name, ()) if row["pk"] is None]
        if not new or "translation_key" not in new[0]:
            continue
        made = getattr(instance, name).values_list("translation_key", "pk")
        keys = {str(translation_key): pk for translation_key, pk in made}
        for row in new:
            row["pk"] = keys.get(row["translation_key"])
        found = True
    if found:
        revision.save(update_fields=["content"])
