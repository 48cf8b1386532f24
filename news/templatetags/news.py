"""Tags that bring news and events to the pages that they are about."""

from django import template
from django.utils import timezone
from wagtail.models import Page

from industry4.core import references
from industry4.core.public import public_pages
from news.models import ArticlePage, ArticleSubject, EventOrganiser, EventPage

register = template.Library()

AT_MOST = 3


@register.simple_tag
def articles_about(page: Page) -> list[ArticlePage]:
    """The latest articles in the page's language that name it as their subject; three at most."""
    about = ArticleSubject.objects.filter(subject__translation_key=page.translation_key)
    found = public_pages(ArticlePage).filter(locale=page.locale_id, pk__in=about.values("article"))
    articles = list(found.order_by("-published_at", "-pk")[:AT_MOST])
    references.current().preload([], cards=articles)
    return articles


@register.simple_tag
def events_of(member: Page) -> list[EventPage]:
    """The events in the member's language that it organises; three at most.

    Those to come, the soonest first; where there are none, the latest that have been.
    """
    organised = EventOrganiser.objects.filter(member__translation_key=member.translation_key)
    events = public_pages(EventPage).filter(
        locale=member.locale_id, pk__in=organised.values("event")
    )
    to_come = events.filter(ends_at__gte=timezone.now()).order_by("starts_at", "pk")
    return list(to_come[:AT_MOST]) or list(events.order_by("-starts_at", "-pk")[:AT_MOST])
