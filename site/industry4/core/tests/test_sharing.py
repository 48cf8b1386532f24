"""What shared links and search engines read in a page's head."""

import pytest
from bs4 import BeautifulSoup
from django.utils.dateparse import parse_datetime
from wagtail.models import Collection, CollectionViewRestriction

from home.tests.factories import ContentPageFactory
from industry4.media import renditions
from industry4.media.models import Image
from industry4.testing.factories import ImageFactory, multiplied, translated
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


def head(client, address):
    return BeautifulSoup(client.get(address).content, "html.parser").head


def properties(client, page):
    """The properties of Open Graph, and Twitter's, by name."""
    metas = head(client, page.url).select("meta[property], meta[name^=twitter]")
    return {meta.get("property") or meta["name"]: meta["content"] for meta in metas}


def canonical(client, address):
    link = head(client, address).select_one('link[rel="canonical"]')
    return link and link["href"]


def test_a_shared_page_shows_its_picture_in_the_size_that_networks_ask_for(client):
    page = ContentPageFactory(listing_image=ImageFactory(), intro="Trumpai.")
    renditions.make(page.listing_image)
    found = properties(client, page)
    assert found["og:image"].startswith("http://localhost/media/")
    assert (found["og:image:width"], found["og:image:height"]) == ("640", "336")
    assert found["og:image:alt"] == "Robotas prie stalo"
    assert found["twitter:card"] == "summary_large_image"
    assert (found["og:title"], found["og:description"]) == (page.title, "Trumpai.")
    assert found["og:url"] == page.full_url
    assert found["og:type"] == "website"


def test_a_picture_of_a_private_collection_is_not_shared(client):
    page = ContentPageFactory(listing_image=ImageFactory())
    renditions.make(page.listing_image)
    closed = Collection.get_first_root_node().add_child(name="Uždara")
    Image.objects.update(collection=closed)
    CollectionViewRestriction.objects.create(
        collection=closed, restriction_type=CollectionViewRestriction.LOGIN
    )
    assert properties(client, page)["twitter:card"] == "summary"


def test_a_page_without_a_picture_is_shared_with_the_mark_of_the_site(client):
    found = properties(client, ContentPageFactory())
    assert found["og:image"] == "http://localhost/static/img/icon-512.png"
    assert found["twitter:card"] == "summary"


def test_a_shared_page_says_its_languages(client):
    page = ContentPageFactory()
    found = properties(client, page)
    assert found["og:locale"] == "lt_LT"
    assert "og:locale:alternate" not in found
    english = translated(page)
    assert properties(client, page)["og:locale:alternate"] == "en_GB"
    found = properties(client, english)
    assert (found["og:locale"], found["og:locale:alternate"]) == ("en_GB", "lt_LT")


def test_an_article_says_when_it_was_published(client):
    article = ArticleFactory(category="story")
    found = properties(client, article)
    assert found["og:type"] == "article"
    shown = parse_datetime(found["article:published_time"])
    assert shown == article.published_at
    assert parse_datetime(found["article:modified_time"]) >= shown
    assert found["article:section"] == "Pasakojimas"


def test_each_part_of_a_list_is_canonical_to_itself(client):
    multiplied(ArticleFactory(), 30)
    assert canonical(client, "/naujienos/") == "http://localhost/naujienos/"
    assert canonical(client, "/naujienos/?page=1") == "http://localhost/naujienos/"
    assert canonical(client, "/naujienos/?page=2") == "http://localhost/naujienos/?page=2"
    assert canonical(client, "/naujienos/?page=2&utm_source=x").endswith("/naujienos/?page=2")


def test_a_filtered_list_is_a_view_of_the_whole_one(client):
    multiplied(ArticleFactory(category="news"), 30)
    for query in ("category=news", "category=news&page=2", "fallback=true&page=2"):
        assert canonical(client, f"/naujienos/?{query}") == "http://localhost/naujienos/"


def test_further_parts_of_a_list_are_no_translations_of_each_other(client):
    article = ArticleFactory()
    translated(article)
    multiplied(article, 30)
    assert head(client, "/naujienos/").select("link[hreflang]")
    assert not head(client, "/naujienos/?page=2").select("link[hreflang]")


@pytest.mark.parametrize("address", ["/paieska/", "/paieska/?q=robotai", "/en/search/", "/nera/"])
def test_searches_and_errors_are_not_indexed(client, address):
    found = head(client, address)
    assert found.select_one('meta[name="robots"]')["content"] == "noindex"
    assert found.select_one('link[rel="canonical"]') is None
