"""Keeps those who are jurors and nothing else to their own screens of the admin.

Whoever may enter Wagtail's admin finds more there than permissions guard, such as the titles of
drafts in the chooser of pages. So a juror gets what is named here; for the rest there is nothing.
What she sends when her session has ended is kept here, before the admin asks her to log in.
"""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.deprecation import MiddlewareMixin
from django.views.defaults import page_not_found

from .judging import typed
from .permissions import is_only_juror

ALLOWED = {
    "wagtailadmin_account",
    "wagtailadmin_dismissibles",
    "wagtailadmin_javascript_catalog",
    "wagtailadmin_login",
    "wagtailadmin_logout",
    "wagtailadmin_sprite",
}
# These ask for themselves who may see what.
SCREENS = {"competition_entries", "competition_jury", "competition_results"}


class JuryMiddleware(MiddlewareMixin):
    """Lets jurors into the screens of the jury, and shows them the way there."""

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """None for what is allowed, for the rest the admin's own words that there is nothing."""
        match = request.resolver_match
        if match is None or not request.path.startswith(reverse("wagtailadmin_home")):
            return None
        if match.view_name in ALLOWED or not SCREENS.isdisjoint(match.namespaces):
            if match.view_name == "competition_jury:score" and not request.user.is_authenticated:
                typed.keep(request)
            return None
        if not is_only_juror(request.user):
            return None
        if match.view_name == "wagtailadmin_home":
            return redirect("competition_jury:my_entries")
        return page_not_found(request, Http404(), template_name="wagtailadmin/404.html")
