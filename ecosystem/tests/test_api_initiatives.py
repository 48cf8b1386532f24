"""Initiatives in the delivery API: who, when, for how much, and for which goals."""

import datetime
from decimal import Decimal

import pytest
from wagtail.models import PageViewRestriction

from ecosystem.models import (
    InitiativeGoal,
    InitiativePartner,
    InitiativeResource,
    StrategyGoal,
)
from ecosystem.tests.api import BUDGET, HOSTILE, ROOT, costs, get, refused, titles
from ecosystem.tests.factories import InitiativeFactory, MemberFactory, StrategyDocumentFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, ImageFactory, translated

pytestmark = pytest.mark.django_db


def goal_of(document=None, title="Robotai mokyklose"):
    """A goal of a published strategy."""
    document = document or StrategyDocumentFactory(title="Strategija 2030")
    document.goals = [StrategyGoal(locale=document.locale, code="1.1", title=title)]
    document.save_revision().publish()
    return StrategyGoal.objects.get(document_page=document)


def initiative_with(partner=None, goal=None, **kwargs):
    """A published initiative with a partner and a goal."""
    initiative = InitiativeFactory(**kwargs)
    if partner:
        initiative.partners = [InitiativePartner(locale=initiative.locale, member=partner)]
    if goal:
        initiative.goals = [InitiativeGoal(locale=initiative.locale, goal=goal)]
    initiative.save_revision().publish()
    return initiative


def full_initiative(**kwargs):
    """An initiative with everything that an initiative can have."""
    initiative = initiative_with(
        MemberFactory(title="Mokykla"),
        goal_of(StrategyDocumentFactory(title="Strategija 2030")),
        listing_image=ImageFactory(),
        lead=MemberFactory(title="Gamykla"),
        start_date=datetime.date(2025, 3, 1),
        start_precision="month",
        end_date=datetime.date(2027, 1, 1),
        end_precision="year",
        location="Panevėžys",
        evidence="<p>Įrodymai.</p>",
        difficulties="<p>Sunkumai.</p>",
        learning="<p>Pamokos.</p>",
        expert_opinion="Verta.",
        expert_name="Vardenis",
        expert_role="Profesorius",
        contact_person="Vardenė",
        contact_email="info@example.org",
        contact_phone="+370 600 00000",
        body=[("documents", {"heading": "", "documents": [DocumentFactory()]})],
        **kwargs,
    )
    initiative.resources = [
        InitiativeResource(
            locale=initiative.locale,
            what="Pastatas",
            amount=Decimal("330000.50"),
            source="Savivaldybė",
            note="Pastaba",
        ),
        InitiativeResource(locale=initiative.locale, what="Savanoriai", period="yearly"),
    ]
    initiative.save_revision().publish()
    return initiative


def test_a_list_shows_what_a_card_needs(client):
    full_initiative(title="Robotai", status="running", intro="Trumpai.")
    [card] = get(client, "initiatives/")["items"]
    assert (card["view"], card["type"], card["status"]) == ("card", "initiative", "running")
    assert (card["title"], card["intro"]) == ("Robotai", "Trumpai.")
    assert card["listing_image"]["alt"] == "Robotas prie stalo"
    assert card["start"] == {"date": "2025-03", "precision": "month"}
    assert card["end"] == {"date": "2027", "precision": "year"}
    assert "lead" not in card


def test_a_day_is_said_whole_and_an_unknown_date_is_null(client):
    initiative = InitiativeFactory(start_date=datetime.date(2025, 3, 1))
    answer = get(client, f"initiatives/{initiative.pk}/")
    assert answer["start"] == {"date": "2025-03-01", "precision": "day"}
    assert answer["end"] is None


def test_an_initiative_in_full_has_all_that_its_page_shows(client):
    initiative = full_initiative()
    answer = get(client, f"initiatives/{initiative.pk}/")
    assert answer == get(client, "initiatives/?view=full")["items"][0]
    for name, value in {
        "view": "full",
        "location": "Panevėžys",
        "evidence": "<p>Įrodymai.</p>",
        "difficulties": "<p>Sunkumai.</p>",
        "learning": "<p>Pamokos.</p>",
        "expert_opinion": "Verta.",
        "expert_name": "Vardenis",
        "expert_role": "Profesorius",
        "contact_person": "Vardenė",
        "contact_email": "info@example.org",
        "contact_phone": "+370 600 00000",
        "resource_sums": {"once": "330000.50", "yearly": None},
    }.items():
        assert answer[name] == value, name
    assert (answer["lead"]["title"], answer["lead"]["type"]) == ("Gamykla", "member")
    assert [partner["title"] for partner in answer["partners"]] == ["Mokykla"]
    assert answer["resources"] == [
        {
            "what": "Pastatas",
            "amount": "330000.50",
            "period": "once",
            "source": "Savivaldybė",
            "note": "Pastaba",
        },
        {"what": "Savanoriai", "amount": None, "period": "yearly", "source": "", "note": ""},
    ]
    [goal] = answer["goals"]
    assert (goal["code"], goal["title"]) == ("1.1", "Robotai mokyklose")
    assert goal["document"]["title"] == "Strategija 2030"
    assert [block["type"] for block in answer["body"]] == ["documents"]


def test_an_english_initiative_names_english_members_and_goals_where_they_exist(client):
    initiative = full_initiative()
    goal = initiative.goals.get().goal
    english = translated(initiative)
    answer = get(client, f"initiatives/{english.pk}/")
    assert answer["evidence"] == "<p>EN Įrodymai.</p>"
    assert (answer["lead"]["locale"], answer["goals"][0]["title"]) == ("lt", "Robotai mokyklose")

    translated(initiative.lead, title="Factory")
    translated(initiative.partners.get().member, title="School")
    translated(goal.document_page, title="Strategy 2030")
    answer = get(client, f"initiatives/{english.pk}/")
    assert (answer["lead"]["locale"], answer["lead"]["title"]) == ("en", "Factory")
    assert [partner["title"] for partner in answer["partners"]] == ["School"]
    assert answer["goals"][0]["title"] == "EN Robotai mokyklose"
    assert answer["goals"][0]["document"]["title"] == "Strategy 2030"
    assert answer["goals"][0]["id"] != goal.pk
    assert get(client, f"initiatives/{initiative.pk}/")["goals"][0]["id"] == goal.pk


def test_drafts_and_private_initiatives_are_nowhere(client):
    draft, private = InitiativeFactory(published=False), InitiativeFactory()
    PageViewRestriction.objects.create(page=private, restriction_type=PageViewRestriction.LOGIN)
    assert get(client, "initiatives/")["items"] == []
    for page in (draft, private):
        get(client, f"initiatives/{page.pk}/", status=404)


def test_members_and_goals_that_are_not_public_are_neither_named_nor_asked_for(client):
    initiative = full_initiative()
    goal, partner = initiative.goals.get().goal, initiative.partners.get().member
    goal.document_page.unpublish()
    partner.unpublish()
    PageViewRestriction.objects.create(
        page=initiative.lead, restriction_type=PageViewRestriction.LOGIN
    )
    answer = get(client, f"initiatives/{initiative.pk}/")
    assert (answer["lead"], answer["partners"], answer["goals"]) == (None, [], [])
    for query in (f"goal={goal.pk}", f"partner={partner.pk}", f"lead={initiative.lead_id}"):
        assert titles(client, f"initiatives/?{query}") == [], query


def test_initiatives_are_found_by_status(client):
    InitiativeFactory(title="Mintis", status="idea")
    InitiativeFactory(title="Baigta", status="completed")
    assert titles(client, "initiatives/?status=idea") == ["Mintis"]


def test_initiatives_are_found_by_a_partner_in_either_language(client):
    member = MemberFactory()
    english = translated(member)
    wanted = initiative_with(member, title="Su partneriu")
    initiative_with(MemberFactory(), title="Su kitu", lead=member)
    translated(wanted, title="With a partner")
    for pk in (member.pk, english.pk):
        assert titles(client, f"initiatives/?partner={pk}") == ["Su partneriu"]
        assert titles(client, f"initiatives/?partner={pk}&locale=en") == ["With a partner"]


def test_initiatives_are_found_by_who_leads_in_either_language(client):
    member = MemberFactory()
    english = translated(member)
    wanted = initiative_with(title="Vadovaujama", lead=member)
    initiative_with(member, title="Su partneriu", lead=MemberFactory())
    translated(wanted, title="Led")
    for pk in (member.pk, english.pk):
        assert titles(client, f"initiatives/?lead={pk}") == ["Vadovaujama"]
        assert titles(client, f"initiatives/?lead={pk}&locale=en") == ["Led"]


def test_initiatives_are_found_by_a_goal_in_either_language(client):
    goal = goal_of()
    translated(goal.document_page)
    english = StrategyGoal.objects.exclude(pk=goal.pk).get()
    wanted = initiative_with(goal=goal, title="Su tikslu")
    initiative_with(goal=goal_of(StrategyDocumentFactory()), title="Su kitu")
    translated(wanted, title="With a goal")
    for pk in (goal.pk, english.pk):
        assert titles(client, f"initiatives/?goal={pk}") == ["Su tikslu"]
        assert titles(client, f"initiatives/?goal={pk}&locale=en") == ["With a goal"]


@pytest.mark.parametrize("name", ["partner", "lead", "goal"])
def test_an_id_of_nothing_finds_nothing(client, name):
    InitiativeFactory(lead=MemberFactory())
    assert titles(client, f"initiatives/?{name}={2**31 - 1}") == []


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    "start, end, days",
    [
        (
            ("2026-03-15", "day"),
            ("2026-06-10", "day"),
            {
                "2026-03-14": False,
                "2026-03-15": True,
                "2026-06-10": True,
                "2026-06-11": False,
                "2025-04-01": False,
                "2027-04-01": False,
            },
        ),
        (
            ("2026-03-01", "month"),
            ("2026-06-01", "month"),
            {"2026-02-28": False, "2026-03-01": True, "2026-06-30": True, "2026-07-01": False},
        ),
        (
            ("2024-01-01", "year"),
            ("2026-01-01", "year"),
            {"2023-12-31": False, "2024-01-01": True, "2026-12-31": True, "2027-01-01": False},
        ),
        # A day within the month or the year that is known says no more than the first day.
        (
            ("2026-03-15", "month"),
            ("2027-05-05", "year"),
            {"2026-03-01": True, "2027-12-31": True, "2028-01-01": False},
        ),
        (
            ("2024-02-01", "month"),
            ("2024-02-01", "month"),
            {"2024-02-29": True, "2024-03-01": False},
        ),
        (
            ("2026-03-01", "day"),
            None,
            {"2026-02-28": False, "9999-12-31": True, "0001-01-01": False},
        ),
        (None, ("2026-06-01", "month"), {"2026-06-01": False}),
        (None, None, {"2026-06-01": False}),
    ],
)
def test_an_initiative_runs_from_its_start_to_its_end_as_precisely_as_they_are_known(
    client, start, end, days
):
    dates = {}
    for name, known in (("start", start), ("end", end)):
        if known:
            dates |= {f"{name}_date": day(known[0]), f"{name}_precision": known[1]}
    InitiativeFactory(**dates)
    for text, runs in days.items():
        assert get(client, f"initiatives/?running_on={text}")["count"] == int(runs), text


def test_initiatives_are_listed_by_title_or_start_undated_ones_last(client):
    InitiativeFactory(title="C", start_date=day("2024-01-01"))
    InitiativeFactory(title="B", start_date=day("2026-01-01"))
    InitiativeFactory(title="A")
    for order, expected in {
        "title": ["A", "B", "C"],
        "-title": ["C", "B", "A"],
        "start": ["C", "B", "A"],
        "-start": ["B", "C", "A"],
    }.items():
        assert titles(client, f"initiatives/?order={order}") == expected, order
    assert titles(client, "initiatives/") == ["A", "B", "C"]


DAYS = [*HOSTILE, "2026-02-30", "2026-2-3", "0000-01-01", "10000-01-01", "2026-01-01T00:00", "0"]


@pytest.mark.parametrize(
    "name, value",
    [
        *[(name, value) for name in ("partner", "lead", "goal", "status") for value in HOSTILE],
        *[("running_on", value) for value in DAYS],
        ("order", "pk"),
        ("nonsense", "1"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_named(client, name, value):
    assert refused(client, f"initiatives/?{name}={value}") == [name]


def test_a_list_costs_the_same_queries_for_1_and_for_20(client):
    for _number in range(20):
        full_initiative()
    for view, most in [("card", 4), ("full", BUDGET)]:
        found = costs(client, "initiatives", view)
        assert found[0] == found[1] <= most


def test_an_initiative_costs_few_queries(client):
    assert cost(client, f"{ROOT}initiatives/{full_initiative().pk}/") <= BUDGET
