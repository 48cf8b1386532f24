"""The advisory board: who is on it, and what it decided."""

import datetime

import pytest
from django.core.exceptions import ValidationError

from ecosystem.models import BoardDecision, BoardMember
from ecosystem.tests.factories import AdvisoryBoardFactory
from industry4.testing.factories import DocumentFactory, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    board = AdvisoryBoardFactory(slug="taryba", purpose="<p>Kam taryba.</p>")
    board.members = [
        BoardMember(
            locale=board.locale, name="Vardenė Pavardenė", role="Direktorė", side="education"
        )
    ]
    board.decisions = [
        BoardDecision(
            locale=board.locale,
            date=datetime.date(2024, 5, 2),
            text="Pritarta strategijai.",
            document=DocumentFactory(title="Protokolas"),
        )
    ]
    board.save_revision().publish()
    return board


def test_the_board_shows_its_members_with_their_side_and_its_decisions(client, board):
    html = client.get("/taryba/").content.decode()
    for text in ("Kam taryba.", "Vardenė Pavardenė", "Direktorė", "Pritarta", "Protokolas"):
        assert text in html
    assert str(BoardMember.Side.EDUCATION.label) in html


def test_a_translation_says_sides_and_dates_in_its_own_language(client, board):
    english = translated(board, title="Advisory board", slug="advisory-board")
    html = client.get(english.url).content.decode()
    assert "Education and science" in html
    assert "2 May 2024" in html
    assert "EN Direktorė" in html


def test_the_api_says_who_is_on_the_board_and_what_it_decided(client, board):
    answer = client.get(f"/api/v2/pages/{board.pk}/").json()
    assert answer["members"][0]["side"] == "education"
    assert answer["decisions"][0]["date"] == "2024-05-02"
    assert answer["decisions"][0]["document"]["title"] == "Protokolas"


def test_a_member_of_the_board_represents_a_side():
    with pytest.raises(ValidationError) as refusal:
        BoardMember(name="Vardenė").full_clean(exclude=["board", "locale", "translation_key"])
    assert list(refusal.value.error_dict) == ["side"]
