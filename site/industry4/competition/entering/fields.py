"""Questions of an edition as fields of a form.

A draft keeps texts: what a field holds is written as text (`as_text`) and read again from it.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from hashlib import sha256
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.formats import get_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from industry4.core.forms import LongTextField, one_line

from .uploads import ACCEPTED, LARGEST, MOST_OF_QUESTION

YES = "yes"
LONGEST = {"short": 255, "long": 10_000, "link": 1_000}
VERSION = re.compile("[0-9a-f]{12}")
BY_THOUSANDS = re.compile(r"[+-]?\d{1,3}(,\d{3})+(\.\d+)?")


def version_of(text: str) -> str:
    """The version of a text that is agreed to: a digest of it."""
    return sha256(text.encode()).hexdigest()[:12]


class Checkbox(forms.CheckboxInput):
    """A box that says which text was ticked: it sends the version of that."""

    def __init__(self, version: str) -> None:
        super().__init__(check_test=lambda value: value == version)
        self.version = version

    def format_value(self, value: Any) -> str:
        return self.version

    def value_from_datadict(self, data: Any, files: Any, name: str) -> str:  # type: ignore[override]  # the version, or ""
        return self.version if data.get(name) == self.version else ""


class ConditionField(forms.BooleanField):
    """A condition to be confirmed in these words: who has ticked others has not confirmed it."""

    def __init__(self, version: str, **kwargs: Any) -> None:
        super().__init__(widget=Checkbox(version), **kwargs)
        self.version = version

    def to_python(self, value: Any) -> str:  # type: ignore[override]  # the version, or ""
        return str(value or "")


class NumberField(forms.DecimalField):
    """A number as the language writes it, with or without spaces between thousands.

    Where these are kept apart by commas, others are refused: 1,5 is not fifteen.
    """

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=18, localize=True, **kwargs)
        self.widget.attrs["inputmode"] = "decimal"

    def to_python(self, value: Any) -> Decimal | None:  # type: ignore[override]  # as Django's
        text = "".join(str(value or "").split())
        is_grouped = "," in text and get_format("THOUSAND_SEPARATOR") == ","
        if is_grouped and not BY_THOUSANDS.fullmatch(text):
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return super().to_python(text)


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


def field_of(
    question: Any, shown: Any, labels: Sequence[str], stored: str, has_files: bool
) -> forms.Field:
    """The field of a question; `shown` is the same row in the language of the form.

    `labels` are its choices in words, one for each that the question has.
    """
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
        offered = dict(zip(question.options, labels, strict=True))
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
        "%(most)s of up to %(size)s each: PDF, DOCX, XLSX, PPTX, JPG, PNG or WEBP. Files are"
        " uploaded when the draft is saved."
    ) % {"most": most % {"count": MOST_OF_QUESTION}, "size": LARGEST}


def limited(help_text: str, longest: int | None) -> str:
    """The help of a field, with how long its text may be."""
    if longest is None:
        return help_text
    return f"{help_text} {at_most(longest)}".strip()


def at_most(longest: int) -> str:
    """How long a text may be."""
    limit = ngettext("At most %(count)s character.", "At most %(count)s characters.", longest)
    return limit % {"count": number_format(longest, force_grouping=True)}


def say_limits(form: forms.BaseForm) -> None:
    """Have a form say of a text that is too long what the help of its field says."""
    for each in form.fields.values():
        if longest := getattr(each, "max_length", None):
            each.error_messages["max_length"] = at_most(longest)


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
