"""Strategy documents in the delivery API: file, successor, goals, and who serves these."""

import datetime

import pytest
from wagtail.models import Collection, CollectionViewRestriction, PageViewRestriction

from ecosystem.models import (
    InitiativeGoal,
    StrategyAuthor,
    StrategyDocumentPage,
    StrategyGoal,
)
from ecosystem.tests.api import BUDGET, HOSTILE, ROOT, costs, get, refused, titles
from ecosystem.tests.factories import InitiativeFactory, StrategyDocumentFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, ImageFactory, translated

pytestmark = pytest.mark.django_db


def day(year):
    return datetime.date(year, 3, 1)


def serving(goal, **kwargs):
    """An initiative that serves a goal."""
    initiative = InitiativeFactory(**kwargs)
    initiative.goals = [InitiativeGoal(locale=initiative.locale, goal=goal)]
    initiative.save_revision()
    if kwargs.get("published", True):
        initiative.get_latest_revision().publish()
    return initiative


def full_document(**kwargs):
    """A document with everything that a document can have."""
    document = StrategyDocumentFactory(
        status="superseded",
        adopted_on=day(2020),
        superseded_by=StrategyDocumentFactory(title="Strategija 2030"),
        document=DocumentFactory(title="Strategija.pdf"),
        listing_image=ImageFactory(),
        summary="<p>Trumpai.</p>",
        body=[("text", "<p>Ilgai.</p>")],
        **kwargs,
    )
    document.authors = [StrategyAuthor(locale=document.locale, name="Universitetas")]
    document.goals = [
        StrategyGoal(locale=document.locale, code=code, title=f"Tikslas {code}", text="Tekstas.")
        for code in ("1.1", "1.2")
    ]
    document.save_revision().publish()
    serving(StrategyGoal.objects.get(document_page=document, code="1.1"), title="Robotai")
    return StrategyDocumentPage.objects.get(pk=document.pk)


def served(client, document):
    """The titles of the initiatives at each goal of a document."""
    answer = get(client, f"strategy-documents/{document.pk}/")
    return {
        goal["code"]: [link["title"] for link in goal["initiatives"]] for goal in answer["goals"]
    }


def test_a_list_shows_what_a_row_needs(client):
    StrategyDocumentFactory(kind="study", status="adopted", adopted_on=day(2024))
    [card] = get(client, "strategy-documents/")["items"]
    assert (card["view"], card["type"]) == ("card", "strategy_document")
    assert (card["kind"], card["status"], card["adopted_on"]) == ("study", "adopted", "2024-03-01")
    assert "goals" not in card


def test_a_document_in_full_has_all_that_its_page_shows(client):
    document = full_document()
    answer = get(client, f"strategy-documents/{document.pk}/")
    assert answer == get(client, "strategy-documents/?view=full")["items"][0]
    assert (answer["view"], answer["summary"]) == ("full", "<p>Trumpai.</p>")
    assert answer["successor"]["title"] == "Strategija 2030"
    assert answer["authors"] == ["Universitetas"]
    assert answer["document"]["title"] == "Strategija.pdf"
    assert answer["document"]["url"].startswith("http")
    assert [block["type"] for block in answer["body"]] == ["text"]
    [first, second] = answer["goals"]
    assert (first["code"], first["title"], first["text"]) == ("1.1", "Tikslas 1.1", "Tekstas.")
    assert first["id"] == document.goals.get(code="1.1").pk
    assert [(link["type"], link["title"]) for link in first["initiatives"]] == [
        ("initiative", "Robotai")
    ]
    assert second["initiatives"] == []


def test_an_english_document_names_english_pages(client):
    document = full_document()
    initiative = InitiativeGoal.objects.get().initiative
    english = translated(document)
    answer = get(client, f"strategy-documents/{english.pk}/")
    assert (answer["locale"], answer["summary"]) == ("en", "<p>EN Trumpai.</p>")
    assert answer["successor"]["locale"] == "lt"
    assert served(client, english) == {"EN 1.1": [], "EN 1.2": []}

    translated(document.superseded_by, title="Strategy 2030")
    translated(initiative, title="Robots")
    assert get(client, f"strategy-documents/{english.pk}/")["successor"]["title"] == "Strategy 2030"
    assert served(client, english) == {"EN 1.1": ["Robots"], "EN 1.2": []}
    assert served(client, document) == {"1.1": ["Robotai"], "1.2": []}


def test_a_goal_names_public_initiatives_only_by_title(client):
    document = full_document()
    goal = document.goals.get(code="1.1")
    serving(goal, title="Būreliai")
    serving(goal, title="Juodraštis", published=False)
    PageViewRestriction.objects.create(
        page=serving(goal, title="Privati"), restriction_type=PageViewRestriction.LOGIN
    )
    assert served(client, document)["1.1"] == ["Būreliai", "Robotai"]


def test_what_is_not_public_is_nowhere(client):
    document = full_document()
    document.superseded_by.unpublish()
    private = Collection.get_first_root_node().add_child(name="Privatu")
    CollectionViewRestriction.objects.create(
        collection=private, restriction_type=CollectionViewRestriction.LOGIN
    )
    document.document.collection = private
    document.document.save()
    answer = get(client, f"strategy-documents/{document.pk}/")
    assert (answer["successor"], answer["document"]) == (None, None)

    draft = StrategyDocumentFactory(published=False)
    get(client, f"strategy-documents/{draft.pk}/", status=404)
    assert titles(client, "strategy-documents/") == [document.title]


@pytest.mark.parametrize(
    "query",
    ["kind=study", "status=adopted", "adopted_after=2024-03-01", "adopted_after=2021-01-01"],
)
def test_a_filter_finds_those_that_it_says_and_no_others(client, query):
    StrategyDocumentFactory(title="X", kind="study", status="adopted", adopted_on=day(2024))
    StrategyDocumentFactory(kind="overview", status="draft", adopted_on=day(2020))
    StrategyDocumentFactory()
    assert titles(client, f"strategy-documents/?{query}") == ["X"]


def test_a_document_adopted_before_the_day_is_left_out(client):
    StrategyDocumentFactory(status="adopted", adopted_on=day(2024))
    assert titles(client, "strategy-documents/?adopted_after=2024-03-02") == []


def test_the_latest_adopted_comes_first_and_drafts_last(client):
    StrategyDocumentFactory(title="A")
    StrategyDocumentFactory(title="C", status="adopted", adopted_on=day(2020))
    StrategyDocumentFactory(title="B", status="adopted", adopted_on=day(2024))
    for order, expected in {
        "-adopted_on": ["B", "C", "A"],
        "adopted_on": ["C", "B", "A"],
        "title": ["A", "B", "C"],
        "-title": ["C", "B", "A"],
    }.items():
        assert titles(client, f"strategy-documents/?order={order}") == expected, order
    assert titles(client, "strategy-documents/") == ["B", "C", "A"]


@pytest.mark.parametrize(
    "name, value",
    [
        *[
            (name, value)
            for name in ("kind", "status", "adopted_after", "order")
            for value in HOSTILE
        ],
        ("adopted_after", "2024-02-30"),
        ("adopted_after", "1700000000"),
        ("nonsense", "1"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_named(client, name, value):
    assert refused(client, f"strategy-documents/?{name}={value}") == [name]


def test_a_list_costs_the_same_queries_for_1_and_for_20(client):
    for _number in range(20):
        full_document()
    for view, most in [("card", 4), ("full", BUDGET)]:
        found = costs(client, "strategy-documents", view)
        assert found[0] == found[1] <= most


def test_a_document_costs_few_queries(client):
    assert cost(client, f"{ROOT}strategy-documents/{full_document().pk}/") <= BUDGET
