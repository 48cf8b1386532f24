"""The feeds of articles: RSS 2.0 and Atom in each language, by the filters of the news list."""

import datetime
import uuid
from typing import Any, NamedTuple

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.utils.feedgenerator import (
    Atom1Feed,
    Enclosure,
    Rss201rev2Feed,
    SyndicationFeed,
)
from django.utils.html import escape
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe

from industry4.core import references
from industry4.core.characters import printable
from industry4.core.site_address import full_address
from industry4.media import renditions
from industry4.media.api import absolute
from industry4.media.models import Image

from .models import ArticlePage, NewsIndexPage
from .sections import section_of_language

ARTICLES = 30


class NewsList(NamedTuple):
    """What a feed is made of: the news list, its articles, and the feed's own address."""

    index: NewsIndexPage
    articles: list[ArticlePage]
    address: str


class NewsFeed(Feed):
    """The latest articles of the language of the address, as RSS 2.0."""

    feed_type: type[SyndicationFeed] = Rss201rev2Feed
    item_guid_is_permalink = False

    def get_object(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NewsList:
        """The news list with its articles. Raises Http404 where the language has none."""
        index = section_of_language(request, NewsIndexPage)
        articles = list(index.listed_items(request.GET).prefetch_related("authors")[:ARTICLES])
        references.current().get_many(Image, [article.listing_image_id for article in articles])
        return NewsList(index, articles, full_address(request, request.get_full_path()))

    def title(self, news: NewsList) -> str:
        """The name of the list and of the site."""
        return printable(f"{news.index.title} – {settings.WAGTAIL_SITE_NAME}")

    def description(self, news: NewsList) -> str:
        """The list's own sentence, which RSS asks for."""
        return printable(news.index.description) or self.title(news)

    subtitle = description
    author_name = settings.WAGTAIL_SITE_NAME

    def link(self, news: NewsList) -> str:
        """The address of the list."""
        return news.index.public_url or ""

    def feed_url(self, news: NewsList) -> str:
        """The feed's own address."""
        return news.address

    def items(self, news: NewsList) -> list[ArticlePage]:
        """The articles, the latest first."""
        return news.articles

    def item_title(self, item: ArticlePage) -> str:
        """The title."""
        return printable(item.title)

    def item_description(self, item: ArticlePage) -> str:
        """The lead, as HTML: so readers of both formats take it."""
        return escape(printable(item.intro or item.description))

    def item_link(self, item: ArticlePage) -> str:
        """The full address."""
        return item.public_url or ""

    def item_guid(self, item: ArticlePage) -> str:
        """What names the article in its language for good: it may move, and be retitled."""
        return uuid.uuid5(item.translation_key, item.locale.language_code).urn

    def item_author_name(self, item: ArticlePage) -> str | None:
        """Who wrote it; None where nobody is named."""
        return printable(", ".join(author.name for author in item.authors.all())) or None

    def item_categories(self, item: ArticlePage) -> list[str]:
        """The category by its name."""
        return [item.get_category_display()]

    def item_pubdate(self, item: ArticlePage) -> datetime.datetime:
        """The date that readers see."""
        return item.published_at

    def item_updateddate(self, item: ArticlePage) -> datetime.datetime:
        """When it was last published; an article dated ahead was not updated before its date."""
        return max(item.published_at, item.last_published_at or item.published_at)

    def item_enclosures(self, item: ArticlePage) -> list[Enclosure]:
        """The picture as shared links show it; "0" says that its length is not known."""
        image: Any = references.current().get(Image, item.listing_image_id)
        source = renditions.social(image) if image and image.is_public else None
        return [Enclosure(absolute(source.url), "0", "image/jpeg")] if source else []


class AtomNewsFeed(NewsFeed):
    """The same as Atom."""

    feed_type = Atom1Feed


def cached(feed: Feed) -> Any:
    """The view of a feed: for reading only, kept by caches a while, 304 for who has it."""

    @require_safe
    @cache_control(public=True, max_age=settings.API_CACHE_SECONDS)
    @conditional_page
    def view(request: HttpRequest) -> HttpResponse:
        return feed(request)

    return view


rss = cached(NewsFeed())
atom = cached(AtomNewsFeed())
