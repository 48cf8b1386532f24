"""Who pays for an initiative."""

from decimal import Decimal
from types import SimpleNamespace

from ecosystem.funding import funding


def needed(amount, source="", period="once"):
    return SimpleNamespace(
        amount=None if amount is None else Decimal(amount), source=source, period=period
    )


def test_each_period_has_a_sum_of_its_own():
    found = funding([needed(350_000), needed(450_000), needed(120_000, period="yearly")])
    assert [(each.period, each.total) for each in found] == [("once", 800_000), ("yearly", 120_000)]


def test_who_pays_most_stands_first_and_one_payer_once():
    (once,) = funding([needed(100, "Miestas"), needed(250, "ES"), needed(50, "Miestas")])
    assert [(share.source, share.amount) for share in once.shares] == [
        ("ES", 250),
        ("Miestas", 150),
    ]
    assert [share.percent for share in once.shares] == [Decimal("62.5"), Decimal("37.5")]
    assert [share.start for share in once.shares] == [0, Decimal("62.5")]


def test_what_nobody_is_named_for_is_a_share_as_well():
    (once,) = funding([needed(10), needed(30, "ES")])
    assert [share.source for share in once.shares] == ["ES", ""]


def test_an_amount_that_is_not_known_is_in_no_sum():
    assert funding([needed(None), needed(None, "ES", "yearly")]) == []


def test_nothing_costs_nothing():
    (once,) = funding([needed(0, "ES")])
    assert (once.total, once.shares[0].percent) == (0, 0)
