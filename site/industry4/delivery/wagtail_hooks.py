"""Preview links and webhooks in the admin."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.models import Page

from .admin_views import preview_link
from .changes.touch import touched, write_down
from .webhooks.viewset import WebhookViewSet

AFTER_VIEWING = 7  # in the menu of a list: below "View draft" and "View live"


@hooks.register("register_admin_urls")
def preview_link_urls() -> list[URLPattern]:
    """Where a link is copied."""
    return [path("preview-link/<int:page_id>/", preview_link, name="preview_link")]


@hooks.register("register_page_header_buttons")
@hooks.register("register_page_listing_more_buttons")
def preview_link_button(
    page: Page, user: AbstractBaseUser, next_url: str | None = None, view_name: str | None = None
) -> Iterator[Button]:
    """In the menu of a page, and in lists: wagtail-localize's editor has no such menu."""
    if not page.is_root() and page.permissions_for_user(user).can_edit():
        url = reverse("preview_link", args=[page.pk])
        yield Button(_("Preview link"), url, icon_name="link", priority=AFTER_VIEWING)


@hooks.register("after_bulk_action")
def note_collections(
    request: HttpRequest, action_type: str, objects: Iterable[Any], action: Any
) -> None:
    """Pictures and files that were put into a collection, which may be private, all at once."""
    if action_type == "add_to_collection":
        write_down([each for thing in objects for each in touched(thing, deleted=False)])


@hooks.register("register_admin_viewset")
def webhooks() -> WebhookViewSet:
    """In the menu of settings, for those who may do something with them."""
    return WebhookViewSet("webhooks")
