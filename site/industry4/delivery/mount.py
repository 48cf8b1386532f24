"""The delivery API itself: a NinjaAPI that refuses what it does not know, and its common parts."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.openapi.schema import OpenAPISchema
from pydantic import BaseModel

from . import problems
from .problems import INVALID_PARAMETER, UNKNOWN_PARAMETER, Problem, ProblemError
from .throttling import ClientThrottle

DESCRIPTION = """\
The public content of Industry 4 Panevėžys in Lithuanian and English: typed, cached, stable.
A field never changes its meaning or disappears within v1; new fields and new parameters may
come, so ignore what you do not know.

Lists take `locale`, `fallback`, `view`, `limit`, `offset`, `order` and filters of their own.
Unknown parameters are refused. One request is enough for a screen: `pages/?path=` answers for
every address of the site.
"""
TAGS = [
    {"name": "pages", "description": "Any page, by its address on the site or by its id."},
    {"name": "news", "description": "Articles and events."},
    {"name": "ecosystem", "description": "Members, initiatives, strategy, competition, board."},
    {"name": "site", "description": "What stands around every page."},
]


def known_parameters(operation: Any) -> set[str]:
    """The names of the parameters that an operation takes in its address."""
    return {
        name
        for model in operation.models
        if model.__ninja_param_source__ == "query"
        for name in model.__ninja_flatten_map__
    }


def strict(run: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Refuse parameters that the operation does not know, and those given twice or with a NUL."""
    operation = run.__self__  # type: ignore[attr-defined]  # Ninja decorates a bound method

    @wraps(run)
    def checked(request: HttpRequest, **path: Any) -> HttpResponse:
        known = known_parameters(operation)
        try:
            for name, values in request.GET.lists():
                if name not in known:
                    message = f"It is not one of: {', '.join(sorted(known)) or 'none'}."
                    raise ProblemError(
                        UNKNOWN_PARAMETER,
                        f"There is no parameter {name[:50]!r} here.",
                        **{name[:50]: message},
                    )
                if len(values) > 1:
                    message = "Give it once."
                elif "\x00" in values[0]:
                    message = "It may not contain a null character."
                else:
                    continue
                raise ProblemError(INVALID_PARAMETER, f"{name} is not valid.", **{name: message})
        except ProblemError as error:
            return operation.api.on_exception(request, error)
        return run(request, **path)

    return checked


class DeliveryAPI(NinjaAPI):
    """Ninja's API, with its document made once and every error in it."""

    _document: OpenAPISchema | None = None

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        """The document, computed once a process."""
        if self._document is None:
            document = super().get_openapi_schema(*args, **kwargs)
            name_schemas(document)
            describe_errors(document)
            self._document = document
        return self._document


def name_schemas(document: dict[str, Any]) -> None:
    """Put a reference for each model that an operation gave as another form of its answer.

    Ninja itself collects the models of one content type.
    """
    for operations in document["paths"].values():
        for operation in operations.values():
            for response in operation["responses"].values():
                for content in response.get("content", {}).values():
                    if isinstance(model := content["schema"], type):
                        document["components"]["schemas"].update(schema_of(model))
                        content["schema"] = {"$ref": f"#/components/schemas/{model.__name__}"}


def describe_errors(document: dict[str, Any]) -> None:
    """Say of every operation which problems it answers with."""
    document["components"]["schemas"].update(schema_of(Problem))
    content = {
        "application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}},
    }
    for operations in document["paths"].values():
        for operation in operations.values():
            for status, description in (
                ("404", "Nothing public is there."),
                ("422", "A parameter is unknown or not valid."),
                ("429", "Too many requests: wait as `Retry-After` says."),
            ):
                operation["responses"][status] = {"description": description, "content": content}


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The component schemas of a model, by name."""
    schema = model.model_json_schema(
        mode="serialization", ref_template="#/components/schemas/{model}"
    )
    return {**schema.pop("$defs", {}), model.__name__: schema}


def delivery_api() -> DeliveryAPI:
    """A delivery API without operations; apps add theirs."""
    api = DeliveryAPI(
        title="Industry 4 Panevėžys: delivery API",
        version="1.0.0",
        description=DESCRIPTION,
        urls_namespace="delivery",
        docs_url="/docs/",
        throttle=ClientThrottle("API_READS_PER_MINUTE"),
        openapi_extra={"tags": TAGS},
    )
    api.add_decorator(strict, mode="view")
    problems.handle(api)
    return api
