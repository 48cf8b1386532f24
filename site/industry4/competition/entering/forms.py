"""The form of an entry, with what the edition asks; it also says what an entry lacks."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from ecosystem.models import MemberPage
from industry4.competition.editions import Edition
from industry4.competition.models import Answer, Entry
from industry4.core.forms import one_line
from industry4.core.public import public_pages

from .asked import LONGEST_LABEL, AskedForm, name_of
from .fields import OfferedField, UploadField, as_text, say_limits
from .shown import Section, Shown

OWN = ("company", "company_code", "contact_name", "phone", "innovation")


def line(label: Any, name: str, autocomplete: str, required: bool = True) -> forms.CharField:
    """A field of one line, as long as its column."""
    return forms.CharField(
        label=label,
        max_length=Entry._meta.get_field(name).max_length,  # type: ignore[union-attr]  # a column
        required=required,
        validators=[one_line],
        widget=forms.TextInput(attrs={"autocomplete": autocomplete}),
    )


class EntryForm(AskedForm):
    """An entry as its entrant fills it in.

    As a check, its errors say what keeps the entry from being submitted. As a draft it does not
    mind what is missing.
    """

    company = line(gettext_lazy("Name of the company"), "company", "organization")
    company_code = line(gettext_lazy("Company code"), "company_code", "off", required=False)
    contact_name = line(gettext_lazy("Contact name"), "contact_name", "name")
    phone = line(gettext_lazy("Phone"), "phone", "tel", required=False)
    innovation = line(gettext_lazy("Name of the innovation"), "innovation", "off")
    may_be_named = forms.BooleanField(
        required=False,
        label=gettext_lazy("The company may be named if it is among the finalists"),
    )

    def __init__(
        self,
        entry: Entry,
        edition: Edition,
        data: Any = None,
        *,
        is_draft: bool = False,
        is_check: bool = False,
    ) -> None:
        self.is_draft = is_draft
        self.shows_stored: set[str] = set()
        super().__init__(entry, edition, data, is_check=is_check)
        self.fields["phone"].widget.input_type = "tel"
        self._add_choices()
        self.order_fields([*self.base_fields, "category", "member"])
        say_limits(self)

    def _stored(self) -> dict[str, str]:
        entry = self.entry
        own = {name: getattr(entry, name) for name in (*OWN, "may_be_named")}
        stored = {name: as_text(value) for name, value in own.items()}
        stored["category"] = str(entry.category.translation_key) if entry.category else ""
        stored["member"] = as_text(entry.member_key)
        return {**stored, **super()._stored()}

    def _add_choices(self) -> None:
        language = get_language() or ""
        rows = self.edition.source.categories.select_related("category")
        self.categories = {str(row.category.translation_key): row.category for row in rows}
        if self.categories:
            names = {key: category.name for key, category in self.categories.items()}
            if self.edition.page() is not self.edition.source:
                for row in self.edition.page().categories.select_related("category"):
                    names[str(row.category.translation_key)] = row.category.name
            self.fields["category"] = OfferedField(
                names,
                self.stored["category"],
                self.entry.category.name if self.entry.category else "",
                label=_("Category"),
            )
        self.fields["member"] = OfferedField(
            members(language),
            self.stored["member"],
            self.entry.company,
            label=_("Member of the network"),
            help_text=_("If the company is a member, the entry is linked to its page."),
            required=False,
        )

    def full_clean(self) -> None:
        """Validate; a draft may lack whatever it likes."""
        super().full_clean()
        if self.is_draft:
            for name, errors in list(self.errors.items()):
                left = [error for error in errors.as_data() if error.code != "required"]
                if len(left) < len(errors):
                    del self.errors[name]
                    for error in left:
                        self.add_error(name, error)

    def typed(self) -> dict[str, str]:
        """What was typed, as it would be kept: cleaned where that is possible, else as it is."""
        texts = {}
        for name, form_field in self.fields.items():
            if isinstance(form_field, UploadField):
                continue
            value = self[name].data
            if name not in self.errors:
                value = self.cleaned_data.get(name, value)
            texts[name] = as_text(value)
        return texts

    def differing(self) -> list[str]:
        """The names of the fields in which something else was typed than is kept."""
        return [name for name, text in self.typed().items() if text != self.stored.get(name, "")]

    def unkept(self) -> list[tuple[str, str]]:
        """`(question, text)` of what was typed and is not kept."""
        typed = self.typed()
        return [
            (str(self.fields[name].label), self.display(name, typed[name]))
            for name in self.differing()
        ]

    def too_long(self) -> list[str]:
        """The names of the fields whose text is longer than what can be kept of it."""
        typed = self.typed()
        return [name for name in OWN if len(typed[name]) > (self.fields[name].max_length or 0)]  # type: ignore[attr-defined]  # they are CharFields

    def write(self) -> bool:
        """Keep what was typed, with the questions as they are put; whether anything has changed.

        What cannot be kept (`too_long`, a category that there is not) stays as it was. The entry
        has to be locked, and is not yet saved.
        """
        not_offered = [name for name in ("category", "member") if name in self.errors]
        unkept = {*self.too_long(), *not_offered}
        changed = [name for name in self.differing() if name not in unkept]
        typed = self.typed()
        for name in changed:
            if name in OWN:
                setattr(self.entry, name, typed[name])
            elif name == "may_be_named":
                self.entry.may_be_named = bool(typed[name])
            elif name == "category":
                self.entry.category = self.categories.get(typed[name])
            elif name == "member":
                self.entry.member_key = UUID(typed[name]) if typed[name] else None
            else:
                Answer.objects.update_or_create(
                    entry=self.entry,
                    question=self.questions[name].translation_key,
                    defaults={"label": self.wording(name), "text": typed[name]},
                )
        return bool(changed)

    def write_wordings(self) -> None:
        """Keep the questions as they are put now with what answers them: so it is submitted."""
        for answer in self.answers.values():
            name = name_of(answer.question)
            if name in self.fields and answer.label != self.wording(name):
                answer.label = self.wording(name)
                answer.save(update_fields=["label"])

    def wording(self, name: str) -> str:
        """A question as it is put now, as it is kept with its answer."""
        return str(self.fields[name].label)[:LONGEST_LABEL]

    # As it is shown

    def sections(self) -> list[Section]:
        """The parts of the form, with its fields."""
        asked = [name for name in self.questions if name not in self.conditions]
        parts = [
            (_("Company"), ["company", "company_code", "member"]),
            (_("Contact person"), ["contact_name", "phone"]),
            (_("Who may enter"), self.conditions),
            (_("Innovation"), ["innovation", "category", *asked]),
            (_("If you are among the finalists"), ["may_be_named"]),
        ]
        return [
            Section(title, [self.shown(name) for name in names if name in self.fields])
            for title, names in parts
            if names
        ]

    def shown(self, name: str) -> Shown:
        """A field with what is kept in words, and its files."""
        kept = self.display(name, self.stored.get(name, ""))
        beside = (kept or _("nothing")) if name in self.shows_stored else None
        label = self.label(name) if self.entry.submitted_at else str(self.fields[name].label)
        return Shown(self[name], label, kept, self.files_of(name), beside)


def members(language: str) -> dict[str, str]:
    """The names of public members by their keys, in the language where they have one in it."""
    rows: Iterable[tuple[UUID, str, str]] = public_pages(MemberPage).values_list(
        "translation_key", "title", "locale__language_code"
    )
    ordered = sorted(rows, key=lambda row: row[2] == language)
    names = {str(key): title for key, title, _code in ordered}
    return dict(sorted(names.items(), key=lambda item: item[1].casefold()))
