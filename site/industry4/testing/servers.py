"""Servers that the tests start: a process of their own, waited for, ended with all its children."""

import contextlib
import os
import random
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from industry4.testing.services import dying_with_us

ROOT = Path(__file__).resolve().parents[3]


def free_port() -> int:
    """A port that nobody listens on now, and that no system gives to connections by itself.

    A server may take a minute until it listens there.
    """
    while True:
        port = random.randrange(20_000, 32_000)
        with contextlib.suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port


@contextlib.contextmanager
def serving(
    command: list[str], environment: dict[str, str], address: str, log: Path, *, seconds: int
) -> Iterator[None]:
    """Run a server while the block runs, its output in `log`.

    `environment` is added to this process's own. Raises RuntimeError, with the output, when
    nothing answers at `address` within `seconds`.
    """
    with log.open("w") as output:
        server = subprocess.Popen(
            [*dying_with_us("TERM"), *command],
            cwd=ROOT,
            env={**os.environ, **environment},
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # a process group: it may have workers beside it
        )
    try:
        deadline = time.monotonic() + seconds
        while not _answers(address):
            if server.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"the server did not start:\n{log.read_text()}")
            time.sleep(0.1)
        yield
    finally:
        _stop(server)


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=30):
            return True
    except urllib.error.HTTPError:
        return True  # it runs; that it answers wrongly is for a test to say
    except OSError:
        return False


def _stop(server: subprocess.Popen[bytes]) -> None:
    for stop in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(server.pid, stop)
        with contextlib.suppress(subprocess.TimeoutExpired):
            server.wait(10)
