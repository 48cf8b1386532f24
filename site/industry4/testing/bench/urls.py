"""The addresses of the product, and of a view that does nothing behind the same middleware."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from industry4.testing.bench.bare import prepared
from industry4.urls import handler404, urlpatterns

__all__ = ["handler404", "urlpatterns"]


def floor(request: HttpRequest, size: int) -> HttpResponse:
    """As many prepared bytes."""
    return HttpResponse(prepared(size))


urlpatterns = [path("floor/<int:size>/", floor), *urlpatterns]
