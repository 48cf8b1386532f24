"""Makes .venv, or leaves it when nothing that it was made from has changed.

Run as `python -m industry4.testing.virtualenv requirements.txt`.
"""

import hashlib
import importlib.util
import subprocess
import sys
from pathlib import Path

VENV = Path(".venv")
PYTHON = VENV / "bin" / "python"
WORKS = "import pip, sys; sys.exit(sys.version_info < (3, 11))"


def provide(requirements: str) -> None:
    """Make .venv hold what the file `requirements` lists; takes no time when it already does.

    Exits with one sentence when Python lacks its venv module or pip fails.
    """
    stamp, wanted = VENV / f"{requirements}.installed", _fingerprint(Path(requirements))
    if not _works():
        _create()
    elif stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Installing {requirements} into .venv (a minute or so, once) ...", flush=True)
    # Bytecode is left to the first import: that saves more here than it costs there.
    pip = ["-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-compile"]
    if subprocess.run([PYTHON, *pip, "-r", requirements]).returncode:
        sys.exit(f"pip could not install {requirements}: its reason is above.")
    stamp.write_text(wanted)


def _works() -> bool:
    """Whether .venv is there, whole, and still has the Python that it was made with."""
    return (
        PYTHON.exists()
        and subprocess.run([PYTHON, "-c", WORKS], stderr=subprocess.DEVNULL).returncode == 0
    )


def _create() -> None:
    if not importlib.util.find_spec("ensurepip"):
        sys.exit(
            f"{sys.executable} comes without its venv module: install it"
            " (on Debian and Ubuntu: apt-get install python3-venv)."
        )
    if subprocess.run([sys.executable, "-m", "venv", "--clear", VENV]).returncode:
        sys.exit("Python could not make .venv: its reason is above.")


def _fingerprint(requirements: Path) -> str:
    """A hash of the file's text and of the files that it includes with `-r`."""
    text = requirements.read_text()
    included = [line[3:].strip() for line in text.splitlines() if line.startswith("-r ")]
    parts = [text, *(_fingerprint(requirements.parent / name) for name in included)]
    return hashlib.sha256("".join(parts).encode()).hexdigest()


if __name__ == "__main__":
    try:
        provide(sys.argv[1])
    except KeyboardInterrupt:
        sys.exit(130)
