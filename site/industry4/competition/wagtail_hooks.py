"""The competition in the admin: its addresses, its menu, and what ecosystem asks of it."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, URLResolver, include, path, reverse, reverse_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.models import Page

from ecosystem.models import CompetitionPage

from . import jurors  # noqa: F401  (registers its hooks)
from .judging.states import Judging, judging_of
from .models import Entry
from .permissions import follows_any, is_of_jury, is_only_juror
from .results import views


class EditionsMenuItem(MenuItem):
    """For those who run an edition, or chair its jury."""

    def is_shown(self, request: HttpRequest) -> bool:
        return follows_any(request.user)


class MyEntriesMenuItem(MenuItem):
    """For jurors."""

    def is_shown(self, request: HttpRequest) -> bool:
        return is_of_jury(request.user)


@hooks.register("register_admin_urls")
def urls() -> list[URLPattern | URLResolver]:
    """Screening, judging, results."""
    return [
        path("competition/entries/", include("industry4.competition.screening.urls")),
        path("competition/jury/", include("industry4.competition.judging.urls")),
        path("competition/results/", include("industry4.competition.results.urls")),
    ]


@hooks.register("register_admin_menu_item")
def menu_item() -> SubmenuMenuItem:
    """The competition in the main menu; other items are registered by the name of the hook."""
    return SubmenuMenuItem(
        _("Competition"),
        Menu(register_hook_name="register_competition_menu_item"),
        name="competition",
        icon_name="pick",
        order=360,
    )


@hooks.register("register_competition_menu_item")
def editions_menu_item() -> MenuItem:
    """The list of editions, from which entries and juries are found."""
    return EditionsMenuItem(
        _("Entries and juries"),
        reverse_lazy("competition_entries:editions"),
        name="competition-editions",
        icon_name="doc-full-inverse",
        order=10,
    )


@hooks.register("register_competition_menu_item")
def my_entries_menu_item() -> MenuItem:
    """What a juror has to read."""
    return MyEntriesMenuItem(
        _("My entries"),
        reverse_lazy("competition_jury:my_entries"),
        name="competition-my-entries",
        icon_name="list-ul",
        order=20,
    )


@hooks.register("construct_main_menu")
def menu_of_jurors(request: HttpRequest, menu_items: list[MenuItem]) -> None:
    """Nothing that jurors would not find."""
    if is_only_juror(request.user):
        menu_items[:] = [item for item in menu_items if item.name in ("competition", "help")]


@hooks.register("judging_has_opened")
def judging_has_opened(edition: UUID) -> bool:
    """Whether scores may have been given: then what they answer to does not change any more."""
    return judging_of(edition) != Judging.NOT_OPEN


@hooks.register("address_of_acts")
def address_of_acts(edition: UUID) -> str:
    """Where an edition with entries is decided and published; "" for others."""
    return views.address_of_acts(edition)


def refuse_deletion(request: HttpRequest, pages: Iterable[Page], back: str) -> HttpResponse | None:
    """Editions that companies have entered stay, each of their pages, and the pages above them."""
    below = Q(pk__in=[])
    for page in pages:
        below |= Q(path__startswith=page.path)
    entered = CompetitionPage.objects.filter(
        below, translation_key__in=Entry.objects.values("edition")
    )
    titles = list(entered.order_by("title").values_list("title", flat=True))
    if not titles:
        return None
    messages.error(
        request,
        gettext("Not deleted: there are entries in %(editions)s.")
        % {"editions": ", ".join(titles)},
    )
    return redirect(back)


@hooks.register("before_delete_page")
def keep_entered_editions(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Deleting an edition, or a page above it."""
    return refuse_deletion(request, [page], reverse("wagtailadmin_pages:edit", args=[page.pk]))


@hooks.register("before_bulk_action")
def keep_entered_editions_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Page], action: Any
) -> HttpResponse | None:
    """Deleting several pages at once."""
    if action_type != "delete" or not all(isinstance(page, Page) for page in objects):
        return None
    return refuse_deletion(request, objects, action.next_url)
