"""The checker of HTML finds what is wrong, and says where."""

from pathlib import Path

import pytest

from industry4.testing import html

pytestmark = pytest.mark.browser

PAGE = b"<!doctype html>\n<html lang='lt'><title>Puslapis</title>\n<h1>Puslapis</h1>%s"


def test_errors_and_warnings_are_found_with_their_page_and_line(tmp_path: Path) -> None:
    pages = {
        "/good/": PAGE % b"<p>Tekstas</p>",
        "/wrong/": PAGE % b"<ul><p>Tekstas</p></ul>",
        "/doubtful/": PAGE % b"<section><p>Tekstas</p></section>",
    }
    found = html.faults(pages, tmp_path)
    assert [fault.split(":")[0] for fault in found] == ["/wrong/, line 3", "/doubtful/, line 3"]
