"""Whatever a file holds, taking its text ends well: with the text, or with a warning."""

import io

import pytest
from pypdf import PdfWriter

from industry4.media import extraction
from industry4.media.extraction import extracted
from industry4.testing.factories import DocumentFactory

from .test_plain_text import PDF

pytestmark = pytest.mark.django_db


def stored(content, name="nuostatai.pdf"):
    return DocumentFactory(file__filename=name, file__data=content)


def written(writer):
    stream = io.BytesIO()
    writer.write(stream)
    return stream.getvalue()


def encrypted():
    writer = PdfWriter(clone_from=io.BytesIO(PDF))
    writer.encrypt("slaptas", algorithm="RC4-128")
    return written(writer)


def scanned():
    writer = PdfWriter()
    writer.add_blank_page(100, 100)
    return written(writer)


@pytest.mark.parametrize("name", ["nuostatai.pdf", "NUOSTATAI.PDF"])
def test_the_text_of_a_pdf(name, caplog):
    assert "Žąsų ūkio įmonė" in extracted(stored(PDF, name))
    assert not caplog.messages


@pytest.mark.parametrize(
    "content, reason",
    [
        (b"no PDF at all", "PdfStreamError"),
        (b"", "EmptyFileError"),
        (PDF[:2000], "PdfStreamError"),
        (encrypted(), "FileNotDecryptedError"),
        (scanned(), "there is no text in it"),
    ],
    ids=["no pdf", "empty", "cut off", "encrypted", "scanned"],
)
def test_a_file_that_cannot_be_read_has_no_text_and_the_log_says_why(content, reason, caplog):
    document = stored(content)
    assert extracted(document) == ""
    (message,) = caplog.messages
    assert message.startswith(f"Text of document {document.pk} (")
    assert reason in message


def test_a_file_that_takes_too_long_is_given_up(monkeypatch, caplog):
    monkeypatch.setattr(extraction, "SECONDS", 0)
    assert extracted(stored(PDF)) == ""
    assert "not read within 0 seconds" in caplog.text


@pytest.mark.parametrize("name", ["a.zip", "a.ics", "a.rtf", "a"])
def test_of_other_kinds_no_text_is_asked(name, caplog):
    assert extracted(stored(b"BEGIN", name)) == ""
    assert not caplog.messages


def test_a_file_that_the_storage_does_not_give_is_an_error():
    document = stored(PDF)
    document.file.storage.delete(document.file.name)
    with pytest.raises(FileNotFoundError):
        extracted(type(document).objects.get(pk=document.pk))
