"""Frozen rules stay, whichever way a page is published, and whatever the language."""

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import APIToken
from wagtail_localize.models import StringTranslation, TranslationSource

from ecosystem.models import RulesChange
from ecosystem.tests.rules import DAY, REASONS, draft, edition, public
from industry4.testing.editors import UserFactory, edit_form, messages_of, send_form, sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    return sign_in(client)


def changed_form(editor, page):
    """The form of a page with another name of its first criterion."""
    return {**edit_form(editor, page), "criteria-0-name": "Naujovė"}


def test_the_editor_is_told_and_the_changes_stay_a_draft(editor):
    page = edition()
    send_form(editor, page, changed_form(editor, page), "action-publish")
    shown = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    [told] = messages_of(shown)
    assert told.startswith("Saved as a draft, and not published.")
    assert "criteria" in told
    assert "Naujovė" in shown.content.decode()
    assert public(page).criteria.all()[0].name == "Naujumas"


def test_the_editor_publishes_with_a_reason(editor):
    page = edition()
    send_form(editor, page, {**changed_form(editor, page), **REASONS}, "action-publish")
    assert public(page).criteria.all()[0].name == "Naujovė"
    assert RulesChange.objects.get().by.username == editor_name(editor)


def editor_name(client):
    return UserFactory._meta.model.objects.get(pk=client.session["_auth_user_id"]).username


def test_a_draft_without_a_reason_is_saved(editor):
    page = edition()
    send_form(editor, page, changed_form(editor, page))
    assert public(page).get_latest_revision_as_object().criteria.all()[0].name == "Naujovė"


def test_publishing_the_page_as_it_is_needs_no_reason(editor):
    page = edition()
    for _time in range(2):
        send_form(editor, page, edit_form(editor, page), "action-publish")
        assert "Saved as a draft" not in " ".join(messages_of(editor.get("/admin/")))
    assert not RulesChange.objects.exists()


@pytest.mark.parametrize("opened, shown", [(1, True), (-1, False)])
def test_the_reason_is_asked_for_while_it_is_needed(editor, opened, shown):
    page = edition(opened=opened)
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert ("change_reason_lt" in html) is shown


@pytest.mark.parametrize("when", ["entries_open", "go_live_at"])
def test_it_is_asked_for_too_where_the_draft_opens_or_goes_live_later(editor, when):
    page = edition(opened=-1 if when == "go_live_at" else 1)
    draft(page, "criteria", 0, {"scale": 5}, **{when: timezone.now() + 2 * DAY})
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "change_reason_lt" in html


def test_it_is_not_asked_for_before_anything_is_public(editor):
    page = edition(published=False)
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "change_reason_lt" not in html


def test_publishing_several_pages_at_once_is_refused_as_a_whole(editor):
    page = edition()
    draft(page, "criteria", 0, {"scale": 5})
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = editor.post(f"{address}?id={page.pk}&next=/admin/", follow=True)
    assert "criteria" in messages_of(response)[0]
    assert public(page).criteria.all()[0].scale == 10


def test_a_token_is_refused(client):
    page = edition()
    draft(page, "criteria", 0, {"scale": 5})
    token = APIToken.create_token(user=UserFactory(), name="tests")[1]
    response = client.post(
        f"/api/v3/pages/{page.pk}/actions/publish/", HTTP_AUTHORIZATION=f"Bearer {token}"
    )
    assert response.status_code == 422
    assert "tik nurodžius priežastį" in response.content.decode()
    assert public(page).criteria.all()[0].scale == 10


def test_what_was_scheduled_without_a_reason_waits(caplog):
    page = edition()
    revision = draft(page, "criteria", 0, {"scale": 5}, go_live_at=timezone.now() - DAY / 3)
    revision.approved_go_live_at = timezone.now() - DAY / 3
    revision.save()
    call_command("publish_scheduled")
    assert "Not published as scheduled" in caplog.text
    assert public(page).criteria.all()[0].scale == 10


def test_what_is_scheduled_for_after_the_opening_needs_its_reason_now():
    page = edition(opened=-1)
    with pytest.raises(ValidationError):
        draft(page, "criteria", 0, {"scale": 5}, go_live_at=timezone.now() + 2 * DAY).publish()


# Translations


def test_a_translation_needs_no_reason_of_its_own():
    page = edition()
    translated(page)
    draft(page, "criteria", 0, {"scale": 5, "name": "Naujovė"}, **REASONS).publish()
    english = translated(page)
    assert [(row.name, row.scale) for row in english.criteria.all()] == [
        ("EN Naujovė", 5),
        ("EN Nauda", 10),
    ]
    assert RulesChange.objects.count() == 1


def test_a_translation_says_the_same_rules_in_better_words():
    page = edition()
    translated(page)
    path = f"criteria.{page.criteria.all()[0].translation_key}.name"
    english = translated(page, **{path: "Novelty"})
    assert english.criteria.all()[0].name == "Novelty"
    assert not RulesChange.objects.exists()


def test_a_translation_brings_no_rules_that_are_not_public_in_the_source():
    page = edition()
    english = translated(page)
    page.unpublish()
    changed = public(page)
    criteria = list(changed.criteria.all())
    criteria[0].scale = 5
    changed.criteria = criteria
    changed.save()
    TranslationSource.objects.get_for_instance(page).update_from_db()
    with pytest.raises(ValidationError, match="pirmiausia publikuojamos lietuviškai"):
        english.save_revision().publish()


def test_a_page_without_a_source_cannot_change_the_rules_either():
    page = edition()
    english = translated(page)
    TranslationSource.objects.get_for_instance(page).translations.update(enabled=False)
    with pytest.raises(ValidationError, match="pirmiausia publikuojamos lietuviškai"):
        draft(english, "criteria", 0, {"scale": 5}).publish()
    draft(english, "criteria", 0, {"name": "Innovation"}).publish()
    assert public(english).criteria.all()[0].name == "Innovation"


def test_every_choice_is_translated_on_a_line_of_its_own():
    page = edition()
    english = translated(page)
    choices = StringTranslation.objects.get(context__path__endswith=".choices")
    choices.data = "Trial, product"
    choices.save()
    with pytest.raises(ValidationError, match="Pasirinkimų turi būti tiek"):
        english.save_revision().publish()
