"""The home page, content, contact and sections in the delivery API; one request for a screen."""

from urllib.parse import urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup

from ecosystem.tests.api import BUDGET, ROOT, get
from ecosystem.tests.factories import InitiativeFactory, MemberFactory
from home.models import Partner
from home.tests.factories import ContentPageFactory
from industry4.delivery.pages import TYPES
from industry4.delivery.tests.content import everything, full_contact, full_content, full_home
from industry4.testing.budgets import cost
from industry4.testing.factories import home_page, multiplied, translated
from news.tests.factories import ArticleFactory, EventFactory

pytestmark = pytest.mark.django_db


def by_path(client, path):
    """What `pages/?path=` answers."""
    response = client.get(f"{ROOT}pages/", {"path": path})
    assert response.status_code == 200, response.content[:500]
    return response.json()


# The home page


def test_the_home_page_in_full_has_all_that_it_shows(client):
    member, initiative = MemberFactory(title="Mokykla"), InitiativeFactory(title="Robotai")
    event, article = EventFactory(title="Diena"), ArticleFactory(title="Naujiena")
    home = full_home(member, initiative)
    answer = by_path(client, "/")
    assert answer == get(client, f"pages/{home.pk}/")
    assert (answer["type"], answer["view"], answer["locale"]) == ("home", "full", "lt")
    for name, value in {
        "hero_title": "Robotų regionas",
        "intro": "Trumpai.",
        "purpose": f'<p>Kam. <a href="{initiative.full_url}">Pavyzdys</a></p>',
        "key_figures": [{"number": "500.00", "unit": "", "label": "įmonių", "source": "VDA"}],
        "invitation_title": "Prisijunkite",
        "invitation_text": "Kviečiame.",
        "invitation_label": "Skaityti",
        "breadcrumbs": [],
    }.items():
        assert answer[name] == value, name
    assert answer["hero_image"]["alt"] == "Robotas prie stalo"
    assert answer["invitation_page"]["id"] == member.pk
    for name, page in {
        "next_events": event,
        "initiatives": initiative,
        "latest_articles": article,
        "members": member,
    }.items():
        [card] = answer[name]
        assert (card["id"], card["view"], card["url"]) == (page.pk, "card", page.full_url), name
    first, second = answer["partners"]
    assert (first["name"], first["page"]["id"], first["logo"]) == ("Mokykla", member.pk, None)
    assert (second["name"], second["page"], second["url"]) == (
        *("Rėmėjas", None),
        "https://example.org/",
    )
    assert second["logo"]["src"].startswith("http://localhost/media/")
    assert {page["type"] for page in answer["sections"]} == {
        *("article_list", "event_list", "member_list", "initiative_list"),
    }


def test_the_home_page_of_a_language_shows_that_language(client):
    initiative = InitiativeFactory(title="Robotai")
    member = MemberFactory(title="Mokykla")
    home = full_home(member, initiative)
    EventFactory(title="Tik lietuviškai")
    translated(home)
    translated(initiative, title="Robots")
    answer = by_path(client, "/en/")
    assert (answer["locale"], answer["hero_title"]) == ("en", "EN Robotų regionas")
    assert [card["title"] for card in answer["initiatives"]] == ["Robots"]
    assert answer["next_events"] == []
    assert answer["invitation_page"]["locale"] == "lt"  # not translated: the original
    translated(member, title="School")
    answer = by_path(client, "/en/")
    assert answer["invitation_page"]["title"] == "School"
    assert answer["partners"][0]["name"] == "School"


def test_a_partner_or_an_invitation_that_is_not_public_is_left_out(client):
    member = MemberFactory(title="Slapta UAB")
    full_home(member, InitiativeFactory())
    member.unpublish()
    answer = by_path(client, "/")
    assert [partner["name"] for partner in answer["partners"]] == ["Rėmėjas"]
    assert answer["invitation_page"] is None
    assert "Slapta UAB" not in str(answer)


def test_an_empty_home_page_is_a_page(client):
    answer = by_path(client, "/en/")
    for name in ("key_figures", "next_events", "initiatives", "latest_articles", "members"):
        assert answer[name] == [], name
    assert (answer["sections"], answer["partners"], answer["invitation_page"]) == ([], [], None)


# Content and contact pages


def test_a_content_page_has_its_body_in_its_order(client):
    page = full_content(title="Apie", intro="Trumpai.", seo_title="Apie mus")
    answer = get(client, f"pages/{page.pk}/")
    assert (answer["type"], answer["title"], answer["intro"]) == ("content", "Apie", "Trumpai.")
    assert (answer["seo_title"], answer["description"]) == ("Apie mus", "Trumpai.")
    assert [block["type"] for block in answer["body"]] == [
        *("heading", "text", "figure", "gallery", "quotation", "key_figure", "video"),
        *("documents", "call_to_action", "questions", "contact_person", "related_pages"),
    ]
    assert answer["social_image"]["id"] == page.social_image_id
    assert answer["listing_image"]["id"] == page.listing_image_id


def test_a_page_below_a_page_says_where_it_stands(client):
    parent = ContentPageFactory(title="Apie")
    child = ContentPageFactory(title="Istorija", parent=parent)
    found = get(client, f"pages/{child.pk}/")["breadcrumbs"]
    assert [page["id"] for page in found] == [home_page().pk, parent.pk]
    assert found[1]["url"] == parent.full_url
    english = translated(child)
    found = get(client, f"pages/{english.pk}/")["breadcrumbs"]
    assert [page["locale"] for page in found] == ["en", "en"]


def test_the_contact_page_has_its_people_and_no_address_for_messages(client):
    page = full_contact(recipient="biuras@example.org")
    answer = get(client, f"pages/{page.pk}/")
    assert (answer["type"], answer["form_intro"]) == ("contact", "Rašykite.")
    assert answer["consent_text"] == page.consent_text
    assert answer["people"] == [
        {"name": "Ona", "role": "Vadovė", "email": "a@example.org", "phone": "1"}
    ]
    assert "biuras@example.org" not in str(answer)


# One request for a screen


def main_of(client, path):
    """What readers see of a page between its header and its footer."""
    soup = BeautifulSoup(client.get(path).content, "html.parser")
    return soup.main


def said(value):
    """Every text in an answer."""
    if isinstance(value, dict):
        return [text for each in value.values() for text in said(each)]
    if isinstance(value, list):
        return [text for each in value for text in said(each)]
    return [str(value)]


def links(main, path):
    """The full addresses that a page leads to, without what an app derives from the answer."""
    here = urljoin("http://localhost", path)
    for link in main.find_all("a", href=True):
        address = urljoin(here, link["href"])
        is_same_page = address.partition("?")[0].partition("#")[0] == here
        is_derived = address.startswith(("tel:", "https://www.openstreetmap.org/")) or (
            address.endswith((".rss", ".atom", ".ics"))  # the same content for other readers
        )
        if not is_same_page and not is_derived:
            yield address.partition("#goal-")[0]


def words(text):
    return " ".join(text.split())


def test_one_request_has_all_links_and_titles_of_a_screen(client):
    pages = everything()
    assert set(pages) == {page_type.model.api_type for page_type in TYPES.values()}
    for name, lithuanian in pages.items():
        translations = get(client, f"pages/{lithuanian.pk}/")["translations"]
        assert [each["state"] for each in translations] == ["source", "current"], name
        for each in translations:
            path = urlsplit(each["url"]).path
            main, answer = main_of(client, path), by_path(client, path)
            assert answer["type"] == name
            texts = said(answer)
            together = "\n".join(texts)
            for address in links(main, path):
                address = address.removeprefix("mailto:")
                assert address in texts or f'href="{address}"' in together, (path, address)
            titles = main.select("article h2, article h3, h1, .rows a, .cards a, .names a")
            assert titles
            for title in titles:
                assert words(title.text) in [words(text) for text in texts], (path, title)


# Cost


def test_every_page_by_its_address_costs_few_queries(client):
    pages = everything()
    found = {}
    for name, page in pages.items():
        english = page.get_translations().get()
        for each in (page, english):
            found[name, each.locale.language_code] = cost(client, f"{ROOT}pages/?path={each.url}")
    assert {name: queries for name, queries in found.items() if queries > BUDGET} == {}


def test_the_home_page_costs_the_same_queries_for_1_and_for_20_of_everything(client):
    member, initiative = MemberFactory(), InitiativeFactory()
    full_home(member, initiative)
    EventFactory()
    ArticleFactory()
    one = cost(client, f"{ROOT}pages/?path=/")
    members = multiplied(member, 19)
    home = home_page()
    home.partners = [Partner(locale=home.locale, member=each) for each in members]
    home.save_revision().publish()
    EventFactory.create_batch(3)
    ArticleFactory.create_batch(2)
    answer = by_path(client, "/")
    assert (len(answer["partners"]), len(answer["members"])) == (19, 18)
    assert cost(client, f"{ROOT}pages/?path=/") == one
