"""A PostgreSQL and a Redis of the tests' own: nothing to set up, no port, nothing left behind.

Each runs on a socket in a folder of /tmp and dies with the tests even when they are killed;
PostgreSQL as an unprivileged user when the tests run as root, which it refuses.
"""

import contextlib
import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from industry4.testing.packages import postgres_programs

# Nothing here outlives the tests, so nothing needs to reach the disk.
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "128MB",
    "log_min_messages": "warning",
}
START_SECONDS = 30


@contextlib.contextmanager
def postgres(database: str) -> Iterator[str]:
    """Yield the address (DATABASE_URL) of `database` in a fresh cluster, with no password.

    The database itself is not made: Django's test runner makes its own beside it.
    Raises RuntimeError when PostgreSQL is not installed or does not start.
    """
    programs, owner = postgres_programs(), _owner()
    if not programs:
        raise RuntimeError("PostgreSQL's server programs were not found")
    # Not pytest's tmp_path, which is too long for a socket.
    home = Path(tempfile.mkdtemp(prefix="pg-", dir="/tmp"))
    if owner:
        os.chown(home, owner.pw_uid, owner.pw_gid)
    server = None
    try:
        _make_cluster(programs, home, owner)
        server = _start(programs, home, owner)
        yield f"postgres://postgres@/{database}?host={home}"
    finally:
        if server and server.poll() is None:
            server.send_signal(signal.SIGQUIT)  # at once: there is nothing to keep
            server.wait(10)
        shutil.rmtree(home, ignore_errors=True)


@dataclass
class Redis:
    """A server on a socket, which may be stopped and started again."""

    home: Path
    server: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        """Its address (REDIS_URL), whether it runs or not."""
        return f"unix://{self.home}/socket"

    def start(self) -> None:
        """Start it, empty. Raises RuntimeError when it is not installed or does not start."""
        program = shutil.which("redis-server")
        if not program:
            raise RuntimeError("redis-server was not found")
        log = self.home / "log"
        options = ("--port", "0", "--save", "", "--unixsocket", str(self.home / "socket"))
        with log.open("w") as output:
            self.server = subprocess.Popen(
                [*dying_with_us("KILL"), program, *options],
                stdout=output,
                stderr=subprocess.STDOUT,
                cwd=self.home,
                start_new_session=True,
            )
        deadline = time.monotonic() + START_SECONDS
        while not self._answers():
            if self.server.poll() is not None or time.monotonic() > deadline:
                self.stop()
                raise RuntimeError(f"Redis did not start:\n{log.read_text()}")
            time.sleep(0.02)

    def stop(self) -> None:
        """Stop it at once: what it kept is lost."""
        if self.server:
            self.server.kill()
            self.server.wait(10)
            self.server = None

    def _answers(self) -> bool:
        with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX) as client:
            client.connect(str(self.home / "socket"))
            client.sendall(b"PING\r\n")
            return client.recv(16).startswith(b"+PONG")
        return False


@contextlib.contextmanager
def redis_server() -> Iterator[Redis]:
    """Yield a running Redis that keeps nothing. Raises RuntimeError when it does not start."""
    server = Redis(Path(tempfile.mkdtemp(prefix="redis-", dir="/tmp")))
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(server.home, ignore_errors=True)


@contextlib.contextmanager
def redis() -> Iterator[str]:
    """Yield the address (REDIS_URL) of such a Redis."""
    with redis_server() as server:
        yield server.url


def dying_with_us(stop: str, owner: pwd.struct_passwd | None = None) -> list[str]:
    """The words to put before a command for it to get signal `stop` when this process ends.

    With `owner`, the command runs as that user. Empty where the system has no setpriv.
    """
    if not shutil.which("setpriv"):
        return []
    user = [f"--reuid={owner.pw_uid}", f"--regid={owner.pw_gid}", "--clear-groups"] if owner else []
    return ["setpriv", *user, "--pdeathsig", stop]


def _owner() -> pwd.struct_passwd | None:
    """Whom to run PostgreSQL as, or None for the user that runs the tests."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
    raise RuntimeError("there is no unprivileged user to run PostgreSQL as")


def _environment(home: Path) -> dict[str, str]:
    """As little as PostgreSQL needs: no locale or PG* variable of the user's changes a test."""
    return {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(home)}


def _make_cluster(programs: Path, home: Path, owner: pwd.struct_passwd | None) -> None:
    command = [
        *dying_with_us("KILL", owner),
        *(str(programs / "initdb"), "--pgdata", str(home / "data"), "--username=postgres"),
        *("--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--no-instructions"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, cwd=home, env=_environment(home))
    if done.returncode:
        raise RuntimeError(f"initdb failed:\n{done.stdout}{done.stderr}")


def _start(programs: Path, home: Path, owner: pwd.struct_passwd | None) -> subprocess.Popen[bytes]:
    log, data = home / "log", home / "data"
    options = OPTIONS | {"unix_socket_directories": str(home)}
    command = [
        *dying_with_us("QUIT", owner),
        *(str(programs / "postgres"), "-D", str(data)),
        *(f"--{name}={value}" for name, value in options.items()),
    ]
    with log.open("w") as output:
        server = subprocess.Popen(
            command,
            stdout=output,
            stderr=subprocess.STDOUT,
            cwd=home,
            env=_environment(home),
            start_new_session=True,  # Ctrl-C is for the tests; they stop the server
        )
    deadline = time.monotonic() + START_SECONDS
    while not _ready(data):
        if server.poll() is not None or time.monotonic() > deadline:
            server.kill()
            raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text()}")
        time.sleep(0.02)
    return server


def _ready(data: Path) -> bool:
    """Whether the server takes connections: line 8 of its pid file says so."""
    with contextlib.suppress(OSError, IndexError):
        return "ready" in (data / "postmaster.pid").read_text().splitlines()[7]
    return False
