"""The delivery API itself: a NinjaAPI that refuses what it does not know, and its common parts."""

import json
from collections.abc import Callable
from copy import deepcopy
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja import NinjaAPI, Swagger
from ninja.openapi.schema import OpenAPISchema
from ninja.responses import NinjaJSONEncoder

from . import problems
from .answers import answer
from .document import complete
from .examples import put_examples
from .index import index_router
from .problems import INVALID_PARAMETER, UNKNOWN_PARAMETER, ProblemError
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
    {"name": "changes", "description": "What has changed, for apps that keep a copy."},
    {"name": "search", "description": "The site's search, and suggestions while typing."},
    {"name": "news", "description": "Articles and events."},
    {"name": "ecosystem", "description": "Members, initiatives, strategy, competition, board."},
    {"name": "site", "description": "What stands around every page."},
]

# How the page that shows the operations behaves: ready to try, the hundred schemas folded.
DOCS = {"tryItOutEnabled": True, "defaultModelsExpandDepth": 0, "displayRequestDuration": True}


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
    _specification: bytes | None = None

    def get_openapi_schema(self, *args: Any, **kwargs: Any) -> OpenAPISchema:
        """The document, computed once a process."""
        if self._document is None:
            # Ninja's shares parts with the operations, which other threads may be reading.
            document = deepcopy(super().get_openapi_schema(*args, **kwargs))
            complete(document)
            put_examples(document)
            self._document = document
        return self._document

    def specification(self, request: HttpRequest) -> HttpResponse:
        """The document as JSON, written once a process."""
        if self._specification is None:
            document = json.dumps(self.get_openapi_schema(), cls=NinjaJSONEncoder)
            self._specification = document.encode()
        return answer(request, self._specification, languages=["en"])


def delivery_api() -> DeliveryAPI:
    """A delivery API that says what it has; apps add their operations."""
    api = DeliveryAPI(
        title="Industry 4 Panevėžys: delivery API",
        version="1.0.0",
        description=DESCRIPTION,
        urls_namespace="delivery",
        docs_url="/docs/",
        docs=Swagger(DOCS),
        throttle=ClientThrottle("API_READS_PER_MINUTE"),
        openapi_extra={"tags": TAGS},
    )
    api.add_decorator(strict, mode="view")
    api.add_router("", index_router(api))
    problems.handle(api)
    return api
