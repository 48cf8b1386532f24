"""Factories of articles and events."""

import datetime

import factory
from django.utils import timezone
from wagtail.models import Page

from industry4.testing.factories import PageFactory, section
from news.models import ArticlePage, EventIndexPage, EventPage, NewsIndexPage


class ArticleFactory(PageFactory):
    class Meta:
        model = ArticlePage

    title = factory.Sequence(lambda number: f"Naujiena {number}")

    @classmethod
    def default_parent(cls) -> Page:
        return section(NewsIndexPage, title="Naujienos", slug="naujienos")


class EventFactory(PageFactory):
    """An event in a week, for two hours."""

    class Meta:
        model = EventPage

    title = factory.Sequence(lambda number: f"Renginys {number}")
    starts_at = factory.LazyFunction(lambda: timezone.now() + datetime.timedelta(days=7))
    ends_at = factory.LazyAttribute(lambda event: event.starts_at + datetime.timedelta(hours=2))

    @classmethod
    def default_parent(cls) -> Page:
        return section(EventIndexPage, title="Renginiai", slug="renginiai")
