"""Where an editor copies a preview link, and who gets one."""

import datetime

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from django.utils import timezone

from home.tests.factories import ContentPageFactory
from industry4.delivery import preview_links
from industry4.delivery.wagtail_hooks import preview_link_button
from industry4.testing.editors import EditorFactory, edit_form, send_form, sign_in
from industry4.testing.factories import translated
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    return sign_in(client)


def view(client, page):
    return client.get(reverse("preview_link", args=[page.pk]))


def parsed(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def test_the_menu_of_the_page_editor_leads_to_the_link(editor):
    page = ContentPageFactory()
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert f'href="/admin/preview-link/{page.pk}/"' in html


def test_the_list_of_pages_leads_to_the_link_of_a_translation(editor):
    english = translated(ArticleFactory())
    html = editor.get(reverse("wagtailadmin_explore", args=[english.get_parent().pk]))
    assert f'href="/admin/preview-link/{english.pk}/"' in html.content.decode()


def test_an_editor_is_shown_a_link_that_works(editor):
    page = ContentPageFactory(title="Vakar")
    send_form(editor, page, {**edit_form(editor, page), "title": "Rytoj"})
    soup = parsed(view(editor, page))
    link = soup.find("input", id="preview-link")["value"]
    assert soup.find("a", href=link).text == "Open the preview"
    assert preview_links.page_of(link.partition("?token=")[2]).title == "Rytoj"
    assert soup.find("h2", string="Rytoj")


def test_an_editor_reads_where_the_link_leads_what_it_shows_and_until_when(editor, settings):
    english = translated(ArticleFactory())
    text = " ".join(parsed(view(editor, english)).dl.text.split())
    assert "This site’s API" in text
    assert "Language English. Texts that are not translated yet appear in" in text
    end = timezone.localtime(timezone.now() + datetime.timedelta(hours=settings.PREVIEW_LINK_HOURS))
    assert f"{end.day} {end:%B} {end.year}" in text
    settings.PREVIEW_APP_URL = "https://app.example:8443/{token}"
    assert "app.example:8443" in parsed(view(editor, english)).dl.text


def test_it_is_said_in_the_language_of_the_editor(client):
    page = ContentPageFactory()
    text = parsed(view(sign_in(client, language="lt"), page)).dl.text
    assert "Galioja iki" in text
    assert " d., " in text
    assert "originalo" not in text  # it is one


def test_who_may_not_edit_the_page_gets_neither_link_nor_button(client):
    page = ContentPageFactory()
    readers = Group.objects.create(name="Readers")
    readers.permissions.add(Permission.objects.get(codename="access_admin"))
    reader = EditorFactory(group="Readers")
    response = view(sign_in(client, reader), page)
    assert response.status_code == 302
    assert response.url == reverse("wagtailadmin_home")
    assert list(preview_link_button(page, reader)) == []


def test_who_may_write_without_publishing_gets_a_link(client):
    assert view(sign_in(client, EditorFactory()), ContentPageFactory()).status_code == 200


def test_who_is_not_signed_in_is_asked_to(client):
    response = view(client, ContentPageFactory())
    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailadmin_login"))


def test_an_unknown_page_is_not_found(editor):
    assert editor.get(reverse("preview_link", args=[99999])).status_code == 404


def test_a_link_is_only_read(editor):
    page = ContentPageFactory()
    assert editor.post(reverse("preview_link", args=[page.pk])).status_code == 405
