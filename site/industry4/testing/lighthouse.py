"""What Lighthouse says of the site as production serves it: `make lighthouse`.

`python -m industry4.testing.lighthouse [PATH ...]` (with site/ on PYTHONPATH) fills a
PostgreSQL of its own with the demo content, makes its pictures, serves it (`production`) and
has Lighthouse load each page five times as a phone on a slow network does. It prints the
medians and exits 1 where one is worse than its limit. It measures time, so it is no part of
`make test`, and wants a machine that does nothing else.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from industry4.testing import node, packages, production, services

RUNS = 5
CATEGORIES = ["performance", "accessibility", "best-practices", "seo"]
LISTS = {"lt": ("/", "/nariai/"), "en": ("/en/", "/en/members/")}
ITEMS = ("articles", "events", "initiatives")  # of each, the first that the delivery API lists

LEAST_SCORE = 98
BELOW = {"lcp": 1.5, "cls": 0.02, "tbt": 50.0}  # seconds, no unit, milliseconds
HOMES = ("/", "/en/")
HOME_BYTES, HOME_REQUESTS = 60 * 1024, 8  # at most, without pictures
ROW = "{:>5} {:>5} {:>5} {:>5} {:>7} {:>6} {:>6} {:>6} {:>4}  {}"


def chosen(address: str) -> Iterator[str]:
    """The paths that are measured when none is named: five pages in both languages."""
    for language, lists in LISTS.items():
        yield from lists
        for items in ITEMS:
            question = f"{address}/api/delivery/v1/{items}/?locale={language}&limit=1"
            with urllib.request.urlopen(question) as answer:
                yield urlsplit(json.load(answer)["items"][0]["url"]).path


def measure(addresses: list[str]) -> list[dict[str, Any]]:
    """What each run found, in the shape that tools/lighthouse/runs.mjs says."""
    package = node.install(node.TOOLS / "lighthouse")
    question = {
        "chromium": packages.browser(),
        "flags": ["--headless=new", *packages.BROWSER_FLAGS],
        "categories": CATEGORIES,
        "addresses": addresses,
    }
    command = node.command(package / "runs.mjs", json.dumps(question))
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        sys.exit("Lighthouse failed: its reason is above.")
    return [json.loads(line) for line in done.stdout.splitlines()]


def figures_of(run: dict[str, Any]) -> dict[str, float]:
    """The figures of one run; bytes and requests are those without pictures."""
    rest = [each for each in run["requests"] if not each["mimeType"].startswith("image/")]
    return {
        **run["scores"],
        **{name: run[name] for name in BELOW},
        "bytes": sum(each["transferSize"] for each in rest),
        "requests": len(rest),
    }


def faults(path: str, medians: dict[str, float], runs: list[dict[str, Any]]) -> list[str]:
    """What is worse than it may be, each a sentence."""
    found = [
        f"{name} is {medians[name]:.0f}, below {LEAST_SCORE}"
        for name in CATEGORIES
        if medians[name] < LEAST_SCORE
    ]
    if found:
        found += sorted({failed for run in runs for failed in run["failed"]})
    found += [
        f"{name} is {medians[name]:.3f}, not below {limit}"
        for name, limit in BELOW.items()
        if medians[name] >= limit
    ]
    asked = [urlsplit(each["url"]) for run in runs for each in run["requests"]]
    own = urlsplit(runs[0]["address"]).netloc
    found += sorted({f"asks {url.netloc}" for url in asked if url.netloc not in ("", own)})
    if path in HOMES and medians["bytes"] > HOME_BYTES:
        found.append(f"{medians['bytes']:.0f} bytes without pictures, more than {HOME_BYTES}")
    if path in HOMES and medians["requests"] > HOME_REQUESTS:
        found.append(f"{medians['requests']:.0f} requests without pictures, not {HOME_REQUESTS}")
    return found


def report(path: str, runs: list[dict[str, Any]]) -> list[str]:
    """Print the medians of a page; return what is worse than it may be."""
    figures = [figures_of(run) for run in runs]
    medians = {name: statistics.median(each[name] for each in figures) for name in figures[0]}
    print(
        ROW.format(
            *(f"{medians[name]:.0f}" for name in CATEGORIES),
            *(f"{medians['lcp']:.2f} s", f"{medians['cls']:.3f}", f"{medians['tbt']:.0f} ms"),
            *(f"{medians['bytes'] / 1024:.1f}", f"{medians['requests']:.0f}", path),
        ),
        flush=True,
    )
    return [f"{path}: {fault}" for fault in faults(path, medians, runs)]


def main(paths: list[str]) -> int:
    """Measure and print; 1 where something is worse than it may be, else 0."""
    packages.provide()
    with (
        tempfile.TemporaryDirectory(prefix="industry4-") as folder,
        services.postgres("postgres") as database_url,
    ):
        home = Path(folder)
        product = production.prepare(home, database_url, home / "media")
        product.manage("migrate", "--verbosity", "0")
        product.manage("load_demo", "--quiet")
        worker = ("db_worker", "--backend", "background", "--queue-name", "*")
        product.manage(*worker, "--batch", "--no-startup-delay")
        with product.serving(home / "server.log"):
            paths = paths or list(chosen(product.address))
            addresses = [product.address + path for path in paths]
            runs = measure([address for address in addresses for _run in range(RUNS)])
    print(f"Medians of {RUNS} runs; KiB and requests are those without pictures.\n")
    print(ROW.format("perf", "a11y", "best", "SEO", "LCP", "CLS", "TBT", "KiB", "req", "page"))
    found = []
    for path, address in zip(paths, addresses, strict=True):
        found += report(path, [run for run in runs if run["address"] == address])
    print("\n" + "\n".join(found or ["All is within its limits."]))
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
