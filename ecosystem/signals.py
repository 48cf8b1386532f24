"""What follows when an edition of the competition is published."""

from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.models import Revision
from wagtail.signals import page_published

from .models import CompetitionPage, PublishedRules, RulesChange
from .models.competition_rules import changes_between, rules_of, states_rules

NO_REASON = {"change_reason_lt": "", "change_reason_en": ""}


@receiver(page_published, sender=CompetitionPage, dispatch_uid="keep_rules")
def keep_rules(instance: CompetitionPage, revision: Revision, **kwargs: Any) -> None:
    """Keep the rules that are public from now on, and the reason why they are others.

    The page forgets the reason then: it is none for the next change.
    """
    if not instance.live or not states_rules(instance):
        return
    rules = rules_of(instance)
    key = instance.translation_key
    with transaction.atomic():
        before = PublishedRules.objects.filter(edition=key).first()
        if before and instance.change_reason_lt and instance.change_reason_en:
            RulesChange.objects.create(
                edition=key,
                by=revision.user,
                reason_lt=instance.change_reason_lt,
                reason_en=instance.change_reason_en,
                changes=changes_between(before.rules, rules),
            )
            CompetitionPage.objects.filter(pk=instance.pk).update(**NO_REASON)
            revision.content.update(NO_REASON)
            revision.save(update_fields=["content"])
        PublishedRules.objects.update_or_create(
            edition=key,
            defaults={
                "entries_open": instance.entries_open,
                "normalisation": instance.normalisation,
                "rules": rules,
            },
        )
