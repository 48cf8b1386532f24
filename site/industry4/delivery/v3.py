"""Wagtail's API v3 for automation: with a token only, and answers that no cache keeps.

Wagtail's is made for the public as well: it reads a bad token as none, mixes private and public
answers at one address, and lets nothing be written that a model does not name. Nothing of it is
edited here; before it is mounted, this module

- asks for a token before anything else, at every address below the mount but the specification;
- lets a token write what the admin's panels let its user write (`v3_writing`);
- adds the languages, whose app wagtail-localize replaces, and leaves out the ways around it;
- answers with problem details what a request should not have asked, never with a 500;
- writes the specification once per process.
"""

import functools
import json
from collections.abc import Callable, Iterator
from traceback import walk_tb
from types import FrameType
from typing import Any

from django.core.exceptions import BadRequest, SuspiciousOperation, ValidationError
from django.db import DataError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.multipartparser import MultiPartParserError
from django.urls import re_path
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.datastructures import MultiValueDict
from django.views.decorators.csrf import csrf_exempt
from ninja.errors import HttpError
from ninja.operation import Operation
from ninja.parser import Parser
from pydantic import ValidationError as PydanticValidationError
from wagtail.api.v3.auth import BearerTokenAuth as WagtailBearerTokenAuth
from wagtail.api.v3.errors import PROBLEM_JSON, ProblemDetail, problem_response
from wagtail.api.v3.urls import api
from wagtail.locales.api.v3 import router as locales_router
from wagtail.models import APIToken

from .v3_writing import open_for_writing

View = Callable[..., HttpResponse]

DESCRIPTION = (
    "For automation: every operation needs a token of a user, and may do what that user may do in"
    " the admin. A preview in Wagtail, which may change with it; apps read /api/delivery/v1/."
)

# These make English pages and snippets of the Lithuanian text, which could then be published: no
# record of a translation says what they lack. The admin has no such ways either.
WITHOUT_TRANSLATOR = (
    "pages_actions_copy_for_translation",
    "pages_actions_create_alias",
    "snippets_actions_copy_for_translation",
)

# A rule of the model may name a field that is not in a partial update; Django's form then gives up.
ADD_ERROR = "django.forms.forms.add_error"
# Where an answer is made of what a view returned.
ANSWER = "ninja.operation._result_to_response"
# Where Wagtail and Django look at what the caller sent without asking for its form, and at nothing
# else: what fails here fails for the request.
FAILS_ON_INPUT = (
    "wagtail.api.v3.form_data.",
    "wagtail.api.v3.schemas.base.discriminate_meta_type",
    "wagtail.api.v3.schemas.params.",
    "ninja.filter_schema.",
    "wagtail.coreutils.find_available_slug",
    "wagtail.models.pages.can_move_to",
    "wagtail.contrib.redirects.models.normalise_path",
    ADD_ERROR,
)


class BearerTokenAuth(WagtailBearerTokenAuth):
    """A token is looked up once per request, and only if it can be one."""

    def __call__(self, request: HttpRequest) -> APIToken | None:
        if "auth" not in vars(request):
            vars(request)["auth"] = super().__call__(request)
        return vars(request)["auth"]

    def authenticate(self, request: HttpRequest, token: str) -> APIToken | None:
        if not APIToken.validate_token_format(token):
            return None
        return super().authenticate(request, token)


class StrictParser(Parser):
    """Refuses texts that no database takes, before anything is made of them."""

    def parse_body(self, request: HttpRequest) -> Any:
        data = json.loads(request.body, parse_constant=self.refuse_constant)
        self.check(data)
        return data

    def parse_querydict(
        self, data: MultiValueDict, list_fields: list[str], request: HttpRequest
    ) -> dict[str, Any]:
        self.check(list(data.lists()))
        return super().parse_querydict(data, list_fields, request)

    @classmethod
    def check(cls, data: Any) -> None:
        """Raise HttpError when a text in `data`, however deep, has a NUL or half a character."""
        if isinstance(data, str):
            if any(sign == "\x00" or "\ud800" <= sign <= "\udfff" for sign in data):
                raise HttpError(400, "Null characters and lone surrogates are not allowed")
        elif isinstance(data, dict):
            cls.check(list(data.items()))
        elif isinstance(data, list | tuple):
            for item in data:
                cls.check(item)

    @staticmethod
    def refuse_constant(name: str) -> None:
        """NaN and the infinities, which Python reads, are no JSON."""
        raise ValueError(name)


TOKEN = BearerTokenAuth()
wagtail_invalid = api._exception_handlers[PydanticValidationError]


def guarded(view: View, *, public: bool = False) -> View:
    """The view for holders of a token only, with problem details for what fails outside it."""

    @functools.wraps(view)
    def wrapper(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not public and not TOKEN(request):
            response = problem_response(status=401, detail="A valid bearer token is required")
            response["WWW-Authenticate"] = "Bearer"
        else:
            try:
                response = view(request, *args, **kwargs)
            except Http404:
                response = problem_response(status=404, detail="Not found")
        if isinstance(response, HttpResponseNotAllowed):
            allowed = response["Allow"]
            response = problem_response(status=405, detail=f"Allowed here: {allowed}")
            response["Allow"] = allowed
        patch_vary_headers(response, ["Authorization"])
        response["Cache-Control"] = "no-store"
        return response

    return wrapper


@csrf_exempt
def not_found(request: HttpRequest) -> HttpResponse:
    """Any other address below the mount; without it a missing slash would answer with a page."""
    return problem_response(status=404, detail="Not found. Addresses end with a slash.")


def places(error: Exception) -> dict[str, FrameType]:
    """The functions that an error passed through, as `module.function`, with their frames."""
    frames = (frame for frame, _line in walk_tb(error.__traceback__))
    return {f"{frame.f_globals.get('__name__')}.{frame.f_code.co_name}": frame for frame in frames}


def refused(request: HttpRequest, error: Exception) -> HttpResponse:
    """What nobody else answers: 400 or 422 if the request is to blame, else it stays an error."""
    if isinstance(error, BadRequest | SuspiciousOperation | MultiPartParserError):
        return problem_response(status=400, detail="The request cannot be read")
    passed = places(error)
    if ANSWER in passed or not (
        isinstance(error, DataError | OverflowError)
        or any(place.startswith(FAILS_ON_INPUT) for place in passed)
    ):
        raise error
    errors = None
    if ADD_ERROR in passed:
        found = passed[ADD_ERROR].f_locals["error"]
        errors = [
            {"loc": [name], "msg": message}
            for name, messages in ValidationError(found).message_dict.items()
            for message in messages
        ]
    detail = "Validation failed" if errors else "A value has the wrong form or is out of range"
    return problem_response(status=422, detail=detail, errors=errors)


def invalid(request: HttpRequest, error: PydanticValidationError) -> HttpResponse:
    """As Wagtail answers it, unless it is our answer that is invalid: that stays an error."""
    if ANSWER in places(error):
        raise error
    return wagtail_invalid(request, error)


def operations() -> Iterator[Operation]:
    """Every operation, as bound to this API: what is changed here is changed nowhere else."""
    for router in api._get_bound_routers():
        for path_view in router.path_operations.values():
            yield from path_view.operations


@functools.cache
def specification() -> bytes:
    """The OpenAPI document, with the problem details that every operation may answer."""
    with translation.override("en"):
        spec = json.loads(json.dumps(api.get_openapi_schema(), default=str))
    problem = {"$ref": "#/components/schemas/ProblemDetail"}
    components = spec["components"]
    components["schemas"]["ProblemDetail"] = ProblemDetail.model_json_schema()
    components["responses"] = {
        name: {"description": description, "content": {PROBLEM_JSON: {"schema": problem}}}
        for name, description in (
            ("Unauthorized", "No valid token"),
            ("Refused", "The request cannot be understood, or is not allowed"),
        )
    }
    for schema in components["schemas"].values():
        for field in schema.get("properties", {}).values():
            field.pop("title", None)  # the labels of the admin, in the language of the start
    for path in spec["paths"].values():
        for operation in path.values():
            operation["responses"]["401"] = {"$ref": "#/components/responses/Unauthorized"}
            operation["responses"]["4XX"] = {"$ref": "#/components/responses/Refused"}
    return json.dumps(spec, ensure_ascii=False).encode()


def openapi(request: HttpRequest) -> HttpResponse:
    """The specification: the one address that asks for no token, because it says nothing."""
    return HttpResponse(specification(), content_type="application/json")


def drop(*names: str) -> None:
    """Take operations out of the API, and out of its specification."""
    for router in api._get_bound_routers():
        for path, path_view in list(router.path_operations.items()):
            kept = [item for item in path_view.operations if item.operation_id not in names]
            path_view.operations = kept
            if not kept:
                del router.path_operations[path]


def mounted() -> tuple[list, str, str]:
    """What `path()` takes: Wagtail's API with all of the above."""
    api.description = DESCRIPTION
    api.docs_url = None  # a page to try operations on has no token to try them with
    api.parser = StrictParser()
    api.add_exception_handler(Exception, refused)
    api.add_exception_handler(PydanticValidationError, invalid)
    api.add_router("/locales/", locales_router)
    drop(*WITHOUT_TRANSLATOR)
    for operation in operations():
        operation.auth_callbacks = [TOKEN]
    open_for_writing(operations())
    patterns, app_name, namespace = api.urls
    for pattern in patterns:
        if pattern.name == "openapi-json":
            pattern.callback = guarded(openapi, public=True)
        else:
            pattern.callback = guarded(pattern.callback)
    return [*patterns, re_path("", guarded(not_found))], app_name, namespace
