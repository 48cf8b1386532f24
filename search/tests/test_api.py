"""The search of the delivery API: what apps get of what was found."""

import datetime
from itertools import chain
from urllib.parse import quote

import pytest
from django.core.management import call_command
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from ecosystem.models import MemberPage
from ecosystem.tests.api import ROOT, get, titles
from ecosystem.tests.factories import InitiativeFactory, MemberFactory, SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.delivery.tests.searches import SEARCHES
from industry4.testing.factories import DocumentFactory, translated
from news.tests.factories import ArticleFactory, EventFactory, event_by, member_in

pytestmark = pytest.mark.django_db


def moment(year, month, day):
    """Noon of a day."""
    return datetime.datetime(year, month, day, 12, tzinfo=datetime.UTC)


def page_with_file(title, **file):
    """The file that a public page leads to."""
    document = DocumentFactory(title=title, **file)
    ContentPageFactory(body=[("documents", {"heading": "", "documents": [document]})])
    return document


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


def test_words_are_found_in_any_form_with_or_without_diacritics(client):
    ArticleFactory(title="Panevėžio įmonė")
    for q in ("panevezio imones", "Panevėžys įmonėms", '"panevežio įmonė" -robotas'):
        assert titles(client, f"search/?q={quote(q)}") == ["Panevėžio įmonė"], q


def test_a_file_is_found_in_its_own_language_and_has_no_address_in_this_api(client):
    document = page_with_file("Robotų atmintinė", language="mul")
    [item] = get(client, "search/?q=robotas")["items"]
    assert (item["type"], item["id"], item["locale"]) == ("document", document.pk, "mul")
    assert item["url"] == f"http://localhost{document.url}"
    assert item["api_url"] is None
    assert (item["first_day"], item["last_day"]) == (None, None)


def test_highlights_have_no_element_but_mark(client):
    ArticleFactory(title="<b>Robotai</b> & „kiti“", intro="<script>robotas()</script>")
    [item] = get(client, "search/?q=robotas")["items"]
    assert item["title"] == "<b>Robotai</b> & „kiti“"
    assert item["highlights"] == {
        "title": "&lt;b&gt;<mark>Robotai</mark>&lt;/b&gt; &amp; „kiti“",
        "text": "&lt;script&gt;<mark>robotas</mark>()&lt;/script&gt;",
    }


def test_each_language_is_searched_by_itself(client):
    english = translated(ArticleFactory(title="Robotikos diena"), title="Robotics day")
    response = client.get(f"{ROOT}search/?q=robotics&locale=en")
    assert [item["id"] for item in response.json()["items"]] == [english.pk]
    assert response["Content-Language"] == "en"
    assert titles(client, "search/?q=robotikos&locale=en") == []
    page_with_file("Robotics guide", language="en")
    assert titles(client, "search/?q=guide") == []
    assert titles(client, "search/?q=guide&locale=en") == ["Robotics guide"]


def test_results_come_in_parts_none_of_them_twice(client):
    found = [ArticleFactory(title=f"Robotas {number}").pk for number in range(3)]
    address, parts = "search/?q=robotas&kind=article&limit=2", []
    while address:
        answer = get(client, address.removeprefix(f"http://localhost{ROOT}"))
        assert answer["count"] == 3
        parts.append([item["id"] for item in answer["items"]])
        address = answer["next"]
    assert [len(part) for part in parts] == [2, 1]
    assert sorted(chain.from_iterable(parts)) == found
    assert "q=robotas&kind=article&limit=2&offset=0" in answer["previous"]


def test_beyond_the_end_there_are_no_items_and_the_count_stays(client):
    ArticleFactory(title="Robotas")
    answer = get(client, "search/?q=robotas&offset=2147483647")
    assert (answer["items"], answer["count"], answer["next"]) == ([], 1, None)


@pytest.mark.parametrize("q", [*SEARCHES, "x" * 200])
def test_signs_of_query_languages_are_signs(client, q):
    ArticleFactory(title="Robotas")
    get(client, f"search/?q={quote(q)}")
    get(client, f"search/suggest/?q={quote(q)}")


# Narrowing


def test_the_kinds_are_counted_whichever_of_them_is_asked_for(client):
    ArticleFactory.create_batch(2, title="Robotas")
    member = MemberFactory(title="Robotas")
    page_with_file("Robotas")
    expected = [("article", "Naujienos", 2), ("member", "Nariai", 1), ("document", "Failai", 1)]
    for narrowed, count in (("", 4), ("&kind=member", 1), ("&kind=event", 0)):
        answer = get(client, f"search/?q=robotas{narrowed}")
        facets = answer["facets"]["kind"]
        assert [(each["value"], each["name"], each["count"]) for each in facets] == expected
        assert answer["count"] == count
    [item] = get(client, "search/?q=robotas&kind=member")["items"]
    assert item["id"] == member.pk
    translated(member, title="A robot")
    [facet] = get(client, "search/?q=robot&locale=en&kind=member")["facets"]["kind"][:1]
    assert facet["name"] == "Members"


def test_days_are_those_of_publishing_or_taking_place_both_included(client):
    ArticleFactory(title="Robotas kovą", published_at=moment(2026, 3, 10))
    EventFactory(
        title="Robotas tris dienas", starts_at=moment(2026, 3, 9), ends_at=moment(2026, 3, 11)
    )
    ContentPageFactory(title="Robotas visada")
    for days, expected in {
        "since=2026-03-10": {"Robotas kovą", "Robotas tris dienas"},
        "since=2026-03-11": {"Robotas tris dienas"},
        "since=2026-03-12": set(),
        "until=2026-03-10": {"Robotas kovą", "Robotas tris dienas"},
        "until=2026-03-09": {"Robotas tris dienas"},
        "until=2026-03-08": set(),
        "since=2026-03-10&until=2026-03-10": {"Robotas kovą", "Robotas tris dienas"},
        "since=0001-01-01&until=9999-12-31": {"Robotas kovą", "Robotas tris dienas"},
        "since=2026-03-12&until=2026-03-01": set(),
    }.items():
        assert set(titles(client, f"search/?q=robotas&{days}")) == expected, days


def test_a_sector_and_a_municipality_leave_members_and_what_they_have_a_part_in(client):
    sector = SectorFactory(slug="metalas")
    member = member_in(sector, title="Robotų gamykla", municipality=MemberPage.Municipality.BIRZAI)
    event_by(member, title="Robotų diena")
    InitiativeFactory(title="Robotai kaimynams", lead=member)
    MemberFactory(title="Robotai kitur", municipality=MemberPage.Municipality.PASVALYS)
    ArticleFactory(title="Robotai visur")
    parts = {"Robotų gamykla", "Robotų diena", "Robotai kaimynams"}
    assert set(titles(client, "search/?q=robotai&sector=metalas")) == parts
    assert set(titles(client, "search/?q=robotai&municipality=birzai")) == parts
    assert titles(client, "search/?q=robotai&municipality=pasvalys") == ["Robotai kitur"]
    assert titles(client, "search/?q=robotai&sector=metalas&municipality=pasvalys") == []
    assert titles(client, "search/?q=robotai&sector=none") == []


# What helps


def test_what_editors_promote_stands_above_the_first_part(client):
    page = ContentPageFactory(title="Kas mes")
    for chosen in (
        {"page": page},
        {"external_link_url": "https://a.example/", "external_link_text": "Kitur"},
    ):
        SearchPromotion.objects.create(
            query=Query.get("robotas"), description="Pirmiausia", sort_order=1, **chosen
        )
    ArticleFactory(title="Robotai")
    answer = get(client, "search/?q=robotai")
    assert answer["promoted"] == [
        {"title": "Kas mes", "url": page.full_url, "description": "Pirmiausia"},
        {"title": "Kitur", "url": "https://a.example/", "description": "Pirmiausia"},
    ]
    assert titles(client, "search/?q=robotai") == ["Robotai"]
    assert get(client, "search/?q=robotai&offset=1")["promoted"] == []
    assert get(client, "search/?q=lazeriai")["promoted"] == []


def test_a_misspelt_word_is_mended_where_little_was_found(client):
    ArticleFactory(title="Robotizacija")
    call_command("search_vocabulary")
    answer = get(client, "search/?q=robotizcija")
    assert (answer["count"], answer["did_you_mean"]) == (0, "robotizacija")
    assert get(client, "search/?q=robotizacija")["did_you_mean"] is None


def test_fewer_than_five_results_tell_how_many_the_other_language_has(client):
    page = ArticleFactory(title="Robotas CNC")
    assert get(client, "search/?q=CNC")["in_other_language"] is None  # there is nothing
    translated(page, title="CNC robot")
    expected = {"locale": "en", "count": 1}
    assert get(client, "search/?q=CNC")["in_other_language"] == expected
    assert get(client, "search/?q=CNC&kind=article")["in_other_language"] == expected
    assert get(client, "search/?q=CNC&kind=event")["in_other_language"] is None
    ArticleFactory.create_batch(4, title="Robotas CNC")
    assert get(client, "search/?q=CNC")["in_other_language"] is None  # there is enough here
