"""Recording the two acts of an edition: that it is decided, that its results are published."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks

from .models import CompetitionAct, CompetitionPage
from .stages import Stage

ACTIONS: dict[str, Any] = {
    CompetitionAct.Kind.DECIDED: gettext_lazy("Record the decision"),
    CompetitionAct.Kind.PUBLISHED: gettext_lazy("Publish the results"),
}
QUESTIONS: dict[str, Any] = {
    CompetitionAct.Kind.DECIDED: gettext_lazy(
        "The jury has decided: the edition moves to the stage “Decided”. This cannot be undone."
    ),
    CompetitionAct.Kind.PUBLISHED: gettext_lazy(
        "Every reader will see the results, on this page and on the pages of the winners."
        " This cannot be undone."
    ),
}


def next_act(edition: CompetitionPage) -> str | None:
    """The act that may be recorded now, or None.

    The decision once the jury is at work or has finished; publication once decided and with
    results.
    """
    if edition.stage in (Stage.JUDGING, Stage.JUDGED):
        return CompetitionAct.Kind.DECIDED
    if edition.stage == Stage.DECIDED and edition.results.exists():
        return CompetitionAct.Kind.PUBLISHED
    return None


def address_elsewhere(edition: CompetitionPage) -> str:
    """Where the acts of an edition are recorded instead, once it has entries to judge; else ""."""
    found = (ask(edition.translation_key) for ask in hooks.get_hooks("address_of_acts"))
    return next(filter(None, found), "")


def may_record(user: AbstractBaseUser | AnonymousUser, edition: CompetitionPage) -> bool:
    """Whether the person may record an act: whoever may publish the page."""
    return edition.permissions_for_user(user).can_publish()


def record_act(request: HttpRequest, page_id: int, kind: str) -> HttpResponse:
    """Ask, and then record an act once; a stage that does not allow it is told, not served."""
    edition = get_object_or_404(CompetitionPage, pk=page_id)
    if not may_record(request.user, edition):
        raise PermissionDenied
    if address := address_elsewhere(edition):
        return redirect(address)
    if next_act(edition) != kind:
        messages.error(request, _("The competition is not at the stage for this."))
        return redirect("wagtailadmin_pages:edit", edition.pk)
    if request.method == "POST":
        CompetitionAct.objects.get_or_create(
            edition=edition.translation_key,
            kind=kind,
            defaults={"at": timezone.now(), "by_id": request.user.pk},
        )
        messages.success(request, _("Recorded."))
        return redirect("wagtailadmin_pages:edit", edition.pk)
    context = {
        "edition": edition,
        "question": QUESTIONS[kind],
        "page_title": ACTIONS[kind],
        "page_subtitle": edition.get_admin_display_title(),
        "header_icon": "pick",
    }
    return render(request, "ecosystem/admin/record_act.html", context)
