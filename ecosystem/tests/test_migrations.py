"""What a migration makes of editions that were there before it."""

from importlib import import_module

import pytest
from django.apps import apps

from ecosystem.models import CompetitionPage, PublishedRules
from ecosystem.tests.rules import draft, edition
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db
FIELDS = ("entries_open", "normalisation", "least_scores", "rules")


@pytest.fixture
def migrate():
    """Keeps the rules of editions, as at the installation of what freezes them."""
    return lambda: import_module("ecosystem.migrations.0003_rules_of_judging").keep_rules(
        apps, None
    )


def kept(page):
    return PublishedRules.objects.filter(edition=page.translation_key).values(*FIELDS).first()


def test_an_edition_that_is_public_has_its_rules_kept_as_publishing_does(migrate):
    page = edition(least_scores=4, normalisation="z_score")
    translated(page)
    before = kept(page)
    PublishedRules.objects.all().delete()
    migrate()
    assert kept(page) == before


def test_one_that_is_not_public_has_none(migrate):
    page = edition(published=False)
    page.unpublish()
    migrate()
    assert kept(page) is None


def test_rules_that_are_kept_already_stay_and_learn_how_many_scores_are_needed(migrate):
    page = edition()
    before = kept(page)
    draft(page, "criteria", 0, {"scale": 5})
    CompetitionPage.objects.filter(pk=page.pk).update(least_scores=2)
    migrate()
    assert kept(page) == {**before, "least_scores": 2}
