"""What may be created where: an editor is offered only what belongs there."""

import pytest
from django.urls import reverse
from wagtail.models import Page, get_page_models

from ecosystem.models import (
    AdvisoryBoardPage,
    CompetitionIndexPage,
    CompetitionPage,
    InitiativeIndexPage,
    InitiativePage,
    MemberIndexPage,
    MemberPage,
    StrategyDocumentPage,
    StrategyIndexPage,
)
from home.models import ContactPage, ContentPage, HomePage
from industry4.core.models import BasePage
from industry4.testing.editors import sign_in
from industry4.testing.factories import home_page, translated
from news.models import ArticlePage, EventIndexPage, EventPage, NewsIndexPage

pytestmark = pytest.mark.django_db

SECTIONS = [
    AdvisoryBoardPage,
    CompetitionIndexPage,
    ContactPage,
    EventIndexPage,
    InitiativeIndexPage,
    MemberIndexPage,
    NewsIndexPage,
    StrategyIndexPage,
]
BELOW = {
    HomePage: {*SECTIONS, ContentPage},
    ContentPage: {ContentPage},
    ContactPage: set(),
    AdvisoryBoardPage: set(),
    NewsIndexPage: {ArticlePage},
    ArticlePage: set(),
    EventIndexPage: {EventPage},
    EventPage: set(),
    MemberIndexPage: {MemberPage},
    MemberPage: set(),
    InitiativeIndexPage: {InitiativePage},
    InitiativePage: set(),
    StrategyIndexPage: {StrategyDocumentPage},
    StrategyDocumentPage: set(),
    CompetitionIndexPage: {CompetitionPage},
    CompetitionPage: set(),
}


def name(value):
    return getattr(value, "__name__", None)


@pytest.mark.parametrize("model, below", BELOW.items(), ids=name)
def test_only_what_belongs_there_can_be_created_under_a_page(model, below):
    assert set(model.creatable_subpage_models()) == below


def test_every_page_type_of_the_project_has_its_place():
    assert {model for model in get_page_models() if model is not Page} == set(BELOW)
    assert all(issubclass(model, BasePage) for model in BELOW)


@pytest.mark.parametrize("model", SECTIONS, ids=name)
def test_a_section_exists_once_in_each_language(model):
    assert model.can_create_at(home_page("lt"))
    section = model(title="Skyrius", slug="skyrius")
    if model is ContactPage:
        section.consent_text = "Sutinku."
    home_page("lt").add_child(instance=section)
    assert not model.can_create_at(home_page("lt"))
    assert model.can_create_at(home_page("en"))
    translated(section)
    assert not model.can_create_at(home_page("en"))


def test_the_admin_refuses_a_second_section_of_a_kind(client):
    home = home_page()
    home.add_child(instance=NewsIndexPage(title="Naujienos"))
    address = reverse("wagtailadmin_pages:add", args=["news", "newsindexpage", home.pk])
    assert sign_in(client).get(address).status_code == 302
    english = reverse("wagtailadmin_pages:add", args=["news", "newsindexpage", home_page("en").pk])
    assert client.get(english).status_code == 200


def test_there_is_one_home_page_for_each_language():
    assert not HomePage.can_create_at(Page.get_first_root_node())
