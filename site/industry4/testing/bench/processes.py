"""Servers to measure, and what they and PostgreSQL use of processor and memory."""

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil

from industry4.testing import servers
from industry4.testing.production import BIN

WORKERS, THREADS = 2, 4
START_SECONDS = 60
IDLE_SECONDS = 0.015  # of CPU in a tenth of a second: the clock has ticks of 0.01
HOST = {"Host": "localhost"}
# The programs that could serve production, and the one that does (decision 15).
SERVERS = ("gunicorn", "granian")
SERVER = "granian"


@dataclass(frozen=True)
class Served:
    """An address without a slash at the end, and the process that all others come from."""

    address: str
    process: psutil.Process

    def cpu_seconds(self) -> float:
        """What its processes took of the processor since they started."""
        return cpu_seconds(self.process)

    def settle(self) -> None:
        """Wait until nothing is left to do: it finishes what a load generator left behind."""
        spent, before = self.cpu_seconds(), -1.0
        while spent - before > IDLE_SECONDS:
            time.sleep(0.1)
            spent, before = self.cpu_seconds(), spent

    def memory_mib(self) -> float:
        """The memory of all its processes; what they share is counted once."""
        family = [self.process, *self.process.children(recursive=True)]
        return sum(each.memory_full_info().pss for each in family) / 2**20


def command(server: str, application: str, port: int) -> list[str]:
    """How a program is started to serve a WSGI application."""
    if server == "granian":
        return [
            *(str(BIN / "granian"), "--interface", "wsgi", "--no-ws", "--http", "1"),
            *("--workers", str(WORKERS), "--blocking-threads", str(THREADS)),
            *("--host", "127.0.0.1", "--port", str(port), "--log-level", "warning", application),
        ]
    return [
        *(str(BIN / "gunicorn"), "--pythonpath", "site", application),
        *("--workers", str(WORKERS), "--threads", str(THREADS)),
        *("--bind", f"127.0.0.1:{port}", "--graceful-timeout", "1"),
    ]


@contextlib.contextmanager
def serving(
    server: str, application: str, environment: dict[str, str], log: Path
) -> Iterator[Served]:
    """Serve an application while the block runs. Raises RuntimeError when it does not start."""
    port = servers.free_port()
    before = set(psutil.Process().children())
    running = servers.serving(
        command(server, application, port),
        environment,
        f"http://127.0.0.1:{port}/robots.txt",
        log,
        seconds=START_SECONDS,
    )
    with running:
        (process,) = set(psutil.Process().children()) - before
        yield Served(f"http://127.0.0.1:{port}", process)


def postgres_process(database_url: str) -> psutil.Process:
    """The server of a database that `services.postgres` started."""
    (home,) = parse_qs(urlsplit(database_url).query)["host"]
    pid = (Path(home) / "data" / "postmaster.pid").read_text().splitlines()[0]
    return psutil.Process(int(pid))


def cpu_seconds(process: psutil.Process) -> float:
    """What a process and all that came from it took of the processor, those that ended as well."""
    own = process.cpu_times()
    total = own.user + own.system + own.children_user + own.children_system
    for child in process.children(recursive=True):
        with contextlib.suppress(psutil.NoSuchProcess):
            times = child.cpu_times()
            total += times.user + times.system
    return total
