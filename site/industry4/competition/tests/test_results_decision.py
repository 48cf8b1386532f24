"""The chair's decision: what she may place, which reasons it asks of her, what is on record."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import override

from ecosystem.models import CompetitionAct
from industry4.competition.models import Placement, Proceedings, RecordEntry
from industry4.competition.results import decision
from industry4.testing.budgets import cost
from industry4.testing.editors import UserFactory, messages_of, sign_in

from .factories import EligibleEntryFactory, EntryFactory, RecusalFactory, SheetFactory
from .results import Judged, decided

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _in_english():
    """What is refused is said in the active language."""
    with override("en"):
        yield


def places(judged):
    return [each.place for each in decision.placements_of(judged.key)]


def on_record(judged):
    return RecordEntry.objects.get(edition=judged.key, act="decided")


def address(judged, name, *args):
    return reverse(f"competition_results:{name}", args=[judged.key, *args])


def test_a_decision_that_follows_the_ranking_needs_no_reason():
    judged = Judged()
    judged.place(1, 2, None)
    judged.decide()
    act = CompetitionAct.objects.get(edition=judged.key)
    assert (act.kind, act.by) == ("decided", judged.chair)
    assert on_record(judged).details["placed"] == {"1": 1, "2": 2, "3": None}
    assert judged.fresh().stage == "decided"


@pytest.mark.parametrize(
    "given",
    [
        pytest.param((2, 1), id="another order"),
        pytest.param((None, 1), id="the best gets nothing"),
        pytest.param((1, None, 3), id="one between is left out"),
        pytest.param((1, 1), id="two share what was no tie"),
    ],
)
def test_a_decision_that_departs_from_the_ranking_needs_a_reason(given):
    judged = Judged()
    judged.place(*given)
    with pytest.raises(ValidationError) as error:
        judged.decide()
    assert "departs from the ranking" in str(error.value)
    judged.decide(reason="Naujumas svarbiau.")
    found = on_record(judged)
    assert found.reason == "Naujumas svarbiau."
    assert found.details["departs_in"] == [judged.category.name]


@pytest.mark.parametrize(
    "given, departs", [((1, 1), False), ((1, 1, 3), False), ((1, 2), True), ((1,), True)]
)
def test_a_tie_stays_a_tie_unless_the_chair_says_why(given, departs):
    judged = Judged((8, 8, 5))
    judged.place(*given)
    if departs:
        with pytest.raises(ValidationError):
            judged.decide()
    else:
        judged.decide()


def test_a_category_without_a_winner_departs_from_nothing():
    judged = Judged(categories=1)
    judged.place(None, None)
    with pytest.raises(ValidationError, match="Nobody has a place"):
        judged.decide()


def test_entries_with_too_few_scores_are_an_error_until_the_chair_accepts_it_with_a_reason():
    judged = Judged()
    late = EligibleEntryFactory(edition=judged.edition, category=judged.category)
    SheetFactory(entry=late, seat=judged.seats[0], values=[10, 10, 10])
    judged.place(1)
    with pytest.raises(ValidationError, match="without these scores"):
        judged.decide()
    judged.decide(accepted="Komisijos narys susirgo.")
    details = on_record(judged).details
    assert details["too_few"] == {"4": 1}
    assert details["accepted"] == "Komisijos narys susirgo."


def test_nothing_is_placed_or_decided_before_judging_is_closed():
    judged = Judged()
    Proceedings.objects.filter(edition=judged.key).update(judging_closed_at=None)
    for act in (lambda: judged.place(1), judged.decide):
        with pytest.raises(ValidationError, match="Close the judging first"):
            act()


def test_what_is_decided_stays_decided():
    judged = decided()
    for act in (lambda: judged.place(None, 1), judged.decide):
        with pytest.raises(ValidationError, match="cannot be undone"):
            act()
    assert places(judged) == [1, None]
    assert RecordEntry.objects.filter(act="decided").count() == 1


@pytest.mark.parametrize("state", ["refused", "withdrawn", "submitted"])
def test_only_entries_that_compete_are_placed(state):
    judged = Judged()
    other = EntryFactory(edition=judged.edition, category=judged.category, state=state)
    foreign = EligibleEntryFactory(category=judged.category)
    for entry in (other, foreign):
        with pytest.raises(ValidationError, match="No such entry"):
            decision.place(judged.key, {entry.pk: 1})


def test_an_entry_without_a_category_cannot_be_placed():
    judged = Judged()
    entry = EligibleEntryFactory(edition=judged.edition, category=None)
    with pytest.raises(ValidationError, match="No category"):
        decision.place(judged.key, {entry.pk: 1})


def test_placing_again_keeps_the_texts_of_those_who_stay():
    judged = Judged()
    judged.place(1, 2)
    decision.place(judged.key, {judged.entries[0].pk: 1, judged.entries[2].pk: None})
    kept, new = decision.placements_of(judged.key)
    assert (kept.entry, kept.citation_lt) == (judged.entries[0], "Nes veikia.")
    assert new.innovation_lt == judged.entries[2].innovation


def test_the_record_says_from_which_entries_the_chair_was_recused():
    judged = Judged()
    RecusalFactory(seat=judged.seats[0], entry=judged.entries[2])
    judged.place(1)
    judged.decide(accepted="Pirmininkė nusišalino.")
    assert on_record(judged).details["chair_recused_from"] == [3]


def test_the_chair_decides_in_the_admin(client):
    judged = Judged()
    sign_in(client, judged.chair)
    page = client.get(address(judged, "places")).content.decode()
    for entry in judged.entries:
        assert entry.company in page
    first, second, third = (entry.pk for entry in judged.entries)
    chosen = {f"place-{second}": "1", f"finalist-{third}": "on", f"place-{first}": ""}
    answer = client.post(address(judged, "places"), chosen, follow=True)
    assert "The places are saved" in messages_of(answer)[0]
    form = client.get(address(judged, "decide")).content.decode()
    assert "departs from the ranking" in form
    assert client.post(address(judged, "decide"), {"reason": ""}).status_code == 200
    answer = client.post(address(judged, "decide"), {"reason": "Naujumas svarbiau."}, follow=True)
    assert "The decision is recorded: 1 place, 1 finalist." in messages_of(answer)[0]
    assert on_record(judged).details["placed"] == {"2": 1, "3": None}
    assert judged.fresh().stage == "decided"


@pytest.mark.parametrize("typed", ["pirma", "0", "21", "-1", "1.5", "\u0661"])
def test_a_place_that_is_none_is_told_and_what_was_typed_stays(client, typed):
    judged = Judged()
    sign_in(client, judged.chair)
    first, second, _third = (entry.pk for entry in judged.entries)
    answer = client.post(
        address(judged, "places"), {f"place-{first}": typed, f"place-{second}": "2"}
    )
    html = answer.content.decode()
    assert "Nothing was saved" in html
    assert f'value="{typed}"' in html
    assert 'value="2"' in html
    assert not Placement.objects.exists()


def test_the_places_cost_the_same_queries_for_3_and_for_20_entries(client):
    counts = []
    for number in (3, 20):
        judged = Judged(tuple(range(1, number + 1))[::-1] if number < 10 else (5,) * number)
        sign_in(client, judged.chair)
        counts.append(cost(client, address(judged, "places")))
    assert counts[0] == counts[1] <= 25


def test_an_edition_with_entries_is_decided_there_and_not_on_its_page(client):
    judged = Judged()
    sign_in(client)
    page = judged.edition.source
    editor = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert address(judged, "index") in editor
    assert "Record the decision" not in editor
    answer = client.post(reverse("competition_act", args=[page.pk, "decided"]))
    assert answer.url == address(judged, "index")
    assert not CompetitionAct.objects.exists()


def may(client, user, judged, name):
    sign_in(client, user)
    return client.get(address(judged, name)).status_code == 200


@pytest.mark.parametrize("name", ["index", "places", "texts", "decide", "schedule", "publish"])
def test_before_the_decision_only_the_chair_and_administrators_see_who_is_placed(client, name):
    judged = Judged()
    judged.place(1)
    assert may(client, judged.chair, judged, name)
    assert may(client, UserFactory(), judged, name)
    assert not may(client, judged.seats[1].user, judged, name)
    client.logout()
    assert client.get(address(judged, name)).url.startswith("/admin/login/")
