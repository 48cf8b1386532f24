"""The page of components, which visitors never see."""

import pytest
from bs4 import BeautifulSoup
from django.conf import settings

from industry4.gallery.documentation import components

pytestmark = pytest.mark.django_db

in_development = pytest.mark.urls("industry4.gallery.tests.urls")


@pytest.mark.parametrize("address", ["/components/", "/en/components/"])
def test_it_exists_in_development_only(client, address):
    assert settings.DEBUG is False  # as in production: see core's test of its settings
    assert client.get(address).status_code == 404


@in_development
@pytest.mark.parametrize(
    "address, language, heading",
    [("/components/", "lt", "Komponentai"), ("/en/components/", "en", "Components")],
)
def test_it_shows_all_components_in_the_language_of_its_address(client, address, language, heading):
    page = BeautifulSoup(client.get(address).content, "html.parser")
    assert page.html["lang"] == language
    assert page.h1.text == heading
    for component in components():
        section = page.find("section", {"aria-labelledby": f"component-{component.name}"})
        assert component.description in section.text
        assert page.find("a", href=f"#component-{component.name}")


@in_development
def test_where_the_database_has_nothing_to_show_it_says_so(client):
    page = BeautifulSoup(client.get("/en/components/").content, "html.parser")
    section = page.find("section", {"aria-labelledby": "component-picture"})
    assert "The database has nothing that this component could show." in section.text


@in_development
def test_no_search_engine_and_no_inline_style(client):
    page = BeautifulSoup(client.get("/components/").content, "html.parser")
    assert page.find("meta", {"name": "robots"})["content"] == "noindex"
    assert not page.find_all(style=True)
