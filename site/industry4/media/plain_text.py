"""A program: reads a file from standard input, and writes its text on one line.

`plain_text.py EXTENSION < file`. It knows nothing of the project, so that it starts quickly and
may be stopped at any time. Office files are read here, as what is maintained for them
needs compiled parsers and builds whole documents where a few elements are wanted.
"""

import io
import logging
import re
import resource
import sys
import unicodedata
import zipfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import partial
from itertools import islice
from typing import NamedTuple

MAX_PAGES = 200
MAX_CHARACTERS = 200_000
# Read before white space is taken out.
MAX_RAW_CHARACTERS = 5 * MAX_CHARACTERS
MAX_MEMORY = 1024**3
CHUNK = 64 * 1024


class Office(NamedTuple):
    """Where a kind of office file keeps its text: files in the archive, elements in these."""

    files: str
    elements: frozenset[str]


OFFICE = {
    "docx": Office(r"word/(document|footnotes|endnotes)\.xml", frozenset({"t"})),
    "odt": Office(r"content\.xml", frozenset({"p", "h"})),
    "pptx": Office(r"ppt/slides/slide\d+\.xml", frozenset({"t"})),
    "xlsx": Office(r"xl/(sharedStrings|worksheets/sheet\d+)\.xml", frozenset({"t"})),
}
# Deleted or moved away, said by a commentator, or the same again for older programs.
HIDDEN = {"tracked-changes", "annotation", "moveFrom", "Fallback"}
BREAKS = {"p", "h", "si", "is", "br", "cr", "tab", "s", "line-break"}


class Target:
    """Collects the text of elements from an XML parser."""

    def __init__(self, elements: frozenset[str]) -> None:
        self.elements = elements
        self.parts: list[str] = []
        self.inside = self.hidden = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self._enter(tag, 1)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._enter(tag, -1)

    def _enter(self, tag: str, step: int) -> None:
        name = tag.rpartition("}")[2]
        self.inside += step * (name in self.elements)
        self.hidden += step * (name in HIDDEN)
        if name in BREAKS:
            self.parts.append("\n")

    def data(self, text: str) -> None:
        """Text, in the innermost element that is open."""
        if self.inside and not self.hidden:
            self.parts.append(text)

    def taken(self) -> str:
        """What has been collected since this was asked last."""
        text = "".join(self.parts)
        self.parts.clear()
        return text


def text_of_pdf(content: bytes) -> Iterator[str]:
    """The pages of a PDF, up to `MAX_PAGES`. A page that cannot be read is told, and left out."""
    from pypdf import PdfReader  # only when there is a PDF: it takes longest to load

    for number, page in enumerate(islice(PdfReader(io.BytesIO(content)).pages, MAX_PAGES), 1):
        try:
            text = page.extract_text()
        except Exception as error:  # pypdf raises whatever a malformed object leads to
            sys.stderr.write(f"page {number}: {told(error)}\n")
        else:
            yield f"{text}\n"


def text_of_office(content: bytes, office: Office) -> Iterator[str]:
    """The text in an archive of XML files, piece by piece."""
    from defusedxml.ElementTree import XMLParser  # type: ignore[import-untyped]  # ships no types

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for name in archive.namelist():
            if not re.fullmatch(office.files, name):
                continue
            target = Target(office.elements)
            parser = XMLParser(target=target)
            with archive.open(name) as file:
                while chunk := file.read(CHUNK):
                    parser.feed(chunk)
                    yield target.taken()


def text_of_text(content: bytes) -> Iterator[str]:
    """A text in UTF-8 or UTF-16, or in the encoding that Windows had in Lithuania before."""
    utf_16 = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    try:
        yield content.decode("utf-16" if utf_16 else "utf-8-sig")
    except UnicodeDecodeError:
        yield content.decode("cp1257", errors="replace")


READERS: dict[str, Callable[[bytes], Iterable[str]]] = {
    "pdf": text_of_pdf,
    **dict.fromkeys(("txt", "csv", "md"), text_of_text),
    **{name: partial(text_of_office, office=office) for name, office in OFFICE.items()},
}


def read(extension: str, content: bytes) -> str:
    """The text of a file on one line, at most `MAX_CHARACTERS` long.

    Raises whatever the parsers raise at what they cannot read.
    """
    raw, length = [], 0
    for part in READERS[extension](content):
        raw.append(part)
        length += len(part)
        if length > MAX_RAW_CHARACTERS:
            break
    return cleaned("".join(raw)[:MAX_RAW_CHARACTERS])[:MAX_CHARACTERS].strip()


def cleaned(text: str) -> str:
    """The words of a text with single spaces between them.

    Words divided at the end of a line are whole again, ligatures are letters, and what cannot be
    printed (controls, surrogates, a font's private signs) is gone.
    """
    text = unicodedata.normalize("NFKC", text)
    # Only before a small letter: a name of two parts keeps its hyphen. `*+` never goes back.
    text = re.sub(r"(?<=\w)[-\u00ad\u2010][^\S\n]*+\n\s*+(?=[a-ząčęėįšųūž])", "", text)
    text = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return " ".join(text.split())


def told(error: BaseException) -> str:
    """What an error says, in a few words."""
    return f"{type(error).__name__}: {error}"[:200]


def main(extension: str) -> None:
    """Read standard input within bounded memory; the exit code is 1 where it cannot be read."""
    with suppress(ValueError, OSError):  # macOS does not know this limit
        resource.setrlimit(resource.RLIMIT_AS, (MAX_MEMORY, MAX_MEMORY))
    logging.disable()  # pypdf has something to say of nearly every file
    try:
        text = read(extension, sys.stdin.buffer.read())
    except Exception as error:  # a file from anywhere leads to any of them
        sys.exit(told(error))
    sys.stdout.buffer.write(text.encode())


if __name__ == "__main__":
    main(sys.argv[1])
