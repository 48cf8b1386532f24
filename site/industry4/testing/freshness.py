"""Whether anything old is ever shown: readers and writers at once, in production's processes.

`python -m industry4.testing.freshness [COMMITS] [kill]`, with site/ and the project's root on
PYTHONPATH, serves production's settings from two processes with a PostgreSQL and a Redis of its
own. Two writers publish, unpublish, move and edit, draft and roll back; eight readers ask for pages
and for the API meanwhile. Everything shown says its version, and a reading that began after a
commit must show that commit's or a later one. With `kill`, Redis and then a web process are killed
meanwhile: nobody may notice but by a connection that is cut. It prints what was read, and exits 1
where anything was older or was answered with an error.
"""

import http.client
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import psutil

from industry4.testing import production, servers, services
from industry4.testing.freshness_things import Thing, fill

COMMITS = 2_000
READERS, WRITERS = 8, 2
# So many connections of one reader may be cut when a process is killed.
MOST_CUTS = 3


def fault(thing: Thing, address: str, at_path: bool, first: int, status: int, text: str) -> str:
    """What is wrong with an answer to a question asked when state `first` was committed, or ""."""
    possible = thing.states[first:]
    seen = [s for s in possible if s.live and (not at_path or s.path == address)]
    found = {int(version) for version in re.findall(rf"{thing.name} v(\d+)", text)}
    if status >= 500:
        return f"{address} answered {status}"
    if found:
        right = found <= {state.version for state in seen}
    else:
        right = len(seen) < len(possible)
    return "" if right else f"{address} ({status}) shows {found or 'nothing'}, not {possible}"


def read(things: list[Thing], address: str, done: threading.Event, result: list[Any]) -> None:
    """Ask for this and that until all is written. Appends `(readings, faults)` to `result`."""
    chance, readings, cuts, faults = random.Random(), 0, 0, []
    server = http.client.HTTPConnection(urlsplit(address).netloc, timeout=30)
    while not done.is_set():
        thing = chance.choice(things)
        path, at_path = chance.choice(thing.addresses)
        first = thing.committed
        try:
            server.request("GET", path)
            answer = server.getresponse()
            wrong = fault(thing, path, at_path, first, answer.status, answer.read().decode())
        except (http.client.HTTPException, OSError) as error:
            server.close()
            cuts += 1
            # As many as the connections that a killed process may have had.
            wrong = f"{path}: {error!r}, once too often" if cuts > MOST_CUTS else ""
        readings += 1
        faults += [wrong] if wrong else []
        time.sleep(chance.random() / 200)
    result.append((readings, faults))


def write(things: list[Thing], commits: int, seed: int, finished: list[int]) -> None:
    """Change this and that. Appends to `finished` when all is written."""
    from django.db import connection

    chance = random.Random(seed)
    for _number in range(commits):
        thing = chance.choice(things)
        thing.write(thing, chance)
        time.sleep(chance.random() / 20)
    connection.close()
    finished.append(seed)


def run(address: str, commits: int) -> int:
    """Fill, read and write. Returns how many readings were wrong, and prints what was done."""
    import django

    django.setup()
    things = fill()
    done, result, finished = threading.Event(), list[Any](), list[int]()
    readers = [
        threading.Thread(target=read, args=(things, address, done, result)) for _ in range(READERS)
    ]
    writers = [
        threading.Thread(
            target=write, args=(things[own::WRITERS], commits // WRITERS, own, finished)
        )
        for own in range(WRITERS)
    ]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    for thread in readers:
        thread.join()
    faults = [wrong for _readings, found in result for wrong in found]
    print(
        f"{sum(thing.committed for thing in things)} commits,"
        f" {sum(readings for readings, _faults in result)} readings by {len(result)} readers,"
        f" {len(faults)} of them wrong"
    )
    print(*faults[:20], sep="\n")
    return len(faults) + READERS - len(result) + WRITERS - len(finished)


def kill(redis: services.Redis, done: threading.Event) -> None:
    """Kill Redis, a web process while it is gone, and start Redis again; twice."""
    for _time in range(2):
        for act in (redis.stop, kill_worker, redis.start):
            if done.wait(8):
                return
            act()
            print(f"{act.__name__}: done", flush=True)


def kill_worker() -> None:
    """Kill one of the processes that answer."""
    ours = psutil.Process().children(recursive=True)
    answering = [each for each in ours if each.parent() in ours and "granian" in each.cmdline()[1]]
    answering[-1].kill()


def main(commits: int, *, kills: bool = False) -> int:
    """Serve, and `run` in a process with production's settings. Returns its exit code."""
    with (
        tempfile.TemporaryDirectory(prefix="industry4-") as folder,
        services.postgres("postgres") as database_url,
        services.redis_server() as redis,
    ):
        redis.start()
        home, done = Path(folder), threading.Event()
        product = production.prepare(home, database_url, home / "media")
        product.environment.update(REDIS_URL=redis.url, API_READS_PER_MINUTE="0")
        product.manage("migrate", "--verbosity", "0")
        with product.serving(home / "log"):
            if kills:
                threading.Thread(target=kill, args=(redis, done), daemon=True).start()
            code = subprocess.run(
                [sys.executable, "-m", "industry4.testing.freshness", str(commits), "inside"],
                cwd=servers.ROOT,
                env={**os.environ, **product.environment, "SERVED_AT": product.address},
            ).returncode
            done.set()
            return code


if __name__ == "__main__":
    commits = next((int(word) for word in sys.argv if word.isdecimal()), COMMITS)
    if "inside" in sys.argv:
        sys.exit(min(run(os.environ["SERVED_AT"], commits), 1))
    sys.exit(main(commits, kills="kill" in sys.argv))
