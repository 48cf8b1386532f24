"""What `make check` and `make test` do, in order, each step announced and timed.

The first step that fails ends the run, named in its last line. Tests are pytest's own
runs, with pytest's own output: one on PostgreSQL, a smoke run on SQLite, one in a browser.
"""

import os
import shlex
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from industry4.testing import packages, services, virtualenv

ROOT = Path(__file__).resolve().parents[3]
SQLITE = {"DATABASE_URL": "sqlite://:memory:"}
# Enough for production's settings to load; nothing is connected to.
PRODUCTION = {
    "DJANGO_SETTINGS_MODULE": "industry4.settings.production",
    "SECRET_KEY": "checked-but-never-used-0123456789-abcdefghijklmnopqrstuvwxyz",
    "DATABASE_URL": "postgres://industry4@localhost/industry4",
    "ALLOWED_HOSTS": "industry4.example",
    "SITE_URL": "https://industry4.example",
    "EMAIL_URL": "smtp+tls://user:secret@localhost:587",
    "DEFAULT_FROM_EMAIL": "noreply@industry4.example",
}


@dataclass(frozen=True)
class Step:
    """One command of .venv/bin, the heading it gets, and what its environment adds."""

    title: str
    command: str
    environment: dict[str, str] = field(default_factory=dict)


CHECKS = (
    Step("Format (ruff)", "ruff format --check ."),
    Step("Lint (ruff)", "ruff check ."),
    Step("Types (mypy)", "mypy"),
    Step("Layers (import-linter)", "lint-imports --no-logo"),
    Step("Templates (djlint)", "djlint --lint --quiet templates"),
    Step("Migrations", "python manage.py makemigrations --check --dry-run", SQLITE),
    Step("Translations", "python manage.py catalogues --check", SQLITE),
    Step(
        "Production settings",
        "python manage.py check --deploy --fail-level WARNING",
        PRODUCTION,
    ),
)
ON_POSTGRES = Step("Tests on PostgreSQL", "pytest -n auto --maxprocesses 8 --dist loadscope --cov")
ON_SQLITE = Step("Smoke run on SQLite", "pytest -m 'smoke or sqlite'", SQLITE)
# Where the system has none (Ubuntu). Only root can install the libraries that it needs as well.
BROWSER = Step(
    "Chromium for Playwright",
    f"playwright install {'--with-deps ' if os.geteuid() == 0 else ''}chromium",
)
# No more than two: each starts the product with its demo content.
IN_BROWSER = Step(
    "Tests in a browser",
    "pytest -n auto --maxprocesses 2 --dist loadscope -m browser site/industry4/testing/browser",
)


def run(step: Step, **environment: str) -> None:
    """Run one step. Exits, naming it, when it fails."""
    print(f"\n──── {step.title} " + "─" * (74 - len(step.title)), flush=True)
    started = time.monotonic()
    program, *arguments = shlex.split(step.command)
    code = subprocess.run(
        [ROOT / ".venv" / "bin" / program, *arguments],
        env={
            **os.environ,
            "PYTHONPATH": f"{ROOT / 'site'}:{ROOT}",
            "DJANGO_SETTINGS_MODULE": "industry4.settings.test",
            **step.environment,
            **environment,
        },
    ).returncode
    print(f"{step.title}: {time.monotonic() - started:.0f} s", flush=True)
    if code:
        sys.exit(f"{step.title} failed: {step.command}")


def check() -> None:
    """Everything that needs neither a database nor a browser."""
    virtualenv.provide("requirements-dev.txt")
    for step in CHECKS:
        run(step)


def test() -> None:
    """Everything that a reviewer wants checked."""
    started = time.monotonic()
    packages.provide()
    check()
    with services.postgres("industry4") as database_url:
        run(ON_POSTGRES, DATABASE_URL=database_url)
    run(ON_SQLITE)
    if not packages.browser():
        run(BROWSER)
    run(IN_BROWSER)
    print(f"\nAll steps passed in {time.monotonic() - started:.0f} s.")


if __name__ == "__main__":
    os.chdir(ROOT)
    try:
        {"check": check, "test": test}[sys.argv[1]]()
    except KeyboardInterrupt:
        sys.exit(130)
