"""What an edition asks, as a form with what an entry answers: to be filled in, checked and read."""

from typing import Any
from uuid import UUID

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from industry4.competition.editions import Edition
from industry4.competition.models import Answer, Entry, EntryFile
from industry4.core.templatetags.content import number

from .fields import (
    ConditionField,
    NumberField,
    OfferedField,
    UploadField,
    field_of,
    version_of,
)

LONGEST_LABEL: int = Answer._meta.get_field("label").max_length  # type: ignore[assignment]  # a column


class AskedForm(forms.Form):
    """The conditions and questions of an edition, in the active language.

    The source states what is asked. Without `data` the form holds what is kept; as a check it
    validates that.
    """

    def __init__(
        self, entry: Entry, edition: Edition, data: Any = None, *, is_check: bool = False
    ) -> None:
        self.entry, self.edition = entry, edition
        self.kept_files = list(entry.files.all())
        self.answers = {answer.question: answer for answer in entry.answers.all()}
        self.stored = self._stored()
        super().__init__(self.stored if is_check else data, initial=self.stored)
        self.conditions: list[str] = []
        self.questions: dict[str, Any] = {}
        self.wordings: dict[str, set[str]] = {}
        self._add_conditions()
        self._add_questions()

    def _stored(self) -> dict[str, str]:
        """What is kept, by the names of the fields."""
        return {name_of(key): answer.text for key, answer in self.answers.items()}

    def _add_conditions(self) -> None:
        """Each in the words in force; in a submitted entry in those that were confirmed."""
        for name, row, words in self._rows("eligibility"):
            path = f"eligibility.{row.translation_key}.text"
            shown = words if self.edition.says(path, row.text, words.text) else row
            label, version = shown.text, version_of(row.text)
            if self.entry.submitted_at and self.stored.get(name, "") not in ("", version):
                label, version = self.answers[row.translation_key].label, self.stored[name]
            self.fields[name] = ConditionField(
                version,
                label=label,
                help_text=shown.help_text,
                error_messages={"required": _("You can submit an entry only if this is the case.")},
            )
            self.conditions.append(name)
            self.questions[name] = row

    def _add_questions(self) -> None:
        for name, row, words in self._rows("questions"):
            path = f"questions.{row.translation_key}.choices"
            labels = words.options if self.edition.says(path, row.choices, words.choices) else []
            if len(labels) != len(row.options):  # they would not stand for the same choices
                labels = row.options
            has_files = any(file.question == row.translation_key for file in self.kept_files)
            self.fields[name] = field_of(row, words, labels, self.stored.get(name, ""), has_files)
            self.questions[name] = row

    def _rows(self, kind: str) -> list[tuple[str, Any, Any]]:
        """The rows of the source, each with the name of its field, and with the row in the language
        (itself where there is none). What they ask in any language is noted.
        """
        source, page = self.edition.source, self.edition.page()
        rows = getattr(source, kind).model.objects.order_by("sort_order")
        pages = [each.pk for each in self.edition.pages.values()]
        found = list(rows.filter(edition__in=pages))  # of all in one query
        words = {row.translation_key: row for row in found if row.edition_id == page.pk}
        for row in found:
            wordings = self.wordings.setdefault(name_of(row.translation_key), set())
            wordings.add(str(getattr(row, "label", None) or row.text)[:LONGEST_LABEL])
        return [
            (name_of(row.translation_key), row, words.get(row.translation_key, row))
            for row in found
            if row.edition_id == source.pk
        ]

    @property
    def version(self) -> str:
        """The version of what is asked and kept: of what its entrant has seen and will submit."""
        rules = [
            (name, str(self.fields[name].label), getattr(row, "choices", ""), row.help_text)
            for name, row in self.questions.items()
        ]
        return f"{self.entry.version}-{version_of(repr(rules))}"

    # As it is shown

    def label(self, name: str) -> str:
        """A question as it is put now; with other words than it was answered in any language, in
        those.
        """
        row = self.questions.get(name)
        answer = self.answers.get(row.translation_key) if row else None
        if answer and answer.text and answer.label not in self.wordings[name]:
            return answer.label
        return str(self.fields[name].label)

    def display(self, name: str, text: str) -> str:
        """A kept text in words of the language."""
        form_field = self.fields[name]
        if isinstance(form_field, ConditionField):
            if text == form_field.version:
                return _("Yes")
            return "" if self.entry.submitted_at else _("No")
        if isinstance(form_field, forms.BooleanField):
            return _("Yes") if text else _("No")
        if isinstance(form_field, OfferedField):
            labels = {str(value): str(label) for value, label in form_field.choices}  # type: ignore[union-attr, misc]  # not called
            return labels.get(text, text) if text else ""
        if isinstance(form_field, NumberField) and text:
            try:
                return number(form_field.clean(text))
            except ValidationError:
                return text
        return text

    def files_of(self, name: str) -> list[EntryFile]:
        """The files by which a question is answered."""
        row = self.questions.get(name)
        return [file for file in self.kept_files if row and file.question == row.translation_key]

    def takes_files(self, name: str) -> bool:
        """Whether there is a field of this name, and files answer it."""
        return isinstance(self.fields.get(name), UploadField)

    def no_longer_asked(self) -> list[tuple[str, str, list[EntryFile]]]:
        """`(question, answer, files)` of questions that are asked no longer."""
        known = {row.translation_key for row in self.questions.values()}
        files: dict[UUID, list[EntryFile]] = {}
        for file in self.kept_files:
            if file.question not in known:
                files.setdefault(file.question, []).append(file)
        gone = [
            (answer.label, answer.text, files.pop(key, []))
            for key, answer in self.answers.items()
            if key not in known and (answer.text or key in files)
        ]
        return [*gone, *((_("Files"), "", left) for left in files.values())]


def name_of(question: UUID) -> str:
    """The name of the field of a question or a condition, by its translation key."""
    return f"question-{question}"
