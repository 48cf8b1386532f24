"""What editors chose to stand above results, and the form in which they choose it."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.models import Page, PageViewRestriction, Site

from home.tests.factories import ContentPageFactory
from industry4.testing.budgets import cost
from industry4.testing.editors import EditorFactory, messages_of, sign_in
from industry4.testing.factories import multiplied, translated
from search import questions
from search.promotions import promoted

pytestmark = pytest.mark.django_db


def promote(phrase, *pages, **link):
    """Choose the pages, or a link to elsewhere, for a phrase."""
    query = Query.get(phrase)
    for order, page in enumerate(pages):
        SearchPromotion.objects.create(query=query, page=page, sort_order=order, **link)
    if not pages:
        SearchPromotion.objects.create(query=query, sort_order=0, **link)


def above(text, language="lt"):
    return promoted(questions.read(text), language, Site.objects.get())


def titles(text, language="lt"):
    return [each.title for each in above(text, language)]


@pytest.fixture
def page():
    return ContentPageFactory(title="Renginių kalendorius", slug="kalendorius")


def test_a_page_is_given_with_its_addresses_and_the_editors_sentence(page):
    promote("renginys", page, description="Visi metų renginiai.")
    (found,) = above("renginys")
    assert found.title == "Renginių kalendorius"
    assert found.href == "/kalendorius/"
    assert found.address == page.full_url
    assert found.description == "Visi metų renginiai."


@pytest.mark.parametrize(
    "typed",
    [
        "renginys",
        "renginiai",
        "Renginių",
        "RENGINIU",
        "renginiuose",
        "„renginiai“",
        "kur renginiai?",
    ],
)
def test_every_form_of_the_words_is_meant(page, typed):
    promote("renginys", page)
    assert titles(typed) == [page.title]


@pytest.mark.parametrize("typed", ["renginys robotai", "robotai", "robotai -renginys"])
def test_neither_more_words_nor_others_are_meant(page, typed):
    promote("renginys", page)
    assert titles(typed) == []


def test_all_words_of_a_phrase_are_needed_in_any_order(page):
    promote("įmonių paraiškos", page)
    assert titles("paraiska imonei") == [page.title]
    assert titles("paraiškos") == titles("įmonės") == []


def test_an_excluded_word_is_none_of_those_asked_for(page):
    promote("renginys", page)
    assert titles("renginiai -robotai") == [page.title]


def test_a_phrase_without_a_word_is_never_met(page):
    promote("!!!", page)
    assert titles("renginys") == []


def test_english_words_are_met_as_english(page):
    english = translated(page, title="Calendar of events")
    promote("event", english)
    assert titles("events", "en") == ["Calendar of events"]


def test_a_page_stands_above_the_results_of_its_own_language_only(page):
    english = translated(page, title="Calendar of events")
    promote("Industry 4", page, english)
    assert titles("industry 4") == ["Renginių kalendorius"]
    assert titles("industry 4", "en") == ["Calendar of events"]


def test_a_link_to_elsewhere_stands_above_the_results_of_both_languages():
    promote("robotai", external_link_url="https://example.com/x", external_link_text="Robotai")
    for language in ("lt", "en"):
        (found,) = above("robotai", language)
        assert (found.title, found.href) == ("Robotai", "https://example.com/x")
        assert found.address == found.href


def test_the_order_is_the_editors(page):
    other = ContentPageFactory(title="Pirmas")
    promote("renginys", other, page)
    assert titles("renginiai") == ["Pirmas", page.title]


def test_what_two_phrases_promote_is_there_once(page):
    promote("renginys", page)
    promote("renginiai", page)
    assert titles("renginių") == [page.title]


def hidden(page, how):
    """Hide a page: from then on nobody outside may see it."""
    match how:
        case "unpublished":
            page.unpublish()
        case "private":
            PageViewRestriction.objects.create(page=page, restriction_type="login")
        case "expired":
            past = timezone.now() - timedelta(minutes=1)
            Page.objects.filter(pk=page.pk).update(expire_at=past)


@pytest.mark.parametrize("how", ["unpublished", "private", "expired"])
def test_what_is_not_public_is_not_shown(page, how):
    promote("renginys", page)
    hidden(page, how)
    assert titles("renginys") == []


def test_a_draft_is_not_shown():
    promote("renginys", ContentPageFactory(published=False))
    assert titles("renginys") == []


def queries(text):
    site, question = Site.objects.get(), questions.read(text)
    promoted(question, "lt", site)
    with CaptureQueriesContext(connection) as made:
        promoted(question, "lt", site)
    return len(made)


def test_one_query_where_nothing_is_chosen_and_two_for_however_many(page):
    promote("renginys", page)
    assert queries("robotai") == 1
    assert queries("renginys") == 2
    promote("renginių", *multiplied(page, 20))
    assert len(above("renginys")) == 21
    assert queries("renginys") == 2


class TestTheForm:
    """Settings → Promoted search results."""

    add = "/admin/searchpicks/add/"

    def sent(self, phrase, **promotion):
        fields = {"page": "", "external_link_url": "", "external_link_text": "", **promotion}
        return {
            "query_string": phrase,
            "editors_picks-TOTAL_FORMS": "1",
            "editors_picks-INITIAL_FORMS": "0",
            "editors_picks-MIN_NUM_FORMS": "0",
            "editors_picks-MAX_NUM_FORMS": "1000",
            "editors_picks-0-ORDER": "1",
            **{f"editors_picks-0-{name}": value for name, value in fields.items()},
        }

    def test_what_is_chosen_stands_above_the_results(self, client, page):
        data = self.sent("Renginys", page=page.pk, description="Visi metų renginiai.")
        response = sign_in(client).post(self.add, data, follow=True)
        assert "Editor&#x27;s picks for &#x27;renginys&#x27; created." in messages_of(response)[0]
        assert titles("renginiai") == [page.title]

    def test_it_can_be_changed_and_deleted(self, client, page):
        promote("renginys", page)
        query, pick = Query.objects.get(), SearchPromotion.objects.get()
        address = reverse("wagtailsearchpromotions:edit", args=[query.pk])
        data = self.sent("stovykla", page=page.pk, id=pick.pk)
        sign_in(client).post(address, {**data, "editors_picks-INITIAL_FORMS": "1"})
        assert titles("stovyklos") == [page.title]
        assert titles("renginys") == []
        chosen = Query.objects.get(query_string="stovykla")
        client.post(reverse("wagtailsearchpromotions:delete", args=[chosen.pk]))
        assert titles("stovyklos") == []

    @pytest.mark.parametrize("phrase", ["!!!", "x" * (questions.LONGEST + 1)])
    def test_words_that_nobody_can_search_for_are_refused(self, client, page, phrase):
        response = sign_in(client).post(self.add, self.sent(phrase, page=page.pk))
        assert response.status_code == 200
        assert "query_string" in response.context["form"].errors
        assert not SearchPromotion.objects.exists()

    def test_what_is_wrong_with_a_link_is_said_above_and_at_its_field(self, client):
        data = self.sent("robotai", external_link_url="https://example.com/")
        response = sign_in(client).post(self.add, data)
        assert "Recommendations have not been created due to errors." in messages_of(response)[0]
        (errors,) = response.context["searchpicks_formset"].errors
        assert list(errors) == ["external_link_text"]

    def test_a_new_phrase_begins_with_one_result_to_fill_in(self, client, page):
        formset = sign_in(client).get(self.add).context["searchpicks_formset"]
        assert len(formset.forms) == 1
        response = client.post(self.add, self.sent("robotai"))
        assert not SearchPromotion.objects.exists()
        assert messages_of(response)
        promote("renginys", page)
        address = reverse("wagtailsearchpromotions:edit", args=[Query.objects.last().pk])
        assert len(client.get(address).context["searchpicks_formset"].forms) == 1

    def test_it_comes_with_the_words_of_the_report(self, client):
        html = sign_in(client).get(self.add, {"query_string": 'vasaros "stovykla"'}).content
        field = BeautifulSoup(html, "html.parser").find(id="id_query_string")
        assert field["value"] == 'vasaros "stovykla"'

    def test_it_is_lithuanian_and_promises_no_exact_match(self, client):
        response = sign_in(client, language="lt").get(self.add)
        text = BeautifulSoup(response.content, "html.parser").get_text(" ")
        for said in (
            "Rekomenduojamas paieškos rezultatas",
            "Žodžiai, kurių ieško lankytojai",
            "Išorinės nuorodos tekstas",
            "Pridėti rezultatą",
        ):
            assert said in text
        for english in ("Search term", "External link", "Recommend", "exact", "popular"):
            assert english not in text

    def test_the_list_has_the_phrases_and_no_count_that_nobody_keeps(self, client, page):
        promote("renginys", page)
        html = sign_in(client).get(reverse("wagtailsearchpromotions:index")).content
        table = BeautifulSoup(html, "html.parser").main.table
        assert [th.get_text(strip=True) for th in table.find_all("th")] == [
            "Search term(s)",
            "Promoted results",
        ]
        assert "renginys" in table.get_text()

    def test_its_length_does_not_change_what_the_list_costs(self, client, page):
        address = reverse("wagtailsearchpromotions:index")
        promote("renginys", page)
        one = cost(sign_in(client), address)
        for number in range(19):
            promote(f"renginys {number}", page)
        assert cost(client, address) == one

    def test_it_needs_the_permission(self, client):
        editor = EditorFactory()
        assert sign_in(client, editor).get(self.add).status_code == 302
        permission = Permission.objects.get(codename="add_searchpromotion")
        Group.objects.get(name="Editors").permissions.add(permission)
        assert client.get(self.add).status_code == 200
