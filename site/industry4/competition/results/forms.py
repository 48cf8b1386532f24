"""The forms in which the chair places entries, gives reasons and sets the moment."""

from typing import Any

from django import forms
from django.forms import modelformset_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminAutoHeightTextInput, AdminDateTimeInput

from industry4.competition.models import Entry, Placement

from .decision import LAST_PLACE

REASON = {
    "help_text": gettext_lazy("It goes on the record, which stays: name no persons."),
    "required": False,
    "max_length": 2000,
    "widget": AdminAutoHeightTextInput(),
}


class Choice:
    """What is chosen for an entry, as it was typed or as it is stored."""

    def __init__(self, entry: Entry, place: str, is_finalist: bool) -> None:
        self.entry, self.place, self.is_finalist = entry, place.strip(), is_finalist
        self.place_name, self.finalist_name = f"place-{entry.pk}", f"finalist-{entry.pk}"
        self.error = (
            "" if self.is_valid() else _("A number from 1 to %(last)s.") % {"last": LAST_PLACE}
        )

    def is_valid(self) -> bool:
        """Whether the place is none, or a number that there is."""
        return not self.place or (
            self.place.isascii() and self.place.isdigit() and 1 <= int(self.place) <= LAST_PLACE
        )

    @classmethod
    def stored(cls, entry: Entry, placement: Placement | None) -> "Choice":
        """What is stored."""
        place = str(placement.place or "") if placement else ""
        return cls(entry, place, placement is not None and not place)

    @classmethod
    def typed(cls, entry: Entry, data: Any) -> "Choice":
        """What was sent."""
        return cls(entry, data.get(f"place-{entry.pk}", ""), f"finalist-{entry.pk}" in data)


class DecisionForm(forms.Form):
    """Why the decision is made so; only what has to be said is asked."""

    reason = forms.CharField(
        label=gettext_lazy("Why the decision departs from the ranking"), **REASON
    )
    accepted = forms.CharField(
        label=gettext_lazy("Why the decision is made without the missing scores"), **REASON
    )

    def __init__(self, *args: Any, departs: bool, lacks: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, is_asked in (("reason", departs), ("accepted", lacks)):
            if is_asked:
                self.fields[name].required = True
            else:
                del self.fields[name]


class MomentForm(forms.Form):
    """When results are published."""

    publish_at = forms.DateTimeField(
        label=gettext_lazy("Results are published"),
        help_text=gettext_lazy("Leave it empty, and they wait until somebody publishes them."),
        required=False,
        widget=AdminDateTimeInput(),
    )


class TextsForm(forms.ModelForm):
    """What readers are told of an entry that is placed."""

    class Meta:
        model = Placement
        fields = ["innovation_lt", "innovation_en", "citation_lt", "citation_en"]
        widgets = {name: AdminAutoHeightTextInput() for name in ("citation_lt", "citation_en")}


TextsForms: Any = modelformset_factory(Placement, form=TextsForm, extra=0)
