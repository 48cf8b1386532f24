"""What follows when a page is published: its rows stay the same rows."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html

from ecosystem.models import Criterion
from ecosystem.tests.factories import CompetitionFactory
from industry4.testing.editors import edit_form, send_form, sign_in

pytestmark = pytest.mark.django_db


def added(client, edition, name):
    """The criterion that an editor adds to an edition and publishes."""
    data = {
        **edit_form(client, edition),
        "criteria-TOTAL_FORMS": "1",
        "criteria-0-id": "",
        "criteria-0-name": name,
        "criteria-0-weight": "100",
        "criteria-0-scale": "10",
        "criteria-0-ORDER": "1",
    }
    send_form(client, edition, data, "action-publish")
    return Criterion.objects.get(edition=edition)


def older_form(client, edition, revision):
    """The form of an edition when an editor opens an older version of it."""
    address = reverse("wagtailadmin_pages:revisions_revert", args=[edition.pk, revision.pk])
    html = client.get(address).content.decode()
    return querydict_from_html(html, form_id="page-edit-form").dict()


def test_a_row_is_the_same_whenever_its_page_is_published(client):
    edition = CompetitionFactory()
    row = added(sign_in(client), edition, "Nauda")
    older = edition.revisions.latest("created_at")
    for form, name in (
        (edit_form(client, edition), "Didelė nauda"),
        (older_form(client, edition, older), "Nauda"),
    ):
        send_form(client, edition, {**form, "criteria-0-name": name}, "action-publish")
        found = Criterion.objects.get(edition=edition)
        assert (found.pk, found.translation_key, found.name) == (row.pk, row.translation_key, name)
