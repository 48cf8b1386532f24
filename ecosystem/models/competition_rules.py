"""The rules of an edition, which freeze: criteria, conditions and questions when entries open.

From then on others are published with a reason only, which is kept for entrants and readers. What
jurors score by and what a ranking asks for do not change at all once judging has opened.
"""

from collections.abc import Iterable
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.models import Locale

from ecosystem.stages import Stage
from industry4.core.rows import rows_of

from .competition_acts import PublishedRules, names_of

# What is frozen of each kind of row: its texts, and what its translations share.
FROZEN: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "criteria": (("name", "description"), ("weight", "scale")),
    "eligibility": (("text", "help_text"), ()),
    "questions": (("label", "help_text", "choices"), ("kind", "is_required", "longest")),
}
# What an edition has once, whatever its language: translations have these of their source.
DATES = ("entries_open", "entries_close", "jury_from", "jury_to", "announcement", "ceremony")
JUDGED = (Stage.JUDGING, Stage.JUDGED, Stage.DECIDED, Stage.PUBLISHED)

SOURCE_FIRST = gettext_lazy("Entries are open: rules are first published in Lithuanian")

Rules = dict[str, dict[str, dict[str, Any]]]


def rules_of(edition: Any) -> Rules:
    """What a page, a draft perhaps, states: `{kind of row: {translation key: {field: value}}}`.

    Lines of texts are stripped, and empty ones left out: nobody sees a difference in these.
    """
    return {
        kind: {
            str(row.translation_key): {
                **{name: _tidy(getattr(row, name)) for name in texts},
                **{name: getattr(row, name) for name in values},
            }
            for row in rows_of(edition, kind)
        }
        for kind, (texts, values) in FROZEN.items()
    }


def _tidy(text: str) -> str:
    return "\n".join(line.strip() for line in text.splitlines() if line.strip())


def structure_of(rules: Rules) -> Rules:
    """The rules without their texts: what all languages share."""
    return {
        kind: {
            key: {name: row[name] for name in FROZEN[kind][1]} for key, row in rules[kind].items()
        }
        for kind in rules
    }


def changes_between(before: Rules, after: Rules) -> dict[str, list[dict[str, Any]]]:
    """Which rows differ, as `{kind of row: [{key, before, after}]}`.

    `before` is None for a row that was added, `after` for one that was removed.
    """
    found = {
        kind: [
            {"key": key, "before": before[kind].get(key), "after": after[kind].get(key)}
            for key in {**before[kind], **after[kind]}
            if before[kind].get(key) != after[kind].get(key)
        ]
        for kind in after
    }
    return {kind: rows for kind, rows in found.items() if rows}


def states_rules(edition: Any) -> bool:
    """Whether this page is the one by which the rules of its edition go: the Lithuanian one.

    Any other is, while there is no Lithuanian one.
    """
    source = Locale.get_default()
    if edition.locale_id == source.pk:
        return True
    return (
        not type(edition)
        .objects.filter(translation_key=edition.translation_key, locale=source)
        .exists()
    )


def dates_of_source(edition: Any) -> dict[str, Any] | None:
    """The dates that hold for a translation: those of the public Lithuanian page.

    None for that page itself, and where it is not public.
    """
    source = Locale.get_default()
    if edition.locale_id == source.pk:
        return None
    found: dict[str, Any] | None = (
        type(edition)
        .objects.filter(translation_key=edition.translation_key, locale=source, live=True)
        .values(*DATES)
        .first()
    )
    return found


def is_frozen(edition: Any, published: PublishedRules) -> bool:
    """Whether entries are open, or will be when the page goes live, by its dates old or new."""
    moment = timezone.now()
    if edition.go_live_at and edition.go_live_at > moment:
        moment = edition.go_live_at
    openings = (published.entries_open, edition.entries_open)
    return edition.stage != Stage.ANNOUNCED or any(at and at <= moment for at in openings)


def judging_has_opened(edition: Any) -> bool:
    """Whether scores may have been given: by the stage, or as the app that keeps them says."""
    return edition.stage in JUDGED or any(
        opened(edition.translation_key) for opened in hooks.get_hooks("judging_has_opened")
    )


def fixed_in(edition: Any, published: PublishedRules, changes: Iterable[str]) -> str:
    """What a page changes although judging has opened, in words; "" where nothing.

    Scores that were given answer to the criteria by which they were given.
    """
    if "criteria" in changes:
        said = _("Judging has opened, so the criteria do not change any more.")
    elif edition.normalisation != published.normalisation:
        said = _("Judging has opened, so the normalisation of scores does not change any more.")
    elif edition.least_scores != published.least_scores:
        said = _("Judging has opened, so the fewest scores of an entry do not change any more.")
    else:
        return ""
    return said if judging_has_opened(edition) else ""


def refusal_of(edition: Any) -> str:
    """Why a page, a draft perhaps, may not be published with its rules; "" where it may."""
    published = PublishedRules.objects.filter(edition=edition.translation_key).first()
    if published is None:
        return ""
    rules = rules_of(edition)
    if not states_rules(edition):
        same = structure_of(rules) == structure_of(published.rules)
        return "" if same or not is_frozen(edition, published) else str(SOURCE_FIRST)
    changes = changes_between(published.rules, rules)
    if fixed := fixed_in(edition, published, changes):
        return fixed
    if not is_frozen(edition, published):
        return ""
    if not changes or (edition.change_reason_lt and edition.change_reason_en):
        return ""
    return _(
        "Entries are open, so these change only with a reason in both languages: %(rules)s."
        " Give it under “Reason for a change of rules”."
    ) % {"rules": names_of(changes)}
