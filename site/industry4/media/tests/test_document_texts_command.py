"""`manage.py document_texts`: documents from before get their text."""

import pytest
from django.core.management import call_command
from django_tasks_db.models import DBTaskResult

from industry4.media.tasks import extract_text
from industry4.testing.factories import DocumentFactory

pytestmark = pytest.mark.django_db


def handed_over(capsys):
    """The documents that the command hands to the worker; it says how many."""
    DBTaskResult.objects.all().delete()
    call_command("document_texts")
    found = [task.args_kwargs["args"][0] for task in DBTaskResult.objects.all()]
    assert capsys.readouterr().out == f"Documents handed to the worker: {len(found)}\n"
    return found


def test_documents_that_lack_their_text_are_handed_over_until_they_have_it(capsys):
    keys = {
        DocumentFactory().pk,
        DocumentFactory(file_hash="a" * 40).pk,
        DocumentFactory(file_hash="b" * 40, text_of="a" * 40).pk,
        DocumentFactory(file__filename="a.zip").pk,
    }
    DocumentFactory(file_hash="c" * 40, text_of="c" * 40)
    assert set(handed_over(capsys)) == keys
    for key in keys:
        extract_text.func(key)
    assert handed_over(capsys) == []
