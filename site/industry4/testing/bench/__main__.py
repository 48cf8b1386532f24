"""`make bench`: how many answers a second production gives, how late, and at what cost.

It makes a PostgreSQL and a Redis of its own and fills them with a site of 1,000 and of 10,000
events (`corpus`; QUICK=1: 10,000 alone, and the main addresses alone; LARGE=1: 100,000 as well),
and starts production's server five times: with the response cache (warm), without (cold), with a
view that does nothing behind the project's middleware (floor, in the same process as cold), with
a bare WSGI callable, and with Wagtail's own API v2 and v3 on the same pages (stock). wrk asks them
one after another, in three rounds of a few seconds, and the table shows medians. A floor returns
as many prepared bytes as the address that it stands beside. Figures of one run compare; machines
differ, and one that does something else meanwhile says nothing.
"""

import contextlib
import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from industry4.testing import packages, production, servers, services
from industry4.testing.bench import load, processes, report

FULL, QUICK, LARGE = (1_000, 10_000), (10_000,), (1_000, 10_000, 100_000)
STOCK_NAMES = ("stock_v2", "stock_v3")
MAIN = ("events_list_full", "event_item", "html_home", "html_article")
ROUNDS, SECONDS, WARM_UP_SECONDS = 3, 2, 1
STOCK_SECONDS = 4  # it may take one second to an answer
COLD = {"RESPONSE_CACHE_SECONDS": "0"}
STOCK = {**COLD, "DJANGO_SETTINGS_MODULE": "industry4.testing.bench.stock_settings"}
PRODUCT = {
    "DJANGO_SETTINGS_MODULE": "industry4.testing.bench.settings",
    "API_READS_PER_MINUTE": "0",
}
PROGRAM = "industry4.wsgi:application"
RESULT = servers.ROOT / "bench.json"


@dataclass(frozen=True)
class Bench:
    """The servers that run at the same time; all but the one that is asked are idle."""

    warm: processes.Served
    cold: processes.Served
    bare: processes.Served
    stock: processes.Served
    database: psutil.Process

    def warm_up(self, served: processes.Served, path: str) -> None:
        """Have an address asked for, so that all workers know what they keep between requests."""
        body(served.address + path)
        load.output(served.address + path, WARM_UP_SECONDS, processes.HOST)
        served.settle()

    def run(self, served: processes.Served, path: str) -> report.Run:
        """Put load on an address."""
        before = served.cpu_seconds(), processes.cpu_seconds(self.database)
        seconds = STOCK_SECONDS if served is self.stock else SECONDS
        found = load.run(served.address + path, seconds, processes.HOST)
        served.settle()
        after = served.cpu_seconds(), processes.cpu_seconds(self.database)
        # At the end wrk leaves as many unfinished as it has connections; the server finishes them.
        answers = found.requests + load.CONNECTIONS
        own, database = (
            1000 * (late - early) / answers for early, late in zip(before, after, strict=True)
        )
        return report.Run(found, own, database)

    def rounds(self, path: str, stock_path: str, size: int) -> dict[str, list[report.Round]]:
        """The rounds of an address that answers that many bytes, `{warm, cold}`."""
        asked = [
            *((self.bare, f"/{size}"), (self.cold, f"/floor/{size}/"), (self.stock, stock_path)),
            *((self.warm, path), (self.cold, path)),
        ]
        for each in asked:
            self.warm_up(*each)
        found: dict[str, list[report.Round]] = {"warm": [], "cold": []}
        for _round in range(ROUNDS):
            bare, floor, stock, warm, cold = (self.run(*each) for each in asked)
            found["warm"].append(report.Round(warm, floor, bare, stock))
            found["cold"].append(report.Round(cold, floor, bare, stock))
        return found


def body(address: str) -> bytes:
    """What an address answers, uncompressed."""
    request = urllib.request.Request(address, headers=processes.HOST)
    with urllib.request.urlopen(request) as answer:
        found: bytes = answer.read()
    return found


@contextlib.contextmanager
def running(
    server: str, product: production.Production, home: Path, database_url: str
) -> Iterator[Bench]:
    """All servers, as long as the block runs."""
    environment = product.environment
    with contextlib.ExitStack() as stack:

        def serve(name: str, application: str, more: dict[str, str]) -> processes.Served:
            return stack.enter_context(
                processes.serving(
                    server, application, {**environment, **more}, home / f"{server}-{name}.log"
                )
            )

        yield Bench(
            warm=serve("warm", PROGRAM, {}),
            cold=serve("cold", PROGRAM, COLD),
            bare=serve("bare", "industry4.testing.bench.bare:application", {}),
            stock=serve("stock", PROGRAM, STOCK),
            database=processes.postgres_process(database_url),
        )


def inside(environment: dict[str, str], *arguments: str) -> Any:
    """Run `inside` with these arguments. Returns what it prints; exits where it fails."""
    command = [sys.executable, "-m", "industry4.testing.bench.inside", *arguments]
    done = subprocess.run(
        command,
        cwd=servers.ROOT,
        env={**os.environ, **environment},
        stdout=subprocess.PIPE,
        text=True,
    )
    if done.returncode:
        sys.exit(f"`{' '.join(command)}` failed: its reason is above.")
    return json.loads(done.stdout.splitlines()[-1])


def say(text: str) -> None:
    """Print a line at once."""
    print(text, flush=True)


def measure_site(
    bench: Bench, product: production.Production, paths: dict[str, str], names: tuple[str, ...]
) -> dict[str, Any]:
    """The figures of a site that was filled, `{warm, cold, stock, memory_mib}`."""
    counts = {
        which: inside({**product.environment, **more}, "queries", *(paths[n] for n in asked))
        for which, more, asked in (
            ("warm", {}, names),
            ("cold", COLD, names),
            ("stock", STOCK, STOCK_NAMES),
        )
    }
    say(report.heading())
    found: dict[str, Any] = {"warm": {}, "cold": {}, "stock": {}}

    def stock(name: str, runs: list[report.Run]) -> None:
        found["stock"][name] = {**report.figures(runs), "queries": counts["stock"][paths[name]]}
        say(report.line(name, found["stock"][name]))

    runs_of_v2: list[report.Run] = []
    for name in names:
        path = paths[name]
        size = len(body(bench.cold.address + path))
        for which, rounds in bench.rounds(path, paths["stock_v2"], size).items():
            row = report.row(rounds, queries=counts[which][path], size=size)
            found[which][name] = row
            say(report.line(f"{name}, {which}", row))
            runs_of_v2 += [each.stock for each in rounds]
    stock("stock_v2", runs_of_v2)
    bench.warm_up(bench.stock, paths["stock_v3"])
    stock("stock_v3", [bench.run(bench.stock, paths["stock_v3"]) for _round in range(ROUNDS)])
    memory = {name: round(getattr(bench, name).memory_mib()) for name in ("warm", "cold", "stock")}
    say(f"Memory of two workers and their parent, MiB: {memory}")
    return {**found, "memory_mib": memory}


def compare_servers(
    product: production.Production, home: Path, database_url: str, paths: dict[str, str]
) -> dict[str, Any]:
    """What each server makes of the same in turns: both floors, pages with and without cache."""
    asked = {
        "bare": ("bare", "/20000"),
        "floor": ("cold", "/floor/20000/"),
        **{
            f"{name}, {which}": (which, paths[name])
            for name in ("html_home", "event_item")
            for which in ("warm", "cold")
        },
    }
    found: dict[str, Any] = {server: {} for server in processes.SERVERS}
    say("\n" + report.heading())
    with contextlib.ExitStack() as stack:
        benches = {
            server: stack.enter_context(running(server, product, home, database_url))
            for server in found
        }
        for name, (which, path) in asked.items():
            runs: dict[str, list[report.Run]] = {server: [] for server in benches}
            for bench in benches.values():
                bench.warm_up(getattr(bench, which), path)
            for _round in range(ROUNDS):
                for server, bench in benches.items():
                    runs[server].append(bench.run(getattr(bench, which), path))
            for server in benches:
                found[server][name] = report.figures(runs[server])
                say(report.line(f"{name}, {server}", found[server][name]))
        for server, bench in benches.items():
            found[server]["memory_mib"] = round(bench.warm.memory_mib())
            say(f"{server}: {found[server]['memory_mib']} MiB")
    return found


def main(arguments: list[str]) -> None:
    """Make, fill, measure, print, write `bench.json`."""
    started = time.monotonic()
    quick = "--quick" in arguments
    packages.provide(packages.OF_BENCH)
    sizes: dict[int, dict[str, Any]] = {}
    compared: dict[str, Any] = {}
    with (
        tempfile.TemporaryDirectory(prefix="industry4-") as folder,
        services.postgres("postgres") as database_url,
        services.redis() as redis_url,
    ):
        home = Path(folder)
        product = production.prepare(
            home, database_url, home / "media", REDIS_URL=redis_url, **PRODUCT
        )
        for events in QUICK if quick else LARGE if "--large" in arguments else FULL:
            say(f"\nFilling a site of {events} events ({time.monotonic() - started:.0f} s) ...")
            site = inside(product.environment, "fill", str(events))
            paths = site["paths"]
            say(f"{site['pages']} pages ({time.monotonic() - started:.0f} s)\n")
            names = MAIN if quick else tuple(n for n in paths if n not in STOCK_NAMES)
            with running(processes.SERVER, product, home, database_url) as bench:
                sizes[events] = measure_site(bench, product, paths, names)
            sizes[events]["pages"] = site["pages"]
        if not quick:
            compared = compare_servers(product, home, database_url, paths)
    machine = {"cores": os.cpu_count(), "server": processes.SERVER, "seconds": SECONDS}
    RESULT.write_text(json.dumps(report.document(sizes, compared, machine), indent=2) + "\n")
    say(f"\n{RESULT.name} has all figures; {time.monotonic() - started:.0f} s.")


if __name__ == "__main__":
    main(sys.argv[1:])
