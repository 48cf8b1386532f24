"""The programs that the tests need from the system: found, or installed from Debian's packages.

Root on Debian or Ubuntu gets what is missing with apt-get; anybody else is told, in one
sentence, what to install.
"""

import ctypes.util
import importlib.util
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

LINUX = sys.platform == "linux"
BROWSERS = ("chromium", "google-chrome", "chromium-browser")
BROWSER_FLAGS = [
    "--no-sandbox",  # it refuses root otherwise
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def postgres_programs() -> Path | None:
    """The folder of PostgreSQL's server programs (the newest version's), or None."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=_version)
    if debian:
        return debian[-1].parent
    elsewhere = shutil.which("initdb")
    return Path(elsewhere).resolve().parent if elsewhere else None


def browser() -> str | None:
    """The path of Chromium or Chrome, or None. CHROMIUM in the environment overrides the search."""
    candidates = (os.environ.get("CHROMIUM", ""), *BROWSERS)
    return next((path for name in candidates if (path := shutil.which(name))), None)


def _snaps_only() -> bool:
    """Whether this is Ubuntu, where a browser is a snap: `steps` gets Playwright's own instead."""
    return LINUX and platform.freedesktop_os_release().get("ID") == "ubuntu"


def _version(initdb: Path) -> float:
    return float(initdb.parent.parent.name)


def _font() -> bool:
    return not LINUX or any(Path("/usr/share/fonts").rglob("*.[ot]tf"))


# Debian's package, and what tells whether it (or something that does as well) is there.
PACKAGES: dict[str, Callable[[], object]] = {
    "python3-venv": lambda: importlib.util.find_spec("ensurepip"),
    "gettext": lambda: shutil.which("msgfmt"),
    "postgresql": postgres_programs,
    "redis-server": lambda: shutil.which("redis-server"),
    "chromium": lambda: browser() or _snaps_only(),
    "fonts-dejavu-core": _font,
    "default-jre-headless": lambda: shutil.which("java"),  # for the checker of HTML
    "libatomic1": lambda: not LINUX or ctypes.util.find_library("atomic"),  # for Playwright
}

# What `make bench` needs.
OF_BENCH: dict[str, Callable[[], object]] = {
    "python3-venv": PACKAGES["python3-venv"],
    "postgresql": postgres_programs,
    "redis-server": PACKAGES["redis-server"],
    "wrk": lambda: shutil.which("wrk"),
}


def provide(wanted: dict[str, Callable[[], object]] = PACKAGES) -> None:
    """Make sure that packages are there. Exits with one sentence when they cannot be had."""
    missing = [name for name, there in wanted.items() if not there()]
    if not missing:
        return
    names = " ".join(missing)
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        sys.exit(f"This needs more of the system: as root, apt-get install {names}")
    print(f"Installing {names} ...", flush=True)
    _apt_get("update")
    _apt_get("install", "--yes", "--no-install-recommends", *missing)


def _apt_get(*arguments: str) -> None:
    command = ["apt-get", "-qq", "-o", "DPkg::Lock::Timeout=120", *arguments]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(
        command, env=quiet, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n`{' '.join(command)}` failed: its reason is above.")
