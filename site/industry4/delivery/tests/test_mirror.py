"""The example that keeps a copy of the site, as an app would."""

import importlib.util
import json
import sqlite3
from urllib.parse import urlsplit

from ecosystem.tests.api import ROOT
from industry4.delivery.tests.content import everything
from industry4.delivery.tests.editors import OPERATIONS
from industry4.settings.environment import ROOT as PROJECT

CHANGES = f"{ROOT}changes/"


def mirror():
    """The example."""
    path = PROJECT / "docs" / "examples" / "mirror.py"
    spec = importlib.util.spec_from_file_location("mirror", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_copy_stays_equal_to_the_site(client, db, monkeypatch):
    example = mirror()

    def read(address):
        parts = urlsplit(address)
        answer = client.get(f"{parts.path}?{parts.query}")
        assert answer.status_code == 200
        return answer.json()

    monkeypatch.setattr(example, "read", read)
    everything()
    copy = sqlite3.connect(":memory:")
    copy.executescript(example.SCHEMA)
    assert example.follow("http://localhost", copy) > 20
    for number, operation in enumerate(OPERATIONS):
        operation(number * 37)
        example.follow("http://localhost", copy)
        held = {pk: json.loads(text) for pk, text in copy.execute("SELECT id, content FROM pages")}
        there = client.get(CHANGES, {"view": "full", "limit": 500}).json()["items"]
        assert held == {each["id"]: each["item"] for each in there}, operation.__name__
