"""What every answer under the delivery API has in common, errors of Django's own included."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from .problems import INTERNAL, METHOD, NOT_FOUND, problem
from .schemas import ROOT

EXPOSED = "Content-Language, ETag, Last-Modified, Retry-After"


class DeliveryMiddleware:
    """Open to scripts of every site, the same for every reader, errors as problems."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(ROOT):
            return self.get_response(request)
        method = request.method
        if method == "OPTIONS":
            response = HttpResponse(status=204)
            response["Access-Control-Allow-Headers"] = "*"
            response["Access-Control-Max-Age"] = "86400"
        else:
            if method == "HEAD":
                request.method = "GET"
            response = in_words(self.get_response(request))
        # Django counts the language among what an answer varies by; here the address says it.
        response["Vary"] = "Accept-Encoding"
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
        response["Access-Control-Expose-Headers"] = EXPOSED
        response["Cross-Origin-Resource-Policy"] = "cross-origin"
        if method == "HEAD":
            length = len(response.content)
            response.content = b""
            response["Content-Length"] = str(length)
        return response


def in_words(response: HttpResponse) -> HttpResponse:
    """The response, or problem details in place of an error that Django answers with HTML."""
    if response.get("Content-Type", "").startswith("application/problem+json"):
        return response
    if response.status_code == 404:
        return problem(NOT_FOUND, "There is no such address in this API.")
    if response.status_code == 405:
        refused = problem(METHOD, "This API is for reading.")
        refused["Allow"] = "GET, HEAD, OPTIONS"
        return refused
    if response.status_code >= 500:
        return problem(INTERNAL, "Something went wrong here.")
    return response
