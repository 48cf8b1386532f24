"""Factories of articles and events."""

import datetime

import factory
from django.utils import timezone
from wagtail.models import Page

from ecosystem.models import MemberSector
from ecosystem.tests.factories import MemberFactory
from industry4.testing.factories import DocumentFactory, ImageFactory, PageFactory, section
from news.models import (
    ArticleAuthor,
    ArticlePage,
    ArticleSubject,
    EventDocument,
    EventIndexPage,
    EventOrganiser,
    EventPage,
    EventSpeaker,
    NewsIndexPage,
    ProgrammeItem,
)


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


def full_event(**kwargs):
    """An event with everything that an event can have."""
    member, image = MemberFactory(), ImageFactory()
    event = EventFactory(
        listing_image=image,
        body=[
            ("text", f'<p>Daugiau <a linktype="page" id="{member.pk}">apie narį</a>.</p>'),
            ("figure", {"image": image, "caption": "Robotas", "alt_text": "", "decorative": False}),
            ("documents", {"heading": "", "documents": [DocumentFactory()]}),
            ("related_pages", {"heading": "", "pages": [member]}),
        ],
        **kwargs,
    )
    event.organisers = [EventOrganiser(locale=event.locale, member=member)]
    event.speakers = [EventSpeaker(locale=event.locale, name="Pavyzdys", role="Vadovas")]
    event.programme = [
        ProgrammeItem(locale=event.locale, starts_at=event.starts_at, title="Pradžia")
    ]
    event.documents = [EventDocument(locale=event.locale, document=DocumentFactory())]
    event.save_revision().publish()
    return event


def full_article(**kwargs):
    """An article with everything that an article can have."""
    member, image = MemberFactory(), ImageFactory()
    article = ArticleFactory(
        listing_image=image,
        body=[
            ("text", f'<p>Daugiau <a linktype="page" id="{member.pk}">apie narį</a>.</p>'),
            ("figure", {"image": image, "caption": "Robotas", "alt_text": "", "decorative": False}),
        ],
        **kwargs,
    )
    article.authors = [ArticleAuthor(locale=article.locale, name="Vardenė Pavardenė")]
    article.subjects = [ArticleSubject(locale=article.locale, subject=member)]
    article.save_revision().publish()
    return article


def event_by(*organisers, **kwargs):
    """A published event with these organisers: members, or others by name."""
    event = EventFactory(**kwargs)
    event.organisers = [
        EventOrganiser(
            locale=event.locale,
            sort_order=number,
            **{"name" if isinstance(each, str) else "member": each},
        )
        for number, each in enumerate(organisers)
    ]
    event.save_revision().publish()
    return event


def member_in(*sectors, **kwargs):
    """A published member that works in these sectors."""
    member = MemberFactory(**kwargs)
    member.sectors = [MemberSector(locale=member.locale, sector=sector) for sector in sectors]
    member.save_revision().publish()
    return member
