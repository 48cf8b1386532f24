"""Where the other language is: the switcher, hreflang, and the notice of an old translation."""

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

from home.tests.factories import ContentPageFactory
from industry4.testing.factories import home_page, translated
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def soup(client, address):
    response = client.get(address)
    return BeautifulSoup(response.content, "html.parser")


def languages(page):
    """The links of the switcher: where each language leads, and whether that is the page."""
    return {
        link["hreflang"]: (link["href"], "inexact" not in link.get("class", []))
        for link in page.select("nav.languages a")
    }


def alternates(page):
    return {link["hreflang"]: link["href"] for link in page.select("link[hreflang]")}


def test_a_translated_page_leads_to_its_translation_and_back(client):
    article = ArticleFactory()
    english = translated(article)
    expected = {"lt": (article.url, True), "en": (english.url, True)}
    for page in (article, english):
        assert languages(soup(client, page.url)) == expected


def test_the_language_that_is_read_is_marked(client):
    english = translated(ArticleFactory())
    [here] = soup(client, english.url).select('nav.languages a[aria-current="true"]')
    assert (here["hreflang"], here["lang"], here.text.strip()) == ("en", "en", "English")


def test_a_page_that_is_missing_leads_to_the_nearest_page_above_and_says_so(client):
    parent = ContentPageFactory(title="Apie mus")
    child = ContentPageFactory(title="Istorija", parent=parent)
    page = ContentPageFactory(title="Pradžia", parent=child)
    english_parent = translated(parent)
    shown = soup(client, page.url)
    assert languages(shown)["en"] == (english_parent.url, False)
    note = shown.find(id="language-note")
    assert note
    assert shown.select_one('a[aria-describedby="language-note"]')["hreflang"] == "en"
    english_parent.unpublish()
    assert languages(soup(client, page.url))["en"] == ("/en/", False)


def test_a_page_only_in_english_leads_to_the_lithuanian_home_page(client):
    page = ContentPageFactory(parent=home_page("en"), title="Only in English")
    shown = soup(client, page.url)
    assert languages(shown) == {"lt": ("/", False), "en": (page.url, True)}
    assert "not available in Lithuanian" in shown.find(id="language-note").text


def test_the_home_pages_lead_to_each_other(client):
    for address in ("/", "/en/"):
        assert languages(soup(client, address)) == {"lt": ("/", True), "en": ("/en/", True)}


def test_the_search_page_leads_to_the_search_of_the_other_language(client):
    assert languages(soup(client, "/paieska/"))["en"] == ("/en/search/", True)
    assert languages(soup(client, "/en/search/"))["lt"] == ("/paieska/", True)


def test_the_alternates_of_two_pages_are_the_same_and_name_each_other(client):
    article = ArticleFactory()
    english = translated(article)
    expected = {
        "lt": article.full_url,
        "en": english.full_url,
        "x-default": article.full_url,
    }
    for page in (article, english):
        shown = soup(client, page.url)
        assert alternates(shown) == expected
        assert shown.select_one('link[rel="canonical"]')["href"] == page.full_url


def test_a_stale_translation_is_still_an_alternate(client):
    article = ArticleFactory()
    english = translated(article)
    article.category = "story"
    article.save_revision().publish()
    assert alternates(soup(client, article.url))["en"] == english.full_url


def unpublished(page):
    page.unpublish()


def private(page):
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


@pytest.mark.parametrize("withdraw", [unpublished, private])
def test_a_page_in_one_language_has_no_alternates(client, withdraw):
    article = ArticleFactory()
    assert alternates(soup(client, article.url)) == {}
    withdraw(translated(article))
    assert alternates(soup(client, article.url)) == {}


def test_a_translation_that_is_out_of_date_says_so_and_leads_to_its_source(client):
    article = ArticleFactory()
    english = translated(article)
    notice = "This translation is older than its source"
    assert notice not in soup(client, english.url).text
    article.category = "story"
    article.save_revision().publish()
    shown = soup(client, english.url)
    assert notice in shown.text
    assert shown.select_one(".notice a")["href"] == article.url
    assert "older" not in soup(client, article.url).text


def test_a_page_says_its_own_language(client):
    english = translated(ArticleFactory())
    assert soup(client, english.url).html["lang"] == "en"
    assert soup(client, "/").html["lang"] == "lt"


def test_the_language_follows_the_address_and_not_the_browser(client):
    response = client.get("/", headers={"accept-language": "en"})
    assert '<html lang="lt"' in response.content.decode()
