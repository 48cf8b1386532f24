"""Files of an entry: which are taken, and that each is what its name says.

Kept under a name that says nothing, sent only by views that check who asks, and never shown in
place: a file that passes here may still be made to mislead whoever opens it.
"""

import unicodedata
import zipfile
from typing import Any, NamedTuple
from uuid import UUID

import filetype
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from PIL import Image

from industry4.competition.models import Entry, EntryFile

LARGEST_FILE = 10 * 1024 * 1024
LARGEST = f"{LARGEST_FILE >> 20}\xa0MB"  # as it is shown
MOST_OF_QUESTION = 5
MOST_OF_ENTRY = 20
LONGEST_NAME = 150


class Kind(NamedTuple):
    """A kind of file: its media type, and what has to be in it (of Office files: which part)."""

    media_type: str
    part: str = ""


OFFICE = "application/vnd.openxmlformats-officedocument."
PDF = Kind("application/pdf")
JPEG = Kind("image/jpeg")
KINDS = {
    "pdf": PDF,
    "docx": Kind(f"{OFFICE}wordprocessingml.document", "word/document.xml"),
    "xlsx": Kind(f"{OFFICE}spreadsheetml.sheet", "xl/workbook.xml"),
    "pptx": Kind(f"{OFFICE}presentationml.presentation", "ppt/presentation.xml"),
    "jpg": JPEG,
    "jpeg": JPEG,
    "png": Kind("image/png"),
    "webp": Kind("image/webp"),
}
ACCEPTED = ",".join(f".{extension}" for extension in KINDS)


class LimitedUploads(FileUploadHandler):
    """Lets go of a file once it is too large; the rest of the form is read all the same.

    `found` are the field and the name of each such file.
    """

    def __init__(self, request: Any) -> None:
        super().__init__(request)
        self.found: list[tuple[str, str]] = []

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        if start + len(raw_data) > LARGEST_FILE:
            self.found.append((self.field_name or "", self.file_name or ""))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The other handlers have it."""


def clean_name(name: str) -> str:
    """The name of a file without folders and without characters that hide what it is.

    At most 150 characters, of which the last are still its extension.
    """
    name = unicodedata.normalize("NFC", name).replace("\\", "/").rpartition("/")[2]
    shown = "".join(" " if unicodedata.category(sign)[0] in "CZ" else sign for sign in name)
    stem, dot, extension = " ".join(shown.split()).strip(". ").rpartition(".")
    if not dot:
        return extension[:LONGEST_NAME]
    return f"{stem.strip()[: LONGEST_NAME - 1 - len(extension)]}.{extension}"


def checked(upload: UploadedFile) -> EntryFile:
    """The file as it may be kept, not yet saved and of no entry yet.

    Raises ValidationError with a sentence that names the file and says what is wrong with it.
    """
    name = clean_name(upload.name or "")
    _stem, dot, extension = name.lower().rpartition(".")
    kind = KINDS.get(extension) if dot else None
    size = upload.size or 0
    if kind is None:
        raise refused(
            name,
            _("this kind of file is not accepted. Upload PDF, DOCX, XLSX, PPTX, JPG, PNG or WEBP"),
        )
    if not size:
        raise refused(name, _("the file is empty"))
    if size > LARGEST_FILE:
        raise too_large(name)
    if not agrees(upload, kind):
        raise refused(
            name,
            _("its content is not a valid %(kind)s. Save it as %(kind)s again and upload that")
            % {"kind": extension.upper()},
        )
    return EntryFile(name=name, media_type=kind.media_type, size=size, file=upload)


def refused(name: str, reason: str) -> ValidationError:
    """The error that says why a file was not taken."""
    return ValidationError(
        _("“%(name)s” was not uploaded: %(reason)s.") % {"name": name, "reason": reason}
    )


def too_large(name: str) -> ValidationError:
    """The error that says that a file was too large."""
    return refused(clean_name(name), _("it is larger than %(limit)s") % {"limit": LARGEST})


def agrees(upload: UploadedFile, kind: Kind) -> bool:
    """Whether the content is of this kind, as far as can be told at little cost."""
    upload.seek(0)
    try:
        if kind.part:
            return is_office(upload, kind)
        guessed = filetype.guess(upload.read(8192))
        if guessed is None or guessed.mime != kind.media_type:
            return False
        return is_whole_pdf(upload) if kind is PDF else is_image(upload)
    finally:
        upload.seek(0)


def is_whole_pdf(upload: UploadedFile) -> bool:
    """Whether the end of a PDF is there: one that broke off cannot be read by the jury."""
    upload.seek(max((upload.size or 0) - 2048, 0))
    return b"%%EOF" in upload.read()


def is_office(upload: UploadedFile, kind: Kind) -> bool:
    """Whether a document of Office has the part that makes it one of its kind, and no macros.

    By the list of its parts, none of which is unpacked: that costs as much as the sender likes.
    """
    try:
        with zipfile.ZipFile(upload) as archive:
            parts = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        return False
    has_macros = any(part.lower().endswith("vbaproject.bin") for part in parts)
    return {"[Content_Types].xml", kind.part} <= set(parts) and not has_macros


def is_image(upload: UploadedFile) -> bool:
    """Whether a picture can be read."""
    upload.seek(0)
    try:
        with Image.open(upload) as picture:
            picture.verify()
    except Exception:  # Pillow raises whatever its decoders do
        return False
    return True


def take(entry: Entry, question: UUID, upload: UploadedFile, others: list[EntryFile]) -> None:
    """Keep a file as an answer to a question, and add it to `others`, which the entry has.

    The same file once more (whoever sends a form twice) is kept once. The entry has to be locked.
    Raises ValidationError, as `checked` does, and for one file too many.
    """
    file = checked(upload)
    of_question = [other for other in others if other.question == question]
    if any(is_same(file, other) for other in of_question):
        return
    if len(of_question) >= MOST_OF_QUESTION:
        limit = ngettext(
            "a question takes at most %(count)d file",
            "a question takes at most %(count)d files",
            MOST_OF_QUESTION,
        )
        raise refused(file.name, limit % {"count": MOST_OF_QUESTION})
    if len(others) >= MOST_OF_ENTRY:
        limit = ngettext(
            "an entry takes at most %(count)d file",
            "an entry takes at most %(count)d files",
            MOST_OF_ENTRY,
        )
        raise refused(file.name, limit % {"count": MOST_OF_ENTRY})
    file.entry, file.question = entry, question
    file.save()
    others.append(file)


def is_same(file: EntryFile, other: EntryFile) -> bool:
    """Whether a new file and one that is kept have the same name and the same content."""
    if (file.name, file.size) != (other.name, other.size):
        return False
    file.file.seek(0)
    with other.file.open() as kept:
        return bool(kept.read() == file.file.read())


def remove(file: EntryFile) -> None:
    """Delete a file of an entry; its content once that is committed."""
    storage, name = file.file.storage, str(file.file.name)
    file.delete()
    transaction.on_commit(lambda: storage.delete(name))
