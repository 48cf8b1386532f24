"""Menus and the organisation: on every page, in its language, with links that lead somewhere."""

import pytest
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.models import Locale, Site

from home.tests.factories import ContentPageFactory
from industry4.core.models import Navigation, NavigationItem, Organisation, SiteSettings
from industry4.core.models.site_settings import SocialLink
from industry4.testing.budgets import cost
from industry4.testing.editors import sign_in
from industry4.testing.factories import multiplied, translated

pytestmark = pytest.mark.django_db


def chosen(**values):
    """Choose what stands on every page of the site."""
    settings = SiteSettings.for_site(Site.objects.get())
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()


def menu(*items):
    """A Lithuanian main menu with these links."""
    navigation = Navigation.objects.create(name="Meniu", locale=Locale.get_default())
    navigation.items = [NavigationItem(locale=navigation.locale, **item) for item in items]
    navigation.save_revision().publish()
    chosen(main_navigation=navigation)
    return navigation


def links(client, address="/"):
    """The links of the main menu of a page."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return {
        link["href"]: link.get_text(strip=True)
        for link in soup.select("header nav a")
        if "hreflang" not in link.attrs
    }


def test_a_menu_leads_to_its_pages_under_their_titles_or_labels(client):
    first, second = ContentPageFactory(title="Apie mus"), ContentPageFactory(title="Istorija")
    menu(
        {"page": first},
        {"page": second, "label": "Kaip viskas prasidėjo"},
        {"link_url": "https://example.com/", "label": "Kitur"},
    )
    found = links(client)
    assert found[first.url] == "Apie mus"
    assert found[second.url] == "Kaip viskas prasidėjo"
    assert found["https://example.com/"] == "Kitur"


def test_a_link_to_a_page_that_is_not_public_is_left_out(client):
    page = ContentPageFactory(title="Apie mus")
    menu({"page": page})
    page.unpublish()
    assert "Apie mus" not in links(client).values()


def test_the_english_menu_is_the_translation_of_the_chosen_one(client):
    page = ContentPageFactory(title="Apie mus")
    navigation = menu({"page": page, "label": "Apie"})
    assert page.url not in links(client, "/en/")
    english_page = translated(page, title="About us")
    translated(navigation)
    assert links(client, "/en/")[english_page.url] == "EN Apie"
    assert links(client)[page.url] == "Apie"


def test_a_menu_whose_translation_is_a_draft_is_not_shown_in_english(client):
    page = ContentPageFactory(title="Apie mus")
    navigation = menu({"page": page, "label": "Apie"})
    address = reverse(
        "wagtail_localize:submit_snippet_translation", args=["core", "navigation", navigation.pk]
    )
    english = Locale.objects.get(language_code="en")
    sign_in(client).post(address, {"locales": [english.pk]})
    assert Navigation.objects.filter(locale=english).exists()
    client.logout()
    assert "Apie" not in links(client, "/en/").values()


def test_the_page_that_is_read_is_marked_in_the_menu(client):
    page = ContentPageFactory(title="Apie mus")
    child = ContentPageFactory(parent=page)
    menu({"page": page})
    for address, mark in ((page.url, "page"), (child.url, "true")):
        soup = BeautifulSoup(client.get(address).content, "html.parser")
        assert (
            soup.select_one(f'header nav a[href="{page.url}"]:not([hreflang])')["aria-current"]
            == mark
        )


@pytest.mark.parametrize("both", [True, False])
def test_a_link_is_to_a_page_or_to_an_address(both):
    item = NavigationItem(label="Pirmyn")
    if both:
        item.page, item.link_url = ContentPageFactory(), "https://example.com/"
    with pytest.raises(ValidationError) as refusal:
        item.clean()
    assert list(refusal.value.error_dict) == ["page"]


def test_an_address_needs_a_label():
    with pytest.raises(ValidationError) as refusal:
        NavigationItem(link_url="https://example.com/").clean()
    assert list(refusal.value.error_dict) == ["label"]


def test_every_page_says_who_stands_behind_the_site(client):
    organisation = Organisation(
        name="Panevėžio pramonė", email="info@example.com", locale=Locale.get_default()
    )
    organisation.save()
    organisation.social_links = [
        SocialLink(locale=organisation.locale, label="LinkedIn", link_url="https://example.com/in")
    ]
    organisation.save_revision().publish()
    chosen(organisation=organisation)
    translated(organisation, name="Panevėžys Industry")
    for address, name in (("/", "Panevėžio pramonė"), ("/en/", "Panevėžys Industry")):
        footer = BeautifulSoup(client.get(address).content, "html.parser").footer
        assert name in footer.text
        assert footer.find("a", href="mailto:info@example.com")
        assert footer.find("a", href="https://example.com/in")


def test_a_site_where_nothing_was_chosen_yet_has_pages(client):
    SiteSettings.objects.all().delete()
    assert client.get("/").status_code == 200
    assert client.get("/en/nothing/").status_code == 404


def test_a_menu_costs_the_same_queries_for_1_and_for_20_links(client):
    pages = multiplied(ContentPageFactory(), 20)
    menu({"page": pages[0]})
    one = cost(client, "/")
    menu(*({"page": page} for page in pages))
    assert cost(client, "/") == one
