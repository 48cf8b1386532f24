"""What can be done with an endpoint and its messages in the admin. All of it is asked by POST."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from industry4.delivery.models import Webhook, WebhookMessage

from .queue import send_again, send_test

INSPECT = "webhooks:inspect"


def may(user: Any, *actions: str) -> bool:
    """Whether the person may do any of these to endpoints."""
    return policy_registry.get_by_type(Webhook).user_has_any_permission(user, actions)


def changeable(request: HttpRequest, pk: int) -> Webhook:
    """The endpoint. Raises PermissionDenied for those who may not change it, and Http404."""
    if not may(request.user, "change"):
        raise PermissionDenied
    return get_object_or_404(Webhook, pk=pk)


def crumbs(webhook: Webhook, *labels: str) -> list[dict[str, Any]]:
    """The way to a screen below an endpoint."""
    return [
        {"url": reverse("wagtailadmin_home"), "label": _("Home")},
        {"url": reverse("webhooks:index"), "label": _("Webhooks")},
        {"url": reverse(INSPECT, args=[webhook.pk]), "label": webhook.name},
        *({"url": "", "label": label} for label in labels),
    ]


def new_secret(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask, and then give an endpoint a new secret."""
    webhook = changeable(request, pk)
    if request.method == "POST":
        webhook.renew_secret(timezone.now())
        log(webhook, "wagtail.edit", user=request.user)
        messages.success(
            request, _("There is a new secret. For 24 hours the one before signs as well.")
        )
        return redirect(INSPECT, pk)
    context = {
        "webhook": webhook,
        "header_title": f"{_('New secret')}: {webhook}",
        "header_icon": "key",
        "breadcrumbs_items": crumbs(webhook, _("New secret")),
    }
    return render(request, "delivery/admin/webhook_secret.html", context)


@require_POST
def test(request: HttpRequest, pk: int) -> HttpResponse:
    """Send a message that says nothing."""
    webhook = changeable(request, pk)
    if is_active(request, webhook):
        send_test(webhook)
        messages.success(request, _("A test is on its way. Reload this page in a moment."))
    return redirect(INSPECT, pk)


@require_POST
def all_again(request: HttpRequest, pk: int) -> HttpResponse:
    """Send everything again that has failed for good."""
    webhook = changeable(request, pk)
    again(request, webhook, webhook.messages.filter(state=WebhookMessage.State.FAILED))
    return redirect(INSPECT, pk)


@require_POST
def one_again(request: HttpRequest, pk: int, message_id: int) -> HttpResponse:
    """Send one message again, whatever has become of it."""
    webhook = changeable(request, pk)
    message = get_object_or_404(webhook.messages, pk=message_id)
    again(request, webhook, webhook.messages.filter(pk=message.pk))
    return redirect("webhooks:message", pk, message.pk)


def again(request: HttpRequest, webhook: Webhook, chosen: QuerySet[WebhookMessage]) -> None:
    """Send messages again, and say so."""
    if is_active(request, webhook):
        count = send_again(chosen, webhook)
        said = ngettext(
            "%(count)d message is sent again. Reload this page in a moment.",
            "%(count)d messages are sent again. Reload this page in a moment.",
            count,
        )
        messages.success(request, said % {"count": count})


def is_active(request: HttpRequest, webhook: Webhook) -> bool:
    """Whether an endpoint is sent to; if not, this is said."""
    if not webhook.active:
        messages.error(request, _("Nothing was sent: this webhook is not active."))
    return webhook.active


@require_safe
def message(request: HttpRequest, pk: int, message_id: int) -> HttpResponse:
    """A message: what it says, and every attempt to deliver it."""
    if not may(request.user, "add", "change", "delete", "view"):
        raise PermissionDenied
    webhook = get_object_or_404(Webhook, pk=pk)
    found = get_object_or_404(webhook.messages, pk=message_id)
    context = {
        "webhook": webhook,
        "message": found,
        "attempts": found.attempts_made.all(),
        "may_change": may(request.user, "change"),
        "header_title": f"{webhook}: {found}",
        "header_icon": "mail",
        "breadcrumbs_items": crumbs(webhook, found.message_id),
    }
    return render(request, "delivery/admin/webhook_message.html", context)
