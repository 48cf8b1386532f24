"""The admin in the language that its reader chose."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils.translation import gettext, override

from industry4.testing.editors import UserFactory, edit_form, send_form, sign_in
from industry4.testing.factories import home_page
from news.tests.factories import EventFactory

pytestmark = pytest.mark.django_db

LANGUAGES = pytest.mark.parametrize("language, other", [("lt", "en"), ("en", "lt")])


def said(text, language):
    """A text of the code as the catalogue of a language has it."""
    with override(language):
        return gettext(text)


def shown(response):
    return " ".join(BeautifulSoup(response.content, "html.parser").get_text(" ").lower().split())


def address_of(what):
    event = EventFactory()
    return {
        "event": lambda: reverse("wagtailadmin_pages:edit", args=[event.pk]),
        "page types": lambda: reverse("wagtailadmin_pages:add_subpage", args=[home_page().pk]),
        "messages": lambda: reverse("contact_messages:index"),
        "explorer": lambda: reverse("wagtailadmin_explore", args=[event.get_parent().pk]),
    }[what]()


@LANGUAGES
@pytest.mark.parametrize(
    "what, texts",
    [
        (
            "event",
            ["registration until", "0 for a free event; empty where the price is not known."],
        ),
        ("page types", ["strategy document list"]),
        ("messages", ["Messages"]),
        ("explorer", ["up to date", "missing"]),
    ],
)
def test_the_admin_says_what_is_ours_in_the_language_of_its_reader(
    client, language, other, what, texts
):
    response = sign_in(client, language=language).get(address_of(what))
    assert f'<html lang="{language}"' in response.content.decode()
    for text in texts:
        assert said(text, language).lower() in shown(response)
        assert said(text, other).lower() not in shown(response)


@LANGUAGES
def test_what_is_refused_is_refused_in_the_language_of_the_reader(client, language, other):
    event = EventFactory()
    editor = sign_in(client, language=language)
    data = {**edit_form(editor, event), "ends_at": "2000-01-01 10:00"}
    answer = shown(send_form(editor, event, data))
    text = "The end cannot be before the start."
    assert said(text, language).lower() in answer
    assert said(text, other).lower() not in answer


def test_two_languages_can_be_chosen(client):
    html = sign_in(client).get(reverse("wagtailadmin_account")).content
    choice = BeautifulSoup(html, "html.parser").find(id="id_locale-preferred_language")
    assert {option["value"] for option in choice.find_all("option")} == {"", "lt", "en"}


def test_the_page_to_sign_in_is_lithuanian(client):
    assert '<html lang="lt"' in client.get("/admin/login/").content.decode()


def test_signing_in_leads_to_the_admin(client):
    user = UserFactory()
    user.set_password("slaptas-zodis-4")
    user.save()
    sent = {"username": user.username, "password": "slaptas-zodis-4"}
    assert client.post("/admin/login/?next=/admin/", sent).url == "/admin/"
    assert client.get("/admin/").status_code == 200


def test_a_wrong_password_is_told(client):
    response = client.post("/admin/login/", {"username": "niekas", "password": "x"})
    assert response.status_code == 200
    assert response.context["form"].errors
