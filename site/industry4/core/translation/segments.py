"""Stores a source for translation with all its segments in a few queries.

wagtail-localize asks for each text by itself: well enough for an editor's one page, too slow for
a whole site that is filled by a program.
"""

import json
from collections.abc import Iterable
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.core.serializers.json import DjangoJSONEncoder
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import TranslatableMixin
from wagtail_localize.models import (
    OverridableSegment,
    RelatedObjectSegment,
    String,
    StringSegment,
    TemplateSegment,
    TranslatableObject,
    TranslationContext,
    TranslationSource,
    get_schema_version,
)
from wagtail_localize.segments import (
    OverridableSegmentValue,
    RelatedObjectSegmentValue,
    StringSegmentValue,
)
from wagtail_localize.segments.extract import extract_segments


def source_of(instance: TranslatableMixin) -> TranslationSource:
    """The source of a stored page or snippet as it is now; made if there is none yet."""
    if TranslationSource.objects.get_for_instance_or_none(instance):
        return TranslationSource.update_or_create_from_instance(instance)[0]
    if isinstance(instance, ClusterableModel):
        content = instance.to_json()
    else:
        content = json.dumps(get_serializable_data_for_fields(instance), cls=DjangoJSONEncoder)
    source = TranslationSource.objects.create(
        object=TranslatableObject.objects.get_or_create_from_instance(instance)[0],
        locale=instance.locale,
        specific_content_type=ContentType.objects.get_for_model(type(instance)),
        object_repr=str(instance)[:200],
        content_json=content,
        schema_version=get_schema_version(instance._meta.app_label),
        last_updated_at=timezone.now(),
    )
    _store_segments(source, instance)
    return source


def _store_segments(source: TranslationSource, instance: TranslatableMixin) -> None:
    segments = extract_segments(instance)
    contexts = _store_contexts(source, instance, {segment.path for segment in segments})
    texts = [segment for segment in segments if isinstance(segment, StringSegmentValue)]
    strings = _store_strings(source, {text.string.data for text in texts})
    StringSegment.objects.bulk_create(
        StringSegment(
            source=source,
            context=contexts[text.path],
            order=text.order,
            string=strings[text.string.data],
            attrs=json.dumps(text.attrs, cls=DjangoJSONEncoder),
        )
        for text in texts
    )
    overridable = [value for value in segments if isinstance(value, OverridableSegmentValue)]
    OverridableSegment.objects.bulk_create(
        OverridableSegment(
            source=source,
            context=contexts[value.path],
            order=value.order,
            data_json=json.dumps(value.data, cls=DjangoJSONEncoder),
        )
        for value in overridable
    )
    for value in segments:  # few: these may be stored one by one
        if isinstance(value, RelatedObjectSegmentValue):
            RelatedObjectSegment.from_value(source, value)
        elif not isinstance(value, StringSegmentValue | OverridableSegmentValue):
            TemplateSegment.from_value(source, value)


def _store_contexts(
    source: TranslationSource, instance: TranslatableMixin, paths: Iterable[str]
) -> dict[str, Any]:
    contexts = []
    for path in paths:
        context = TranslationContext(
            object_id=source.object_id, path=path, path_id=TranslationContext._get_path_id(path)
        )
        context.save = lambda **kwargs: None  # finding the field's path would store it
        context.get_field_path(instance)
        del context.save
        contexts.append(context)
    TranslationContext.objects.bulk_create(contexts, ignore_conflicts=True)
    stored = TranslationContext.objects.filter(object_id=source.object_id)
    return {context.path: context for context in stored}


def _store_strings(source: TranslationSource, texts: Iterable[str]) -> dict[str, Any]:
    hashes = {String._get_data_hash(text): text for text in texts}
    String.objects.bulk_create(
        [
            String(locale_id=source.locale_id, data_hash=data_hash, data=text)
            for data_hash, text in hashes.items()
        ],
        ignore_conflicts=True,
    )
    stored = String.objects.filter(locale_id=source.locale_id, data_hash__in=hashes)
    return {hashes[string.data_hash]: string for string in stored}
