"""When a page counts as news: what results are ranked and narrowed by."""

import datetime
from functools import singledispatch

from django.utils import timezone

from ecosystem.models import InitiativePage, StrategyDocumentPage
from industry4.core.dates import last_day
from news.models import ArticlePage, EventPage

Days = tuple[datetime.date | None, datetime.date | None]


@singledispatch
def days(instance: object) -> Days:
    """The local days on which what the object tells of begins and ends, None where unknown."""
    return None, None


@days.register
def _(article: ArticlePage) -> Days:
    day = timezone.localdate(article.published_at)
    return day, day


@days.register
def _(event: EventPage) -> Days:
    return timezone.localdate(event.starts_at), timezone.localdate(event.ends_at)


@days.register
def _(document: StrategyDocumentPage) -> Days:
    return document.adopted_on, document.adopted_on


@days.register
def _(initiative: InitiativePage) -> Days:
    end = initiative.end_date and last_day(initiative.end_date, initiative.end_precision)
    return initiative.start_date, end
