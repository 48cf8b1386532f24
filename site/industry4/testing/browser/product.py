"""Starts and stops the product as a user would: `manage.py serve`, in its own process."""

import contextlib
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from industry4.testing import servers

LOGIN = re.compile(r"Login: (\S+) / (\S+)")
START_SECONDS = 300  # migrations and the demo content with its images, on a slow machine


@dataclass(frozen=True)
class Product:
    """The running product: its address (without a slash at the end), sample login and files.

    Its mails are in `log`, as the terminal shows them.
    """

    address: str
    username: str
    password: str
    database_url: str
    media: Path
    log: Path

    def url(self, path: str) -> str:
        """The full address of a path such as `/en/news/`."""
        return self.address + path


@contextlib.contextmanager
def running(home: Path, log: Path) -> Iterator[Product]:
    """Yield the product, with a new database and media under `home`, its output in `log`.

    Raises RuntimeError, with that output, when it does not start or prints no sample login, and
    when there is a traceback in it at the end.
    """
    port, media = servers.free_port(), home / "media"
    address, database_url = f"http://localhost:{port}", f"sqlite:///{home / 'db.sqlite3'}"
    environment = {
        "DJANGO_SETTINGS_MODULE": "industry4.settings.dev",
        "DATABASE_URL": database_url,
        "MEDIA_ROOT": str(media),
        "PRIVATE_ROOT": str(home / "private"),
        "PORT": str(port),
        "PYTHONUNBUFFERED": "1",
    }
    command = [sys.executable, "manage.py", "serve"]
    with servers.serving(command, environment, address, log, seconds=START_SECONDS):
        login = LOGIN.search(log.read_text())
        if not login:
            raise RuntimeError(f"no line `Login: user / password` in:\n{log.read_text()}")
        username, password = login.groups()
        yield Product(address, username, password, database_url, media, log)
    _, traceback, rest = log.read_text().partition("Traceback (most recent call last)")
    if traceback:
        raise RuntimeError(f"the server failed at something (all of it in {log}):\n{rest[:4000]}")
