"""The text of a document's file, taken by a program of its own that can be stopped.

A file may be made to take all memory or to last for ever, and no limit of a library holds against
every one. The program `plain_text` has a minute and a bounded memory, and nothing to lose.
"""

import logging
import subprocess
import sys

from . import plain_text
from .models import Document

logger = logging.getLogger(__name__)
SECONDS = 60
# How much of what the program says stands in the log.
TOLD = 300


def extracted(document: Document) -> str:
    """The text of a document's file on one line; "" where it has none that can be read.

    A file that is broken, encrypted, scanned or hostile has none; a warning says which and why.
    Raises OSError where the storage does not give the file.
    """
    extension = document.file_extension.lower()
    if extension not in plain_text.READERS:
        return ""
    with document.open_file() as file:
        content = file.read()
    text, reason = run(extension, content)
    if reason or not text:
        reason = reason or "there is no text in it"
        logger.warning("Text of document %s (%s): %s", document.pk, document.filename, reason)
    return text


def run(extension: str, content: bytes) -> tuple[str, str]:
    """The text of a file with these bytes, and what there is to say of it; each may be ""."""
    command = [sys.executable, "-P", plain_text.__file__, extension]
    try:
        done = subprocess.run(  # noqa: S603  (our own program; the extension is one that it knows)
            command, input=content, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return "", f"not read within {SECONDS} seconds"
    told = " ".join(done.stderr.decode(errors="replace").split())[-TOLD:]
    if done.returncode:
        return "", told or f"the program ended with {done.returncode}"
    return done.stdout.decode(), told
