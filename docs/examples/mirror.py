"""Keep a complete copy of the site's public pages in an SQLite file, and keep it up to date.

    python docs/examples/mirror.py https://www.example.lt copy.sqlite3

Each run goes on where the last one ended. Run it every minute, or when a webhook tells you to.
Needs nothing but Python. The copy is one table: `pages (id, kind, locale, url, content)`, whose
`content` is the page in full, as the API gives it.
"""

import argparse
import json
import sqlite3
import sys
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

SCHEMA = """
CREATE TABLE IF NOT EXISTS pages (
    id INTEGER PRIMARY KEY, kind TEXT NOT NULL, locale TEXT NOT NULL, url TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS place (cursor TEXT NOT NULL);
"""


def read(address: str) -> dict[str, Any]:
    """The JSON at an address. Raises HTTPError for an answer that is none."""
    with urlopen(address, timeout=60) as response:  # noqa: S310  (the address is yours)
        content: dict[str, Any] = json.load(response)
        return content


def apply(copy: sqlite3.Connection, entry: dict[str, Any]) -> None:
    """Do to the copy what was done to the site."""
    if entry["item"]:
        row = (entry["id"], entry["kind"], entry["locale"], entry["url"])
        copy.execute(
            "INSERT OR REPLACE INTO pages VALUES (?, ?, ?, ?, ?)",
            (*row, json.dumps(entry["item"], ensure_ascii=False)),
        )
    elif entry["action"] in ("unpublished", "deleted"):
        # By its kind as well: sectors and images have numbers of their own.
        copy.execute("DELETE FROM pages WHERE id = ? AND kind = ?", (entry["id"], entry["kind"]))


def follow(site: str, copy: sqlite3.Connection) -> int:
    """Bring the copy up to date. Returns how many entries were applied."""
    found = copy.execute("SELECT cursor FROM place").fetchone()
    cursor, applied, more = (found[0] if found else None), 0, True
    while more:
        query = urlencode({"view": "full", **({"cursor": cursor} if cursor else {})})
        try:
            part = read(f"{site.rstrip('/')}/api/delivery/v1/changes/?{query}")
        except HTTPError as error:
            if error.code != 410:
                raise
            # The log does not reach back so far: begin anew.
            copy.execute("DELETE FROM pages")
            cursor = None
            continue
        with copy:  # the entries and the cursor after them: both or neither
            for entry in part["items"]:
                apply(copy, entry)
            copy.execute("DELETE FROM place")
            copy.execute("INSERT INTO place VALUES (?)", (part["cursor"],))
        cursor, more = part["cursor"], part["more"]
        applied += len(part["items"])
    return applied


def main() -> None:
    """Read the arguments, follow the log once, say what there is."""
    parser = argparse.ArgumentParser(description="A copy of the site in SQLite.")
    parser.add_argument("site", nargs="?", default="http://localhost:8000")
    parser.add_argument("file", nargs="?", default="copy.sqlite3")
    asked = parser.parse_args()
    copy = sqlite3.connect(asked.file)
    copy.executescript(SCHEMA)
    try:
        applied = follow(asked.site, copy)
    except OSError as error:
        sys.exit(f"{asked.site} cannot be read: {error}")
    [pages] = copy.execute("SELECT COUNT(*) FROM pages").fetchone()
    print(f"{applied} entries applied; the copy has {pages} pages.")


if __name__ == "__main__":
    main()
