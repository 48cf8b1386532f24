"""Strategy documents: status and successor agree; goals know who serves them."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from ecosystem.models import InitiativeGoal, StrategyDocumentPage, StrategyGoal
from ecosystem.tests.factories import InitiativeFactory, StrategyDocumentFactory
from industry4.media.models import Document
from industry4.testing.editors import sign_in
from industry4.testing.factories import DocumentFactory, translated

pytestmark = pytest.mark.django_db

Status = StrategyDocumentPage.Status
ADOPTED_ON = datetime.date(2024, 3, 1)


def refused(document):
    """The fields that a document's refusal names."""
    with pytest.raises(ValidationError) as refusal:
        document.clean()
    return list(refusal.value.error_dict)


def test_a_document_cannot_supersede_itself():
    document = StrategyDocumentFactory()
    document.status, document.superseded_by = Status.SUPERSEDED, document
    assert refused(document) == ["superseded_by"]


def test_a_translation_cannot_supersede_its_source():
    document = StrategyDocumentFactory()
    document.status, document.superseded_by = Status.SUPERSEDED, translated(document)
    assert refused(document) == ["superseded_by"]


@pytest.mark.parametrize("status", [Status.DRAFT, Status.ADOPTED])
def test_a_document_with_a_successor_is_superseded(status):
    document = StrategyDocumentFactory()
    document.status, document.superseded_by = status, StrategyDocumentFactory()
    assert refused(document) == ["status"]


def test_a_superseded_document_says_what_stands_in_its_place():
    assert refused(StrategyDocumentPage(status=Status.SUPERSEDED)) == ["superseded_by"]


def test_an_adopted_document_says_when():
    assert refused(StrategyDocumentPage(status=Status.ADOPTED)) == ["adopted_on"]
    StrategyDocumentPage(status=Status.ADOPTED, adopted_on=ADOPTED_ON).clean()


def test_a_superseded_document_leads_to_its_successor_in_the_readers_language(client):
    successor = StrategyDocumentFactory(title="Strategija 2030")
    document = StrategyDocumentFactory(
        title="Strategija 2020", status=Status.SUPERSEDED, superseded_by=successor
    )
    english = translated(document)
    assert f'href="{successor.url}"' in client.get(english.url).content.decode()
    english_successor = translated(successor)
    assert f'href="{english_successor.url}"' in client.get(english.url).content.decode()
    assert client.get(f"/api/v2/pages/{english.pk}/").json()["successor"]["locale"] == "en"


def test_documents_are_listed_by_adoption_latest_first_and_drafts_last(client):
    draft = StrategyDocumentFactory(title="A")
    old = StrategyDocumentFactory(
        title="B", status=Status.ADOPTED, adopted_on=datetime.date(2020, 1, 1)
    )
    new = StrategyDocumentFactory(title="C", status=Status.ADOPTED, adopted_on=ADOPTED_ON)
    assert list(client.get("/strategija/").context["items"]) == [new, old, draft]


def with_goals():
    """A strategy with two goals."""
    document = StrategyDocumentFactory(title="Strategija 2030")
    document.goals = [
        StrategyGoal(locale=document.locale, code=code, title=f"Tikslas {code}")
        for code in ("1.1", "1.2")
    ]
    document.save_revision().publish()
    return StrategyDocumentPage.objects.get(pk=document.pk)


def serving(goal, **kwargs):
    initiative = InitiativeFactory(**kwargs)
    initiative.goals = [InitiativeGoal(locale=initiative.locale, goal=goal)]
    initiative.save_revision()
    if kwargs.get("published", True):
        initiative.get_latest_revision().publish()
    return initiative


def served(document):
    """The titles of the initiatives that serve each goal of a document."""
    return {
        goal.code: [row.initiative.title for row in goal.public_links]
        for goal in document.goals_with_initiatives
    }


def test_each_goal_names_the_public_initiatives_that_serve_it():
    document = with_goals()
    goal = document.goals.get(code="1.1")
    serving(goal, title="Robotai")
    serving(goal, title="Būreliai")
    serving(goal, title="Juodraštis", published=False)
    assert served(document) == {"1.1": ["Būreliai", "Robotai"], "1.2": []}


def test_the_goals_of_a_translation_name_the_initiatives_of_its_language(client):
    document = with_goals()
    initiative = serving(document.goals.get(code="1.1"), title="Robotai")
    english = translated(document)
    assert served(english) == {"EN 1.1": [], "EN 1.2": []}
    translated(initiative, title="Robots")
    assert served(english)["EN 1.1"] == ["Robots"]
    assert served(document)["1.1"] == ["Robotai"]
    html = client.get(english.url).content.decode()
    assert "Robots" in html
    assert "Robotai" not in html


def test_the_initiatives_of_any_number_of_goals_cost_one_query(django_assert_num_queries):
    document = with_goals()
    for goal in document.goals.all():
        serving(goal)
    document = StrategyDocumentPage.objects.get(pk=document.pk)
    with django_assert_num_queries(2):  # the goals, and what serves them
        served(document)


def test_the_translation_may_offer_a_file_of_its_own(client):
    document = StrategyDocumentFactory(document=DocumentFactory(title="Strategija.pdf"))
    english = translated(document)
    assert "Strategija.pdf" in client.get(english.url).content.decode()
    assert english.document == document.document


def test_a_file_that_a_strategy_offers_cannot_be_deleted(client):
    file = DocumentFactory()
    StrategyDocumentFactory(document=file)
    sign_in(client).post(reverse("wagtaildocs:delete", args=[file.pk]))
    assert Document.objects.filter(pk=file.pk).exists()
