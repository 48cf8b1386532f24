"""What the API offers, at its own address: the first answer that an app or a person asks for."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Router
from pydantic import Field

from .answers import answer
from .schemas import ROOT, Answer, api_url


class Index(Answer):
    """The API, and where everything is."""

    name: str
    version: str
    documentation: str = Field(description="A page that shows every operation and tries it.")
    openapi: str = Field(description="The specification: clients are generated from it.")
    resources: dict[str, str] = Field(
        description="The lists by their names, and others that need no id; each address answers."
    )


def index_router(api: NinjaAPI) -> Router:
    """The operation that says what an API has."""
    router = Router(tags=["site"])

    @router.get("/", response=Index, operation_id="index", summary="What there is")
    def index(request: HttpRequest) -> HttpResponse:
        """Where the lists, the specification and its page are."""
        content = Index(
            name=api.title,
            version=api.version,
            documentation=api_url("docs/"),
            openapi=api_url("openapi.json"),
            resources=dict(resources(api.get_openapi_schema())),
        )
        return answer(request, content, languages=["en"])

    return router


def resources(document: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The names and addresses of all operations that answer without an id or a token.

    A parameter that must be given has the first example of the specification.
    """
    for path, operations in document["paths"].items():
        required = [each for each in operations["get"]["parameters"] if each["required"]]
        examples = [each["schema"].get("examples") for each in required]
        name = path.removeprefix(ROOT)
        if not name or "{" in name or not all(examples):
            continue
        query = urlencode(
            {each["name"]: found[0] for each, found in zip(required, examples, strict=True)}
        )
        yield name.strip("/"), api_url(f"{name}?{query}" if query else name)
