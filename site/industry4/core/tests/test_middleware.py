"""What surrounds every request."""

import gzip
import json

import pytest

from home.tests.factories import ContentPageFactory
from industry4.testing.factories import DocumentFactory

pytestmark = pytest.mark.django_db
COMPRESSED = {"Accept-Encoding": "gzip, deflate, br"}


@pytest.mark.parametrize("address", ["/", "/en/", "/paieska/", "/nera/", "/admin/login/"])
def test_pages_are_compressed_for_those_who_take_it(client, address):
    response = client.get(address, headers=COMPRESSED)
    assert response["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in response["Vary"]
    assert "</html>" in gzip.decompress(response.content).decode()


def test_apps_get_compressed_answers(client):
    response = client.get("/api/delivery/v1/", headers=COMPRESSED)
    assert response["Content-Encoding"] == "gzip"
    assert response["Vary"] == "Accept-Encoding"
    assert json.loads(gzip.decompress(response.content))


def test_pages_are_not_compressed_for_others(client):
    response = client.get(ContentPageFactory().url)
    assert "Content-Encoding" not in response
    assert "Accept-Encoding" in response["Vary"]


def test_files_are_sent_as_they_are_with_their_length(client):
    document = DocumentFactory(file__data=b"Tekstas " * 100)
    response = client.get(document.url, headers=COMPRESSED)
    assert response["Content-Length"] == "800"
    assert b"".join(response.streaming_content) == b"Tekstas " * 100
