"""What follows when an edition of the competition is published."""

from typing import Any

from django.db import transaction
from django.dispatch import receiver
from wagtail.models import Locale, Revision
from wagtail.signals import page_published

from .models import CompetitionPage, PublishedRules, RulesChange
from .models.competition_rules import DATES, changes_between, rules_of, states_rules

NO_REASON = {"change_reason_lt": "", "change_reason_en": ""}


@receiver(page_published, sender=CompetitionPage, dispatch_uid="keep_rules")
def keep_rules(instance: CompetitionPage, revision: Revision, **kwargs: Any) -> None:
    """Keep the rules that are public from now on, and the reason why they are others.

    The page forgets the reason then: it is none for the next change. One publication follows
    another here, so that what is published twice at the same moment changed once.
    """
    if not instance.live or not states_rules(instance):
        return
    rules = rules_of(instance)
    key = instance.translation_key
    reasons = {
        "reason_lt": instance.change_reason_lt,
        "reason_en": instance.change_reason_en,
    }
    with transaction.atomic():
        before = PublishedRules.objects.select_for_update().filter(edition=key).first()
        changes = changes_between(before.rules, rules) if before else {}
        if changes and all(reasons.values()):
            RulesChange.objects.create(edition=key, by=revision.user, changes=changes, **reasons)
        if any(reasons.values()):
            CompetitionPage.objects.filter(pk=instance.pk).update(**NO_REASON)
            revision.content.update(NO_REASON)
            revision.save(update_fields=["content"])
        PublishedRules.objects.update_or_create(
            edition=key,
            defaults={
                "entries_open": instance.entries_open,
                "normalisation": instance.normalisation,
                "least_scores": instance.least_scores,
                "rules": rules,
            },
        )


@receiver(page_published, sender=CompetitionPage, dispatch_uid="share_dates")
def share_dates(instance: CompetitionPage, **kwargs: Any) -> None:
    """Let an edition be at one stage in all languages, as soon as its Lithuanian page is public.

    Drafts of translations, and what wagtail-localize makes, take the dates when they are checked.
    """
    if not instance.live or instance.locale_id != Locale.get_default().pk:
        return
    dates = {name: getattr(instance, name) for name in DATES}
    pages = CompetitionPage.objects.filter(translation_key=instance.translation_key)
    with transaction.atomic():
        for page in pages.exclude(pk=instance.pk):
            others = {name: at for name, at in dates.items() if getattr(page, name) != at}
            if others:
                for name, at in others.items():
                    setattr(page, name, at)
                # Saved, not updated: so the log of changes hears of it.
                page.save(clean=False, update_fields=list(others))
