"""Errors of the delivery API as problem details (RFC 9457), each with an address that explains it.

The addresses are stable: an app may compare `type`.
"""

from typing import Any, NamedTuple

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html, format_html_join
from ninja import NinjaAPI
from ninja.errors import Throttled, ValidationError
from pydantic import Field
from pydantic_core import to_json

from .schemas import Answer, api_url


class Kind(NamedTuple):
    """A kind of problem, as the page of docs explains it."""

    slug: str
    status: int
    title: str
    meaning: str

    @property
    def meaning_html(self) -> str:
        """The meaning as HTML: what stands in backticks is code."""
        parts = enumerate(self.meaning.split("`"))
        return format_html_join(
            "",
            "{}",
            ((format_html("<code>{}</code>", part) if n % 2 else part,) for n, part in parts),
        )


UNKNOWN_PARAMETER = Kind(
    "unknown-parameter",
    422,
    "Unknown parameter",
    "The address has a parameter that this operation does not know. It is refused rather than"
    " ignored, so that a misspelt filter cannot give you everything. `errors` names it.",
)
INVALID_PARAMETER = Kind(
    "invalid-parameter",
    422,
    "Invalid parameter",
    "A parameter has a value that cannot be understood, is out of its range, or is given twice."
    " `errors` names the parameter and says what is wrong with it.",
)
NOT_FOUND = Kind(
    "not-found",
    404,
    "Not found",
    "Nothing public is at this address. Drafts, private pages, pages that have expired or are"
    " scheduled for later are not told apart from what never existed.",
)
INVALID_LINK = Kind(
    "invalid-preview-link",
    422,
    "Invalid preview link",
    "The token of a preview link was cut off or changed, or its page was deleted. Copy the link"
    " again from the page editor.",
)
EXPIRED_LINK = Kind(
    "expired-preview-link",
    422,
    "Expired preview link",
    "The preview link was valid, but it is too old. Copy a new one from the page editor.",
)
INCOMPLETE_DRAFT = Kind(
    "incomplete-draft",
    422,
    "Incomplete draft",
    "The preview link is valid, but its draft lacks something that a published page always has,"
    " such as its kind or its date. `errors` names the fields. Complete the draft, and ask again.",
)
CURSOR_GONE = Kind(
    "cursor-gone",
    410,
    "The log does not reach this cursor",
    "The cursor of `changes/` is older than the log is kept, or newer than the log, which may have"
    " been restored from a backup. Ask without a cursor, and replace your copy by what comes.",
)
BUSY = Kind(
    "busy",
    503,
    "Busy",
    "So much is being published at this moment that no part of the log could be put together. Ask"
    " again in a few seconds: nothing is lost.",
)
METHOD = Kind(
    "method-not-allowed",
    405,
    "Method not allowed",
    "The delivery API is for reading: GET and HEAD. To write, see the API v3.",
)
TOO_MANY = Kind(
    "too-many-requests",
    429,
    "Too many requests",
    "Your address has asked too often. Wait as many seconds as `Retry-After` says. Conditional"
    " requests (`If-None-Match`) and one request with `limit=100` in place of many help.",
)
INTERNAL = Kind(
    "internal-error",
    500,
    "Internal error",
    "The mistake is ours, and it is logged. Asking again later may help.",
)
KINDS = (
    UNKNOWN_PARAMETER,
    INVALID_PARAMETER,
    NOT_FOUND,
    INVALID_LINK,
    EXPIRED_LINK,
    INCOMPLETE_DRAFT,
    CURSOR_GONE,
    BUSY,
    METHOD,
    TOO_MANY,
    INTERNAL,
)


class ParameterError(Answer):
    """What is wrong with one parameter."""

    parameter: str
    message: str


class Problem(Answer):
    """An error (RFC 9457)."""

    type: str = Field(description="A stable address that explains this kind of problem.")
    title: str
    status: int
    detail: str
    errors: list[ParameterError] = Field(description="The parameters at fault, if any are.")


class ProblemError(Exception):
    """Ends a request with problem details."""

    def __init__(self, kind: Kind, detail: str, /, **parameters: str) -> None:
        super().__init__(detail)
        self.kind, self.detail, self.parameters = kind, detail, parameters


def problem(kind: Kind, detail: str, parameters: dict[str, str] | None = None) -> HttpResponse:
    """The answer for a problem; `parameters` maps those at fault to what is wrong with them."""
    content = Problem(
        type=api_url(f"problems/#{kind.slug}"),
        title=kind.title,
        status=kind.status,
        detail=detail,
        errors=[
            ParameterError(parameter=name, message=message)
            for name, message in (parameters or {}).items()
        ],
    )
    return HttpResponse(
        to_json(content),
        status=kind.status,
        content_type="application/problem+json",
        headers={"Cache-Control": "no-store", "Content-Language": "en"},
    )


def invalid(errors: list[dict[str, Any]]) -> HttpResponse:
    """The answer for parameters that Pydantic refused."""
    parameters: dict[str, str] = {}
    for error in errors:
        # ("path", name) or ("query", "query", name); where types are tried in turn, and each
        # says what it misses, the type follows.
        parameters.setdefault(str(error["loc"][:3][-1]), error["msg"].removeprefix("Value error, "))
    named = ", ".join(parameters)
    return problem(INVALID_PARAMETER, f"These parameters are not valid: {named}.", parameters)


def handle(api: NinjaAPI) -> None:
    """Answer every error of an API with problem details."""
    for error_type in (ProblemError, ValidationError, Http404, Throttled, Exception):
        api.add_exception_handler(error_type, answer_to)


def answer_to(request: HttpRequest, error: Any) -> HttpResponse:
    """The answer to an error.

    What nobody expected is left to Django, which logs it; the middleware words the answer.
    """
    match error:
        case ProblemError():
            return problem(error.kind, error.detail, error.parameters)
        case ValidationError():
            return invalid(error.errors)
        case Http404():
            return problem(NOT_FOUND, "Nothing public is here.")
        case Throttled():
            return problem(TOO_MANY, "Please ask less often.")
        case _:
            raise error


def docs(request: HttpRequest) -> HttpResponse:
    """The page that explains every kind of problem."""
    return render(request, "delivery/problems.html", {"kinds": KINDS})
