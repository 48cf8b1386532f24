"""Accounts of jurors in the admin's users: whoever has a seat on a jury is not deleted.

A seat says who judged; erasure, which forgets that, frees the account.
"""

from collections.abc import Iterable
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.base_user import AbstractBaseUser
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages


def refuse_deletion(request: HttpRequest, users: Iterable[Any], back: str) -> HttpResponse | None:
    """What is answered instead where some of the users have a seat."""
    keys = [user.pk for user in users]
    seated = get_user_model().objects.filter(pk__in=keys, jury_seats__isnull=False).distinct()
    if not seated:
        return None
    messages.error(
        request,
        _(
            "Not deleted: the competition keeps who sat on its juries, until it erases that:"
            " %(users)s. An account can be made inactive instead."
        )
        % {"users": ", ".join(user.get_full_name() or user.get_username() for user in seated)},
    )
    return redirect(back)


@hooks.register("before_delete_user")
def keep_juror(request: HttpRequest, user: AbstractBaseUser) -> HttpResponse | None:
    """Deleting a user."""
    return refuse_deletion(request, [user], reverse("wagtailusers_users:edit", args=[user.pk]))


@hooks.register("before_bulk_action")
def keep_jurors(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> HttpResponse | None:
    """Deleting several users at once."""
    if action_type != "delete" or action.model is not get_user_model():
        return None
    return refuse_deletion(request, objects, action.next_url)
