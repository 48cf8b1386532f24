"""The ecosystem in the admin: its choosers, and the acts of the competition."""

from collections.abc import Iterator

from django.contrib.auth.models import AbstractBaseUser
from django.urls import URLPattern, path, reverse
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from .acts import ACTIONS, may_record, next_act, record_act
from .choosers import GoalChooserViewSet, goal_chooser
from .models import CompetitionPage


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
    """The act that may be recorded now, in the menu of an edition."""
    edition = page.specific if page.specific_class is CompetitionPage else None
    if edition and may_record(user, edition) and (kind := next_act(edition)):
        url = reverse("competition_act", args=[edition.pk, kind])
        yield Button(ACTIONS[kind], url, icon_name="pick", priority=5)
