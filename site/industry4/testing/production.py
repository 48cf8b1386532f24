"""The product as production runs it, for measurements and for tests of what only it does.

Production's settings, collected static files, granian as docs/operators.md starts it, and
what the web server in front does (`front`).
"""

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from industry4.testing import servers, steps

START_SECONDS = 60
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Production:
    """An address (without a slash at the end) and the environment of all processes."""

    address: str
    environment: dict[str, str]

    def manage(self, *arguments: str) -> None:
        """Run a command of manage.py. Raises RuntimeError, with all that it said, when it fails."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=servers.ROOT,
            env={**os.environ, **self.environment},
            capture_output=True,
            text=True,
        )
        if done.returncode:
            command = " ".join(("manage.py", *arguments))
            raise RuntimeError(f"`{command}` failed:\n{done.stdout}{done.stderr}")

    @contextlib.contextmanager
    def serving(self, log: Path) -> Iterator[None]:
        """Serve while the block runs, output in `log`. Raises RuntimeError when that fails."""
        port = self.address.rpartition(":")[2]
        command = [
            *(str(BIN / "granian"), "--interface", "wsgi", "--no-ws", "--log-level", "warning"),
            *("--workers", "2", "--blocking-threads", "4", "--host", "127.0.0.1", "--port", port),
            *(
                "--respawn-failed-workers",
                "--workers-kill-timeout",
                "1",
            ),  # browsers keep their connections open
            "industry4.testing.front:application",
        ]
        with servers.serving(command, self.environment, self.address, log, seconds=START_SECONDS):
            yield


def prepare(home: Path, database_url: str, media: Path, **more: str) -> Production:
    """Production with that database and those uploads, its static files collected under `home`.

    `more` is added to its environment.
    """
    address = f"http://localhost:{servers.free_port()}"
    production = Production(
        address,
        {
            **steps.PRODUCTION,
            "PYTHONPATH": f"{servers.ROOT / 'site'}:{servers.ROOT}",
            "DATABASE_URL": database_url,
            "MEDIA_ROOT": str(media),
            "PRIVATE_ROOT": str(home / "private"),
            "STATIC_ROOT": str(home / "static"),
            "ALLOWED_HOSTS": "localhost",
            "SITE_URL": address,
            "TRUST_PROXY": "true",
            "LOG_LEVEL": "WARNING",
            **more,
        },
    )
    production.manage("collectstatic", "--noinput", "--verbosity", "0")
    return production
