"""Editions of the competition: criteria and dates that agree, results that wait."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from ecosystem.models import (
    CompetitionAct,
    CompetitionPage,
    CompetitionResult,
    Criterion,
    EditionCategory,
    EligibilityQuestion,
    EntryQuestion,
    Juror,
    RulesChange,
)
from ecosystem.tests.factories import CategoryFactory, CompetitionFactory, MemberFactory
from industry4.testing.budgets import cost
from industry4.testing.editors import edit_form, send_form, sign_in
from industry4.testing.factories import multiplied, translated

pytestmark = pytest.mark.django_db


def refused(**values):
    """The fields that an edition's refusal names."""
    with pytest.raises(ValidationError) as refusal:
        CompetitionPage(**values).clean()
    return list(refusal.value.error_dict)


def day(number):
    return datetime.date(2026, 5, number)


def moment(number, hour=12):
    return datetime.datetime(2026, 5, number, hour, tzinfo=timezone.get_default_timezone())


@pytest.mark.parametrize("weights", [[50], [50, 49], [60, 41], [100, 100]])
def test_weights_that_do_not_add_up_to_100_are_refused_with_their_sum(weights):
    edition = CompetitionPage()
    edition.criteria = [Criterion(name="K", weight=weight) for weight in weights]
    with pytest.raises(ValidationError, match=str(sum(weights))):
        edition.clean()


@pytest.mark.parametrize("weights", [[], [100], [50, 30, 20]])
def test_weights_that_add_up_to_100_or_none_at_all_are_accepted(weights):
    edition = CompetitionPage()
    edition.criteria = [Criterion(name="K", weight=weight) for weight in weights]
    edition.clean()


def criteria_form(client, edition, *weights):
    """The form of an edition with these criteria filled in."""
    data = {**edit_form(client, edition), "criteria-TOTAL_FORMS": str(len(weights))}
    for number, weight in enumerate(weights):
        data |= {
            f"criteria-{number}-id": "",
            f"criteria-{number}-name": f"Kriterijus {number}",
            f"criteria-{number}-weight": str(weight),
            f"criteria-{number}-scale": "10",
            f"criteria-{number}-description": "",
            f"criteria-{number}-ORDER": str(number + 1),
            f"criteria-{number}-DELETE": "",
        }
    return data


def test_the_editor_reads_at_the_criteria_what_is_wrong_with_them(client):
    edition = CompetitionFactory()
    data = criteria_form(sign_in(client), edition, 50, 40)
    response = send_form(client, edition, data, "action-publish")
    errors = response.context["form"].formsets["criteria"].non_form_errors()
    assert errors == ["The weights of the criteria add up to 90; they must add up to 100."]
    assert errors[0] in response.content.decode()
    assert not Criterion.objects.filter(edition=edition).exists()


def test_a_criterion_that_the_editor_deletes_does_not_count(client):
    edition = CompetitionFactory()
    data = criteria_form(sign_in(client), edition, 60, 40, 10)
    data["criteria-2-DELETE"] = "on"
    send_form(client, edition, data, "action-publish")
    weights = Criterion.objects.filter(edition=edition).values_list("weight", flat=True)
    assert list(weights) == [60, 40]


@pytest.mark.parametrize("year", [1999, 2101])
def test_a_year_that_cannot_be_is_refused(year):
    with pytest.raises(ValidationError) as refusal:
        CompetitionFactory.build(year=year, slug="rinkimai").full_clean()
    assert "year" in refusal.value.error_dict


@pytest.mark.parametrize(
    "dates, wrong",
    [
        ({"entries_open": moment(2), "entries_close": moment(1)}, "entries_close"),
        ({"entries_open": moment(2, 12), "entries_close": moment(2, 11)}, "entries_close"),
        ({"entries_close": moment(2), "jury_from": day(1)}, "jury_from"),
        ({"jury_from": day(2), "jury_to": day(1)}, "jury_to"),
        ({"jury_to": day(2), "announcement": day(1)}, "announcement"),
        ({"announcement": day(2), "ceremony": moment(1)}, "ceremony"),
        ({"entries_open": moment(3), "ceremony": moment(2)}, "ceremony"),
    ],
)
def test_a_date_before_an_earlier_step_is_refused_and_named(dates, wrong):
    assert refused(**dates) == [wrong]


def test_all_steps_may_fall_on_one_day_and_any_may_be_open():
    CompetitionPage(
        entries_open=moment(1, 8),
        entries_close=moment(1, 12),
        jury_from=day(1),
        jury_to=day(1),
        announcement=day(1),
        ceremony=moment(1, 9),
    ).clean()
    CompetitionPage(entries_open=moment(1), ceremony=moment(2)).clean()


def finished():
    """An edition whose jury has finished, and its winner."""
    now = timezone.now()
    member = MemberFactory(title="Nugalėtoja UAB")
    edition = CompetitionFactory(
        title="Rinkimai",
        entries_open=now - datetime.timedelta(days=40),
        entries_close=now - datetime.timedelta(days=30),
        jury_to=timezone.localdate() - datetime.timedelta(days=2),
    )
    edition.results = [
        CompetitionResult(
            locale=edition.locale,
            member=member,
            category=CategoryFactory(name="Pramonės inovacija"),
            innovation="Robotas virėjas",
        )
    ]
    edition.save_revision().publish()
    return edition, member


def in_english(edition, member):
    """The translations of the edition and of its winner."""
    translated(edition.results.first().category, name="Industrial innovation")
    return translated(edition), translated(member, title="Winner Ltd")


def record(edition, *kinds):
    for kind in kinds:
        CompetitionAct.objects.create(edition=edition.translation_key, kind=kind, at=timezone.now())


def test_results_are_nowhere_before_their_publication(client):
    edition, member = finished()
    english_edition, english_member = in_english(edition, member)
    for stage in ("judged", "decided"):
        for page in (edition, english_edition, member, english_member):
            assert "Robotas virėjas" not in client.get(page.url).content.decode(), page
        for page in (edition, english_edition):
            assert "Nugalėtoja UAB" not in client.get(page.url).content.decode()
            answer = client.get(f"/api/v2/pages/{page.pk}/").json()
            assert (answer["stage"], answer["published_results"]) == (stage, [])
        assert client.get("/api/v2/pages/?search=robotas").json()["items"] == []
        if stage == "judged":
            record(edition, "decided")


def test_results_are_shown_after_their_publication_in_both_languages(client):
    edition, member = finished()
    english_edition, english_member = in_english(edition, member)
    record(edition, "decided", "published")
    for page, winner, category, innovation in (
        (edition, member, "Pramonės inovacija", "Robotas virėjas"),
        (english_edition, english_member, "Industrial innovation", "EN Robotas virėjas"),
    ):
        for address, shown in ((page.url, winner.title), (winner.url, page.title)):
            html = client.get(address).content.decode()
            for text in (shown, category, innovation):
                assert text in html, address
        [result] = client.get(f"/api/v2/pages/{page.pk}/").json()["published_results"]
        assert result["member"]["title"] == winner.title
        assert result["category"]["name"] == category
        assert result["innovation"] == innovation


def test_a_winner_whose_page_is_withdrawn_is_not_named(client):
    edition, member = finished()
    record(edition, "decided", "published")
    member.unpublish()
    assert "Nugalėtoja UAB" not in client.get(edition.url).content.decode()
    assert client.get(f"/api/v2/pages/{edition.pk}/").json()["published_results"] == []


def test_the_reasons_for_a_finalist_are_not_in_the_api(client):
    edition, _member = finished()
    CompetitionResult.objects.update(place=None, citation="Dar neįtikina.")
    record(edition, "decided", "published")
    [result] = client.get(f"/api/v2/pages/{edition.pk}/").json()["published_results"]
    assert (result["place"], result["citation"]) == (None, "")


def test_publishing_an_older_draft_does_not_undo_an_act(client):
    edition, _member = finished()
    older = edition.save_revision()
    record(edition, "decided", "published")
    older.publish()
    assert "Nugalėtoja UAB" in client.get(edition.url).content.decode()


def test_a_copy_for_another_year_has_no_results_yet():
    edition, member = finished()
    copy = edition.copy(update_attrs={"slug": "kiti-metai"}, keep_live=False)
    assert copy.results.count() == 0
    assert copy.get_latest_revision_as_object().results.count() == 0
    assert edition.results.get().member_id == member.pk


def test_editions_are_listed_latest_first(client):
    old, new = CompetitionFactory(year=2024), CompetitionFactory(year=2025)
    assert list(client.get("/konkursas/").context["items"]) == [new, old]


def test_an_edition_costs_the_same_queries_for_1_and_for_20_of_everything(client):
    counts = []
    for number in (1, 20):
        edition = CompetitionFactory(published=False)
        record(edition, "decided", "published")
        members = multiplied(MemberFactory(), number)
        category = CategoryFactory()
        edition.criteria = [
            Criterion(locale=edition.locale, name="K", weight=100 // number) for _ in members
        ]
        edition.jury = [Juror(locale=edition.locale, name="Vardenis") for _ in members]
        edition.eligibility = [
            EligibilityQuestion(locale=edition.locale, text="Veikiame.") for _ in members
        ]
        edition.questions = [EntryQuestion(locale=edition.locale, label="Kas?") for _ in members]
        edition.categories = [
            EditionCategory(locale=edition.locale, category=category) for _ in members
        ]
        edition.results = [
            CompetitionResult(locale=edition.locale, member=member, category=category)
            for member in members
        ]
        edition.save_revision().publish()
        for _each in members:
            RulesChange.objects.create(
                edition=edition.translation_key,
                reason_lt="Klaida.",
                reason_en="A slip.",
                changes={},
            )
        counts.append(cost(client, edition.url))
    assert counts[0] == counts[1] <= 20
