"""What public forms share, and what keeps machines out of them without a third party.

A guard that takes a person for a machine costs a second click: it says so, keeps what was typed,
and lets the same form through.
"""

import time
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

QUICKEST_SECONDS = 3
LONGEST_SECONDS = 24 * 60 * 60


def one_line(value: str) -> None:
    """Raises ValidationError for more than one line: the value goes into the head of a mail."""
    if len(value.splitlines()) > 1:
        raise ValidationError(_("This has to be a single line."), code="lines")


class LongTextField(forms.CharField):
    """Text of many lines, each break of which counts as one character.

    Without `maxlength`: browsers would cut off a longer text that is pasted, and not say so.
    """

    widget = forms.Textarea

    def to_python(self, value: Any) -> str:
        return (super().to_python(value) or "").replace("\r\n", "\n")

    def widget_attrs(self, widget: forms.Widget) -> dict[str, Any]:
        return {}


class GuardedForm(forms.Form):
    """A form with a field that only machines fill in, and with the moment at which it was begun.

    `salt` tells the moments of one form from those of another. Nobody fills it in within
    `quickest_seconds`.
    """

    salt: str
    quickest_seconds = QUICKEST_SECONDS

    # No browser and no password manager knows what to fill in under such a name.
    remark = forms.Field(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    started = forms.Field(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("started", begun_now(self.salt))

    def clean(self) -> dict[str, Any]:
        """Neither filled in by a machine, nor within moments, nor the day before yesterday.

        What a guard has objected to is mended in the form that is shown again.
        """
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data["remark"]:
            self._show("remark", "")
            raise ValidationError(
                _(
                    "A field that has to stay empty was filled in. It is empty again, and what you"
                    " wrote is still here: please send it once more."
                )
            )
        try:
            started = signing.loads(data["started"] or "", salt=self.salt, max_age=LONGEST_SECONDS)
        except signing.BadSignature as error:
            self._show("started", begun_now(self.salt))
            raise ValidationError(
                _("The form has expired. What you wrote is still here: please send it again.")
            ) from error
        if not self.errors and time.time() - started < self.quickest_seconds:
            raise ValidationError(_("That was very quick. Please send it again."))
        return data

    def _show(self, name: str, value: str) -> None:
        """Have a field hold another value when the form is shown again."""
        self.data = {**dict(self.data.items()), name: value}


def begun_now(salt: str) -> str:
    """The signed moment at which a form is handed out."""
    return signing.dumps(int(time.time()), salt=salt)
