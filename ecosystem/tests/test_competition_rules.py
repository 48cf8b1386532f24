"""The rules of an edition freeze when entries open: others need a reason, which readers see."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail import hooks
from wagtail.models import APIToken, Locale
from wagtail_localize.models import StringTranslation, TranslationSource

from ecosystem.models import (
    CompetitionAct,
    CompetitionPage,
    Criterion,
    EligibilityQuestion,
    EntryQuestion,
    RulesChange,
)
from ecosystem.tests.factories import CompetitionFactory
from industry4.testing.editors import UserFactory, edit_form, messages_of, send_form, sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db

DAY = datetime.timedelta(days=1)
REASONS = {"change_reason_lt": "Rašybos klaida.", "change_reason_en": "A spelling mistake."}


@pytest.fixture
def editor(client):
    return sign_in(client)


def edition(opened=1, **fields):
    """A published edition whose entries opened so many days ago."""
    locale = Locale.get_default()
    return CompetitionFactory(
        **{"entries_open": timezone.now() - opened * DAY, **fields},
        criteria=[
            Criterion(locale=locale, name="Naujumas", weight=60, sort_order=0),
            Criterion(locale=locale, name="Nauda", weight=40, sort_order=1),
        ],
        eligibility=[EligibilityQuestion(locale=locale, text="Veikiame regione.")],
        questions=[
            EntryQuestion(locale=locale, label="Kas nauja?", kind="long", sort_order=0),
            EntryQuestion(
                locale=locale,
                label="Branda",
                kind="choice",
                choices="Bandymas\nGaminys",
                sort_order=1,
            ),
        ],
    )


def draft(page, relation="", number=0, fields=None, **changes):
    """A draft of the page with these values, and others of one of its rows."""
    page = CompetitionPage.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    if relation:
        rows = list(getattr(page, relation).all())
        for name, value in (fields or {}).items():
            setattr(rows[number], name, value)
        setattr(page, relation, rows)
    return page.save_revision()


def public(page):
    return CompetitionPage.objects.get(pk=page.pk)


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


# Whichever way it is published


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


# Normalisation


def judged(opened):
    """An edition whose jury began so many days ago."""
    return edition(opened=30, jury_from=timezone.localdate() - opened * DAY)


def test_the_normalisation_is_chosen_before_judging_opens():
    page = judged(-1)
    draft(page, normalisation="z_score").publish()
    assert public(page).normalisation == "z_score"


def test_the_normalisation_does_not_change_while_the_jury_works():
    page = judged(1)
    with pytest.raises(ValidationError, match="nebekeičiamas"):
        draft(page, normalisation="z_score", **REASONS).publish()
    assert public(page).normalisation == "none"


def test_the_normalisation_does_not_change_once_scores_are_given_before_the_day():
    page = judged(-1)
    revision = draft(page, normalisation="z_score")
    opened = hooks.register_temporarily(
        "judging_has_opened", lambda key: key == page.translation_key
    )
    with opened, pytest.raises(ValidationError, match="nebekeičiamas"):
        revision.publish()
