"""What surrounds every request: compression, language, policy for scripts, map of references."""

from collections.abc import Callable

from csp.middleware import CSPMiddleware, PolicyParts
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware
from django.middleware.locale import LocaleMiddleware
from django.urls import reverse

from . import references
from .response_cache.entries import Kept
from .views import page_not_found


class CompressionMiddleware(GZipMiddleware):
    """Compresses pages. Django's own pads them by chance, so that no size gives a secret away.

    Files that are sent as they lie on disk are mostly compressed already, and keep their length.
    What the response cache answers holds no secrets, and comes in the form that is wanted.
    """

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The response, compressed where that helps and the reader's program takes it."""
        if response.streaming or isinstance(response, Kept):
            return response
        return super().process_response(request, response)


class LanguageMiddleware(LocaleMiddleware):
    """The language is that of the address: nothing varies by what a browser would like."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """The response with its language, and with the `Vary` that it had."""
        vary = response.get("Vary")
        response = super().process_response(request, response)
        del response.headers["Vary"]
        if vary:
            response.headers["Vary"] = vary
        return response


class ContentSecurityPolicyMiddleware(CSPMiddleware):
    """The strict policy for the site, the admin's own where Wagtail writes inline scripts."""

    def get_policy_parts(
        self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False
    ) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if not report_only and request.path.startswith(reverse("wagtailadmin_home")):
            parts.config = settings.ADMIN_CONTENT_SECURITY_POLICY["DIRECTIVES"]
        return parts


class OwnNotFoundMiddleware:
    """For development: the site's own 404 page in place of Django's technical one."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A page that was not found, as visitors of production see it."""
        return page_not_found(request, error) if isinstance(error, Http404) else None


class ReferencesMiddleware:
    """A map of references that lives as long as the request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        token = references.begin()
        try:
            return self.get_response(request)
        finally:
            references.end(token)
