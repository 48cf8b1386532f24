"""What happens to the pages of an edition is on its record, or is refused."""

import pytest
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import override
from wagtail.models import APIToken, Page

from ecosystem.models import CompetitionPage
from ecosystem.tests.rules import REASONS, draft
from industry4.competition.models import RecordEntry
from industry4.competition.results.words import details_of
from industry4.competition.tests.factories import EntryFactory, new_edition
from industry4.testing.editors import UserFactory

pytestmark = pytest.mark.django_db


def test_a_change_of_rules_is_on_the_record_with_who_what_and_why():
    edition, user = new_edition(), UserFactory(first_name="Ona", last_name="Onaitė")
    revision = draft(edition.source, "criteria", 0, {"name": "Naujovė"}, **REASONS)
    revision.user = user
    revision.save()
    revision.publish()
    [entry] = RecordEntry.objects.filter(edition=edition.key)
    assert (entry.act, entry.by_name, entry.reason) == (
        "rules_changed",
        "Ona Onaitė",
        "Rašybos klaida.",
    )
    with override("lt"):
        words = details_of(entry, with_points=False)
    assert words == "kriterijai: Kriterijus 1 (vardas ar pavadinimas: Kriterijus 1 → Naujovė)"


def test_a_question_that_is_asked_no_longer_is_on_the_record_in_words():
    edition = new_edition(questions=({"kind": "choice", "label": "Branda", "choices": "A\nB"},))
    changed = draft(edition.source, **REASONS).as_object()
    changed.questions = []
    changed.save_revision().publish()
    with override("en"):
        words = details_of(RecordEntry.objects.get(edition=edition.key), with_points=False)
    assert words.startswith("questions: removed: Branda (kind of answer: Choice, ")
    assert "choices: A / B" in words


def test_what_is_published_before_entries_open_is_no_decision():
    edition = new_edition("announced")
    draft(edition.source, "criteria", 0, {"name": "Naujovė"}).publish()
    assert not RecordEntry.objects.exists()


@pytest.mark.parametrize("above", [False, True])
def test_an_edition_with_entries_is_not_deleted_by_any_way(above):
    edition = new_edition()
    EntryFactory(edition=edition)
    page = edition.source.get_parent() if above else edition.source
    refused = pytest.raises(ValidationError, match="yra pateiktų ar pradėtų paraiškų")
    with refused, transaction.atomic():
        page.delete()
    assert Page.objects.filter(pk=edition.source.pk).exists()


def test_nor_with_a_token(client):
    edition = new_edition()
    EntryFactory(edition=edition)
    token = APIToken.create_token(user=UserFactory(), name="tests")[1]
    with transaction.atomic():
        response = client.delete(
            f"/api/v3/pages/{edition.source.pk}/", HTTP_AUTHORIZATION=f"Bearer {token}"
        )
    assert response.status_code == 422
    assert CompetitionPage.objects.filter(pk=edition.source.pk).exists()
