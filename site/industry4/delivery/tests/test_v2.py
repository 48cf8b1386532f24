"""Wagtail's API v2 as this site serves it."""

import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Site

from home.tests.factories import ContentPageFactory
from industry4.delivery.tests.searches import SEARCHES, WORDLESS
from industry4.media import renditions
from industry4.testing.factories import DocumentFactory, ImageFactory, home_page, translated
from news.tests.factories import ArticleFactory, EventFactory, full_event

pytestmark = pytest.mark.django_db

PAGES = "/api/v2/pages/"


def get(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status, response.content[:500]
    return response.json()


def test_a_list_of_events_costs_the_same_queries_for_1_and_for_20(
    client, django_assert_max_num_queries
):
    for _number in range(20):
        full_event()
    Site.clear_site_root_paths_cache()
    client.get(PAGES)
    counts = []
    for limit in (1, 20):
        with django_assert_max_num_queries(15) as queries:
            answer = get(client, f"{PAGES}?type=news.EventPage&fields=*&limit={limit}")
        assert len(answer["items"]) == limit
        counts.append(len(queries))
    assert counts[0] == counts[1]


def test_an_event_has_all_its_fields(client):
    event = full_event(price="12.50", venue="RoboLabas")
    answer = get(client, f"{PAGES}{event.pk}/")
    assert answer["price"] == "12.50"
    assert answer["venue"] == "RoboLabas"
    assert datetime.datetime.fromisoformat(answer["starts_at"]) == event.starts_at
    assert answer["organisers"][0]["target"]["type"] == "member"
    assert answer["speakers"][0]["name"] == "Pavyzdys"
    assert answer["programme"][0]["title"] == "Pradžia"
    assert answer["documents"][0]["document"]["url"].startswith("http://localhost/documents/")
    assert [block["type"] for block in answer["body"]] == [
        "text",
        "figure",
        "documents",
        "related_pages",
    ]


def test_an_image_comes_with_its_renditions_once_they_are_made(client):
    event = full_event()
    image = get(client, f"{PAGES}{event.pk}/")["listing_image"]
    assert image["alt"] == "Robotas prie stalo"
    assert image["src"].startswith("http://localhost/media/original_images/")
    assert image["renditions"] == {"avif": None, "webp": None}

    renditions.make(event.listing_image)
    image = get(client, f"{PAGES}{event.pk}/")["listing_image"]
    assert [file["width"] for file in image["renditions"]["webp"]["files"]] == [480, 640]
    assert image["src"].endswith(".webp")


def test_links_and_alternative_texts_are_of_the_pages_own_language(client):
    event = full_event()
    english = translated(event)
    member = translated(event.organisers.first().member)
    answer = get(client, f"{PAGES}{english.pk}/")
    assert f'href="{member.full_url}"' in answer["body"][0]["value"]
    assert answer["body"][1]["value"]["image"]["alt"] == "A robot at a table"
    assert answer["organisers"][0]["target"]["id"] == member.pk
    assert answer["body"][3]["value"]["pages"][0]["url"] == member.full_url


def test_every_page_says_its_translations_with_their_state(client):
    article = ArticleFactory()
    english = translated(article)
    article.title = "Kitaip"
    article.save_revision().publish()
    expected = [
        {"locale": "lt", "id": article.pk, "url": article.full_url, "state": "source"},
        {"locale": "en", "id": english.pk, "url": english.full_url, "state": "stale"},
    ]
    assert get(client, f"{PAGES}{english.pk}/")["meta"]["translations"] == expected
    listed = get(client, f"{PAGES}?type=news.ArticlePage&locale=lt")["items"]
    assert listed[0]["meta"]["translations"] == expected


def test_a_missing_translation_has_neither_id_nor_url(client):
    article = ArticleFactory()
    found = get(client, f"{PAGES}{article.pk}/")["meta"]["translations"]
    assert found[1] == {"locale": "en", "id": None, "url": None, "state": "missing"}


@pytest.mark.parametrize("language", ["lt", "en"])
def test_a_page_is_found_by_its_address_in_either_language(client, language):
    article = ArticleFactory()
    page = article if language == "lt" else translated(article)
    response = client.get(f"{PAGES}find/", {"html_path": page.url}, follow=True)
    assert response.json()["id"] == page.pk


def test_the_home_pages_are_found_by_their_addresses(client):
    for path, language in (("/", "lt"), ("/en/", "en")):
        response = client.get(f"{PAGES}find/", {"html_path": path}, follow=True)
        assert response.json()["id"] == home_page(language).pk


def test_an_address_without_a_page_is_not_found(client):
    answer = get(client, f"{PAGES}find/?html_path=/en/nothing/", status=404)
    assert answer["message"]


def test_search_finds_pages(client):
    ContentPageFactory(title="Robotikos diena")
    ContentPageFactory(title="Kitkas")
    answer = get(client, f"{PAGES}?search=robotikos")
    assert [item["title"] for item in answer["items"]] == ["Robotikos diena"]


@pytest.mark.parametrize("name", ["pages", "images", "documents"])
@pytest.mark.parametrize("search", [*SEARCHES, "robotas " * 1250, "x" * 10_000])
def test_signs_of_query_languages_are_signs_in_a_search(client, name, search):
    ContentPageFactory(title="Robotikos diena")
    for more in ({}, {"search_operator": "or"}):
        answer = client.get(f"/api/v2/{name}/", {"search": search, **more})
        assert answer.status_code == 200, answer.content[:500]


@pytest.mark.parametrize("search", WORDLESS)
def test_a_search_without_a_word_is_answered_400(client, search):
    response = client.get(PAGES, {"search": search})
    assert response.status_code == 400
    assert response.json() == {"message": "search needs at least one word"}


def test_a_quotation_mark_that_is_not_closed_hides_nothing(client):
    ContentPageFactory(title="Robotikos diena")
    answer = get(client, f'{PAGES}?search="robotikos')
    assert [item["title"] for item in answer["items"]] == ["Robotikos diena"]


def test_images_documents_and_redirects_are_served(client):
    ImageFactory()
    DocumentFactory()
    Redirect.objects.create(old_path="/senas", redirect_link="/naujas/")
    for name in ("images", "documents", "redirects"):
        assert get(client, f"/api/v2/{name}/")["meta"]["total_count"] == 1


@pytest.mark.parametrize(
    "query",
    [
        "nonsense=1",
        "limit=x",
        "limit=101",
        "offset=-1",
        "offset=" + "9" * 30,
        "order=nonsense",
        "type=no.Model",
        "fields=nonsense",
        "child_of=x",
        "translation_of=99999",
        "search=%00",
        "search=x&search_operator=zz",
        "locale=lt&locale=en",
        "slug=a%00b",
        "type=news.EventPage&starts_at=abc",
        "type=news.EventPage&listing_image=" + "9" * 30,
        "first_published_at=yesterday",
    ],
)
def test_what_cannot_be_understood_is_answered_400_with_a_message(client, query):
    assert get(client, f"{PAGES}?{query}", status=400)["message"]


@pytest.mark.parametrize("query", ["id=abc", "id=%00", "html_path=%00"])
def test_a_malformed_search_for_one_page_is_answered_400(client, query):
    assert get(client, f"{PAGES}find/?{query}", status=400)["message"]


def test_an_unknown_page_or_language_is_not_found(client):
    get(client, f"{PAGES}99999/", status=404)
    get(client, f"{PAGES}?locale=de", status=404)


def test_an_error_of_our_own_is_not_blamed_on_the_reader(client, monkeypatch):
    full_event()
    monkeypatch.setattr(
        "industry4.delivery.v2.references.References.preload",
        lambda self, pages: int("not a number"),
    )
    client.raise_request_exception = False
    assert client.get(f"{PAGES}?type=news.EventPage&fields=*").status_code == 500


def test_upcoming_events_are_ordered_by_start(client):
    late = EventFactory(starts_at=timezone.now() + datetime.timedelta(days=9))
    soon = EventFactory(starts_at=timezone.now() + datetime.timedelta(days=2))
    cache.clear()
    answer = get(client, f"{PAGES}?type=news.EventPage&order=starts_at")
    assert [item["id"] for item in answer["items"]] == [soon.pk, late.pk]
