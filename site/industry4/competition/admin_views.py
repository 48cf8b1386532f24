"""What the admin's screens of the competition share: who is let in, the way there, acts and files.

Whoever may not see a screen is told that there is none, so that guessing tells nothing.
"""

from abc import abstractmethod
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.admin.widgets import AdminAutoHeightTextInput

from .editions import Edition
from .models import EntryFile
from .permissions import may_read

ICON = "pick"


def home_crumb() -> dict[str, Any]:
    """Where every way begins."""
    return {"url": reverse("wagtailadmin_home"), "label": _("Home")}


def editions_crumb() -> dict[str, Any]:
    """The list of editions."""
    return {"url": reverse("competition_entries:editions"), "label": _("Competition")}


def entries_crumb(edition: Edition) -> dict[str, Any]:
    """The list of an edition's entries."""
    return {
        "url": reverse("competition_entries:index", args=[edition.key]),
        "label": _("Entries %(year)s") % {"year": edition.source.year},
    }


class GuardedView(WagtailAdminTemplateMixin):
    """A screen for those whom `allowed` lets in; for others there is none."""

    header_icon = ICON
    request: HttpRequest

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.find(**kwargs)
        if not self.allowed():
            raise Http404

    def find(self, **kwargs: Any) -> None:
        """Find what the address names. Raises Http404."""

    @abstractmethod
    def allowed(self) -> bool:
        """Whether the person may see what was found."""

    def crumbs(self) -> list[dict[str, Any]]:
        """The way to this screen, without itself."""
        return []

    def get_breadcrumbs_items(self) -> list[dict[str, Any]]:
        own = {"url": "", "label": self.get_page_title()}
        return [home_crumb(), *self.crumbs(), own]


class EditionView(GuardedView):
    """A screen of an edition, which its address names by key."""

    def find(self, **kwargs: Any) -> None:
        self.edition = Edition.for_staff(kwargs["edition"])

    def get_page_subtitle(self) -> str:
        return title_of(self.edition)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "edition": self.edition}


class ScreenView(EditionView, TemplateView):
    """A screen to read."""


def title_of(edition: Edition) -> str:
    """The title of an edition in the language of the admin."""
    return edition.page().get_admin_display_title()


class ReasonForm(forms.Form):
    """Why."""

    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        help_text=gettext_lazy("It goes on the record, which stays: name no persons."),
        max_length=1000,
        widget=AdminAutoHeightTextInput(),
    )


class ActView(EditionView, FormView):
    """Asks, carries an act out, and says so; what forbids it is said in the form."""

    template_name = "competition/admin/act.html"
    form_class: Any = forms.Form
    intro: Any = ""
    warning: Any = ""
    button: Any = gettext_lazy("Save")
    done: Any = gettext_lazy("Recorded.")

    @abstractmethod
    def act(self, form: Any) -> None:
        """Carry it out. Raises ValidationError with what forbids it."""

    def form_valid(self, form: Any) -> HttpResponse:
        try:
            self.act(form)
        except ValidationError as error:
            form.add_error(None, error.messages)  # of fields that the form may not have
            return self.form_invalid(form)
        messages.success(self.request, self.done)
        return redirect(self.get_success_url())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {
            **super().get_context_data(**kwargs),
            "page_subtitle": self.get_header_title(),  # which the form has for its heading
            "intro": self.intro,
            "warning": self.warning,
            "submit_button_label": self.button,
            "submit_button_active_label": _("Saving…"),
            "back": self.get_success_url(),
        }


@require_safe
def download(request: HttpRequest, key: Any) -> FileResponse:
    """A file of an entry, to save and never to show, for those who may read the entry.

    Raises Http404 for others.
    """
    file = get_object_or_404(EntryFile.objects.select_related("entry"), key=key)
    if not may_read(request.user, file.entry):
        raise Http404
    try:
        content = file.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        content, as_attachment=True, filename=file.name, content_type=file.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "no-store, private"
    return response
