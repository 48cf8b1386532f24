"""Menus and the organisation in the delivery API."""

import pytest
from wagtail.models import Locale, PageViewRestriction, Site

from ecosystem.tests.api import HOSTILE, ROOT, get, refused
from home.tests.factories import ContentPageFactory
from industry4.core.models import (
    Navigation,
    NavigationItem,
    Organisation,
    SiteSettings,
    SocialLink,
)
from industry4.testing.budgets import cost
from industry4.testing.factories import multiplied, translated

pytestmark = pytest.mark.django_db


def choose(**values):
    """Choose what stands on every page of the site."""
    settings = SiteSettings.for_site(Site.objects.get())
    for name, value in values.items():
        setattr(settings, name, value)
    settings.save()


def menu(*items, place="main"):
    """A Lithuanian menu with these links, at the top or at the foot of every page."""
    navigation = Navigation.objects.create(name="Meniu", locale=Locale.get_default())
    navigation.items = [NavigationItem(locale=navigation.locale, **item) for item in items]
    navigation.save_revision().publish()
    choose(**{f"{place}_navigation": navigation})
    return navigation


def organisation(**values):
    """The published organisation of the site."""
    made = Organisation(locale=Locale.get_default(), **values)
    made.save()
    made.social_links = [
        SocialLink(locale=made.locale, label="LinkedIn", link_url="https://example.com/in")
    ]
    made.save_revision().publish()
    choose(organisation=made)
    return made


def test_a_menu_has_links_to_pages_and_to_addresses(client):
    page = ContentPageFactory(title="Apie mus")
    chosen = menu({"page": page}, {"link_url": "https://example.com/", "label": "Kitur"})
    answer = get(client, "navigation/")
    assert (answer["count"], answer["next"], answer["previous"]) == (1, None, None)
    expected = {
        "id": chosen.pk,
        "locale": "lt",
        "place": "main",
        "items": [
            {
                "text": "Apie mus",
                "url": page.full_url,
                "page": {
                    "id": page.pk,
                    "type": "content",
                    "locale": "lt",
                    "title": "Apie mus",
                    "url": page.full_url,
                },
            },
            {"text": "Kitur", "url": "https://example.com/", "page": None},
        ],
    }
    assert answer["items"] == [expected]
    assert get(client, f"navigation/{chosen.pk}/") == expected


def test_the_label_of_a_link_goes_before_the_title_of_its_page(client):
    menu({"page": ContentPageFactory(title="Apie mus"), "label": "Kas mes"})
    [item] = get(client, "navigation/")["items"][0]["items"]
    assert (item["text"], item["page"]["title"]) == ("Kas mes", "Apie mus")


def test_each_menu_says_where_it_stands(client):
    top, foot = menu(), menu(place="footer")
    found = [(item["id"], item["place"]) for item in get(client, "navigation/")["items"]]
    assert found == [(top.pk, "main"), (foot.pk, "footer")]


def test_the_english_menu_is_the_translation_of_the_chosen_one(client):
    page = ContentPageFactory(title="Apie mus")
    chosen = menu({"page": page, "label": "Apie"})
    assert get(client, "navigation/?locale=en")["items"] == []
    english_page, english = translated(page, title="About us"), translated(chosen)
    [found] = get(client, "navigation/?locale=en")["items"]
    assert (found["id"], found["locale"]) == (english.pk, "en")
    [item] = found["items"]
    assert (item["text"], item["url"]) == ("EN Apie", english_page.full_url)
    assert item["page"]["locale"] == "en"
    assert get(client, f"navigation/{english.pk}/") == found
    assert get(client, "navigation/")["items"][0]["items"][0]["url"] == page.full_url


def test_an_english_menu_names_a_page_without_a_translation_in_its_own_language(client):
    page = ContentPageFactory(title="Apie mus")
    translated(menu({"page": page}))
    [item] = get(client, "navigation/?locale=en")["items"][0]["items"]
    assert (item["page"]["locale"], item["url"]) == ("lt", page.full_url)


def test_a_link_to_a_page_that_is_not_public_is_left_out(client):
    shown, withdrawn, private = (ContentPageFactory() for _number in range(3))
    menu({"page": withdrawn}, {"page": shown}, {"page": private})
    withdrawn.unpublish()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    [found] = get(client, "navigation/")["items"]
    assert [item["page"]["id"] for item in found["items"]] == [shown.pk]


def test_the_organisation_is_said_in_each_language(client):
    made = organisation(
        name="Panevėžio pramonė",
        description="Kas mes.",
        address="Laisvės a. 1",
        email="info@example.com",
        phone="+370 600 00000",
    )
    assert get(client, "navigation/")["organisation"] == {
        "name": "Panevėžio pramonė",
        "description": "Kas mes.",
        "address": "Laisvės a. 1",
        "email": "info@example.com",
        "phone": "+370 600 00000",
        "social_links": [{"label": "LinkedIn", "url": "https://example.com/in"}],
    }
    assert get(client, "navigation/?locale=en")["organisation"] is None
    translated(made, name="Panevėžys Industry")
    found = get(client, "navigation/?locale=en")["organisation"]
    assert (found["name"], found["description"]) == ("Panevėžys Industry", "EN Kas mes.")


def test_a_site_where_nothing_was_chosen_yet_has_no_menus(client):
    SiteSettings.objects.all().delete()
    assert get(client, "navigation/") == {
        "count": 0,
        "next": None,
        "previous": None,
        "items": [],
        "organisation": None,
    }


def test_a_menu_that_is_not_chosen_or_not_there_is_not_found(client):
    other = Navigation.objects.create(name="Kitas", locale=Locale.get_default())
    for pk in (other.pk, 2**31 - 1):
        get(client, f"navigation/{pk}/", status=404)


def test_menus_come_in_parts(client):
    top, foot = menu(), menu(place="footer")
    answer = get(client, "navigation/?limit=1")
    assert (answer["count"], [item["id"] for item in answer["items"]]) == (2, [top.pk])
    answer = client.get(answer["next"]).json()
    assert [item["id"] for item in answer["items"]] == [foot.pk]
    assert (answer["next"], bool(answer["previous"])) == (None, True)


@pytest.mark.parametrize("language", ["lt", "en"])
def test_an_answer_says_its_language(client, language):
    menu()
    response = client.get(f"{ROOT}navigation/?locale={language}")
    assert response["Content-Language"] == language


@pytest.mark.parametrize(
    "name, value",
    [
        *[("limit", value) for value in HOSTILE],
        *[("locale", value) for value in HOSTILE],
        ("view", "full"),
        ("nonsense", "1"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_named(client, name, value):
    assert refused(client, f"navigation/?{name}={value}") == [name]


def test_the_menus_cost_the_same_queries_for_1_and_for_20_links(client):
    pages = multiplied(ContentPageFactory(), 20)
    organisation(name="Panevėžio pramonė")
    menu({"page": pages[0]})
    one = cost(client, f"{ROOT}navigation/")
    chosen = menu(*({"page": page} for page in pages))
    assert cost(client, f"{ROOT}navigation/") == one <= 10
    assert cost(client, f"{ROOT}navigation/{chosen.pk}/") <= 10
