"""The contact form, and what keeps machines out of it without a third party."""

import time
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

QUICKEST_SECONDS = 3
LONGEST_SECONDS = 24 * 60 * 60
SALT = "contact-form"


class ContactForm(forms.Form):
    """Name, e-mail, message and consent; a field that only machines fill in; the time it took."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"), widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )
    message = forms.CharField(
        label=_("Message"), max_length=5000, widget=forms.Textarea(attrs={"rows": 8})
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Without consent we cannot answer.")}
    )
    website = forms.CharField(
        label=_("Leave this field empty"),
        required=False,
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    started = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, consent_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = consent_text
        self.initial.setdefault("started", signing.dumps(int(time.time()), salt=SALT))

    def clean_name(self) -> str:
        """One line: the name goes into the subject of a mail."""
        name = self.cleaned_data["name"]
        if any(sign in name for sign in "\r\n"):
            raise ValidationError(_("A name has one line."))
        return name

    def clean_website(self) -> str:
        """Only a machine sees this field."""
        if self.cleaned_data["website"]:
            raise ValidationError(_("Leave this field empty"))
        return ""

    def clean_started(self) -> str:
        """The form is neither filled in within moments nor yesterday's."""
        value = self.cleaned_data["started"]
        try:
            started = signing.loads(value, salt=SALT, max_age=LONGEST_SECONDS)
        except signing.BadSignature as error:
            raise ValidationError(_("The form has expired. Please send it again.")) from error
        if time.time() - started < QUICKEST_SECONDS:
            raise ValidationError(_("That was very quick. Please send it again."))
        return value
