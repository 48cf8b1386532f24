"""The form of an endpoint."""

from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from industry4.delivery.changes.entries import kinds
from industry4.delivery.models import Webhook
from industry4.delivery.pages import TYPES

from .targets import Refused, find

# What is no page; the keys are those of the log.
OTHERS = {
    "sector": _("sector"),
    "technology": _("technology"),
    "category": _("category"),
    "image": _("image"),
    "document": _("document"),
    "navigation": _("menus"),
    "organisation": _("details of the organisation"),
    "settings": _("site settings"),
}


def kind_names() -> dict[str, str]:
    """The kinds of things that the log knows, with their names for people."""
    names = {model.api_type: model._meta.verbose_name for model in TYPES} | OTHERS
    return {kind: capfirst(str(names.get(kind, kind))) for kind in kinds()}


class WebhookForm(forms.ModelForm):
    """Who is told, of what."""

    kinds = forms.MultipleChoiceField(
        label=pgettext_lazy("webhook", "Tell of"),
        choices=lambda: kind_names().items(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Where nothing is chosen: of everything, whatever will be added as well."),
    )

    class Meta:
        model = Webhook
        fields = ("name", "address", "kinds", "active")
        help_texts = {"active": _("While it is not, nothing is kept for it and nothing is sent.")}

    def clean_address(self) -> str:
        """The address, if messages may be sent there as things stand now."""
        address: str = self.cleaned_data["address"]
        # An endpoint whose host is away can still be given another name, or be switched off.
        if "address" in self.changed_data:
            try:
                find(address)
            except Refused as refused:
                raise forms.ValidationError(refused.problem.label) from refused
        return address

    def save(self, commit: bool = True) -> Any:
        """Keep what was filled in, and leave alone what the worker keeps meanwhile."""
        if not commit or self.instance.pk is None:
            return super().save(commit)
        kept = list(self._meta.fields or ())
        if {"address", "active"} & set(self.changed_data):
            self.instance.paused_until, self.instance.silences = None, 0
            kept += ["paused_until", "silences"]
        self.instance.save(update_fields=kept)
        return self.instance
