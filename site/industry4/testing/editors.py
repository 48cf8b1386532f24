"""People who sign in to the admin, for the tests of what it shows and refuses."""

from typing import Any

import factory
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import querydict_from_html
from wagtail.users.models import UserProfile


class UserFactory(factory.django.DjangoModelFactory):
    """Somebody who may do everything in the admin."""

    class Meta:
        model = get_user_model()

    username = factory.Sequence(lambda number: f"redaktorius-{number}")
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.com")
    is_superuser = True
    is_staff = True


class EditorFactory(UserFactory):
    """One of Wagtail's group of editors: writes, and does not publish."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True  # groups are rows of their own

    is_superuser = False
    is_staff = False

    @factory.post_generation
    def group(self, create: bool, extracted: str | None, **kwargs: Any) -> None:
        """The group's name, where it is another."""
        self.groups.add(Group.objects.get(name=extracted or "Editors"))  # type: ignore[attr-defined]  # factory_boy: the user


def sign_in(client: Client, user: Any = None, *, language: str = "en") -> Client:
    """The client with somebody signed in, who reads the admin in `language`."""
    user = user or UserFactory()
    UserProfile.objects.update_or_create(user=user, defaults={"preferred_language": language})
    client.force_login(user)
    return client


def messages_of(response: Any) -> list[str]:
    """What the admin told the editor on the page that was shown last (`follow=True`)."""
    return [str(message) for message in response.context["messages"]]


def edit_form(client: Client, page: Any) -> dict[str, Any]:
    """What the form of a page holds when an editor opens it: to change, and to send.

    A body of blocks, which a script puts into the form, is left empty.
    """
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    return {"body-count": "0", **querydict_from_html(html, form_id="page-edit-form").dict()}


def send_form(client: Client, page: Any, data: dict[str, Any], action: str = "") -> Any:
    """The answer to a page's form; `action` is "action-publish", or "" for a draft."""
    if action:
        data = {**data, action: action}
    return client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
