"""All members of the ecosystem as a table, and how many there are by kind and by municipality.

    python docs/examples/members_table.py https://www.example.lt en

Needs nothing but Python. Each `# %%` begins a cell for editors that run one at a time.
"""

# %% Which site, in which language (in a notebook: the defaults)
import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

parser = argparse.ArgumentParser(description="All members of the ecosystem as a table.")
parser.add_argument("site", nargs="?", default="http://localhost:8000")
parser.add_argument("locale", nargs="?", default="lt", choices=["lt", "en"])
asked = parser.parse_args([] if "ipykernel" in sys.modules else None)


# %% Read every part of the list
def read(address: str) -> dict[str, Any]:
    """The JSON at an address. Ends the script with the reason where there is none."""
    try:
        with urlopen(address, timeout=30) as response:  # noqa: S310  (the address is yours)
            content: dict[str, Any] = json.load(response)
            return content
    except HTTPError as error:
        sys.exit(f"{address}\n{detail(error)}")
    except (OSError, ValueError) as error:  # nobody answers, or with something else
        sys.exit(f"{address} cannot be read: {getattr(error, 'reason', error)}")


def detail(error: HTTPError) -> str:
    """What the API says is wrong; an answer that is not from the API says only its status."""
    try:
        return str(json.load(error)["detail"])
    except (ValueError, LookupError, TypeError):
        return str(error)


def all_members() -> Iterator[dict[str, Any]]:
    """Every member in full: a part of the list, then what its `next` leads to."""
    # A part may hold up to 100. Ten show that there is a next one.
    query = urlencode({"locale": asked.locale, "view": "full", "limit": 10})
    address = f"{asked.site.rstrip('/')}/api/delivery/v1/members/?{query}"
    while address:
        part = read(address)
        yield from part["items"]
        address = part["next"]


members = list(all_members())


# %% Show them
def row(member: dict[str, Any]) -> tuple[str, ...]:
    """A member as the cells of the table."""
    placed = member["latitude"] is not None and member["longitude"] is not None
    return (
        member["title"],
        member["kind"],
        member["municipality"],
        ", ".join(sector["name"] for sector in member["sectors"]),
        member["website"].removeprefix("https://").rstrip("/"),
        f"{member['latitude']:.3f}, {member['longitude']:.3f}" if placed else "",
    )


def table(rows: list[tuple[str, ...]], widest: int = 36) -> Iterator[str]:
    """Rows as lines of a table, the first as its head; what is too long ends in "…"."""
    cut = [[cell if len(cell) <= widest else f"{cell[: widest - 1]}…" for cell in r] for r in rows]
    widths = [max(map(len, column)) for column in zip(*cut, strict=True)]
    cut.insert(1, ["─" * width for width in widths])
    for cells in cut:
        padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
        yield "  ".join(padded).rstrip()


HEAD = ("Name", "Kind", "Municipality", "Sectors", "Website", "Place")
print(*table([HEAD, *map(row, members)]), sep="\n")
print(f"\nMembers: {len(members)}")

# %% Count them
for name in ("kind", "municipality"):
    print(f"\nBy {name}")
    for value, count in Counter(member[name] for member in members).most_common():
        print(f"  {value:<20}{count:>3}  {'█' * count}")
