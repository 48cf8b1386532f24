"""Editions that companies have entered stay, whatever an editor deletes."""

import pytest
from django.urls import reverse

from ecosystem.models import CompetitionPage
from industry4.competition.tests.factories import EntryFactory, new_edition
from industry4.testing.editors import messages_of, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    return sign_in(client)


def delete(editor, page):
    return editor.post(reverse("wagtailadmin_pages:delete", args=[page.pk]), follow=True)


def delete_in_bulk(editor, page):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])
    return editor.post(f"{address}?id={page.pk}&next=/admin/", follow=True)


@pytest.mark.parametrize("act", [delete, delete_in_bulk])
@pytest.mark.parametrize("which", ["source", "translation", "above"])
def test_an_edition_with_entries_is_not_deleted_and_the_editor_is_told_why(editor, act, which):
    edition = new_edition(english=True, title="Rinkimai")
    EntryFactory(edition=edition, state="unconfirmed")
    page = {
        "source": edition.source,
        "translation": edition.page("en"),
        "above": edition.source.get_parent(),
    }[which]
    [told] = messages_of(act(editor, page))
    assert told.startswith("Not deleted: there are entries in")
    assert "Rinkimai" in told
    assert CompetitionPage.objects.filter(translation_key=edition.key).count() == 2


@pytest.mark.parametrize("act", [delete, delete_in_bulk])
def test_an_edition_without_entries_is_deleted(editor, act):
    edition = new_edition()
    EntryFactory(edition=new_edition())
    act(editor, edition.source)
    assert not CompetitionPage.objects.filter(translation_key=edition.key).exists()


def test_who_wants_to_delete_is_told_before_being_asked(editor):
    edition = new_edition()
    EntryFactory(edition=edition)
    response = editor.get(reverse("wagtailadmin_pages:delete", args=[edition.source.pk]))
    assert response.url == reverse("wagtailadmin_pages:edit", args=[edition.source.pk])
