"""Starts and stops the product as a user would: `manage.py serve`, in its own process."""

import contextlib
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from industry4.testing.services import dying_with_us

ROOT = Path(__file__).resolve().parents[4]
LOGIN = re.compile(r"Login: (\S+) / (\S+)")
START_SECONDS = 300  # migrations and the demo content with its images, on a slow machine


@dataclass(frozen=True)
class Product:
    """The running product: its address (without a slash at the end) and its sample login."""

    address: str
    username: str
    password: str

    def url(self, path: str) -> str:
        """The full address of a path such as `/en/news/`."""
        return self.address + path


@contextlib.contextmanager
def running(home: Path, log: Path) -> Iterator[Product]:
    """Yield the product, with a new database and media under `home`, its output in `log`.

    Raises RuntimeError, with that output, when it does not start or prints no sample login.
    """
    port = _free_port()
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "industry4.settings.dev",
        "DATABASE_URL": f"sqlite:///{home / 'db.sqlite3'}",
        "MEDIA_ROOT": str(home / "media"),
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    with log.open("w") as output:
        server = subprocess.Popen(
            [*dying_with_us("TERM"), sys.executable, "manage.py", "serve"],
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # a process group: serve has a worker beside it
        )
    try:
        address = f"http://localhost:{port}"
        _wait(server, address, log)
        login = LOGIN.search(log.read_text())
        if not login:
            raise RuntimeError(f"no line `Login: user / password` in:\n{log.read_text()}")
        yield Product(address, *login.groups())
    finally:
        _stop(server)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


def _wait(server: subprocess.Popen[bytes], address: str, log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not _answers(address):
        if server.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the product did not start:\n{log.read_text()}")
        time.sleep(0.1)


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
