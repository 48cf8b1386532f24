"""What protects visitors and editors: headers, cookies, passwords."""

import pytest
from django.urls import reverse

from home.tests.factories import ContentPageFactory
from industry4.settings import security
from industry4.testing.editors import sign_in
from industry4.testing.factories import DocumentFactory

pytestmark = pytest.mark.django_db


def policy(response):
    """The directives of a page's content security policy."""
    parts = (part.split() for part in response["Content-Security-Policy"].split(";"))
    return {name: sources for name, *sources in parts}


SITE = ["/", "/en/", "/paieska/", "/nera/", "/sitemap.xml", "/api/v2/pages/"]


@pytest.mark.parametrize("address", SITE)
def test_the_site_runs_nothing_inline_and_nothing_from_elsewhere(client, address):
    directives = policy(client.get(address))
    assert directives["default-src"] == ["'none'"]
    assert directives["script-src"] == directives["style-src"] == ["'self'"]
    assert directives["object-src"] == ["'none'"]
    assert directives["base-uri"] == directives["form-action"] == ["'self'"]
    assert "unsafe" not in str(directives)


def test_the_site_has_no_inline_script_or_style_to_run(client):
    html = client.get(ContentPageFactory().url).content.decode()
    assert "<style" not in html
    assert " style=" not in html
    assert " onclick=" not in html
    data = html.count('<script type="application/ld+json">')  # read by nobody but machines
    assert html.count("<script") == html.count('<script type="module" src=') + data


@pytest.mark.parametrize("address", ["/admin/login/", "/admin/"])
def test_the_admin_has_a_policy_of_its_own(client, address):
    directives = policy(sign_in(client).get(address, follow=True))
    assert directives["script-src"] == ["'self'", "'unsafe-inline'"]
    assert "unsafe-eval" not in str(directives)


@pytest.mark.parametrize("address", [*SITE, "/admin/login/"])
def test_every_answer_carries_the_headers_that_protect_its_reader(client, address):
    response = client.get(address)
    assert response["Referrer-Policy"] == "strict-origin-when-cross-origin"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert response["Cross-Origin-Opener-Policy"] == "same-origin"
    for feature in ("camera", "geolocation", "microphone"):
        assert f"{feature}=()" in response["Permissions-Policy"]


def test_passwords_are_kept_by_argon2():
    assert security.PASSWORD_HASHERS[0].endswith("Argon2PasswordHasher")


@pytest.mark.parametrize("password", ["1234567890", "trumpas", "password123", "redaktore"])
def test_a_password_that_is_easily_guessed_is_refused(client, password):
    editor = sign_in(client)
    response = editor.post(
        reverse("wagtailusers_users:add"),
        {
            "username": "redaktore",
            "email": "r@example.com",
            "first_name": "Vardenė",
            "last_name": "Pavardenė",
            "password1": password,
            "password2": password,
        },
    )
    assert list(response.context["form"].errors) == ["password2"]


def test_a_document_is_offered_for_download_and_cannot_run_as_a_page(client):
    document = DocumentFactory()
    response = client.get(document.url)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_nobody_enters_the_admin_without_signing_in(client):
    for name in ("wagtailadmin_home", "contact_messages:index", "wagtailusers_users:index"):
        response = client.get(reverse(name))
        assert response.status_code == 302
        assert response.url.startswith("/admin/login/")
