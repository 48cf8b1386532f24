"""The sitemap: both languages, with their alternates, and nothing that is not public."""

import xml.etree.ElementTree as ElementTree

import pytest
from django.utils import timezone

from home.tests.factories import ContentPageFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import home_page, multiplied, translated

pytestmark = pytest.mark.django_db

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
XHTML = "{http://www.w3.org/1999/xhtml}"


def sitemap(client):
    """The alternates of each listed address."""
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    return {
        url.findtext(f"{SITEMAP}loc"): {
            link.get("hreflang"): link.get("href") for link in url.findall(f"{XHTML}link")
        }
        for url in ElementTree.fromstring(response.content)
    }


def test_both_languages_are_listed_and_name_each_other(client):
    page = ContentPageFactory()
    english = translated(page)
    found = sitemap(client)
    assert set(found) == {
        home_page("lt").full_url,
        home_page("en").full_url,
        page.full_url,
        english.full_url,
    }
    expected = {"lt": page.full_url, "en": english.full_url, "x-default": page.full_url}
    assert found[page.full_url] == found[english.full_url] == expected


def test_a_page_in_one_language_stands_alone(client):
    page = ContentPageFactory()
    assert sitemap(client)[page.full_url] == {}


def test_a_draft_is_neither_listed_nor_an_alternate(client):
    page = ContentPageFactory()
    english = translated(page)
    english.unpublish()
    found = sitemap(client)
    assert english.full_url not in found
    assert found[page.full_url] == {}


def test_each_address_says_when_it_changed(client):
    page = ContentPageFactory()
    [url] = [
        url
        for url in ElementTree.fromstring(client.get("/sitemap.xml").content)
        if url.findtext(f"{SITEMAP}loc") == page.full_url
    ]
    assert url.findtext(f"{SITEMAP}lastmod")[:10] == str(timezone.localdate(page.last_published_at))


def test_the_sitemap_costs_the_same_queries_for_1_and_for_20_pages(client):
    page = ContentPageFactory()
    translated(page)
    few = cost(client, "/sitemap.xml")
    multiplied(page, 19)
    assert cost(client, "/sitemap.xml") == few <= 10
