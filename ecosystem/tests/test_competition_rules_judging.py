"""What jurors score by does not change at all once judging has opened, whatever the reason."""

from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone
from wagtail import hooks

from ecosystem.models import CompetitionPage, PublishedRules
from ecosystem.tests.rules import DAY, REASONS, draft, edition, public
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


def judged(opened):
    """An edition whose jury began so many days ago."""
    return edition(opened=30, jury_from=timezone.localdate() - opened * DAY)


CHANGES = [
    {"normalisation": "z_score"},
    {"least_scores": 1},
    {"relation": "criteria", "fields": {"scale": 5}},
    {"relation": "criteria", "fields": {"name": "Naujovė"}},
    {"relation": "criteria", "fields": {"translation_key": uuid4()}},
]


@pytest.mark.parametrize("change", CHANGES)
def test_before_judging_opens_all_may_change(change):
    page = judged(-1)
    draft(page, **change, **REASONS).publish()
    assert rules_kept(page) != rules_kept(edition())


def rules_kept(page):
    kept = PublishedRules.objects.get(edition=page.translation_key)
    return kept.normalisation, kept.least_scores, kept.rules["criteria"]


@pytest.mark.parametrize("change", CHANGES)
def test_while_the_jury_works_nothing_of_it_changes(change):
    page = judged(1)
    before = rules_kept(page)
    with pytest.raises(ValidationError, match="Vertinimas jau pradėtas"):
        draft(page, **change, **REASONS).publish()
    assert rules_kept(page) == before


@pytest.mark.parametrize("change", CHANGES)
def test_nor_once_scores_are_given_before_the_day(change):
    page = judged(-1)
    revision = draft(page, **change, **REASONS)
    opened = hooks.register_temporarily(
        "judging_has_opened", lambda key: key == page.translation_key
    )
    with opened, pytest.raises(ValidationError, match="Vertinimas jau pradėtas"):
        revision.publish()


def test_conditions_still_change_with_a_reason():
    page = judged(1)
    draft(page, "eligibility", 0, {"text": "Veikiame Lietuvoje."}, **REASONS).publish()
    assert public(page).eligibility.all()[0].text == "Veikiame Lietuvoje."


def test_a_translation_that_lags_behind_is_published_all_the_same():
    page = judged(1)
    english = translated(page)
    CompetitionPage.objects.filter(pk=english.pk).update(least_scores=7)
    draft(english, title="Elections").publish()
    assert public(english).title == "Elections"
