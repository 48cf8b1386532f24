"""The headings of a body: what they are linked by."""

import pytest
from bs4 import BeautifulSoup

from home.tests.factories import ContentPageFactory
from industry4.core.blocks import BodyBlock

pytestmark = pytest.mark.django_db


def anchors(*headings):
    """What the headings of a body are linked by, in their order."""
    body = BodyBlock().to_python([{"type": "heading", "value": each} for each in headings])
    return [each["id"] for each in BeautifulSoup(str(body), "html.parser").select("h2")]


def test_a_heading_is_linked_by_its_words():
    assert anchors("Robotai mokyklose", "Žingsnis po žingsnio") == [
        "robotai-mokyklose",
        "zingsnis-po-zingsnio",
    ]


def test_headings_that_read_alike_are_told_apart_and_the_first_keeps_its_anchor():
    assert anchors("Robotai", "Robotai", "Kita", "Robotai") == [
        "robotai",
        "robotai-2",
        "kita",
        "robotai-3",
    ]
    assert anchors("Robotai 2", "Robotai", "Robotai") == ["robotai-2", "robotai", "robotai-3"]
    assert anchors("…", "!") == ["dalis", "dalis-2"]


def test_a_page_has_no_id_twice_and_each_page_begins_anew(client):
    body = [("heading", "Robotai"), ("text", "<p>Vienas.</p>"), ("heading", "Robotai")]
    for page in (ContentPageFactory(body=body), ContentPageFactory(body=body)):
        shown = BeautifulSoup(client.get(page.url).content, "html.parser")
        ids = [each["id"] for each in shown.select("[id]")]
        assert len(ids) == len(set(ids))
        assert [each["id"] for each in shown.select(".block-heading h2")] == [
            "robotai",
            "robotai-2",
        ]
