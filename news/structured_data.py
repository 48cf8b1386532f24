"""Articles and events as search engines read them."""

from typing import Any

from django.utils import timezone

from industry4.core import references
from industry4.core.structured_data import Node, described, given, local_time, picture, place

from .models import ArticlePage, EventPage

SCHEMA = "https://schema.org/"
ATTENDANCE = {
    EventPage.Attendance.ON_SITE: "OfflineEventAttendanceMode",
    EventPage.Attendance.ONLINE: "OnlineEventAttendanceMode",
    EventPage.Attendance.BOTH: "MixedEventAttendanceMode",
}


@described.register
def article(page: ArticlePage, publisher: Node) -> list[Node]:
    """A NewsArticle."""
    authors = [given(type="Person", name=author.name) for author in page.authors.all()]
    return [
        given(
            type="NewsArticle",
            id=f"{page.public_url}#article",
            url=page.public_url,
            mainEntityOfPage=page.public_url,
            headline=page.title,
            description=page.description,
            articleSection=page.get_category_display(),
            image=picture(page.social_image_id, page.listing_image_id),
            datePublished=local_time(page.published_at),
            dateModified=local_time(page.last_published_at),
            inLanguage=page.locale.language_code,
            author=authors or [publisher],
            publisher=publisher,
        )
    ]


@described.register
def event(page: EventPage, publisher: Node) -> list[Node]:
    """An Event."""
    found = given(
        type="Event",
        id=f"{page.public_url}#event",
        url=page.public_url,
        name=page.title,
        description=page.description,
        image=picture(page.social_image_id, page.listing_image_id),
        startDate=moment(page, "starts_at"),
        endDate=moment(page, "ends_at"),
        previousStartDate=moment(page, "moved_from"),
        eventStatus=SCHEMA + status(page),
        eventAttendanceMode=SCHEMA + ATTENDANCE[EventPage.Attendance(page.attendance)],
        location=locations(page),
        organizer=organisers(page),
        performer=[
            given(
                type="Person",
                name=speaker.name,
                jobTitle=speaker.role,
                affiliation=speaker.organisation
                and given(type="Organization", name=speaker.organisation),
            )
            for speaker in page.speakers.all()
        ],
        offers=offer(page),
        maximumAttendeeCapacity=page.capacity,
        inLanguage=page.locale.language_code,
    )
    if page.price is not None:
        found["isAccessibleForFree"] = not page.price
    return [found]


def moment(page: EventPage, name: str) -> str | None:
    """A time of an event, or of an all-day one the day; None where it has no such time."""
    at = getattr(page, name)
    if at and page.all_day:
        return timezone.localdate(at).isoformat()
    return local_time(at)


def status(page: EventPage) -> str:
    """Whether the event takes place, by the names of schema.org."""
    if page.status == EventPage.Status.CANCELLED:
        return "EventCancelled"
    if page.status == EventPage.Status.POSTPONED:
        return "EventPostponed"
    return "EventRescheduled" if page.moved_from else "EventScheduled"


def locations(page: EventPage) -> list[Node]:
    """Where one can take part: at a place, by a link, or both."""
    found: list[Any] = []
    if page.attendance != EventPage.Attendance.ONLINE:
        found.append(place(page, page.venue))
    if page.attendance != EventPage.Attendance.ON_SITE:
        # Where the link is not known yet, it will stand on the page.
        found.append(given(type="VirtualLocation", url=page.online_url or page.public_url))
    return [node for node in found if node]


def organisers(page: EventPage) -> list[Node]:
    """Who organises: members that are public, with their pages, and others by name."""
    found = []
    for row in page.organisers.all():
        if row.name:
            found.append(given(type="Organization", name=row.name))
        elif row.target:
            url = references.current().addresses.url(row.target)
            found.append(given(type="Organization", name=row.target.title, url=url))
    return found


def offer(page: EventPage) -> Node | None:
    """What it costs to take part; None where the price is not known."""
    if page.price is None:
        return None
    return given(
        type="Offer",
        price=str(page.price),
        priceCurrency="EUR",
        url=page.registration_url or page.public_url,
        validThrough=local_time(page.registration_deadline),
        availability=page.registration_is_open and f"{SCHEMA}InStock",
    )
