"""Tags that bring events to the pages of those who organise them."""

from typing import Any

from django import template
from wagtail.models import Page

from news.organised import events_of_members

register = template.Library()


@register.simple_tag
def events_of(member: Page) -> list[Any]:
    """The events that a member organises, as `events_of_members` chooses them."""
    return events_of_members([member]).get((member.translation_key, member.locale_id), [])
