"""What a visitor gets where there is no page."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.urls import reverse
from wagtail.models import PageViewRestriction

from home.tests.factories import ContentPageFactory
from industry4.testing.editors import sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


def missing(client, address):
    response = client.get(address)
    assert response.status_code == 404
    return BeautifulSoup(response.content, "html.parser")


def offer(page):
    """The link to the page in another language, if one is offered."""
    link = page.select_one(".notice a")
    return link and (link["href"], link["hreflang"], link.text)


@pytest.mark.parametrize(
    "address, language, words",
    [
        ("/nera/", "lt", "Puslapis nerastas"),
        ("/nera/niekur/", "lt", "Puslapis nerastas"),
        ("/en/nothing/", "en", "Page not found"),
        ("/en/paieska/", "en", "Page not found"),
    ],
)
def test_a_missing_page_is_told_in_the_language_of_its_address(client, address, language, words):
    page = missing(client, address)
    assert page.html["lang"] == language
    assert page.h1.text.strip() == words
    assert offer(page) is None
    assert page.select_one('form[role="search"], search form, form[action]')


def test_an_address_with_the_slug_of_the_other_language_offers_the_page(client):
    page = ContentPageFactory(title="Apie mus", slug="apie-mus")
    english = translated(page, title="About us", slug="about-us")
    offered = offer(missing(client, "/en/apie-mus/"))
    assert offered == (english.url, "en", "About us")
    assert offer(missing(client, "/about-us/")) == (page.url, "lt", "Apie mus")


def test_the_address_of_a_page_that_is_only_in_the_other_language_offers_it(client):
    page = ContentPageFactory(title="Tik lietuviškai", slug="tik-lietuviskai")
    offered = offer(missing(client, "/en/tik-lietuviskai/"))
    assert offered == (page.url, "lt", "Tik lietuviškai")


def test_a_withdrawn_translation_offers_its_source(client):
    page = ContentPageFactory(title="Apie mus")
    english = translated(page)
    english.unpublish()
    assert offer(missing(client, english.url)) == (page.url, "lt", "Apie mus")


def test_a_withdrawn_source_offers_its_translation(client):
    page = ContentPageFactory(title="Apie mus")
    english = translated(page, title="About us")
    page.unpublish()
    assert offer(missing(client, page.url)) == (english.url, "en", "About us")


def test_nothing_is_offered_that_is_not_public(client):
    page = ContentPageFactory(title="Slaptas", slug="slaptas")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert offer(missing(client, "/en/slaptas/")) is None


@pytest.mark.parametrize(
    "address",
    ["/%00/", "/en/%00/", f"/{'a' * 5000}/", f"/en/{'a/' * 2500}", "/%F0%9F%A4%96/", "/%FF/"],
    ids=["nul", "english nul", "long", "deep", "robot", "not unicode"],
)
def test_an_address_that_can_be_none_is_not_found(client, address):
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["/documents/999/x.pdf", "/admin/pages/999999/edit/"])
def test_what_was_deleted_is_not_found(client, address):
    assert client.get(address).status_code in (302, 404)


@pytest.mark.parametrize("address", ["/admin/account", "/admin/nothing", "/admin"])
@pytest.mark.parametrize("signed_in", [True, False])
def test_an_address_of_the_admin_without_its_last_slash_is_led_to_the_one_with_it(
    client, address, signed_in
):
    if signed_in:
        sign_in(client)
    assert client.get(address).headers["Location"] == f"{address}/"


def test_a_private_page_asks_to_sign_in(client):
    page = ContentPageFactory(title="Slaptas")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(page.url)
    assert response.status_code == 302
    assert response.url.startswith(reverse("wagtailcore_login"))
    assert client.get(response.url).status_code == 200


def test_a_page_behind_a_password_asks_for_it(client):
    page = ContentPageFactory(title="Slaptas")
    PageViewRestriction.objects.create(
        page=page, restriction_type=PageViewRestriction.PASSWORD, password="robotas"
    )
    response = client.get(page.url)
    assert "Slaptas" not in response.content.decode()
    form = BeautifulSoup(response.content, "html.parser").form
    sent = {"password": "robotas", "return_url": page.url}
    assert client.post(form["action"], sent).url == page.url
    assert "Slaptas" in client.get(page.url).content.decode()


def test_an_error_of_ours_is_a_page_too(client, monkeypatch):
    page = ContentPageFactory()
    monkeypatch.setattr(
        "home.models.ContentPage.get_context", lambda self, request: int("not a number")
    )
    client.raise_request_exception = False
    response = client.get(page.url)
    assert response.status_code == 500
    assert "<html" in response.content.decode()


@pytest.mark.parametrize("address", ["/", "/admin/login/"])
def test_a_form_without_its_cookie_is_refused_in_words(address):
    answer = Client(enforce_csrf_checks=True).post(address, {"username": "x"})
    assert answer.status_code == 403
    assert "Formos išsiųsti nepavyko" in answer.content.decode()
