"""What a translation still lacks: the list because of which it may not be published.

wagtail-localize would put the Lithuanian text in the gaps, and make an alias of an
untranslated parent; both would show Lithuanian as English.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db.models import Model, Q
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail.models import Page, TranslatableMixin
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.views.edit_translation import (
    FieldHasNoEditPanelError,
    TabHelper,
    get_segment_location_info,
)


@dataclass(frozen=True)
class Gap:
    """A text without translation, or a page or snippet that must be translated first."""

    label: str
    text: str

    def __str__(self) -> str:
        return f"{self.label}: {Truncator(self.text).chars(80)}"


class IncompleteTranslation(ValidationError):
    """Publishing was refused; `gaps` says what is missing.

    A dictionary of errors inside, because wagtail-localize reads `error_dict`.
    """

    def __init__(self, gaps: Iterable[Gap]) -> None:
        self.gaps = list(gaps)
        super().__init__({NON_FIELD_ERRORS: [str(gap) for gap in self.gaps]})


def translation_of(instance: TranslatableMixin) -> Translation | None:
    """wagtail-localize's record of the translation that `instance` is, or None for a source."""
    return (
        Translation.objects.filter(
            source__object_id=instance.translation_key,
            target_locale=instance.locale_id,
            enabled=True,
        )
        .select_related("source__locale", "target_locale")
        .first()
    )


def gaps_of(instance: TranslatableMixin) -> list[Gap]:
    """What stops this page or snippet, as a translation, from being published."""
    translation = translation_of(instance)
    return gaps_in(translation) if translation else []


def gaps_in(translation: Translation) -> list[Gap]:
    """What stops a translation from being published, in the order of the editor.

    A model may know of more, in `faults_of_translation`: pairs of what is wrong, and where.
    """
    source = translation.source
    instance = source.get_source_instance()
    gaps = _untranslated_parent(instance, translation)
    if hasattr(instance, "faults_of_translation"):
        gaps += [Gap(*fault) for fault in instance.faults_of_translation(translation)]
    related = [
        segment
        for segment in source.relatedobjectsegment_set.select_related("object", "context")
        if not is_public(segment.get_source_instance(), translation.target_locale_id)
    ]
    # "" counts as translated for wagtail-localize, but it publishes the source's text then.
    strings = list(
        StringSegment.objects.filter(source=source)
        .annotate_translation(translation.target_locale)
        .filter(Q(translation__isnull=True) | Q(translation=""))
        .select_related("string", "context")
        .order_by("order")
    )
    if strings or related:
        tabs = TabHelper(instance)
        for segment in strings:
            if label := _label(segment, instance, tabs):
                gaps.append(Gap(label, segment.string.data))
        for segment in related:
            label = _label(segment, instance, tabs) or segment.context.path
            gaps.append(Gap(label, str(segment.get_source_instance())))
    return gaps


def parent_gaps_of(instance: TranslatableMixin) -> list[Gap]:
    """The page above, when this page is a translation and that one is not."""
    translation = translation_of(instance)
    return _untranslated_parent(instance, translation) if translation else []


def check_complete(instance: TranslatableMixin) -> None:
    """Raise IncompleteTranslation unless `instance` is a source or a complete translation."""
    if gaps := gaps_of(instance):
        raise IncompleteTranslation(gaps)


def as_html(gaps: Iterable[Gap]) -> SafeString:
    """The gaps as a list for a message in the admin."""
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", ((g,) for g in gaps)))


def parent_is_ready(page: Page, locale_id: int) -> bool:
    """Whether the parent of `page` is live in a language and is no alias there."""
    parent = page.get_parent()
    return (
        parent.is_root()
        or parent.get_translations(inclusive=True)
        .filter(locale=locale_id, live=True, alias_of__isnull=True)
        .exists()
    )


def is_public(related: TranslatableMixin, locale_id: int) -> bool:
    """Whether a related snippet can be shown in a language: translated, and no draft there."""
    translated = related.get_translations().filter(locale=locale_id)
    return (translated.filter(live=True) if hasattr(related, "live") else translated).exists()


def _untranslated_parent(instance: Any, translation: Translation) -> list[Gap]:
    if not isinstance(instance, Page) or parent_is_ready(instance, translation.target_locale_id):
        return []
    return [
        Gap(_("The page above must be translated and published first"), str(instance.get_parent()))
    ]


def _label(segment: StringSegment, instance: Model, tabs: TabHelper) -> str:
    """The name of the segment's field as in the editor; "" where the editor does not show it."""
    try:
        info = get_segment_location_info(
            instance, tabs, segment.context.path, segment.context.get_field_path(instance)
        )
    except FieldHasNoEditPanelError:
        return ""
    except (KeyError, AttributeError, IndexError):
        return segment.context.field_path
    return " › ".join(str(part) for part in (info["field"], info["subField"]) if part)
