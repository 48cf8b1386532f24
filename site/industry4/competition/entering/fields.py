"""Questions of an edition as fields of a form.

A draft keeps texts: what a field holds is written as text (`as_text`) and read again from it.
"""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.template.defaultfilters import filesizeformat
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from industry4.core.forms import LongTextField, one_line

from .uploads import ACCEPTED, LARGEST_FILE, MOST_OF_QUESTION

YES = "yes"
LONGEST = {"short": 255, "long": 10_000, "link": 1_000}


class NumberField(forms.DecimalField):
    """A number as the language writes it, with or without spaces between thousands."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=18, localize=True, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # as Django's
        return super().to_python("".join(str(value).split()) if value is not None else None)


class LinkField(forms.URLField):
    """An address of the web."""

    default_validators = [URLValidator(schemes=["http", "https"])]


class OfferedField(forms.ChoiceField):
    """One of what is offered, `{value: label}`.

    What was chosen before and is offered no longer stays in a draft, marked, and is refused.
    """

    def __init__(
        self, offered: dict[str, str], chosen: str = "", chosen_label: str = "", **kwargs: Any
    ) -> None:
        self.is_gone = bool(chosen) and chosen not in offered
        self.chosen = chosen
        choices = [("", _("Choose")), *offered.items()]
        if self.is_gone:
            label = {"choice": chosen_label or chosen}
            choices.append((chosen, _("%(choice)s (no longer offered)") % label))
        super().__init__(choices=choices, **kwargs)

    def validate(self, value: Any) -> None:
        super().validate(value)
        if self.is_gone and value == self.chosen:
            raise ValidationError(_("This is no longer offered. Choose something else."))


class Uploads(forms.FileInput):
    """Several files at once."""

    allow_multiple_selected = True


class UploadField(forms.Field):
    """Files to be added to those that are kept; `has_files` when there are any.

    The files themselves are looked into when they are taken: see `uploads.take`.
    """

    widget = Uploads

    def __init__(self, *, has_files: bool, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.has_files = has_files
        self.widget.attrs["accept"] = ACCEPTED

    def clean(self, value: Any) -> None:
        if self.required and not self.has_files:
            raise ValidationError(self.error_messages["required"], code="required")


def field_of(question: Any, shown: Any, stored: str, has_files: bool) -> forms.Field:
    """The field of a question; `shown` is the same row in the language of the form."""
    common = {
        "label": shown.label,
        "help_text": shown.help_text,
        "required": question.is_required,
    }
    kind = str(question.kind)
    longest = question.longest or LONGEST.get(kind)
    if kind == "number":
        return NumberField(**common)
    if kind == "file":
        common["help_text"] = f"{shown.help_text} {upload_help()}".strip()
        return UploadField(has_files=has_files, **common)
    if kind == "choice":
        values, labels = question.options, shown.options
        labels = [*labels, *values[len(labels) :]]  # what is not translated yet
        offered = dict(zip(values, labels, strict=False))
        return OfferedField(offered, stored, **common)
    if kind == "link":
        return without_maxlength(LinkField(max_length=longest, **common))
    common["help_text"] = limited(shown.help_text, longest if question.longest else None)
    if kind == "long":
        rows = {"rows": 4 if longest and longest <= 500 else 8}
        return LongTextField(max_length=longest, widget=forms.Textarea(attrs=rows), **common)
    return without_maxlength(forms.CharField(max_length=longest, validators=[one_line], **common))


def upload_help() -> str:
    """Which files are taken, and when they are uploaded."""
    most = ngettext("At most %(count)d file", "At most %(count)d files", MOST_OF_QUESTION)
    return _(
        "%(most)s, each of at most %(size)s: PDF, DOCX, XLSX, PPTX, JPG, PNG or WEBP. They are"
        " uploaded when the draft is saved."
    ) % {"most": most % {"count": MOST_OF_QUESTION}, "size": filesizeformat(LARGEST_FILE)}


def limited(help_text: str, longest: int | None) -> str:
    """The help of a field, with how long its text may be."""
    if longest is None:
        return help_text
    limit = ngettext("At most %(count)s character.", "At most %(count)s characters.", longest)
    count = number_format(longest, force_grouping=True)
    return f"{help_text} {limit % {'count': count}}".strip()


def without_maxlength(field: forms.Field) -> forms.Field:
    """The field; browsers would cut off a longer text that is pasted, and not say so."""
    field.widget.attrs.pop("maxlength", None)
    return field


def as_text(value: Any) -> str:
    """What a field holds, as it is kept: typed or cleaned."""
    if value is None or value is False:
        return ""
    if value is True:
        return YES
    if isinstance(value, Decimal):
        return f"{value:f}"
    return str(value).replace("\x00", "").replace("\r\n", "\n").strip()
