"""Notes when published content really changes, and shows the translator what is new at once."""

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from wagtail.models import Page
from wagtail_localize.fields import get_translatable_fields
from wagtail_localize.models import TranslationSource

from industry4.core.models import PublishedVersion


def digest_of(page: Page) -> str:
    """The SHA-256 of what a translation has of a page: its texts, choices, dates, files, rows.

    What translations take from their source by themselves leaves none of them out of date; a model
    names it in `fields_of_source`.
    """
    data = page.serializable_data()
    taken = getattr(type(page), "fields_of_source", ())
    content = {
        field.field_name: data.get(field.field_name)
        for field in get_translatable_fields(type(page))
        if field.field_name not in taken
    }
    text = json.dumps(content, cls=DjangoJSONEncoder, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def note_publication(page: Page) -> None:
    """Remember when the content became what it is now, and offer it for translation.

    Publishing again without a change leaves translations as they are.
    """
    digest = digest_of(page)
    version = PublishedVersion.objects.filter(page=page).first()
    if version and version.digest == digest:
        return
    # A new moment for each change: a translation is measured by it.
    defaults: dict[str, Any] = {"digest": digest, "changed_at": timezone.now()}
    PublishedVersion.objects.update_or_create(page=page, defaults=defaults)
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, locale=page.locale_id
    ).first()
    if source:
        source.update_from_db()
