"""Messages from the contact page in the admin: to read and to delete."""

from typing import Any

from django.contrib.auth.models import AbstractBaseUser
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies.base import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy

from .models import ContactMessage


class ReadOnlyPolicy(ModelPermissionPolicy):
    """A message is evidence of a consent: nobody writes or changes one here."""

    def user_has_permission(self, user: AbstractBaseUser, action: str) -> bool:
        return action not in ("add", "change") and super().user_has_permission(user, action)


def mailed(message: ContactMessage) -> Any:
    """When a message was mailed; where it was not, words that say so."""
    return message.mailed_at or _("Not mailed")


class ContactMessageViewSet(ModelViewSet):
    """The list of messages."""

    model = ContactMessage
    icon = "mail"
    menu_label = _("Messages")
    add_to_admin_menu = True
    menu_order = 350
    inspect_view_enabled = True
    list_display = (
        "name",
        "email",
        "sent_at",
        Column("mailed_at", label=_("Mailed"), accessor=mailed, sort_key="mailed_at"),
    )
    list_filter = ("language",)
    inspect_view_fields_exclude = ["digest"]
    exclude_form_fields = ("sent_at",)


register_permission_policy(ContactMessage, ReadOnlyPolicy(ContactMessage))


@hooks.register("register_admin_viewset")
def messages() -> ContactMessageViewSet:
    """In the main menu."""
    return ContactMessageViewSet("contact_messages")
