"""The rules of an edition freeze when entries open: others need a reason, which readers see."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ecosystem.models import CompetitionAct, RulesChange
from ecosystem.tests.rules import DAY, REASONS, draft, edition, public
from industry4.testing.editors import UserFactory
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db

CHANGES = [
    ("criteria", 0, {"name": "Naujovė"}),
    ("criteria", 0, {"description": "Ar nauja."}),
    ("criteria", 0, {"scale": 5}),
    ("eligibility", 0, {"text": "Veikiame Lietuvoje."}),
    ("eligibility", 0, {"help_text": "Arba filialas."}),
    ("questions", 0, {"label": "Kas naujo?"}),
    ("questions", 0, {"help_text": "Trumpai."}),
    ("questions", 0, {"kind": "short"}),
    ("questions", 0, {"is_required": True}),
    ("questions", 0, {"longest": 500}),
    ("questions", 1, {"choices": "Bandymas\nGaminys\nPaslauga"}),
]


@pytest.mark.parametrize("relation, number, fields", CHANGES)
def test_once_entries_are_open_no_rule_changes_without_a_reason(relation, number, fields):
    page = edition()
    with pytest.raises(ValidationError, match="tik nurodžius priežastį"):
        draft(page, relation, number, fields).publish()
    [name] = fields
    assert getattr(getattr(public(page), relation).all()[number], name) != fields[name]


@pytest.mark.parametrize("relation, number, fields", CHANGES)
def test_before_that_every_rule_changes_freely(relation, number, fields):
    page = edition(opened=-1)
    draft(page, relation, number, fields).publish()
    [name] = fields
    assert getattr(getattr(public(page), relation).all()[number], name) == fields[name]
    assert not RulesChange.objects.exists()


@pytest.mark.parametrize("relation", ["criteria", "eligibility", "questions"])
@pytest.mark.parametrize("act", ["added", "removed"])
def test_a_row_that_is_added_or_removed_is_a_change(relation, act):
    page = edition()
    changed = public(page)
    rows = list(getattr(changed, relation).all())
    if act == "removed":
        kept = []
    else:
        row = type(rows[0])(locale=page.locale)
        row.weight = 0
        kept = [*rows, row]
    setattr(changed, relation, kept)
    with pytest.raises(ValidationError, match="tik nurodžius priežastį"):
        changed.save_revision(clean=False).publish()


def test_what_is_no_rule_is_published_as_ever():
    page = edition()
    draft(page, "criteria", 0, {"guidance": "1 – silpna."}, rules="<p>Kitaip.</p>").publish()
    assert public(page).rules == "<p>Kitaip.</p>"
    assert public(page).criteria.all()[0].guidance == "1 – silpna."


def test_another_order_or_lines_that_nobody_sees_are_no_change():
    page = edition()
    changed = public(page)
    first, second = changed.criteria.all()
    first.sort_order, second.sort_order = 1, 0
    changed.criteria = [first, second]
    questions = list(changed.questions.all())
    questions[1].choices = "Bandymas \r\n\r\nGaminys\r\n"
    changed.questions = questions
    changed.save_revision().publish()
    assert [row.name for row in public(page).criteria.all()] == ["Nauda", "Naujumas"]


@pytest.mark.parametrize("missing", REASONS)
def test_the_reason_is_needed_in_both_languages(missing):
    page = edition()
    with pytest.raises(ValidationError, match="abiem kalbomis: kriterijai"):
        draft(page, "criteria", 0, {"name": "N"}, **{**REASONS, missing: ""}).publish()


def test_a_reason_is_kept_with_what_changed_and_who_did_it():
    page, user = edition(), UserFactory()
    revision = draft(page, "criteria", 0, {"scale": 5}, **REASONS)
    revision.user = user
    revision.save()
    revision.publish()
    change = RulesChange.objects.get(edition=page.translation_key)
    assert (change.by, change.reason_lt) == (user, "Rašybos klaida.")
    [row] = change.changes["criteria"]
    assert (row["before"]["scale"], row["after"]["scale"]) == (10, 5)
    assert row["key"] == str(page.criteria.all()[0].translation_key)


def test_a_reason_without_any_change_of_rules_is_none_and_does_not_wait_for_the_next_one():
    page = edition()
    draft(page, rules="<p>Kitaip.</p>", **REASONS).publish()
    assert not RulesChange.objects.exists()
    assert public(page).change_reason_lt == ""
    with pytest.raises(ValidationError, match="tik nurodžius priežastį"):
        draft(page, "criteria", 0, {"scale": 6}).publish()


def test_what_is_published_twice_at_once_changed_once():
    page = edition()
    first, second = (draft(page, "criteria", 0, {"scale": 5}, **REASONS) for _each in range(2))
    first.publish()
    second.publish()
    [change] = RulesChange.objects.all()
    assert list(change.changes) == ["criteria"]


def test_a_reason_serves_once():
    page = edition()
    draft(page, "criteria", 0, {"scale": 5}, **REASONS).publish()
    later = public(page).get_latest_revision_as_object()
    assert (later.change_reason_lt, later.change_reason_en) == ("", "")
    assert public(page).change_reason_lt == ""
    with pytest.raises(ValidationError, match="tik nurodžius priežastį"):
        draft(page, "criteria", 0, {"scale": 6}).publish()


def test_readers_see_why_and_what_changed_in_their_language(client):
    page = edition()
    english = translated(page)
    draft(page, "questions", 0, {"label": "Kas naujo?"}, **REASONS).publish()
    html = client.get(page.url).content.decode()
    assert "Rašybos klaida." in html
    assert "paraiškos formos klausimai" in html
    html = client.get(english.url).content.decode()
    assert "A spelling mistake." in html
    assert "questions of the entry form" in html


def test_moving_the_opening_does_not_thaw_the_rules():
    page = edition()
    with pytest.raises(ValidationError):
        draft(page, "criteria", 0, {"scale": 5}, entries_open=timezone.now() + DAY).publish()


def test_unpublishing_does_not_thaw_the_rules():
    page = edition()
    page.unpublish()
    changed = public(page)
    changed.entries_open = None
    criteria = list(changed.criteria.all())
    criteria[0].scale = 5
    changed.criteria = criteria
    changed.save()  # as the admin saves a page that is not public
    with pytest.raises(ValidationError, match="kriterijai"):
        changed.save_revision().publish()


def test_the_rules_stay_frozen_when_results_are_published():
    page = edition(opened=-1)
    CompetitionAct.objects.create(
        edition=page.translation_key, kind=CompetitionAct.Kind.PUBLISHED, at=timezone.now()
    )
    with pytest.raises(ValidationError):
        draft(page, "criteria", 0, {"scale": 5}).publish()


def test_a_copy_for_another_year_has_rules_of_its_own():
    page = edition()
    copy = page.copy(update_attrs={"slug": "kiti-metai"}, keep_live=False)
    draft(copy, "criteria", 0, {"scale": 5}).publish()
    assert public(copy).criteria.all()[0].scale == 5
