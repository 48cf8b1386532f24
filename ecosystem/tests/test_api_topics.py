"""Sectors and technologies in the delivery API."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.tests.api import HOSTILE, ROOT, get, refused
from ecosystem.tests.factories import SectorFactory, TechnologyFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db

KINDS = pytest.mark.parametrize(
    "name, factory", [("sectors", SectorFactory), ("technologies", TechnologyFactory)]
)


@KINDS
def test_topics_are_listed_by_name_in_a_language(client, name, factory):
    for title in ("Robotai", "Metalas"):
        topic = factory(name=title)
    english = translated(topic, name="Metal")
    assert [item["name"] for item in get(client, f"{name}/")["items"]] == ["Metalas", "Robotai"]
    [item] = get(client, f"{name}/?locale=en")["items"]
    assert item == {
        "id": english.pk,
        "slug": topic.slug,
        "name": "Metal",
        "locale": "en",
        "translations": [{"locale": "lt", "id": topic.pk}, {"locale": "en", "id": english.pk}],
    }


@KINDS
def test_a_topic_is_found_by_its_id(client, name, factory):
    topic = factory(name="Metalas", slug="metalas")
    factory()
    assert get(client, f"{name}/{topic.pk}/") == {
        "id": topic.pk,
        "slug": "metalas",
        "name": "Metalas",
        "locale": "lt",
        "translations": [{"locale": "lt", "id": topic.pk}, {"locale": "en", "id": None}],
    }
    english = translated(topic, name="Metal")
    assert get(client, f"{name}/{english.pk}/")["name"] == "Metal"


@KINDS
def test_what_is_not_published_or_has_expired_is_nowhere(client, name, factory):
    topic = factory()
    english = translated(topic)
    english.unpublish()
    expired = factory(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    assert get(client, f"{name}/?locale=en")["items"] == []
    [item] = get(client, f"{name}/")["items"]
    assert item["translations"][1] == {"locale": "en", "id": None}
    for pk in (english.pk, expired.pk, 2**31 - 1):
        get(client, f"{name}/{pk}/", status=404)


@KINDS
def test_a_list_comes_in_parts(client, name, factory):
    for title in "ABC":
        factory(name=title)
    answer = get(client, f"{name}/?limit=2")
    assert (answer["count"], answer["previous"]) == (3, None)
    assert [item["name"] for item in answer["items"]] == ["A", "B"]
    answer = client.get(answer["next"]).json()
    assert [item["name"] for item in answer["items"]] == ["C"]
    assert answer["next"] is None


@KINDS
def test_an_answer_says_its_language_and_is_kept_by_caches(client, name, factory):
    factory()
    response = client.get(f"{ROOT}{name}/?locale=en")
    assert response["Content-Language"] == "en"
    again = client.get(f"{ROOT}{name}/?locale=en", headers={"If-None-Match": response["ETag"]})
    assert again.status_code == 304


@KINDS
def test_what_cannot_be_understood_is_refused_and_named(client, name, factory):
    for parameter in ("limit", "offset", "locale"):
        for value in HOSTILE:
            if (parameter, value) != ("offset", "0"):
                assert refused(client, f"{name}/?{parameter}={value}") == [parameter]
    for parameter in ("nonsense", "slug", "view"):
        assert refused(client, f"{name}/?{parameter}=1") == [parameter]
    assert refused(client, f"{name}/{10**30}/") == ["id"]


@KINDS
def test_a_list_costs_three_queries_for_1_and_for_20(client, name, factory):
    for _number in range(20):
        topic = factory()
    found = []
    for limit in (1, 20):
        assert len(get(client, f"{name}/?limit={limit}")["items"]) == limit
        found.append(cost(client, f"{ROOT}{name}/?limit={limit}"))
    assert found == [3, 3]
    assert cost(client, f"{ROOT}{name}/{topic.pk}/") == 2
