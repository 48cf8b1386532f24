"""The text of a file: its words, whole and in order, within limits."""

import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook
from pypdf import PdfWriter
from pypdf.generic import NameObject
from reportlab.pdfgen.canvas import Canvas

from industry4.media import plain_text
from industry4.media.plain_text import cleaned, read

# Printed by Chromium: two pages with a subset of a font, as most PDFs have.
PDF = (Path(__file__).parent / "files" / "nuostatai.pdf").read_bytes()
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
OPEN_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def archive(name, xml):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as files:
        files.writestr("[Content_Types].xml", "<t>ne tekstas</t>")
        files.writestr(name, xml)
    return stream.getvalue()


def document(body):
    return archive("word/document.xml", f'<w:document xmlns:w="{WORD}">{body}</w:document>')


def test_a_pdf_gives_the_words_of_its_pages_in_order():
    assert read("pdf", PDF) == (
        "Konkurso nuostatai Žąsų ūkio įmonė Panevėžyje diegia pramonės robotą. Ąčęėįšųūž"
        " ĄČĘĖĮŠŲŪŽ. Paraiškos pramonės skaitmeninimo konkursui teikiamos iki gruodžio. Antras"
        " puslapis: vertinimo komisija, „kabutės“ ir 1 000 €."
    )


def test_of_a_long_pdf_the_first_200_pages_are_read():
    stream = io.BytesIO()
    canvas = Canvas(stream)
    for number in range(1, 206):
        canvas.drawString(72, 72, f"p{number}")
        canvas.showPage()
    canvas.save()
    assert read("pdf", stream.getvalue()).split() == [f"p{number}" for number in range(1, 201)]


def test_a_page_that_cannot_be_read_does_not_take_the_others_with_it(capsys):
    writer = PdfWriter(clone_from=io.BytesIO(PDF))
    writer.pages[0]["/Contents"][NameObject("/Filter")] = NameObject("/Nonsense")
    stream = io.BytesIO()
    writer.write(stream)
    assert read("pdf", stream.getvalue()).startswith("Antras puslapis")
    assert capsys.readouterr().err.startswith("page 1: NotImplementedError")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1257"], ids=lambda encoding: encoding
)
@pytest.mark.parametrize("extension", ["txt", "csv", "md"])
def test_a_text_is_read_in_the_encodings_that_programs_here_write(extension, encoding):
    content = "Įmonė;Šalis\r\nŽąsų ūkis;Lietuva\r\n".encode(encoding)
    assert read(extension, content) == "Įmonė;Šalis Žąsų ūkis;Lietuva"


def test_a_word_document_gives_its_text_without_what_was_deleted():
    content = document(
        "<w:p><w:r><w:t>Kon</w:t></w:r><w:r><w:t>kursas</w:t></w:r>"
        "<w:del><w:r><w:delText>slapta</w:delText></w:r></w:del>"
        "<w:moveFrom><w:r><w:t>perkelta</w:t></w:r></w:moveFrom></w:p>"
        "<w:p><w:r><w:t>Vardas</w:t><w:tab/><w:t>Pavardė</w:t></w:r></w:p>"
    )
    assert read("docx", content) == "Konkursas Vardas Pavardė"


def test_an_open_document_gives_its_text_without_what_was_deleted():
    body = (
        "<t:tracked-changes><t:deletion><t:p>slapta</t:p></t:deletion></t:tracked-changes>"
        "<t:h>Antraštė</t:h><t:p>Kon<t:span>kurs</t:span>as<t:s/>vyks<t:line-break/>čia</t:p>"
    )
    content = archive("content.xml", f'<o xmlns:t="{OPEN_TEXT}">{body}</o>')
    assert read("odt", content) == "Antraštė Konkursas vyks čia"


def test_slides_give_their_text():
    xml = f'<p:sld xmlns:p="p" xmlns:a="{DRAWING}"><a:p><a:r><a:t>Skaidrė</a:t></a:r></a:p></p:sld>'
    assert read("pptx", archive("ppt/slides/slide1.xml", xml)) == "Skaidrė"


def test_a_workbook_gives_the_texts_of_its_cells():
    workbook = Workbook()
    workbook.active.append(["Įmonė", "Miestas"])
    workbook.active.append(["Žąsų ūkis", 2026])
    stream = io.BytesIO()
    workbook.save(stream)
    assert set(read("xlsx", stream.getvalue()).split()) == {"Įmonė", "Miestas", "Žąsų", "ūkis"}


@pytest.mark.parametrize(
    "content",
    [
        document("<w:t>neuždaryta"),
        archive("word/document.xml", '<!DOCTYPE a [<!ENTITY b "bomba">]><a><t>&b;</t></a>'),
        b"PK\x03\x04",
    ],
    ids=["broken xml", "entities", "no archive"],
)
def test_a_broken_or_hostile_office_file_is_refused(content):
    with pytest.raises((SyntaxError, ValueError, zipfile.BadZipFile)):
        read("docx", content)


@pytest.mark.parametrize(
    "raw, words",
    [
        ("konkur-\nsas", "konkursas"),
        ("konkur- \r\n  sas", "konkursas"),
        ("konkur\u00ad\nsas", "konkursas"),
        ("kon\u00adkursas", "konkursas"),
        ("Panevėžys-\nVilnius", "Panevėžys- Vilnius"),
        ("2020-\n2030", "2020- 2030"),
        ("vienas - \n du", "vienas - du"),
        (" a\t b\u00a0c\f\n\nd ", "a b c d"),
        ("n\x00u\x07l\ue000", "nul"),
        ("e\u0307 \ufb01rma", "ė firma"),
    ],
)
def test_words_are_whole_and_stand_apart_by_one_space(raw, words):
    assert cleaned(raw) == words


def test_no_more_than_200_000_characters_are_kept():
    text = read("txt", "žodis ".encode() * 300_000)
    assert 199_990 < len(text) <= 200_000
    assert len(plain_text.cleaned(text)) == len(text)
