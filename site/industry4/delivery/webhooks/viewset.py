"""Endpoints in the admin: their list, their form, and one with its secret and its messages."""

import datetime
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Max, QuerySet
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext, pgettext_lazy
from wagtail.admin.ui.tables import Column, DateColumn, StatusTagColumn, TitleColumn
from wagtail.admin.views import generic
from wagtail.admin.viewsets.model import ModelViewSet

from industry4.delivery.models import Webhook, WebhookMessage

from . import views
from .forms import WebhookForm, kind_names

PER_PAGE = 50


def kinds_of(webhook: Webhook) -> str:
    """The kinds of things that an endpoint is told of, in words."""
    names = kind_names()
    return ", ".join(names.get(kind, kind) for kind in webhook.kinds) or str(_("Everything"))


def pauses(webhook: Webhook) -> bool:
    """Whether an endpoint is left alone for now, because nobody answers there."""
    return webhook.paused_until is not None and webhook.paused_until > timezone.now()


def state_of(webhook: Webhook) -> str:
    """Whether an endpoint is sent to, in a word."""
    if not webhook.active:
        return pgettext("webhook", "Not active")
    if pauses(webhook):
        return pgettext("webhook", "Does not answer")
    return pgettext("webhook", "Active")


class WebhooksView(generic.IndexView):
    """The list."""

    add_item_label = _("Add a webhook")

    def get_base_queryset(self) -> QuerySet[Webhook]:
        return Webhook.objects.with_last_delivery()


class AddWebhookView(generic.CreateView):
    """The form to add: then the secret is shown, which the receiver needs."""

    def get_success_url(self) -> str:
        return reverse(views.INSPECT, args=[self.object.pk])


class EditWebhookView(generic.EditView):
    """The form to change."""

    def get_success_url(self) -> str:
        return reverse(views.INSPECT, args=[self.object.pk])


class WebhookView(generic.InspectView):
    """An endpoint: what it is, its secret for those who may change it, its messages."""

    page_title = _("Webhook")
    labels = {"kinds": pgettext_lazy("webhook", "Tell of"), "active": _("State")}

    def get_field_label(self, field_name: str, field: Any) -> str:
        return str(self.labels.get(field_name) or super().get_field_label(field_name, field))

    def get_kinds_display_value(self) -> str:
        return kinds_of(self.object)

    def get_active_display_value(self) -> str:
        return state_of(self.object)

    def get_created_at_display_value(self) -> datetime.datetime:
        return timezone.localtime(self.object.created_at)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        messages = self.object.messages.annotate(tried_at=Max("attempts_made__at"))
        paginator = Paginator(messages.order_by("-pk"), PER_PAGE)
        page = paginator.get_page(self.request.GET.get("p"))
        failed = self.object.messages.filter(state=WebhookMessage.State.FAILED)
        now = timezone.now()
        until = self.object.previous_secret_until
        return {
            **super().get_context_data(**kwargs),
            "webhook": self.object,
            "may_change": views.may(self.request.user, "change"),
            "messages_page": page,
            "elided_page_range": paginator.get_elided_page_range(page.number),
            "has_failed": failed.exists(),
            "rotates_until": until if until and until > now else None,
        }


class WebhookViewSet(ModelViewSet):
    """In the menu of settings."""

    model = Webhook
    icon = "resubmit"
    menu_label = _("Webhooks")
    add_to_settings_menu = True
    menu_order = 900
    ordering = "name"
    add_to_reference_index = False
    copy_view_enabled = False  # two would have one secret
    inspect_view_enabled = True
    inspect_view_fields = ["address", "kinds", "active", "created_at"]
    inspect_template_name = "delivery/admin/webhook.html"
    index_view_class = WebhooksView
    add_view_class = AddWebhookView
    edit_view_class = EditWebhookView
    inspect_view_class = WebhookView
    list_display = (
        TitleColumn(
            "name",
            label=pgettext_lazy("thing", "Name"),
            sort_key="name",
            get_url=lambda webhook: reverse(views.INSPECT, args=[webhook.pk]),
        ),
        Column("address", label=_("Address"), sort_key="address"),
        Column("kinds", label=pgettext_lazy("webhook", "Tell of"), accessor=kinds_of),
        StatusTagColumn(
            "active",
            label=_("State"),
            accessor=state_of,
            primary=lambda webhook: webhook.active and not pauses(webhook),
        ),
        DateColumn("delivered_at", label=_("Last delivery"), sort_key="delivered_at"),
    )

    def get_form_class(self, for_update: bool = False) -> type[WebhookForm]:
        return WebhookForm

    def get_urlpatterns(self) -> list[URLPattern]:
        one = "<int:pk>/messages/<int:message_id>/"
        return [
            *super().get_urlpatterns(),
            path("<int:pk>/new-secret/", views.new_secret, name="new_secret"),
            path("<int:pk>/test/", views.test, name="test"),
            path("<int:pk>/failed-again/", views.all_again, name="all_again"),
            path(one, views.message, name="message"),
            path(f"{one}again/", views.one_again, name="one_again"),
        ]
