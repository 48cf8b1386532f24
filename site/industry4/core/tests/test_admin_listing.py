"""The translation state in the admin's listings: a column, a filter, at the price of a query."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from ecosystem.tests.factories import MemberFactory
from industry4.core.admin import listing
from industry4.testing.budgets import cost
from industry4.testing.editors import sign_in
from industry4.testing.factories import translated
from news.models import NewsIndexPage
from news.tests.factories import ArticleFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    return sign_in(client)


def explorer():
    index = NewsIndexPage.objects.get(locale__language_code="lt")
    return reverse("wagtailadmin_explore", args=[index.pk])


def page_type():
    return reverse("wagtailadmin_pages:type_use", args=["news", "articlepage"])


def search():
    return reverse("wagtailadmin_pages:search") + "?q=naujiena"


LISTINGS = pytest.mark.parametrize("listing_of", [explorer, page_type, search])


def rows(client, address):
    """The text of each row of a listing, by the title of its page."""
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    found = {}
    for row in soup.select("table.listing tbody tr"):
        if title := row.select_one(".title-wrapper a"):
            found[title.get_text(" ", strip=True)] = " ".join(row.get_text(" ").split())
    return found


def one_of_each():
    """Articles of which the translation is missing, up to date and out of date."""
    missing = ArticleFactory(title="Naujiena be vertimo")
    current = ArticleFactory(title="Naujiena su vertimu")
    stale = ArticleFactory(title="Naujiena su senu vertimu")
    translated(current)
    translated(stale)
    stale.category = "story"
    stale.save_revision().publish()
    return {"missing": missing, "current": current, "stale": stale}


@LISTINGS
def test_every_listing_shows_the_state_of_each_page_in_each_language(editor, listing_of):
    one_of_each()
    shown = rows(editor, listing_of())
    assert "LT source EN missing" in shown["Naujiena be vertimo"]
    assert "LT source EN up to date" in shown["Naujiena su vertimu"]
    assert "LT source EN out of date" in shown["Naujiena su senu vertimu"]


@pytest.mark.parametrize("listing_of", [explorer, page_type])
def test_a_listing_can_be_narrowed_to_one_state(editor, listing_of):
    pages = one_of_each()
    titles = {page.title for page in pages.values()}
    for state, page in pages.items():
        shown = rows(editor, f"{listing_of()}?translation={state}")
        assert titles & shown.keys() == {page.title}, state


def test_a_state_and_a_search_narrow_a_listing_together(editor):
    one_of_each()
    shown = rows(editor, f"{explorer()}?translation=missing&q=vertimo")
    assert list(shown) == ["Naujiena be vertimo"]
    assert not rows(editor, f"{explorer()}?translation=missing&q=senu")


def test_a_filter_by_a_state_that_does_not_exist_says_so(editor):
    ArticleFactory()
    response = editor.get(f"{explorer()}?translation=nonsense")
    assert response.status_code == 200
    assert "nonsense" in response.content.decode()


@LISTINGS
def test_the_states_cost_one_query_whatever_the_number_of_rows(editor, monkeypatch, listing_of):
    for new_rows in (1, 4):
        ArticleFactory.create_batch(new_rows)
        with_states = cost(editor, listing_of())
        with monkeypatch.context() as patch:
            patch.setattr(listing, "translations", lambda keys=None: {})
            assert with_states - cost(editor, listing_of()) == 1


def test_a_page_without_a_public_page_in_any_language_is_missing_in_both(editor):
    MemberFactory(title="Juodraštis", published=False)
    address = reverse("wagtailadmin_pages:type_use", args=["ecosystem", "memberpage"])
    assert "LT missing EN missing" in rows(editor, address)["Juodraštis"]
