"""The two acts of an edition: who may record them, when, and once."""

import datetime

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page

from ecosystem.models import CompetitionAct, CompetitionPage, CompetitionResult
from ecosystem.tests.factories import CategoryFactory, CompetitionFactory, MemberFactory
from industry4.testing.editors import EditorFactory, messages_of, sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db

DECIDED, PUBLISHED = CompetitionAct.Kind.DECIDED, CompetitionAct.Kind.PUBLISHED


@pytest.fixture
def editor(client):
    return sign_in(client)


def at_stage(stage):
    """An edition at a stage that its dates give it."""
    now, today, day = timezone.now(), timezone.localdate(), datetime.timedelta(days=1)
    dates = {
        "announced": {"entries_open": now + 9 * day},
        "open": {"entries_open": now - day, "entries_close": now + 9 * day},
        "closed": {"entries_close": now - day, "jury_from": today + 9 * day},
        "judging": {"jury_from": today - day, "jury_to": today + 9 * day},
        "judged": {"jury_to": today - day},
    }
    edition = CompetitionFactory(**dates[stage])
    assert edition.stage == stage
    return edition


def with_result(edition):
    edition.results = [
        CompetitionResult(locale=edition.locale, member=MemberFactory(), category=CategoryFactory())
    ]
    edition.save_revision().publish()
    return edition


def record(client, edition, kind):
    """Answer “Yes, record it”; return what the admin says then."""
    address = reverse("competition_act", args=[edition.pk, kind])
    return " ".join(messages_of(client.post(address, follow=True)))


def recorded(edition):
    acts = CompetitionAct.objects.filter(edition=edition.translation_key).order_by("at")
    return [act.kind for act in acts]


@pytest.mark.parametrize("stage", ["judging", "judged"])
def test_the_decision_is_recorded_once_the_jury_is_at_work(editor, stage):
    edition = at_stage(stage)
    assert "Recorded." in record(editor, edition, DECIDED)
    act = CompetitionAct.objects.get(edition=edition.translation_key)
    assert act.kind == DECIDED
    assert str(act.by_id) == editor.session["_auth_user_id"]
    assert timezone.now() - act.at < datetime.timedelta(minutes=1)


@pytest.mark.parametrize("stage", ["announced", "open", "closed"])
@pytest.mark.parametrize("kind", [DECIDED, PUBLISHED])
def test_nothing_is_recorded_before_the_jury_is_at_work(editor, stage, kind):
    edition = at_stage(stage)
    assert "not at the stage" in record(editor, edition, kind)
    assert recorded(edition) == []


def test_results_are_published_after_the_decision_and_not_before(editor):
    edition = with_result(at_stage("judged"))
    assert "not at the stage" in record(editor, edition, PUBLISHED)
    record(editor, edition, DECIDED)
    assert "Recorded." in record(editor, edition, PUBLISHED)
    assert recorded(edition) == [DECIDED, PUBLISHED]


def test_there_is_nothing_to_publish_without_results(editor):
    edition = at_stage("judged")
    record(editor, edition, DECIDED)
    assert "not at the stage" in record(editor, edition, PUBLISHED)
    assert recorded(edition) == [DECIDED]


def test_an_act_is_recorded_once(editor):
    edition = at_stage("judged")
    record(editor, edition, DECIDED)
    assert "not at the stage" in record(editor, edition, DECIDED)
    assert recorded(edition) == [DECIDED]


def test_an_act_holds_for_both_languages(editor):
    edition = at_stage("judged")
    english = translated(edition)
    record(editor, english, DECIDED)
    for page in (edition, english):
        assert CompetitionPage.objects.get(pk=page.pk).stage == "decided"


def test_an_act_that_does_not_exist_is_not_recorded(editor):
    edition = at_stage("judged")
    assert "not at the stage" in record(editor, edition, "nonsense")
    assert recorded(edition) == []


def test_an_edition_that_does_not_exist_is_not_found(editor):
    assert editor.get(reverse("competition_act", args=[999999, DECIDED])).status_code == 404


def test_the_question_is_asked_before_anything_is_recorded(editor):
    edition = at_stage("judged")
    page = editor.get(reverse("competition_act", args=[edition.pk, DECIDED])).content.decode()
    assert "This cannot be undone." in page
    assert recorded(edition) == []


def may(user, permission):
    """Give the user a permission on all pages."""
    GroupPagePermission.objects.get_or_create(
        group=user.groups.get(),
        page=Page.get_first_root_node(),
        permission=Permission.objects.get(
            codename=f"{permission}_page", content_type__app_label="wagtailcore"
        ),
    )
    return user


@pytest.mark.parametrize("permission, allowed", [("change", False), ("publish", True)])
def test_whoever_may_publish_the_page_may_record(client, permission, allowed):
    edition = at_stage("judged")
    sign_in(client, may(EditorFactory(), permission))
    button = reverse("competition_act", args=[edition.pk, DECIDED])
    page = client.get(reverse("wagtailadmin_pages:edit", args=[edition.pk])).content.decode()
    assert (button in page) is allowed
    record(client, edition, DECIDED)
    assert recorded(edition) == ([DECIDED] if allowed else [])


def test_a_visitor_is_asked_to_sign_in(client):
    edition = at_stage("judged")
    address = reverse("competition_act", args=[edition.pk, DECIDED])
    assert client.post(address).url.startswith("/admin/login/")
    assert recorded(edition) == []


def test_the_editor_finds_the_act_that_is_due_in_the_menu_of_the_page(editor):
    edition = with_result(at_stage("judged"))
    address = reverse("wagtailadmin_pages:edit", args=[edition.pk])
    assert "Record the decision" in editor.get(address).content.decode()
    record(editor, edition, DECIDED)
    assert "Publish the results" in editor.get(address).content.decode()
    record(editor, edition, PUBLISHED)
    page = editor.get(address).content.decode()
    assert "Publish the results" not in page
    assert "Record the decision" not in page
