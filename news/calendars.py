"""Events as iCalendar (RFC 5545): one event to keep, and the list of events to subscribe to."""

import datetime
from collections.abc import Iterable
from typing import Any

import icalendar
from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404
from django.utils import formats, timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import conditional_page, require_safe
from icalendar import STATUS
from wagtail.models import Site

from industry4.core.characters import printable
from industry4.core.public import public_pages
from industry4.core.site_address import full_address

from .models import EventIndexPage, EventPage
from .sections import section_of_language

PRODUCT = "-//Industry 4 Panevezys//Events//LT"
# What a subscription keeps of what is over, and how often it should look for changes.
KEPT = datetime.timedelta(days=366)
REFRESH = datetime.timedelta(hours=6)
# Of the hours of events. What the library makes of Python's zones lets summer begin an hour late.
TIME_ZONE = icalendar.Timezone.from_ical("""\
BEGIN:VTIMEZONE
TZID:Europe/Vilnius
BEGIN:DAYLIGHT
TZNAME:EEST
DTSTART:20030330T030000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZOFFSETFROM:+0200
TZOFFSETTO:+0300
END:DAYLIGHT
BEGIN:STANDARD
TZNAME:EET
DTSTART:20031026T040000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0300
TZOFFSETTO:+0200
END:STANDARD
END:VTIMEZONE
""")
# Sequences count seconds from here.
EPOCH = datetime.datetime(2020, 1, 1, tzinfo=datetime.UTC)
STATUSES = {
    EventPage.Status.SCHEDULED: STATUS.CONFIRMED,
    EventPage.Status.POSTPONED: STATUS.TENTATIVE,
    EventPage.Status.CANCELLED: STATUS.CANCELLED,
}
NOTES = {
    EventPage.Status.POSTPONED: _("This event has been postponed."),
    EventPage.Status.CANCELLED: _("This event has been cancelled."),
}


@require_safe
@cache_control(public=True, max_age=settings.API_CACHE_SECONDS)
@conditional_page
def subscription(request: HttpRequest) -> HttpResponse:
    """The events of the language of the address, by the filters of the event list.

    Raises Http404 where the language has no event list.
    """
    index = section_of_language(request, EventIndexPage)
    calendar = icalendar.Calendar.new(
        prodid=PRODUCT,
        name=printable(f"{index.title} – {settings.WAGTAIL_SITE_NAME}"),
        description=printable(index.description) or None,
        uid=f"{index.translation_key}-{request.LANGUAGE_CODE}",
        url=index.public_url,
    )
    # Here the library leaves out the types of values, which RFC 7986 asks for.
    address = full_address(request, request.get_full_path())
    calendar.add("SOURCE", address, parameters={"VALUE": "URI"})
    calendar.add("REFRESH-INTERVAL", REFRESH, parameters={"VALUE": "DURATION"})
    calendar.add("X-PUBLISHED-TTL", icalendar.vDuration(REFRESH))
    calendar.add("X-WR-TIMEZONE", settings.TIME_ZONE)
    return answer(calendar, subscribed(index, request.GET))


def subscribed(index: EventIndexPage, query: QueryDict) -> QuerySet[EventPage]:
    """The events of a period or a month that was asked for; else of last year and to come."""
    events = index.listed_items(query).prefetch_related(None)
    if {"period", "month"} & index.filters_for(query).chosen.keys():
        return events
    return events.filter(ends_at__gte=timezone.now() - KEPT)


@require_safe
@cache_control(public=True, max_age=settings.API_CACHE_SECONDS)
@conditional_page
def event(request: HttpRequest, path: str) -> HttpResponse:
    """The event whose page has this path in the language of the address, as a file to keep.

    Raises Http404 where there is no public event.
    """
    site = Site.find_for_request(request)
    places = [
        f"{root.root_path}{path}/"
        for root in Site.get_site_root_paths()
        if site and (root.site_id, root.language_code) == (site.pk, request.LANGUAGE_CODE)
    ]
    found = get_object_or_404(public_pages(EventPage), url_path__in=places)
    response = answer(
        icalendar.Calendar.new(prodid=PRODUCT, uid=f"{found.translation_key}-file"), [found]
    )
    response["Content-Disposition"] = f'attachment; filename="{found.slug}.ics"'
    return response


def answer(calendar: icalendar.Calendar, events: Iterable[EventPage]) -> HttpResponse:
    """The calendar with these events, and with the time zone of their hours."""
    calendar.add_component(TIME_ZONE)
    for event in events:
        calendar.add_component(component(event))
    return HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")


def component(event: EventPage) -> icalendar.Event:
    """An event for calendars. It is the same one in both languages, by its uid.

    Whichever was published last has the higher sequence. There is no ORGANIZER: that is somebody
    with an e-mail address who sends invitations and receives answers.
    """
    published_at = event.last_published_at or EPOCH
    start, end = span(event)
    found = icalendar.Event.new(
        uid=str(event.translation_key),
        sequence=max(int((published_at - EPOCH).total_seconds()), 0),
        stamp=published_at,
        last_modified=published_at,
        start=start,
        end=end,
        summary=summary(event),
        status=STATUSES[EventPage.Status(event.status)],
        description=printable("\n\n".join(paragraphs(event))),
        location=printable(location(event)) or None,
        url=event.public_url,
    )
    if event.latitude is not None and event.longitude is not None:
        found.add("GEO", (float(event.latitude), float(event.longitude)))
    return found


def span(event: EventPage) -> tuple[datetime.date, datetime.date | None]:
    """The start and the end: moments of local time, or of an all-day event days, the end excluded.

    None for the end of an event of which only the start is known.
    """
    start, end = timezone.localtime(event.starts_at), timezone.localtime(event.ends_at)
    if event.all_day:
        return start.date(), end.date() + datetime.timedelta(days=1)
    return start, end if end > start else None


def summary(event: EventPage) -> str:
    """The title; before it the status where the event does not take place as planned.

    Not every calendar shows a status of its own accord.
    """
    if event.status == EventPage.Status.SCHEDULED:
        return printable(event.title)
    return printable(f"{event.get_status_display()}: {event.title}")


def location(event: EventPage) -> str:
    """The place; of an event that is online only, the link."""
    place = ", ".join(part for part in (event.venue, event.address) if part)
    return place or event.online_url


def paragraphs(event: EventPage) -> list[str]:
    """What else a reader of a calendar should know, in plain text of the active language."""
    lines: list[Any] = [NOTES.get(EventPage.Status(event.status)), event.intro]
    if event.moved_from:
        lines.append(f"{_('Moved from')}: {moment(event.moved_from, event.all_day)}")
    if event.online_url:
        lines.append(f"{_('Online')}: {event.online_url}")
    if event.registration_url and event.status == EventPage.Status.SCHEDULED:
        lines.append(f"{_('Registration')}: {event.registration_url}")
        if event.registration_deadline:
            lines.append(f"{_('Registration until')}: {moment(event.registration_deadline)}")
    lines.append(event.public_url)
    return [str(line) for line in lines if line]


def moment(at: datetime.datetime, all_day: bool = False) -> str:
    """The local time in words, or of an all-day event the day."""
    return formats.date_format(
        timezone.localtime(at), "DATE_FORMAT" if all_day else "DATETIME_FORMAT"
    )
