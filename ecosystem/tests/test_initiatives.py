"""Initiatives: their time, their money, and the goals that they serve."""

import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from ecosystem.models import (
    InitiativeGoal,
    InitiativePage,
    InitiativePartner,
    InitiativeResource,
    StrategyGoal,
)
from ecosystem.tests.factories import InitiativeFactory, MemberFactory, StrategyDocumentFactory
from industry4.core.dates import Precision
from industry4.testing.editors import edit_form, send_form, sign_in
from industry4.testing.factories import translated

pytestmark = pytest.mark.django_db


def test_an_end_before_the_start_is_refused_and_named():
    initiative = InitiativePage(
        start_date=datetime.date(2024, 5, 2), end_date=datetime.date(2024, 5, 1)
    )
    with pytest.raises(ValidationError) as refusal:
        initiative.clean()
    assert list(refusal.value.error_dict) == ["end_date"]


@pytest.mark.parametrize("end", [None, datetime.date(2024, 5, 2)])
def test_an_initiative_may_end_on_the_day_of_its_start_or_never(end):
    InitiativePage(start_date=datetime.date(2024, 5, 2), end_date=end).clean()


@pytest.mark.parametrize("precision", ["month", "year"])
def test_an_end_known_in_part_may_be_any_of_its_days(precision):
    InitiativePage(
        start_date=datetime.date(2024, 1, 15),
        end_date=datetime.date(2024, 1, 1),
        end_precision=precision,
    ).clean()


@pytest.mark.parametrize(
    "precision, lithuanian, english",
    [
        (Precision.DAY, "2018 m. rugpjūčio 1 d.", "1 August 2018"),
        (Precision.MONTH, "2018 m. rugpjūtis", "August 2018"),
        (Precision.YEAR, "2018", "2018"),
    ],
)
def test_a_date_is_said_as_far_as_it_is_known_in_either_language(precision, lithuanian, english):
    initiative = InitiativePage(
        start_date=datetime.date(2018, 8, 1), start_precision=precision, end_precision=precision
    )
    for language, expected in (("lt", lithuanian), ("en", english)):
        with translation.override(language):
            assert initiative.start_text == expected
            assert initiative.end_text == ""


def test_the_money_that_is_needed_is_summed_for_each_period():
    initiative = InitiativeFactory()
    initiative.resources = [
        InitiativeResource(locale=initiative.locale, what=what, amount=amount, period=period)
        for what, amount, period in (
            ("Įsteigimas", Decimal("470000.50"), "once"),
            ("Pastatas", Decimal(330000), "once"),
            ("Darbuotojai", Decimal(120000), "yearly"),
            ("Savanoriai", None, "yearly"),
        )
    ]
    assert initiative.resource_sums == {"once": Decimal("800000.50"), "yearly": Decimal(120000)}


def test_resources_without_amounts_have_no_sum():
    initiative = InitiativeFactory()
    initiative.resources = [InitiativeResource(locale=initiative.locale, what="Savanoriai")]
    assert initiative.resource_sums == {}


def test_the_api_says_the_sums_and_the_goals(client):
    initiative, goal = with_goal()
    initiative.resources = [
        InitiativeResource(locale=initiative.locale, what="Pastatas", amount=Decimal(330000))
    ]
    initiative.save_revision().publish()
    answer = client.get(f"/api/v2/pages/{initiative.pk}/").json()
    assert Decimal(str(answer["resource_sums"]["once"])) == 330000
    assert answer["resources"][0]["what"] == "Pastatas"
    assert answer["goals"][0]["target"] == {
        "id": goal.pk,
        "code": "1.1",
        "title": "Robotai mokyklose",
        "document": goal.document_page.full_url,
    }


def with_goal():
    """A published initiative that serves the goal of a published strategy."""
    document = StrategyDocumentFactory(title="Strategija 2030")
    document.goals = [
        StrategyGoal(locale=document.locale, code="1.1", title="Robotai mokyklose", text="")
    ]
    document.save_revision().publish()
    goal = StrategyGoal.objects.get(document_page=document)
    initiative = InitiativeFactory(title="Robotikos būreliai")
    initiative.goals = [InitiativeGoal(locale=initiative.locale, goal=goal)]
    initiative.save_revision().publish()
    return initiative, goal


def test_a_goal_is_named_in_the_readers_language_where_its_document_is_translated(client):
    initiative, goal = with_goal()
    english = translated(initiative)
    assert "Robotai mokyklose" in client.get(english.url).content.decode()
    translated(goal.document_page, **{f"goals.{goal.translation_key}.title": "Robots at school"})
    html = client.get(english.url).content.decode()
    assert "Robots at school" in html
    assert "Robotai mokyklose" not in html
    assert "Robotai mokyklose" in client.get(initiative.url).content.decode()


def test_the_translation_points_at_the_goal_of_the_source():
    initiative, goal = with_goal()
    translated(goal.document_page)
    english = translated(initiative)
    assert english.goals.get().goal == initiative.goals.get().goal == goal


def test_a_goal_whose_document_is_not_public_is_not_named(client):
    initiative, goal = with_goal()
    goal.document_page.unpublish()
    assert "Robotai mokyklose" not in client.get(initiative.url).content.decode()
    answer = client.get(f"/api/v2/pages/{initiative.pk}/").json()
    assert [row["target"] for row in answer["goals"]] == [None]


def test_an_initiative_outlives_the_strategy_and_the_members_that_it_names(client):
    initiative, goal = with_goal()
    lead, partner = MemberFactory.create_batch(2)
    initiative.lead = lead
    initiative.partners = [InitiativePartner(locale=initiative.locale, member=partner)]
    initiative.save_revision().publish()
    goal.document_page.delete()
    lead.delete()
    partner.delete()

    assert client.get(initiative.url).status_code == 200
    answer = client.get(f"/api/v2/pages/{initiative.pk}/").json()
    assert (answer["lead_member"], answer["partners"], answer["goals"]) == (None, [], [])
    editor = sign_in(client)
    send_form(editor, initiative, edit_form(editor, initiative), "action-publish")
    initiative.refresh_from_db()
    assert initiative.live
    assert not initiative.has_unpublished_changes
