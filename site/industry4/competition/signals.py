"""What the competition hears of the pages of its editions: that rules changed, that one goes."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver
from django.utils.translation import gettext as _

from ecosystem.models import CompetitionPage, RulesChange

from .models import Entry, RecordEntry, record


@receiver(post_save, sender=RulesChange, dispatch_uid="record_rules_change")
def record_rules_change(
    instance: RulesChange, created: bool, raw: bool = False, **kwargs: Any
) -> None:
    """Put a change of rules on the record: what was before, what is now, and why."""
    if not created or raw:
        return
    changes: dict[str, Any] = {
        kind: [{"before": row["before"], "afterwards": row["after"]} for row in rows]
        for kind, rows in instance.changes.items()
    }
    act = RecordEntry.Act.RULES_CHANGED
    record(instance.edition, act, by=instance.by, reason=instance.reason_lt, **changes)


@receiver(pre_delete, sender=CompetitionPage, dispatch_uid="keep_entered_edition")
def keep_entered_edition(instance: CompetitionPage, **kwargs: Any) -> None:
    """Whichever way a page is deleted: an edition with entries stays. Raises ValidationError."""
    if Entry.objects.filter(edition=instance.translation_key).exists():
        raise ValidationError(
            _("Not deleted: there are entries in %(editions)s.") % {"editions": instance}
        )
