"""Who pays for an initiative: the sum of its resources for each period, by source."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any, NamedTuple


class Share(NamedTuple):
    """What one source pays: `source` is "" where nobody is named.

    `percent` of the sum, after the `start` per cent of the sources before it.
    """

    source: str
    amount: Decimal
    percent: Decimal
    start: Decimal


class Funding(NamedTuple):
    """The sum in EUR of a period, "once" or "yearly", and who pays it, the largest share first."""

    period: str
    total: Decimal
    shares: list[Share]


def funding(resources: Iterable[Any]) -> list[Funding]:
    """The funding of each period that has any amount, in the order of the resources."""
    amounts: dict[str, dict[str, Decimal]] = {}
    for resource in resources:
        if resource.amount is not None:
            sources = amounts.setdefault(resource.period, {})
            sources[resource.source] = sources.get(resource.source, Decimal(0)) + resource.amount
    return [
        Funding(period, sum(s.values(), Decimal(0)), shares(s)) for period, s in amounts.items()
    ]


def shares(amounts: dict[str, Decimal]) -> list[Share]:
    """The share of each source in the sum of all, the largest first."""
    total = sum(amounts.values(), Decimal(0))
    found: list[Share] = []
    start = Decimal(0)
    for source, amount in sorted(amounts.items(), key=lambda each: -each[1]):
        percent = round(100 * amount / total, 1) if total else Decimal(0)
        found.append(Share(source, amount, percent, start))
        start += percent
    return found
