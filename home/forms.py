"""The contact form."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from industry4.core.forms import GuardedForm, LongTextField, one_line

SALT = "contact-form"


class ContactForm(GuardedForm):
    """Name, e-mail, message and consent."""

    salt = SALT

    name = forms.CharField(
        label=_("Your name"),
        max_length=150,
        validators=[one_line],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=_("E-mail"),
        max_length=254,
        validators=[one_line],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    message = LongTextField(
        label=_("Message"), max_length=5000, widget=forms.Textarea(attrs={"rows": 8})
    )
    consent = forms.BooleanField(
        error_messages={"required": _("Without consent we cannot answer.")}
    )

    def __init__(self, *args: Any, consent_text: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["consent"].label = consent_text
