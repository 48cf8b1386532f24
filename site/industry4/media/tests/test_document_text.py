"""A document is found by its text, which is taken in the background and read by nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.utils.file import hash_filelike

from industry4.media import tasks
from industry4.media.models import Document
from industry4.media.tasks import extract_text
from industry4.testing.editors import sign_in
from industry4.testing.factories import DocumentFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    return sign_in(client)


@pytest.fixture
def document():
    """One whose text has been taken."""
    document = DocumentFactory(file__data=b"Konkurso nuostatai")
    extract_text.func(document.pk)
    DBTaskResult.objects.all().delete()
    return Document.objects.get(pk=document.pk)


def upload(text="Konkurso nuostatai"):
    return SimpleUploadedFile("nuostatai.txt", text.encode())


def handed_over():
    """The documents that wait for the background to take their text."""
    found = DBTaskResult.objects.filter(task_path="industry4.media.tasks.extract_text")
    return [task.args_kwargs["args"][0] for task in found]


def save(editor, document, **form):
    address = reverse("wagtaildocs:edit", args=[document.pk])
    form = {"title": document.title, "language": document.language, **form}
    assert editor.post(address, form).status_code == 302


def found(words):
    return list(Document.objects.search(words))


def test_an_uploaded_document_is_handed_to_the_background_once(editor):
    form = {"title": "Nuostatai", "language": "lt", "file": upload()}
    assert editor.post(reverse("wagtaildocs:add"), form).status_code == 302
    assert handed_over() == [Document.objects.get().pk]


def test_several_uploaded_at_once_are_handed_over_when_their_form_is_filled_in(editor):
    script = {"x-requested-with": "XMLHttpRequest"}
    address = reverse("wagtaildocs:add_multiple")
    form = {"files[]": upload(), "title": "Nuostatai"}
    key = editor.post(address, form, headers=script).json()["uploaded_file_id"]
    assert handed_over() == []
    address = reverse("wagtaildocs:create_multiple_from_uploaded_document", args=[key])
    names = {"title": "Nuostatai", "language": "lt", "tags": ""}
    form = {f"uploaded-document-{key}-{name}": value for name, value in names.items()}
    assert editor.post(address, form, headers=script).json()["success"]
    assert handed_over() == [Document.objects.get().pk]


def test_among_several_a_file_of_another_kind_is_refused_at_once(editor):
    told = editor.post(
        reverse("wagtaildocs:add_multiple"),
        {"files[]": SimpleUploadedFile("a.exe", b"MZ"), "title": "Nuostatai"},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    assert "exe" in told["error_message"]
    assert "uploaded_file_id" not in told


def test_a_document_is_found_by_its_text_once_that_is_taken():
    document = DocumentFactory(title="Priedas", file__data=b"Konkurso nuostatai")
    assert found("nuostatai") == []
    extract_text.func(document.pk)
    assert found("nuostatai") == [document]
    assert found("Priedas") == [document]


def test_taking_the_text_hands_nothing_over_again(document):
    assert document.text == "Konkurso nuostatai"
    assert not document.lacks_text
    extract_text.func(document.pk)
    assert handed_over() == []


def test_the_index_is_written_once(monkeypatch):
    document = DocumentFactory()
    written = []
    monkeypatch.setattr("modelsearch.index.insert_or_update_object", written.append)
    extract_text.func(document.pk)
    assert written == [document]


def test_a_new_title_costs_nothing_and_leaves_the_text(editor, document):
    save(editor, document, title="Kitas pavadinimas")
    assert handed_over() == []
    assert found("nuostatai") == [document]


def test_a_new_file_gives_a_new_text(editor, document):
    save(editor, document, file=upload("Vertinimo tvarka"))
    assert handed_over() == [document.pk]
    extract_text.func(document.pk)
    assert found("nuostatai") == []
    assert found("vertinimo") == [document]


def test_a_document_without_a_hash_gets_it_with_its_text(document):
    assert document.file_hash
    with document.open_file() as file:
        assert document.file_hash == document.text_of == hash_filelike(file)


def test_a_file_that_came_meanwhile_has_its_own_task(monkeypatch, editor, document):
    save(editor, document, file=upload("Vertinimo tvarka"))

    def slowly(found):
        save(editor, document, file=upload("Trečia redakcija"))
        return "Vertinimo tvarka"

    with monkeypatch.context() as patch:
        patch.setattr(tasks, "extracted", slowly)
        extract_text.func(document.pk)
    document = Document.objects.get(pk=document.pk)
    assert document.lacks_text
    assert handed_over() == [document.pk] * 2
    extract_text.func(document.pk)
    assert found("trečia") == [document]


def test_a_document_that_was_deleted_meanwhile_is_no_error(monkeypatch):
    first, second = DocumentFactory(), DocumentFactory()
    key = first.pk
    first.delete()
    extract_text.func(key)
    monkeypatch.setattr(tasks, "extracted", lambda found: str(found.delete()))
    extract_text.func(second.pk)
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    "address",
    [
        "/admin/documents/",
        "/admin/documents/chooser/",
        "/api/v2/documents/?fields=*",
    ],
)
def test_where_documents_are_listed_no_text_is_fetched_or_shown(editor, document, address):
    with CaptureQueriesContext(connection) as queries:
        response = editor.get(address)
    assert document.title in response.content.decode()
    assert "Konkurso nuostatai" not in response.content.decode()
    assert not [query for query in queries if '."text"' in query["sql"]]


def test_the_longest_text_of_the_most_different_words_fits_into_the_index():
    letters = [chr(code) for code in range(0x430, 0x52F) if chr(code).isalpha()]
    words = " ".join(first + second for first in letters for second in letters)
    document = DocumentFactory(file__data=f"Nuostatai {words}".encode())
    extract_text.func(document.pk)
    assert found("nuostatai") == [document]


def test_no_form_shows_the_text(editor, document):
    response = editor.get(reverse("wagtaildocs:edit", args=[document.pk]))
    assert "Konkurso nuostatai" not in response.content.decode()


@pytest.mark.parametrize("number", [1, 20])
def test_to_build_the_index_costs_as_much_for_many_documents(number, django_assert_num_queries):
    for _ in range(number):
        DocumentFactory(file__data=b"x")
    with django_assert_num_queries(2):  # the documents, and their tags
        assert [document.text for document in Document.get_indexed_objects()] == [""] * number
