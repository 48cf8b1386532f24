"""The search of the delivery API: what apps get, what they may ask, and what is counted."""

import datetime
from itertools import chain
from typing import get_args
from urllib.parse import quote

import pytest
from django.core.management import call_command
from wagtail.contrib.search_promotions.models import Query, SearchPromotion

from ecosystem.models import MemberPage
from ecosystem.tests.api import ROOT, get, refused, titles
from ecosystem.tests.factories import InitiativeFactory, MemberFactory, SectorFactory
from home.tests.factories import ContentPageFactory
from industry4.delivery.tests.searches import SEARCHES, WORDLESS
from industry4.media.models import Document
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, translated
from news.tests.factories import ArticleFactory, EventFactory, event_by, member_in
from search import api
from search.kinds import KINDS
from search.models import Asked

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


# What may be asked


@pytest.mark.parametrize(
    "q, sentence",
    [
        *((q, "Type at least one word to search for.") for q in WORDLESS),
        ("-robotas", "Type at least one word to search for."),
        ("x" * 201, "Search for at most 200 characters."),
        ("x" * 10_000, "Search for at most 200 characters."),
        ("a\x00b", "It may not contain a null character."),
    ],
)
def test_a_question_that_says_nothing_is_refused_in_english(client, q, sentence):
    for locale in ("lt", "en"):
        answer = get(client, f"search/?q={quote(q)}&locale={locale}", status=422)
        assert answer["errors"] == [{"parameter": "q", "message": sentence}]
        assert answer["type"].endswith("problems/#invalid-parameter")


@pytest.mark.parametrize(
    "query, name",
    [
        ("", "q"),
        ("q=x&locale=de", "locale"),
        ("q=x&kind=home", "kind"),
        ("q=x&kind=", "kind"),
        ("q=x&since=2026-02-30", "since"),
        ("q=x&since=1", "since"),
        ("q=x&until=tomorrow", "until"),
        ("q=x&until=2026-03-01T10:00", "until"),
        ("q=x&sector=a/b", "sector"),
        ("q=x&municipality=vilnius", "municipality"),
        ("q=x&limit=101", "limit"),
        ("q=x&offset=-1", "offset"),
        ("q=x&page=2", "page"),
    ],
)
def test_what_a_search_cannot_mean_is_refused_and_named(client, query, name):
    assert refused(client, f"search/?{query}") == [name]


def test_the_values_of_the_parameters_are_those_of_the_site():
    assert list(get_args(api.Kind)) == [kind.name for kind in KINDS]
    assert set(get_args(api.Municipality)) == set(MemberPage.Municipality.values)


# Caching and counting


def test_a_search_that_a_reader_has_already_is_not_sent_again(client):
    article = ArticleFactory(title="Robotas")
    first = client.get(f"{ROOT}search/?q=robotas")
    assert first["Cache-Control"].startswith("public")
    assert first["Last-Modified"]
    again = client.get(f"{ROOT}search/?q=robotas", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    article.unpublish()
    changed = client.get(f"{ROOT}search/?q=robotas", headers={"If-None-Match": first["ETag"]})
    assert (changed.status_code, changed.json()["count"]) == (200, 0)


def counted():
    """What editors read of the searches: language, words, times, results."""
    return list(Asked.objects.order_by("pk").values_list("language", "words", "times", "found"))


def test_a_search_is_counted_for_the_editors(client):
    ArticleFactory(title="Robotas")
    first = client.get(f"{ROOT}search/?q=Robotas")
    second = client.get(f"{ROOT}search/?q=robotas&limit=1")
    assert first.json()["items"] == second.json()["items"]
    assert counted() == [("lt", "robotas", 2, 1)]
    get(client, "search/?q=robot&locale=en")
    assert counted() == [("lt", "robotas", 2, 1), ("en", "robot", 1, 0)]


def test_what_is_no_new_question_is_not_counted(client):
    ArticleFactory(title="Robotas")
    first = client.get(f"{ROOT}search/?q=robotas")
    for address in (
        "search/?q=robotas&offset=1",
        "search/?q=robotas&kind=article",
        "search/?q=robotas&since=2020-01-01",
        "search/suggest/?q=lazer",
    ):
        get(client, address)
    client.get(f"{ROOT}search/?q=robotas", headers={"If-None-Match": first["ETag"]})
    client.get(f"{ROOT}search/?q=lazeris&nonsense=1")
    assert counted() == [("lt", "robotas", 1, 1)]


# Suggestions


def test_pages_are_suggested_by_the_beginnings_of_their_titles(client):
    event = EventFactory(title="Robotikos diena Panevėžyje")
    translated(event, title="Robotics day")
    response = client.get(f"{ROOT}search/suggest/?q=diena panevez")
    assert response.json() == {
        "items": [{"type": "event", "id": event.pk, "title": event.title, "url": event.full_url}]
    }
    assert response["Content-Language"] == "lt"
    assert response["ETag"]
    assert titles(client, "search/suggest/?q=robotics&locale=en") == ["Robotics day"]
    assert titles(client, "search/suggest/?q=robotics") == []


def test_there_are_six_suggestions_or_as_many_as_asked_for(client):
    ArticleFactory.create_batch(8, title="Robotas")
    assert len(titles(client, "search/suggest/?q=rob")) == 6
    assert len(titles(client, "search/suggest/?q=rob&limit=8")) == 8


@pytest.mark.parametrize("q", ["", "?q=", "?q=r", "?q=%20", "?q=%22-%25", "?q=%F0%9F%98%80"])
def test_before_there_are_two_letters_nothing_is_suggested(client, q):
    ArticleFactory(title="Robotas r")
    assert get(client, f"search/suggest/{q}") == {"items": []}


@pytest.mark.parametrize(
    "query, name",
    [
        (f"q={'x' * 201}", "q"),
        ("q=a%00b", "q"),
        ("q=ro&limit=0", "limit"),
        ("q=ro&limit=21", "limit"),
        ("q=ro&locale=de", "locale"),
        ("q=ro&kind=event", "kind"),
    ],
)
def test_what_suggestions_cannot_be_asked_for_is_refused_and_named(client, query, name):
    assert refused(client, f"search/suggest/?{query}") == [name]


# What it costs


@pytest.mark.parametrize("kind", ["", "&kind=document"])
def test_a_search_costs_the_same_queries_for_1_and_for_20(client, kind):
    if kind:
        DocumentFactory.create_batch(20, title="Robotas")
        body = [("documents", {"heading": "", "documents": list(Document.objects.all())})]
        ContentPageFactory(body=body)
    else:
        for factory in (ArticleFactory, EventFactory, MemberFactory, ContentPageFactory):
            factory.create_batch(5, title="Robotas")
    costs = []
    for limit in (1, 20):
        address = f"{ROOT}search/?q=robotas&limit={limit}{kind}"
        assert len(client.get(address).json()["items"]) == limit
        costs.append(cost(client, address))
    assert costs[0] == costs[1] <= 10


def test_few_results_cost_what_helps_and_no_more(client):
    ArticleFactory(title="Robotas")
    assert cost(client, f"{ROOT}search/?q=robotas") <= 12


def test_suggestions_cost_the_same_queries_for_1_and_for_20(client):
    ArticleFactory.create_batch(20, title="Robotas")
    costs = []
    for limit in (1, 20):
        address = f"{ROOT}search/suggest/?q=rob&limit={limit}"
        assert len(client.get(address).json()["items"]) == limit
        costs.append(cost(client, address))
    assert costs[0] == costs[1] <= 5
