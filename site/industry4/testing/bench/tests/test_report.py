"""Medians, ratios within a round, and the shape of bench.json."""

import json

import pytest

from industry4.testing.bench.load import Load
from industry4.testing.bench.report import Round, Run, document, heading, line, row


def run(rps, cpu_ms=1.0):
    return Run(Load(100, rps, 1.0, 5.0), cpu_ms, 0.5)


def rounds():
    """Three rounds, the machine half as fast in the last."""
    return [
        Round(
            measured=run(900 * speed, 2 / speed),
            floor=run(1_000 * speed),
            bare=run(9_000 * speed),
            stock=run(9 * speed, 100 / speed),
        )
        for speed in (1.0, 1.0, 0.5)
    ]


def test_ratios_are_those_of_runs_right_after_one_another():
    found = row(rounds(), queries=3, size=10)
    assert found["rps"] == 900
    assert found["floor_ratio"] == pytest.approx(0.9)
    assert found["bare_ratio"] == pytest.approx(0.1)
    assert found["stock_ratio"] == pytest.approx(100)
    assert found["stock_cpu_ratio"] == pytest.approx(0.02)


def test_the_file_has_the_largest_site_at_the_top():
    small, large = ({"warm": {"html_home": row(rounds(), queries=q, size=1)}} for q in (1, 2))
    found = json.loads(json.dumps(document({1_000: small, 10_000: large}, {}, {"cores": 2})))
    assert found["warm"]["html_home"].keys() >= {"rps", "p99_ms", "floor_ratio", "stock_ratio"}
    assert found["warm"]["html_home"].keys() >= {"cpu_ms", "queries", "stock_cpu_ratio"}
    assert found["warm"]["html_home"]["queries"] == 2
    assert found["sizes"]["1000"]["warm"]["html_home"]["queries"] == 1


def test_a_line_stands_under_its_heading():
    columns = len(heading())
    assert len(line("html_home, warm", row(rounds(), queries=0, size=1))) == columns
