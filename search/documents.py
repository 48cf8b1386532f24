"""Which documents the search may show."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import BigIntegerField, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex, Site

from industry4.core.public import outside_private_collections, pages_of_site
from industry4.media.models import Document


def public_documents(site: Site) -> QuerySet[Document]:
    """Documents outside private collections to which a public page leads.

    A document that no page leads to yet has an address, but nobody has published it.
    """
    pages: QuerySet = pages_of_site(site).order_by().values("pk")
    types = ContentType.objects.get_for_models(Page, Document)
    led_to = (
        ReferenceIndex.objects.filter(
            base_content_type=types[Page],
            to_content_type=types[Document],
        )
        .alias(page=Cast("object_id", BigIntegerField()))
        .annotate(document=Cast("to_object_id", BigIntegerField()))
        .filter(page__in=pages)
        .values("document")
    )
    return Document.objects.filter(outside_private_collections(), Q(pk__in=led_to)).order_by()
