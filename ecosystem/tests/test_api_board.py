"""The advisory board in the delivery API."""

import datetime

import pytest

from ecosystem.models import BoardDecision, BoardMember
from ecosystem.tests.api import BUDGET, HOSTILE, ROOT, get, refused
from ecosystem.tests.factories import AdvisoryBoardFactory
from industry4.testing.budgets import cost
from industry4.testing.factories import DocumentFactory, translated

pytestmark = pytest.mark.django_db


def full_board(count=1, **kwargs):
    """A board with members and decisions."""
    board = AdvisoryBoardFactory(purpose="<p>Kam taryba.</p>", **kwargs)
    board.members = [
        BoardMember(
            locale=board.locale, name="Vardenė", role="Direktorė", organisation="X", side="public"
        )
        for _number in range(count)
    ]
    board.decisions = [
        BoardDecision(
            locale=board.locale,
            date=datetime.date(2024, 5, 2),
            text="Pritarta.",
            document=DocumentFactory(title="Protokolas"),
        )
        for _number in range(count)
    ]
    board.save_revision()
    if kwargs.get("published", True):
        board.get_latest_revision().publish()
    return board


def test_the_board_is_a_list_of_one(client):
    board = full_board(intro="Trumpai.")
    [card] = get(client, "board/")["items"]
    assert (card["id"], card["view"], card["type"]) == (board.pk, "card", "board")
    assert card["intro"] == "Trumpai."
    assert "members" not in card


def test_the_board_in_full_has_all_that_its_page_shows(client):
    board = full_board()
    answer = get(client, f"board/{board.pk}/")
    assert answer == get(client, "board/?view=full")["items"][0]
    assert answer["purpose"] == "<p>Kam taryba.</p>"
    assert answer["members"] == [
        {"name": "Vardenė", "role": "Direktorė", "organisation": "X", "side": "public"}
    ]
    [decision] = answer["decisions"]
    assert (decision["date"], decision["text"]) == ("2024-05-02", "Pritarta.")
    assert decision["document"]["title"] == "Protokolas"


def test_a_decision_may_have_no_file(client):
    board = full_board()
    board.decisions.get().document.delete()
    assert get(client, f"board/{board.pk}/")["decisions"][0]["document"] is None


def test_the_board_is_in_english_where_it_is_translated(client):
    board = full_board()
    assert get(client, "board/?locale=en")["items"] == []
    assert [item["id"] for item in get(client, "board/?locale=en&fallback=true")["items"]] == [
        board.pk
    ]
    english = translated(board, title="Advisory board")
    [answer] = get(client, "board/?locale=en&view=full")["items"]
    assert (answer["id"], answer["title"]) == (english.pk, "Advisory board")
    assert (answer["members"][0]["role"], answer["decisions"][0]["text"]) == (
        "EN Direktorė",
        "EN Pritarta.",
    )


def test_a_draft_of_the_board_is_nowhere(client):
    board = full_board(published=False)
    assert get(client, "board/")["items"] == []
    get(client, f"board/{board.pk}/", status=404)


@pytest.mark.parametrize(
    "name, value",
    [*[("limit", value) for value in HOSTILE], ("order", "side"), ("side", "public")],
)
def test_what_cannot_be_understood_is_refused_and_named(client, name, value):
    assert refused(client, f"board/?{name}={value}") == [name]


@pytest.mark.parametrize("number", [2**31, 10**30])
def test_an_id_beyond_all_ids_is_refused(client, number):
    assert refused(client, f"board/{number}/") == ["id"]


def test_the_board_costs_the_same_queries_for_1_and_for_20_of_everything(client):
    board = full_board()
    found = [cost(client, f"{ROOT}board/{board.pk}/")]
    board.delete()
    board = full_board(20)
    found.append(cost(client, f"{ROOT}board/{board.pk}/"))
    assert found[0] == found[1] <= BUDGET
    assert cost(client, f"{ROOT}board/?view=full") <= BUDGET
