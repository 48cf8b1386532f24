"""Which page stands at an address: as Wagtail finds it, however deep it lies, at the same price."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Site

from home.tests.factories import ContentPageFactory
from industry4.testing.budgets import cost
from industry4.testing.editors import sign_in
from industry4.testing.factories import home_page, translated

pytestmark = pytest.mark.django_db


def heading(client, address):
    """The heading of the page at an address; None where there is none."""
    response = client.get(address)
    if response.status_code == 404:
        return None
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser").h1.get_text(strip=True)


def below(page, count, **kwargs):
    """The page at the end of `count` pages, each below the one before, from `page` down."""
    for number in range(count):
        page = ContentPageFactory(parent=page, title=f"Gylis {number}", slug="gylis", **kwargs)
    return page


def private(page, how=PageViewRestriction.LOGIN, **kwargs):
    PageViewRestriction.objects.create(page=page, restriction_type=how, **kwargs)


def test_pages_with_the_same_slug_are_told_apart_by_their_place():
    other = ContentPageFactory(title="Kita", slug="kita")
    assert below(home_page(), 2).url == "/gylis/gylis/"
    assert below(other, 1).url == "/kita/gylis/"


def test_each_is_found_at_its_address(client):
    other = ContentPageFactory(title="Kita", slug="kita")
    ContentPageFactory(title="Po kita", slug="gylis", parent=other)
    below(home_page(), 3)
    found = {
        address: heading(client, address)
        for address in ("/gylis/", "/gylis/gylis/", "/gylis/gylis/gylis/", "/kita/gylis/")
    }
    assert list(found.values()) == ["Gylis 0", "Gylis 1", "Gylis 2", "Po kita"]


@pytest.mark.parametrize("address", ["/kita/", "/gylis/kita/", "/kita/gylis/", "/en/gylis/"])
def test_an_address_where_no_page_stands_is_not_found(client, address):
    below(home_page(), 2)
    assert heading(client, address) is None


def test_an_address_without_its_last_slash_leads_to_the_page(client):
    page = ContentPageFactory()
    response = client.get(page.url.rstrip("/"))
    assert (response.status_code, response["location"]) == (301, page.url)


def test_each_language_has_its_own_pages(client):
    english = translated(ContentPageFactory(title="Apie", slug="apie"), slug="about", title="About")
    assert english.url == "/en/about/"
    assert heading(client, "/en/about/") == "About"
    assert heading(client, "/en/apie/") is heading(client, "/about/") is None


def test_a_page_that_is_not_published_is_not_found(client):
    page = below(home_page(), 2)
    page.unpublish()
    assert heading(client, page.url) is None


def test_a_page_below_one_that_is_not_published_is_found(client):
    page = below(home_page(), 2)
    page.get_parent().specific.unpublish()
    assert heading(client, page.url) == "Gylis 1"


def test_without_a_home_page_in_its_language_the_address_leads_to_the_other(client):
    page = ContentPageFactory(title="Apie", slug="apie")
    home_page("en").unpublish()
    response = client.get("/en/")
    assert response.context["page"].pk == home_page().pk
    assert heading(client, f"/en{page.url}") == "Apie"


def test_a_site_without_a_page_of_its_own_shows_none(client):
    Site.objects.all().delete()
    assert client.get("/").status_code == 404


def test_an_address_that_was_moved_leads_to_where_it_is_now(client):
    page = ContentPageFactory()
    Redirect.add_redirect("/senas", redirect_to=page, is_permanent=True)
    response = client.get("/senas/")
    assert (response.status_code, response["location"]) == (301, page.url)


@pytest.mark.parametrize("depth", [0, 1, 3])
def test_a_private_page_asks_for_a_login_wherever_the_restriction_lies(client, depth):
    page = below(home_page(), 3)
    private(Page.objects.get(path=page.path[: len(page.path) - depth * page.steplen]))
    response = client.get(page.url)
    assert response.status_code == 302
    assert response["location"].startswith(reverse("wagtailcore_login"))
    assert sign_in(client).get(page.url).status_code == 200


def test_a_private_page_asks_for_its_password_and_opens_with_it(client):
    page = below(home_page(), 2)
    private(page.get_parent(), PageViewRestriction.PASSWORD, password="robotas")
    shown = BeautifulSoup(client.get(page.url).content, "html.parser")
    assert page.title not in shown.text
    form = shown.select_one('form[action^="/_util/"]')
    answer = client.post(form["action"], {"password": "robotas", "return_url": page.url})
    assert (answer.status_code, answer["location"]) == (302, page.url)
    assert heading(client, page.url) == page.title


def test_an_alias_of_a_private_page_is_private(client):
    page = ContentPageFactory()
    alias = page.create_alias(update_slug="pavadintas", parent=home_page())
    assert client.get(alias.url).status_code == 200
    private(page)
    assert client.get(alias.url).status_code == 302


def test_a_page_deep_down_costs_no_more_queries_than_one_at_the_top(client):
    page = below(home_page(), 6)
    assert cost(client, page.url) == cost(client, "/gylis/")


def test_an_address_deep_down_that_is_missing_costs_no_more_either(
    client, django_assert_max_num_queries
):
    page = below(home_page(), 6)
    client.get("/nera/")
    with django_assert_max_num_queries(20):
        assert client.get(f"{page.url}nera/").status_code == 404
