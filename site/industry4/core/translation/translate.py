"""Translating from a program, through wagtail-localize's own models, without gaps.

For the demo content and for tests: an editor does the same in the admin.
"""

import json
from collections import Counter
from collections.abc import Mapping
from typing import Any

from django.db import transaction
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import DraftStateMixin, Locale, Page, TranslatableMixin
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.strings import StringValue, validate_translation_links

Texts = Mapping[Any, str]


class Untranslated(Exception):
    """Some text has no translation; `missing` lists (path, source text)."""

    def __init__(self, instance: Any, missing: list[tuple[str, str]]) -> None:
        self.missing = missing
        lines = "\n".join(f"  {path}: {text}" for path, text in missing)
        super().__init__(f"{instance!r} lacks translations:\n{lines}")


@transaction.atomic
def translate(
    instance: Any,
    language: str,
    texts: Texts,
    *,
    overrides: Mapping[str, Any] | None = None,
    publish: bool = True,
) -> Any:
    """Translate a page or snippet into `language`, publish it, and return the translation.

    Without `publish` a page that is new in this language stays a draft.

    `texts` maps to the translation, the most specific key first: (path, source text), source
    text, path, field path; the last two only where a text is alone on its path. Values are
    inline HTML as wagtail-localize keeps it, with the source's `<a id="a1">`. `overrides` maps
    a path to a value of the translation's own, for example the primary key of a file. May be
    called again. Raises Untranslated when a text or a related snippet has no translation, and
    ValueError for HTML or links that the source does not allow or a path not to be overridden.
    """
    if isinstance(instance, Page):
        instance = instance.specific_class.objects.get(pk=instance.pk)  # as it is stored
    locale = Locale.objects.get(language_code=language)
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    translation, _created = Translation.objects.get_or_create(
        source=source, target_locale=locale, defaults={"enabled": True}
    )
    _store_strings(source, locale, texts)
    _store_overrides(source, locale, overrides or {})
    draftable = isinstance(instance, DraftStateMixin)
    # wagtail-localize publishes on commit; whoever calls wants to see the result now.
    source.create_or_update_translation(locale, publish=not draftable)
    target = translation.get_target_instance()
    _validate_rows(target)
    if draftable and publish:
        target.get_latest_revision().publish()
        target.refresh_from_db()
    return target


def _store_strings(source: TranslationSource, locale: Locale, texts: Texts) -> None:
    segments = list(
        StringSegment.objects.filter(source=source)
        .select_related("string", "context")
        .order_by("order")
    )
    on_path = Counter(segment.context.path for segment in segments)
    on_field = Counter(segment.context.field_path for segment in segments)
    known = {
        (found.translation_of_id, found.context_id): found
        for found in StringTranslation.objects.filter(
            locale=locale, context__in=[segment.context_id for segment in segments]
        )
    }
    missing, new, changed = [], {}, []
    for segment in segments:
        path, field, text = segment.context.path, segment.context.field_path, segment.string.data
        keys: list[Any] = [(path, text), text]
        keys += [path] if on_path[path] == 1 else []
        keys += [field] if on_field[field] == 1 else []
        translated = next((texts[key] for key in keys if key in texts), None)
        if not translated:
            missing.append((path, text))
            continue
        StringValue.from_translated_html(translated)
        validate_translation_links(text, translated)
        key = (segment.string_id, segment.context_id)
        found = known.get(key)
        if found is None:
            new[key] = StringTranslation(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                data=translated,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
            )
        elif found.data != translated:
            found.data, found.has_error, found.field_error = translated, False, ""
            changed.append(found)
    missing += [
        (segment.context.path, str(segment.get_source_instance()))
        for segment in source.relatedobjectsegment_set.select_related("object", "context")
        if not segment.object.has_translation(locale)
    ]
    if missing:
        raise Untranslated(source.get_source_instance(), missing)
    StringTranslation.objects.bulk_create(new.values())
    StringTranslation.objects.bulk_update(changed, ["data", "has_error", "field_error"])


def _store_overrides(source: TranslationSource, locale: Locale, overrides: Mapping) -> None:
    if not overrides:
        return
    contexts = {
        segment.context.path: segment.context
        for segment in OverridableSegment.objects.filter(source=source).select_related("context")
    }
    for path, value in overrides.items():
        if path not in contexts:
            raise ValueError(f"{source} has nothing to override at {path}")
        SegmentOverride.objects.update_or_create(
            locale=locale,
            context=contexts[path],
            defaults={"data_json": json.dumps(value), "has_error": False},
        )


def _validate_rows(target: Any) -> None:
    """wagtail-localize never validates inline rows: their text may be too long for the field."""
    if not isinstance(target, ClusterableModel):
        return
    for relation in get_all_child_relations(target):
        for row in getattr(target, relation.get_accessor_name()).all():
            if isinstance(row, TranslatableMixin):
                row.full_clean(exclude=[relation.field.name, "locale"], validate_unique=False)
