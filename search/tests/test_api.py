"""The search of the delivery API: what apps get, what they may ask, and what is counted."""

import datetime
from typing import get_args
from urllib.parse import quote

import pytest
from django.core.management import call_command
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page

from ecosystem.models import MemberPage
from ecosystem.tests.api import ROOT, get, refused, titles
from ecosystem.tests.factories import InitiativeFactory, MemberFactory, SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, translated
from news.tests.factories import ArticleFactory, EventFactory, event_by, member_in
from search import api
from search.kinds import KINDS
from search.models import Asked

pytestmark = pytest.mark.django_db

HOSTILE = [
    '"robotas',
    "robotas'",
    "%robotas%",
    "robotas & | !",
    "robotas:* AND NOT (",
    "NEAR(robotas, 2) {robotas} ^robotas",
    "robotas\\",
    "robotas; DROP TABLE",
    "😀 robotas \u202e",
    "-robotas robotika",
    "ir",
    "x" * 200,
]


def moment(year, month, day):
    """Noon of a day."""
    return datetime.datetime(year, month, day, 12, tzinfo=datetime.UTC)


def page_with_file(title, **file):
    """The file that a public page leads to."""
    document = DocumentFactory(title=title, **file)
    ContentPageFactory(body=[("documents", {"heading": "", "documents": [document]})])
    return document


def tell(text):
    """What is said of a question that cannot be asked, after a look at who is to blame."""


# What is found


def test_a_page_is_found_with_what_an_app_shows_of_it(client):
    event = EventFactory(
        title="Robotikos diena",
        intro="Robotai & žmonės.",
        starts_at=moment(2026, 5, 4),
        ends_at=moment(2026, 5, 6),
    )
    assert get(client, "search/?q=robotas") == {
        "count": 1,
        "next": None,
        "previous": None,
        "items": [
            {
                "type": "event",
                "id": event.pk,
                "locale": "lt",
                "title": "Robotikos diena",
                "url": event.full_url,
                "api_url": f"http://localhost{ROOT}pages/{event.pk}/",
                "first_day": "2026-05-04",
                "last_day": "2026-05-06",
                "highlights": {
                    "title": "Robotikos diena",
                    "text": "<mark>Robotai</mark> &amp; žmonės.",
                },
            }
        ],
        "facets": {"kind": [{"value": "event", "name": "Renginiai", "count": 1}]},
        "promoted": [],
        "did_you_mean": None,
        "in_other_language": None,
    }


def test_the_address_in_this_api_answers_with_the_page_in_full(client):
    member = MemberFactory(title="Robotų dirbtuvės")
    [item] = get(client, "search/?q=robotai")["items"]
    page = client.get(item["api_url"]).json()
    assert (page["id"], page["type"], page["view"]) == (member.pk, "member", "full")
