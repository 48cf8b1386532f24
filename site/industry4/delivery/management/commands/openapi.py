"""`manage.py openapi`: print the specification of the delivery API as the tests keep it."""

import json
from typing import Any

from django.core.management.base import BaseCommand
from django.http import HttpRequest
from django.urls import resolve, reverse

EXAMPLES = {"example", "examples"}


def specification() -> str:
    """The specification with its keys in order, without what changes with content or settings."""
    view = resolve(reverse("delivery:openapi-json")).func
    document = json.loads(view(HttpRequest()).content)
    document.pop("servers", None)
    text = json.dumps(without_examples(document), ensure_ascii=False, indent=2, sort_keys=True)
    return f"{text}\n"


def without_examples(node: Any) -> Any:
    """A part of a document without its examples; a property may bear that name."""
    if isinstance(node, list):
        return [without_examples(each) for each in node]
    if not isinstance(node, dict):
        return node
    return {
        name: properties(value) if name == "properties" else without_examples(value)
        for name, value in node.items()
        if name not in EXAMPLES
    }


def properties(found: dict[str, Any]) -> dict[str, Any]:
    """The properties of a schema, whatever their names."""
    return {name: without_examples(schema) for name, schema in found.items()}


class Command(BaseCommand):
    """The answer to a test that fails because the specification changed on purpose."""

    help = "Print the specification of the delivery API, without examples and the site's address."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(specification(), ending="")
