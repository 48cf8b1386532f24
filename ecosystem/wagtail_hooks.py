"""The ecosystem in the admin: its choosers, and the acts of the competition."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from .acts import ACTIONS, address_elsewhere, may_record, next_act, record_act
from .choosers import GoalChooserViewSet, goal_chooser
from .models import CompetitionPage, MemberPage
from .models.competition_rules import refusal_of


@hooks.register("register_admin_viewset")
def choosers() -> GoalChooserViewSet:
    """The chooser of goals."""
    return goal_chooser


@hooks.register("register_admin_urls")
def act_urls() -> list[URLPattern]:
    """Where an act is recorded."""
    return [
        path("competition/<int:page_id>/<str:kind>/", record_act, name="competition_act"),
    ]


@hooks.register("register_page_header_buttons")
def act_button(
    page: Page, user: AbstractBaseUser, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """The act that may be recorded now, in the menu of an edition; or where its results are."""
    edition = page.specific if page.specific_class is CompetitionPage else None
    if not edition or not may_record(user, edition):
        return
    if address := address_elsewhere(edition):
        yield Button(_("Results"), address, icon_name="pick", priority=5)
    elif kind := next_act(edition):
        url = reverse("competition_act", args=[edition.pk, kind])
        yield Button(ACTIONS[kind], url, icon_name="pick", priority=5)


def honoured_below(pages: Iterable[Page]) -> list[str]:
    """The titles of members, among these pages and below them, whom a result names."""
    below = Q(pk__in=[])
    for page in pages:
        below |= Q(path__startswith=page.path)
    honoured = MemberPage.objects.filter(below, competition_results__isnull=False)
    return list(honoured.distinct().order_by("title").values_list("title", flat=True))


def refuse_deletion(request: HttpRequest, pages: Iterable[Page], back: str) -> HttpResponse | None:
    """Results of the competition keep the members that they name."""
    if request.method != "POST" or not (titles := honoured_below(pages)):
        return None
    messages.error(
        request,
        _("Not deleted: results of the competition name %(members)s.")
        % {"members": ", ".join(titles)},
    )
    return redirect(back)


@hooks.register("before_delete_page")
def keep_honoured_members(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Deleting a member, or a page above it."""
    return refuse_deletion(request, [page], reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("before_bulk_action")
def keep_honoured_members_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Page], action: Any
) -> HttpResponse | None:
    """Deleting several pages at once."""
    if action_type != "delete" or not all(isinstance(page, Page) for page in objects):
        return None
    return refuse_deletion(request, objects, action.next_url)


@hooks.register("before_publish_page")
def refuse_rules(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The editor publishes an edition with other rules, and says not why: they stay a draft."""
    if not isinstance(page, CompetitionPage) or not (refusal := refusal_of(page)):
        return None
    saved = _("Saved as a draft, and not published.")
    messages.error(request, f"{saved} {refusal}")
    return redirect("wagtailadmin_pages:edit", page.pk)


@hooks.register("before_bulk_action")
def refuse_rules_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Page], action: Any
) -> HttpResponse | None:
    """Publishing several pages at once, with the drafts below when they are included."""
    if request.method != "POST" or action_type != "publish":
        return None
    chosen = Q(pk__in=[page.pk for page in objects])
    if request.POST.get("include_descendants"):
        for page in objects:
            chosen |= Q(path__startswith=page.path, live=False)
    editions = CompetitionPage.objects.filter(chosen)
    drafts = [edition.get_latest_revision_as_object() for edition in editions]
    refused = [(page, refusal) for page in drafts if (refusal := refusal_of(page))]
    if not refused:
        return None
    messages.error(request, format_html_join(" ", "{}: {}", refused))
    return redirect(action.next_url)
