"""Files of an entry: what is taken, what is refused and how that is said, who gets them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import storages

from industry4.competition.entering import uploads
from industry4.competition.models import EntryFile
from industry4.competition.tests.entering import (
    PDF,
    complete,
    form_of,
    kept,
    link,
    office,
    picture,
    questions,
    save,
    soup,
    submit,
    text_of,
    upload,
)
from industry4.competition.tests.factories import EntryFactory, EntryFileFactory, new_edition


@pytest.fixture
def edition(db):
    return new_edition()


@pytest.fixture
def entry(edition):
    return EntryFactory(edition=edition)


def send(client, entry, edition, *files, **changes):
    """Save the draft with these files."""
    return save(client, entry, {questions(edition)["file"]: list(files), **changes})


def names(entry):
    return [file.name for file in entry.files.all()]


# What is in them


@pytest.mark.parametrize(
    "name, content",
    [
        ("a.pdf", PDF),
        ("a.PDF", PDF),
        ("a.docx", office("docx")),
        ("a.xlsx", office("xlsx")),
        ("a.pptx", office("pptx")),
        ("a.png", picture()),
    ],
)
def test_a_file_that_is_what_its_name_says_is_taken(name, content):
    file = uploads.checked(upload(name, content))
    assert file.name == name
    assert file.size == len(content)
    assert file.media_type == uploads.KINDS[name[2:].lower()].media_type


@pytest.mark.parametrize(
    "name, content, said",
    [
        ("a.exe", b"MZ", "tokios rūšies failai nepriimami"),
        ("a.pdf.html", PDF, "tokios rūšies failai nepriimami"),
        ("pdf", PDF, "tokios rūšies failai nepriimami"),
        ("a.svg", b"<svg/>", "tokios rūšies failai nepriimami"),
        ("a.pdf", b"", "failas tuščias"),
        ("a.pdf", b"<html>%PDF-1.4 %%EOF", "turinys nėra PDF"),
        ("a.pdf", picture(), "turinys nėra PDF"),
        ("a.pdf", PDF[:20], "turinys nėra PDF"),
        ("a.png", PDF, "turinys nėra PNG"),
        ("a.jpg", picture(), "turinys nėra JPG"),
        ("a.png", picture()[:60], "turinys nėra PNG"),
        ("a.docx", office("xlsx"), "turinys nėra DOCX"),
        ("a.docx", b"PK\x03\x04 broken", "turinys nėra DOCX"),
        ("a.docx", office("docx", "a.txt"), "turinys nėra DOCX"),
        (
            "a.docx",
            office("", "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"),
            "turinys nėra DOCX",
        ),
    ],
)
def test_a_file_that_is_not_is_refused_by_its_name(name, content, said):
    with pytest.raises(ValidationError) as refusal:
        uploads.checked(upload(name, content))
    [message] = refusal.value.messages
    assert name in message
    assert said in message


@pytest.mark.parametrize(
    "name, clean",
    [
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\x\\planas.pdf", "planas.pdf"),
        ("Žemėlapis  2026.pdf", "Žemėlapis 2026.pdf"),
        ("exe\N{RIGHT-TO-LEFT OVERRIDE}fdp.pdf", "exe fdp.pdf"),
        ("a\r\nb.pdf", "a b.pdf"),
        (".pdf", "pdf"),
        ("x" * 300 + ".pdf", "x" * 146 + ".pdf"),
        ("", ""),
    ],
)
def test_names_are_cleaned(name, clean):
    assert uploads.clean_name(name) == clean


# In the form


def test_files_are_uploaded_with_the_form_and_what_was_typed_is_kept(client, edition, entry):
    response = send(
        client, entry, edition, upload("Planas.pdf"), upload("b.pdf"), innovation="Nauja"
    )
    assert response.status_code == 302
    assert names(entry) == ["Planas.pdf", "b.pdf"]
    assert kept(entry).innovation == "Nauja"
    page = client.get(link(entry))
    for file in entry.files.all():
        assert soup(page).find("a", href=link(entry, "file", file=file.key)).get_text() == file.name


def test_a_file_that_is_refused_holds_up_nothing_else(client, edition, entry):
    response = send(
        client, entry, edition, upload("a.pdf", b"ne"), upload("b.pdf"), innovation="Nauja"
    )
    assert response.status_code == 422
    [said] = soup(response).select(".form-errors li")
    assert "„a.pdf“ neįkeltas" in said.get_text()
    assert "Juodraštis išsaugotas, tik be šių failų" in text_of(response)
    assert said.a["href"] == f"#id_{questions(edition)['file']}"
    assert names(entry) == ["b.pdf"]
    assert kept(entry).innovation == "Nauja"


def test_a_file_that_is_too_large_is_let_go_and_the_form_is_kept(
    client, edition, entry, monkeypatch
):
    monkeypatch.setattr(uploads, "LARGEST_FILE", 100_000)
    large, small = upload("didelis.pdf", PDF + b"x" * 200_000), upload("b.pdf")
    response = send(client, entry, edition, large, small, innovation="Nauja")
    assert response.status_code == 422
    assert "„didelis.pdf“ neįkeltas" in text_of(response)
    assert names(entry) == ["b.pdf"]
    assert kept(entry).innovation == "Nauja"


def test_the_form_says_how_large_a_file_may_be(client, entry):
    assert "iki 10 MB" in text_of(client.get(link(entry))).replace("\xa0", " ")


def test_a_question_and_an_entry_take_so_many_files(client, edition, entry, monkeypatch):
    response = send(client, entry, edition, *(upload(f"{number}.pdf") for number in range(6)))
    assert "daugiausia 5" in text_of(response)
    assert names(entry) == [f"{number}.pdf" for number in range(5)]
    monkeypatch.setattr(uploads, "MOST_OF_ENTRY", 5)
    monkeypatch.setattr(uploads, "MOST_OF_QUESTION", 9)
    assert "daugiausia 5" in text_of(send(client, entry, edition, upload("kitas.pdf")))
    assert entry.files.count() == 5


def test_the_same_file_twice_is_kept_once(client, edition, entry):
    for _twice in range(2):
        send(client, entry, edition, upload("a.pdf"))
    assert names(entry) == ["a.pdf"]
    send(client, entry, edition, upload("a.pdf", PDF + b"\n%%EOF"))
    assert names(entry) == ["a.pdf", "a.pdf"]


def test_a_file_is_compared_with_each_of_the_same_name(client, edition, entry):
    first, second = PDF + b"1%%EOF", PDF + b"2%%EOF"
    for content in (first, second, second, first):
        send(client, entry, edition, upload("a.pdf", content))
    assert [file.file.read() for file in entry.files.all()] == [first, second]


def test_a_file_is_removed_with_its_content(
    client, edition, entry, django_capture_on_commit_callbacks
):
    send(client, entry, edition, upload("a.pdf"), upload("b.pdf"))
    gone = entry.files.first()
    with django_capture_on_commit_callbacks(execute=True):
        assert save(client, entry, {"remove": str(gone.key)}).status_code == 302
    assert names(entry) == ["b.pdf"]
    assert not storages["private"].exists(gone.file.name)


def test_another_entrys_file_is_not_removed(client, edition, entry):
    row = edition.source.questions.get(kind="file")
    other = EntryFileFactory(entry=EntryFactory(edition=edition), question=row)
    save(client, entry, {"remove": str(other.key)})
    assert EntryFile.objects.filter(pk=other.pk).exists()


def test_a_file_comes_also_from_a_window_that_is_out_of_date(client, edition, entry):
    old = form_of(client.get(link(entry)))
    save(client, entry, {"innovation": "Kolegos"})
    form = {**old, "innovation": "Mano", questions(edition)["file"]: upload("a.pdf"), "save": "1"}
    assert client.post(link(entry), form).status_code == 409
    assert names(entry) == ["a.pdf"]


def test_after_the_deadline_no_file_is_taken_and_it_is_said_which(client, edition, entry):
    form = {questions(edition)["file"]: upload("a.pdf"), "version": "0", "save": "1"}
    edition.source.unpublish()
    response = client.post(link(entry), form)
    assert response.status_code == 409
    assert "a.pdf" in soup(response).select_one(".entry-typed").get_text()
    assert not entry.files.exists()


# Who gets them


def test_a_file_is_sent_to_be_saved_and_kept_by_nobody(client, edition, entry):
    send(client, entry, edition, upload("Žemėlapis.pdf"))
    response = client.get(link(entry, "file", file=entry.files.get().key))
    assert b"".join(response.streaming_content) == PDF
    assert response["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"


def test_no_address_leads_to_where_files_are(client, edition, entry, settings):
    send(client, entry, edition, upload("a.pdf"))
    file = entry.files.get()
    assert "a.pdf" not in file.file.name
    assert str(file.key) in file.file.name
    assert client.get(f"{settings.MEDIA_URL}{file.file.name}", follow=True).status_code == 404
    with pytest.raises(ValueError, match="no address"):
        _address = file.file.url


def test_a_file_that_is_lost_is_not_found(client, edition, entry):
    send(client, entry, edition, upload("a.pdf"))
    file = entry.files.get()
    file.file.storage.delete(file.file.name)
    response = client.get(link(entry, "file", file=file.key))
    assert response.status_code == 404
    assert "Ši nuoroda neveikia" not in text_of(response)


def test_a_file_is_its_entrys_alone(client, edition, entry):
    row = edition.source.questions.get(kind="file")
    other = EntryFileFactory(entry=EntryFactory(edition=edition), question=row)
    assert client.get(link(entry, "file", file=other.key)).status_code == 404
    assert client.get(link(other.entry, "file", secret="x" * 43, file=other.key)).status_code == 404


@pytest.mark.parametrize("state", ["submitted", "returned", "refused", "withdrawn"])
def test_files_can_be_read_whatever_became_of_the_entry(client, edition, state):
    row = edition.source.questions.get(kind="file")
    file = EntryFileFactory(entry=EntryFactory(edition=edition, state=state), question=row)
    file.entry.secret = file.entry.own_secret
    assert client.get(link(file.entry, "file", file=file.key)).status_code == 200


def test_files_of_a_question_that_is_asked_no_longer_are_kept(client, edition, entry):
    send(client, entry, edition, upload("a.pdf"))
    edition.source.questions.filter(kind="file").delete()
    assert "a.pdf" in soup(client.get(link(entry))).select_one(".entry-gone").get_text()
    complete(client, entry, edition)
    submit(client, entry)
    assert names(entry) == ["a.pdf"]
