"""Editions of the competition in the delivery API: their stage, and results that wait."""

import datetime

import pytest
from django.utils import timezone

from ecosystem.models import (
    CompetitionAct,
    CompetitionResult,
    Criterion,
    EditionCategory,
    EligibilityQuestion,
    EntryQuestion,
    Juror,
    RulesChange,
)
from ecosystem.tests.api import BUDGET, HOSTILE, ROOT, costs, get, refused, titles
from ecosystem.tests.factories import CategoryFactory, CompetitionFactory, MemberFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, ImageFactory, translated

pytestmark = pytest.mark.django_db


def moment(day):
    return datetime.datetime(2025, 5, day, 12, tzinfo=timezone.get_default_timezone())


def full_edition(**kwargs):
    """An edition with everything that an edition can have."""
    document = DocumentFactory()
    edition = CompetitionFactory(
        listing_image=ImageFactory(),
        purpose=f'<p>Kam. <a linktype="document" id="{document.pk}">Failas</a></p>',
        rules="<p>Taisyklės.</p>",
        prizes="<p>Prizai.</p>",
        entries_open=moment(1),
        entries_close=moment(2),
        jury_from=datetime.date(2025, 5, 3),
        jury_to=datetime.date(2025, 5, 4),
        announcement=datetime.date(2025, 5, 5),
        ceremony=moment(6),
        published=False,
        **kwargs,
    )
    locale, category = edition.locale, CategoryFactory(name="Pramonė")
    edition.categories = [EditionCategory(locale=locale, category=category)]
    edition.criteria = [
        Criterion(locale=locale, name="Naujumas", description="Ar.", guidance="1 – ne.", weight=100)
    ]
    edition.eligibility = [EligibilityQuestion(locale=locale, text="Veikiame.", help_text="Čia.")]
    edition.questions = [
        EntryQuestion(locale=locale, label="Kas nauja?", help_text="Trumpai.", is_required=True)
    ]
    edition.jury = [Juror(locale=locale, name="Vardenis", role="Narys", organisation="KTU")]
    edition.results = [
        CompetitionResult(
            locale=locale,
            member=MemberFactory(title="Nugalėtoja UAB"),
            category=category,
            innovation="Robotas virėjas",
            citation="Virė gerai.",
        )
    ]
    edition.save_revision().publish()
    return edition


def record(edition, *kinds):
    for kind in kinds:
        CompetitionAct.objects.create(edition=edition.translation_key, kind=kind, at=timezone.now())


def test_a_list_shows_what_a_row_needs(client):
    edition = CompetitionFactory(year=2025)
    record(edition, "decided")
    [card] = get(client, "competitions/")["items"]
    assert (card["view"], card["type"]) == ("card", "competition")
    assert (card["year"], card["stage"]) == (2025, "decided")
    assert "purpose" not in card


def test_an_edition_in_full_has_all_that_its_page_shows(client):
    edition = full_edition(year=2025)
    record(edition, "decided", "published")
    answer = get(client, f"competitions/{edition.pk}/")
    assert answer == get(client, "competitions/?view=full")["items"][0]
    for name, value in {
        "view": "full",
        "year": 2025,
        "stage": "published",
        "rules": "<p>Taisyklės.</p>",
        "prizes": "<p>Prizai.</p>",
        "criteria": [{"name": "Naujumas", "description": "Ar.", "weight": 100, "scale": 10}],
        "eligibility": [{"text": "Veikiame.", "help_text": "Čia."}],
        "questions": [
            {
                "label": "Kas nauja?",
                "help_text": "Trumpai.",
                "kind": "long",
                "is_required": True,
            }
        ],
        "rules_changes": [],
        "jury": [{"name": "Vardenis", "role": "Narys", "organisation": "KTU"}],
        "entries_open": "2025-05-01T12:00:00+03:00",
        "entries_close": "2025-05-02T12:00:00+03:00",
        "jury_from": "2025-05-03",
        "jury_to": "2025-05-04",
        "announcement": "2025-05-05",
        "ceremony": "2025-05-06T12:00:00+03:00",
    }.items():
        assert answer[name] == value, name
    assert answer["purpose"].startswith('<p>Kam. <a href="http://')
    assert [category["name"] for category in answer["categories"]] == ["Pramonė"]
    [result] = answer["results"]
    assert (result["place"], result["category"]["name"]) == (1, "Pramonė")
    assert result["member"]["title"] == "Nugalėtoja UAB"
    assert (result["innovation"], result["citation"]) == ("Robotas virėjas", "Virė gerai.")


def test_results_are_hidden_until_their_publication_in_both_languages(client):
    edition = full_edition()
    translated(edition.categories.get().category)
    english = translated(edition)
    for page in (edition, english):
        answer = get(client, f"competitions/{page.pk}/")
        assert (answer["stage"], answer["results"]) == ("judged", [])
    record(edition, "decided")
    for page in (edition, english):
        answer = get(client, f"competitions/{page.pk}/")
        assert (answer["stage"], answer["results"]) == ("decided", [])
    record(edition, "published")
    for page in (edition, english):
        assert len(get(client, f"competitions/{page.pk}/")["results"]) == 1


def test_an_english_edition_names_english_topics_and_members(client):
    edition = full_edition()
    record(edition, "decided", "published")
    translated(edition.categories.get().category, name="Industry")
    english = translated(edition)
    member = translated(edition.results.get().member, title="Winner Ltd")
    answer = get(client, f"competitions/{english.pk}/")
    assert (answer["locale"], answer["rules"]) == ("en", "<p>EN Taisyklės.</p>")
    assert [category["name"] for category in answer["categories"]] == ["Industry"]
    [result] = answer["results"]
    assert (result["member"]["id"], result["member"]["title"]) == (member.pk, "Winner Ltd")
    assert (result["category"]["name"], result["innovation"]) == ("Industry", "EN Robotas virėjas")


def test_a_winner_whose_page_is_withdrawn_is_left_out(client):
    edition = full_edition()
    record(edition, "published")
    edition.results.get().member.unpublish()
    assert get(client, f"competitions/{edition.pk}/")["results"] == []


def test_the_acts_of_one_edition_say_nothing_of_another(client):
    published, other = CompetitionFactory(year=2025), CompetitionFactory(year=2024)
    record(published, "published")
    for view in ("card", "full"):
        items = get(client, f"competitions/?view={view}")["items"]
        assert [item["stage"] for item in items] == ["published", "announced"], view
    assert get(client, f"competitions/{other.pk}/")["stage"] == "announced"


def test_a_draft_is_nowhere(client):
    draft = CompetitionFactory(published=False)
    assert titles(client, "competitions/") == []
    get(client, f"competitions/{draft.pk}/", status=404)


def test_editions_are_found_by_year(client):
    CompetitionFactory(title="Sena", year=2024)
    CompetitionFactory(title="Nauja", year=2025)
    assert titles(client, "competitions/?year=2024") == ["Sena"]
    assert titles(client, "competitions/?year=2023") == []


def test_editions_are_listed_latest_first(client):
    CompetitionFactory(title="A", year=2024)
    CompetitionFactory(title="B", year=2025)
    for order, expected in {
        "-year": ["B", "A"],
        "year": ["A", "B"],
        "title": ["A", "B"],
        "-title": ["B", "A"],
    }.items():
        assert titles(client, f"competitions/?order={order}") == expected, order
    assert titles(client, "competitions/") == ["B", "A"]


@pytest.mark.parametrize(
    "name, value",
    [
        *[(name, value) for name in ("year", "order") for value in HOSTILE],
        ("year", "1999"),
        ("year", "2101"),
        ("stage", "open"),
    ],
)
def test_what_cannot_be_understood_is_refused_and_named(client, name, value):
    assert refused(client, f"competitions/?{name}={value}") == [name]


def test_a_list_costs_the_same_queries_for_1_and_for_20(client):
    for _number in range(20):
        record(full_edition(), "decided", "published")
    for view, most in [("card", 5), ("full", BUDGET)]:
        found = costs(client, "competitions", view)
        assert found[0] == found[1] <= most


def test_why_rules_changed_is_told_in_the_language_of_the_page(client):
    edition = full_edition()
    translated(edition.categories.get().category)
    english = translated(edition)
    get(client, f"competitions/{edition.pk}/")
    change = RulesChange.objects.create(
        edition=edition.translation_key, reason_lt="Klaida.", reason_en="A slip.", changes={}
    )
    for page, reason in ((edition, "Klaida."), (english, "A slip.")):
        answer = get(client, f"competitions/{page.pk}/")
        assert answer["rules_changes"] == [{"date": str(change.date), "reason": reason}]
        answer = client.get(f"/api/v2/pages/{page.pk}/").json()
        assert answer["rules_changes"] == [{"date": str(change.date), "reason": reason}]


def test_guidance_for_jurors_is_nowhere(client):
    edition = full_edition()
    for address in (f"{ROOT}competitions/{edition.pk}/", f"/api/v2/pages/{edition.pk}/?fields=*"):
        assert "1 – ne." not in client.get(address).content.decode()


def test_an_edition_costs_few_queries(client):
    edition = full_edition()
    record(edition, "decided", "published")
    assert cost(client, f"{ROOT}competitions/{edition.pk}/") <= BUDGET


def test_the_stage_comes_with_its_name(client):
    edition = CompetitionFactory()
    translated(edition)
    for language, name in (("lt", "Konkursas paskelbtas"), ("en", "Announced")):
        [card] = get(client, f"competitions/?locale={language}")["items"]
        assert (card["stage"], card["labels"]) == ("announced", {"stage": name})
