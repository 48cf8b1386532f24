"""Articles and events in the delivery API."""

import datetime
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.db.models import Min, QuerySet
from django.http import HttpRequest, HttpResponse
from ninja import Query, Router
from pydantic import BeforeValidator, Field
from wagtail.models import Page

from ecosystem.models import MemberPage
from industry4.core.api import (
    Moment,
    Names,
    PageLink,
    Schema,
    Targets,
    page_data,
    public_document,
    rows,
)
from industry4.core.public import public_pages
from industry4.delivery.lists import (
    Id,
    Instant,
    ListQuery,
    Slug,
    page_item,
    page_list,
    same_page,
)
from industry4.delivery.pages import PageType, add_to, expand_sections, register
from industry4.delivery.schemas import Body, Card, Full, Listing, Located, Section, Summary
from industry4.media.api import File
from news.organised import events_of_members

from .models import (
    ArticlePage,
    ArticleSubject,
    EventIndexPage,
    EventOrganiser,
    EventPage,
    NewsIndexPage,
)

router = Router(tags=["news"])

Category = Literal["news", "announcement", "story", "interview"]
Status = Literal["scheduled", "postponed", "cancelled"]
Attendance = Literal["onsite", "online", "both"]


class ArticleSummary(Summary):
    """What a listing shows of an article."""

    type: Literal["article"] = "article"
    category: Category
    published_at: Moment = Field(description="The date that readers see.")


class ArticleCard(Card, ArticleSummary):
    """A piece of news, a story or an interview in a listing."""


class Article(Full, ArticleSummary):
    """A piece of news, a story or an interview."""

    authors: Names = rows("authors")
    body: Body
    subjects: Targets = rows(
        "subjects", "Initiatives, members, events and editions that it is about."
    )


class ArticleList(Listing):
    """A part of the articles."""

    items: list[Annotated[ArticleCard | Article, Field(discriminator="view")]]


class ArticleQuery(ListQuery):
    """Which articles."""

    category: Category | None = None
    published_after: Instant | None = Field(None, description="From this moment or day on.")
    published_before: Instant | None = Field(None, description="Before this moment or day.")
    about: Id | None = Field(
        None, description="The id of an initiative, member, event or edition, in either language."
    )
    order: Literal["-published_at", "published_at", "title", "-title"] = "-published_at"

    def of(self, articles: QuerySet[Any]) -> QuerySet[Any]:
        """Those of the articles that are asked for, in order."""
        if self.category:
            articles = articles.filter(category=self.category)
        if self.published_after:
            articles = articles.filter(published_at__gte=self.published_after)
        if self.published_before:
            articles = articles.filter(published_at__lt=self.published_before)
        if self.about:
            about = ArticleSubject.objects.filter(subject__in=same_page(Page, self.about))
            articles = articles.filter(pk__in=about.values("article"))
        return articles.order_by(self.order, "pk")


def organiser_data(found: Iterable[Any]) -> list[dict[str, Any]]:
    """Who organises, in the form of `Organiser`; members that are not public are left out."""
    return [
        {"name": row.name or row.target.title, "page": page_data(row.target)}
        for row in found
        if row.name or row.target
    ]


def files(found: Iterable[Any]) -> list[dict[str, Any]]:
    """The files of rows, in the form of `File`; private ones are left out."""
    return [data for row in found if (data := public_document(row.document_id))]


class Organiser(Schema):
    """A member that organises the event, or anyone else."""

    name: str
    page: PageLink | None = Field(description="Null for one who is not a member.")


class Speaker(Schema):
    """Who speaks."""

    name: str
    role: str
    organisation: str


class ProgrammeItem(Schema):
    """One item of the programme."""

    starts_at: Moment
    title: str
    speaker: str


class EventSummary(Summary):
    """What a listing shows of an event."""

    type: Literal["event"] = "event"
    starts_at: Moment
    ends_at: Moment = Field(description="Always given; of an all-day event the end of its day.")
    all_day: bool = Field(description="Show days without hours.")
    status: Status
    moved_from: Moment | None = Field(description="When it was to take place before.")
    attendance: Attendance
    venue: str


class EventCard(Card, EventSummary):
    """An event in a listing."""


class Event(Located, Full, EventSummary):
    """An event: when, where, with whom, and how to take part."""

    online_url: str
    registration_url: str
    registration_deadline: Moment | None
    registration_is_open: bool
    price: Decimal | None = Field(description="In EUR; 0: free; null: not known.")
    capacity: int | None = Field(description="How many people can take part.")
    body: Body
    programme: list[ProgrammeItem] = rows("programme")
    speakers: list[Speaker] = rows("speakers")
    organisers: Annotated[list[Organiser], BeforeValidator(organiser_data)] = rows("organisers")
    documents: Annotated[list[File], BeforeValidator(files)] = rows("documents")
    recording_url: str


class EventList(Listing):
    """A part of the events."""

    items: list[Annotated[EventCard | Event, Field(discriminator="view")]]


def organised_by(events: Any, members: QuerySet[Any]) -> Any:
    """The events that any of these members organises."""
    organised = EventOrganiser.objects.filter(member__in=members)
    return events.filter(pk__in=organised.values("event"))


class EventQuery(ListQuery):
    """Which events."""

    period: Literal["upcoming", "past"] | None = Field(
        None, description="`upcoming`: has not ended. Without `order`, what is nearest comes first."
    )
    starts_after: Instant | None = Field(None, description="From this moment or day on.")
    starts_before: Instant | None = Field(None, description="Before this moment or day.")
    status: Status | None = None
    attendance: Attendance | None = None
    organiser: Id | None = Field(None, description="The id of a member, in either language.")
    sector: Slug | None = Field(None, description="Of a member that organises the event.")
    order: Literal["starts_at", "-starts_at", "title", "-title"] | None = Field(
        None, description="Without it `starts_at`, of past events `-starts_at`."
    )

    def of(self, events: Any) -> QuerySet[Any]:
        """Those of the events that are asked for, in order."""
        if self.period:
            events = events.upcoming() if self.period == "upcoming" else events.past()
        if self.starts_after:
            events = events.filter(starts_at__gte=self.starts_after)
        if self.starts_before:
            events = events.filter(starts_at__lt=self.starts_before)
        if self.status:
            events = events.filter(status=self.status)
        if self.attendance:
            events = events.filter(attendance=self.attendance)
        if self.organiser:
            events = organised_by(events, same_page(MemberPage, self.organiser))
        if self.sector:
            members = MemberPage.objects.filter(sectors__sector__slug=self.sector)
            events = organised_by(events, members.values("pk"))
        latest_first = self.period == "past"
        return events.order_by(self.order or ("-starts_at" if latest_first else "starts_at"), "pk")

    @property
    def follows_clock(self) -> bool:
        return self.period is not None


class ArticleSection(Section):
    """The news list."""

    type: Literal["article_list"] = "article_list"
    items: list[ArticleCard] = Field(validation_alias="shown")


def iso_months(days: Iterable[datetime.date]) -> list[str]:
    """The months of days, such as "2026-11"."""
    return [f"{day:%Y-%m}" for day in days]


class EventSection(Section):
    """The event list: upcoming, past, or of one month."""

    type: Literal["event_list"] = "event_list"
    period: Literal["upcoming", "past", "month"]
    month: Annotated[str | None, BeforeValidator(lambda day: day and iso_months([day])[0])] = Field(
        description="The month that is shown, such as `2026-11`."
    )
    months: Annotated[list[str], BeforeValidator(iso_months)] = Field(
        description="The months that have events, the latest first."
    )
    items: list[EventCard] = Field(validation_alias="shown")


def expand_event_sections(pages: Sequence[Any]) -> Iterable[Page]:
    """As of all sections; and when the next event ends, which changes the list: one query."""
    events: Any = public_pages(EventPage)
    ends = events.upcoming().order_by().aggregate(next=Min("ends_at"))
    for page in pages:
        page.shown_until = ends["next"]
    yield from expand_sections(pages)


def add_events(members: Sequence[Any]) -> Iterable[Page]:
    """Set on members the events that their pages show. Returns these."""
    found = events_of_members(members)
    for member in members:
        member.shown_events = found.get((member.translation_key, member.locale_id), [])
        yield from member.shown_events


ARTICLE = register(PageType(ArticlePage, Article, ArticleCard))
EVENT = register(PageType(EventPage, Event, EventCard))
add_to(MemberPage, add_events)
register(PageType(NewsIndexPage, ArticleSection, expand=expand_sections))
register(PageType(EventIndexPage, EventSection, expand=expand_event_sections))


@router.get("/articles/", response=ArticleList, operation_id="articles", summary="Articles")
def articles(request: HttpRequest, query: Query[ArticleQuery]) -> HttpResponse:
    """News, announcements, stories and interviews, the latest first."""
    return page_list(request, query, ARTICLE)


@router.get("/articles/{int:id}/", response=Article, operation_id="article", summary="An article")
def article(request: HttpRequest, id: Id) -> HttpResponse:
    """An article in full."""
    return page_item(request, ARTICLE, id)


@router.get("/events/", response=EventList, operation_id="events", summary="Events")
def events(request: HttpRequest, query: Query[EventQuery]) -> HttpResponse:
    """Events, upcoming and past."""
    return page_list(request, query, EVENT)


@router.get("/events/{int:id}/", response=Event, operation_id="event", summary="An event")
def event(request: HttpRequest, id: Id) -> HttpResponse:
    """An event in full."""
    return page_item(request, EVENT, id)
