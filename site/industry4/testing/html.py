"""What the Nu Html Checker, the W3C's, says of pages: their markup, and their ARIA."""

import json
import subprocess
from pathlib import Path

from industry4.testing import node

# Patterns (regular expressions) of messages that are not faults here, each with its reason.
DELIBERATE: list[str] = []


def faults(pages: dict[str, bytes], folder: Path) -> list[str]:
    """The errors and warnings in pages, given by address, each a sentence with its place.

    The pages are written to `folder`, and Java starts once for all. Raises
    subprocess.CalledProcessError when the checker itself fails.
    """
    files = {}
    for number, (address, page) in enumerate(pages.items()):
        path = folder / f"{number}.html"
        path.write_bytes(page)
        files[path.name] = address
    checker = node.install(node.TOOLS / "html") / "node_modules/vnu-jar/build/dist/vnu.jar"
    options = ["--format", "json", "--stdout", "--exit-zero-always"]
    for pattern in DELIBERATE:
        options += ["--filterpattern", pattern]
    done = subprocess.run(
        ["java", "-Xss1m", "-jar", checker, *options, *(folder / name for name in files)],  # noqa: S607
        stdout=subprocess.PIPE,
        check=True,
    )
    return [
        f"{files[Path(message['url']).name]}, line {message.get('lastLine')}: "
        f"{message['message']} {message.get('extract', '').strip()[:200]!r}"
        for message in json.loads(done.stdout)["messages"]
    ]
