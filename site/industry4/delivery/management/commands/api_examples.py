"""`manage.py api_examples`: the examples of the specification, from the demo content.

The demo is loaded into a database in memory as if it were always the same day, so that the
examples change only when the content or the API does.
"""

import datetime
import json
from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

from django.core.management import CommandError, call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.db.models.functions import Now
from django.test import Client
from django.test.utils import override_settings
from wagtail.models import Page

from industry4.core.site_address import set_site_address
from industry4.delivery import examples
from industry4.delivery.preview_links import token_for
from industry4.delivery.schemas import ROOT
from industry4.media import renditions
from industry4.media.models import Image

SITE = "https://industry4.example"
MOMENT = datetime.datetime(2026, 3, 2, 7, 0, tzinfo=datetime.UTC)
# What is asked for where an operation wants more than an id.
SHOWN_PATH = "/en/events/"
SHOWN_PAGE = "/en/about/"
SHOWN_DRAFT = "/en/members/"
SHOWN_SEARCH = "robot"
# How much of a list is shown; one item of any other.
KEPT = {"translations": 2, "body": 2}


class Command(BaseCommand):
    """Writes examples.json. It needs a database in memory, such as `make examples` gives it."""

    help = "Write the examples of the delivery API's specification, from the demo content."
    requires_system_checks: list = []

    def handle(self, *args: Any, **options: Any) -> None:
        in_memory = getattr(connection, "is_in_memory_db", None)  # of SQLite alone
        if not in_memory or not in_memory():
            raise CommandError("Run `make examples`: this takes a database of its own, in memory.")
        with (
            patch("django.utils.timezone.now", return_value=MOMENT),
            # The database's clock as well.
            patch.object(Now, "as_sqlite", lambda *args, **more: (f"'{MOMENT:%F %T}'", [])),
            override_settings(WAGTAILADMIN_BASE_URL=SITE, ALLOWED_HOSTS=["*"]),
        ):
            call_command("migrate", verbosity=0)
            call_command("load_demo", quiet=True)
            set_site_address(SITE)
            found = Answers().all()
        text = json.dumps(found, ensure_ascii=False, indent=1)
        examples.FILE.write_text(f"{text}\n")
        self.stdout.write(f"{len(found)} operations have an example.")


class Answers:
    """The answers of the site in this process."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, path: str, /, **query: Any) -> Any:
        """What the API answers. Raises CommandError where it refuses."""
        response = self.client.get(f"{ROOT}{path}", query)
        if response.status_code != 200:
            raise CommandError(f"{path} {query}: {response.content.decode()}")
        return response.json()

    def all(self) -> dict[str, dict[str, Any]]:
        """The examples by operation and content type; their pictures have all their files."""
        paths = self.get("openapi.json")["paths"]
        asked = {path.removeprefix(ROOT): each["get"] for path, each in paths.items()}
        first = {path: self.answers_of(path, operation) for path, operation in asked.items()}
        for image in Image.objects.filter(pk__in=set(pictures(first))):
            renditions.make(image)
        return {
            operation["operationId"]: shortened(self.answers_of(path, operation))
            for path, operation in asked.items()
        }

    def answers_of(self, path: str, operation: dict[str, Any]) -> dict[str, Any]:
        """What an operation answers in each of its content types."""
        known = {parameter["name"] for parameter in operation["parameters"]}
        if "id" in known:
            path = path.replace("{id}", str(self.richest(path.partition("{")[0])))
        query = {
            name: value
            for name, value in {
                "locale": "en",
                "limit": 1,
                "path": SHOWN_PATH,
                "q": SHOWN_SEARCH if path.startswith("search/") else "",
                "token": token_for(self.page_at(SHOWN_DRAFT)) if "token" in known else "",
            }.items()
            if value and name in known
        }
        return {
            content_type: self.get(
                path, **query, **({"format": "geojson"} if "geo" in content_type else {})
            )
            for content_type in operation["responses"]["200"]["content"]
        }

    def page_at(self, path: str) -> Any:
        """The page at an address of the site."""
        return Page.objects.get(pk=self.get("pages/", path=path)["id"])

    def richest(self, path: str) -> int:
        """The id of the item of a list that has most to show."""
        if path == "pages/":
            return self.get(path, path=SHOWN_PAGE)["id"]
        view = {} if path in ("sectors/", "technologies/", "navigation/") else {"view": "full"}
        items = self.get(path, locale="en", limit=100, **view)["items"]
        return max(items, key=lambda item: len(json.dumps(item)))["id"]


def pictures(data: Any) -> Iterator[int]:
    """The ids of all pictures in an answer, however deep."""
    if isinstance(data, dict):
        if "renditions" in data:
            yield data["id"]
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from pictures(item)


def shortened(data: Any, name: str = "") -> Any:
    """The answer with the beginning of its lists of objects, and of its formatted texts."""
    if isinstance(data, dict):
        return {key: shortened(value, key) for key, value in data.items()}
    if isinstance(data, list):
        kept = KEPT.get(name, 1) if data and isinstance(data[0], dict) else 3
        return [shortened(item) for item in data[:kept]]
    if isinstance(data, str) and data.startswith("<p"):
        beginning, end, _rest = data.partition("</p>")
        return beginning + end
    return data
