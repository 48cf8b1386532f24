"""What may be wrong with a translation of an edition besides gaps: its rules."""

from bs4 import BeautifulSoup
from django.utils.translation import gettext as _
from wagtail_localize.models import StringSegment, Translation

from .models import PublishedRules
from .models.competition_rules import SOURCE_FIRST, is_frozen, rules_of, structure_of


def faults_of(translation: Translation) -> list[tuple[str, str]]:
    """What is wrong with the rules in a translation: pairs of what, and where.

    It must not bring rules that are not public yet in the source language, nor choices that do
    not go with those there.
    """
    edition = translation.source.as_instance()
    published = PublishedRules.objects.filter(edition=edition.translation_key).first()
    found = []
    if (
        published
        and is_frozen(edition, published)
        and structure_of(rules_of(edition)) != structure_of(published.rules)
    ):
        found.append((str(SOURCE_FIRST), str(edition)))
    choices = (
        StringSegment.objects.filter(source=translation.source, context__path__endswith=".choices")
        .annotate_translation(translation.target_locale)
        .exclude(translation=None)
        .select_related("string")
    )
    for each in choices:
        source = lines_of(each.string.data)
        if len(lines_of(each.translation)) != len(source):
            label = _("As many choices are needed as in the source, each on a line of its own")
            found.append((label, ", ".join(source)))
    return found


def lines_of(html: str) -> list[str]:
    """The lines of a plain text, which wagtail-localize keeps as HTML."""
    text = BeautifulSoup(html.replace("\n", "<br>"), "html.parser").get_text("\n")
    return [line.strip() for line in text.splitlines() if line.strip()]
