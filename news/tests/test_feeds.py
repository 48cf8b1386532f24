"""The feeds of articles, read by a library that did not write them."""

import datetime

import feedparser
import pytest
from django.utils import timezone

from home.tests.factories import ContentPageFactory
from industry4.media import renditions
from industry4.testing.budgets import cost
from industry4.testing.factories import home_page, multiplied, section, translated
from news.models import ArticleAuthor, NewsIndexPage
from news.tests.factories import ArticleFactory, full_article

pytestmark = pytest.mark.django_db

FEEDS = ["/naujienos.rss", "/naujienos.atom"]
DAY = datetime.timedelta(days=1)
both = pytest.mark.parametrize("address", FEEDS)


def feed(client, address, **query):
    """The parsed feed, which has to be well-formed."""
    response = client.get(address, query)
    assert response.status_code == 200
    headers = {"content-type": response["Content-Type"]}
    parsed = feedparser.parse(response.content, response_headers=headers)
    assert not parsed.bozo, parsed.get("bozo_exception")
    return parsed


@pytest.mark.parametrize(
    "address, version, content_type",
    [
        ("/naujienos.rss", "rss20", "application/rss+xml; charset=utf-8"),
        ("/naujienos.atom", "atom10", "application/atom+xml; charset=utf-8"),
    ],
)
def test_a_feed_says_what_it_is(client, address, version, content_type):
    index = section(NewsIndexPage, title="Naujienos", slug="naujienos", intro="Kas nauja regione.")
    ArticleFactory()
    found = feed(client, address)
    assert found.version == version
    assert client.get(address)["Content-Type"] == content_type
    assert found.feed.title == "Naujienos – Industry 4 Panevėžys"
    assert found.feed.subtitle == "Kas nauja regione."
    assert found.feed.language == "lt"
    links = {link.rel: link.href for link in found.feed.links}
    assert links == {"alternate": index.full_url, "self": f"http://localhost{address}"}


@both
def test_an_article_has_what_readers_of_feeds_show(client, address):
    published = timezone.now() - DAY
    article = full_article(title="R&D regione", intro="1 < 2", published_at=published)
    article.authors = [
        ArticleAuthor(locale=article.locale, sort_order=number, name=name)
        for number, name in enumerate(("Vardenė", "Vardenis"))
    ]
    article.save_revision().publish()
    renditions.make(article.listing_image)
    [entry] = feed(client, address).entries
    assert entry.title == "R&D regione"
    assert entry.summary == "1 &lt; 2"
    assert entry.link == article.full_url
    assert entry.author == "Vardenė, Vardenis"
    assert [tag.term for tag in entry.tags] == ["Naujiena"]
    assert entry.published_parsed[:6] == published.astimezone(datetime.UTC).timetuple()[:6]
    [enclosure] = entry.enclosures
    assert enclosure.type == "image/jpeg"
    assert enclosure.href.startswith("http://localhost/media/")


def test_atom_says_when_an_article_was_last_published(client):
    article = ArticleFactory(published_at=timezone.now() - 9 * DAY)
    [entry] = feed(client, "/naujienos.atom").entries
    assert entry.updated_parsed[:3] == article.last_published_at.timetuple()[:3]


@both
def test_the_latest_stand_first_and_old_ones_are_left_out(client, address):
    now = timezone.now()
    for days in (2, 1, 3):
        ArticleFactory(title=f"Prieš {days}", published_at=now - days * DAY)
    assert [e.title for e in feed(client, address).entries] == ["Prieš 1", "Prieš 2", "Prieš 3"]
    multiplied(ArticleFactory(), 40)
    assert len(feed(client, address).entries) == 30


@both
def test_an_article_keeps_its_name_when_it_moves_and_is_retitled(client, address):
    article = ArticleFactory()
    [before] = feed(client, address).entries
    article.title, article.slug = "Kitas", "kitas"
    article.save_revision().publish()
    [after] = feed(client, address).entries
    assert before.link != after.link
    assert before.id == after.id
    assert before.id.startswith("urn:uuid:")


@pytest.mark.parametrize("address", ["/en/news.rss", "/en/news.atom"])
def test_english_articles_have_an_english_feed(client, address):
    article = ArticleFactory(title="Tik lietuviškai")
    english = translated(ArticleFactory(title="Robotai"), title="Robots")
    found = feed(client, address)
    assert found.feed.language == "en"
    [entry] = found.entries
    assert (entry.title, entry.link) == ("Robots", english.full_url)
    assert [tag.term for tag in entry.tags] == ["News"]
    ids = {entry.id for entry in feed(client, "/naujienos.rss").entries}
    assert len(ids) == 2
    assert entry.id not in ids
    shown = {entry.title for entry in feed(client, address, fallback="true").entries}
    assert shown == {"Robots", article.title}


def test_a_feed_follows_the_filters_of_the_list(client):
    ArticleFactory(category="news")
    story = ArticleFactory(category="story")
    assert [e.title for e in feed(client, FEEDS[0], category="story").entries] == [story.title]
    assert len(feed(client, FEEDS[0], category="tokios-nera", utm_source="x").entries) == 2


@both
def test_signs_that_xml_cannot_carry_are_left_out(client, address):
    ArticleFactory(title="Robo\x0btai", intro="Trum\x08pai")
    [entry] = feed(client, address).entries
    assert (entry.title, entry.summary) == ("Robotai", "Trumpai")


@both
def test_whoever_has_the_feed_is_told_so(client, address):
    article = ArticleFactory()
    response = client.get(address)
    assert "public" in response["Cache-Control"]
    for name, value in (
        ("if-none-match", response["ETag"]),
        ("if-modified-since", response["Last-Modified"]),
    ):
        assert client.get(address, headers={name: value}).status_code == 304
    article.title = "Kitaip"
    article.save_revision().publish()
    assert client.get(address, headers={"if-none-match": response["ETag"]}).status_code == 200


@both
def test_without_a_public_list_there_is_no_feed(client, address):
    assert client.get(address).status_code == 404
    section(NewsIndexPage, slug="naujienos").unpublish()
    assert client.get(address).status_code == 404


def test_a_feed_is_for_reading(client):
    assert client.post(FEEDS[0]).status_code == 405


def test_pages_of_news_name_their_feeds(client):
    article = ArticleFactory()
    for page in (home_page(), article.get_parent(), article):
        html = client.get(page.url).content.decode()
        for address in FEEDS:
            assert f'href="{address}"' in html
    assert 'href="/en/news.rss"' in client.get("/en/").content.decode()
    assert FEEDS[0] not in client.get(ContentPageFactory().url).content.decode()


@both
def test_a_feed_costs_the_same_for_1_and_for_20_articles(client, address):
    article = full_article()
    few = cost(client, address)
    multiplied(article, 19)
    assert cost(client, address) == few <= 8
