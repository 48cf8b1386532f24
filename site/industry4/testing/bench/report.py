"""What runs come to: medians of each measured address, ratios, the table and `bench.json`."""

import statistics
from dataclasses import dataclass
from typing import Any

from industry4.testing.bench.load import Load

HEADING = ("", "req/s", "p50 ms", "p99 ms", "CPU ms", "db ms", "queries", "floor", "WSGI", "stock")
ROW = "{:<26}{:>9}{:>9}{:>9}{:>9}{:>8}{:>9}{:>9}{:>8}{:>9}"


@dataclass(frozen=True)
class Run:
    """One run of the load generator, and the CPU an answer took: the server's and PostgreSQL's."""

    load: Load
    cpu_ms: float
    database_ms: float


@dataclass(frozen=True)
class Round:
    """Runs right after one another: an address, its two floors and Wagtail's own list."""

    measured: Run
    floor: Run
    bare: Run
    stock: Run


def median(values: list[float]) -> float:
    """The median, to four significant digits."""
    return float(f"{statistics.median(values):.4g}")


def figures(runs: list[Run]) -> dict[str, float]:
    """The medians of the runs against one address."""
    return {
        "rps": median([run.load.rps for run in runs]),
        "p50_ms": median([run.load.p50_ms for run in runs]),
        "p99_ms": median([run.load.p99_ms for run in runs]),
        "cpu_ms": median([run.cpu_ms for run in runs]),
        "database_cpu_ms": median([run.database_ms for run in runs]),
    }


def row(rounds: list[Round], *, queries: int, size: int) -> dict[str, float]:
    """The figures of an address; ratios are medians of those within a round.

    `floor_ratio`, `bare_ratio` and `stock_ratio` are of answers a second, and the higher the
    better; `stock_cpu_ratio` is of the server's CPU an answer, and the lower the better.
    """
    return {
        **figures([each.measured for each in rounds]),
        "queries": queries,
        "bytes": size,
        "floor_ratio": median([e.measured.load.rps / e.floor.load.rps for e in rounds]),
        "bare_ratio": median([e.measured.load.rps / e.bare.load.rps for e in rounds]),
        "stock_ratio": median([e.measured.load.rps / e.stock.load.rps for e in rounds]),
        "stock_cpu_ratio": median([e.measured.cpu_ms / e.stock.cpu_ms for e in rounds]),
    }


def heading() -> str:
    """The first line of the table."""
    return ROW.format(*HEADING)


def line(name: str, found: dict[str, float]) -> str:
    """A line of the table."""

    def share(ratio: str) -> str:
        return f"{found[ratio]:.3f}" if ratio in found else ""

    return ROW.format(
        name,
        f"{found['rps']:,.0f}",
        f"{found['p50_ms']:.2f}",
        f"{found['p99_ms']:.2f}",
        f"{found['cpu_ms']:.2f}",
        f"{found['database_cpu_ms']:.2f}",
        f"{found['queries']:.0f}" if "queries" in found else "",
        share("floor_ratio"),
        share("bare_ratio"),
        f"{found['stock_ratio']:.1f}×" if "stock_ratio" in found else "",
    )


def document(
    sizes: dict[int, dict[str, dict[str, Any]]], servers: dict[str, Any], machine: dict[str, Any]
) -> dict[str, Any]:
    """`bench.json`: the figures of the largest site at the top, and of each in `sizes`."""
    largest = sizes[max(sizes)]
    return {**largest, "sizes": sizes, "servers": servers, "machine": machine}
