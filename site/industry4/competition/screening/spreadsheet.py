"""The list of entries as a spreadsheet: a column for all that an edition asks.

An answer that was given to a question in other words than those that stand over its column says so
in its cell.
"""

from abc import abstractmethod
from typing import Any, NamedTuple

from django.http import HttpResponse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from industry4.competition.editions import Edition
from industry4.competition.entering.asked import LONGEST_LABEL
from industry4.competition.exports import SafeExportMixin
from industry4.competition.models import Answer, Entry, Question

# What is seen of every entry; the rest is the entrant's own affair until it is submitted.
SEEN = {"number", "state", "company", "company_code", "category", "submitted_at"}
# Where the name of the column's field does not say it.
HEADINGS = {
    "number": gettext_lazy("No."),
    "member": gettext_lazy("Member"),
    "contact_name": gettext_lazy("Contact person"),
    "questions": gettext_lazy("Questions of the editors"),
}


class Asked(NamedTuple):
    """A question or a condition, as it is put now in each language."""

    heading: str
    wordings: set[str]
    is_condition: bool


class EntriesExportMixin(SafeExportMixin):
    """The export of a list of entries, which come with members, `answers` and `questions`."""

    edition: Edition
    list_export = [
        "number",
        "state",
        "company",
        "company_code",
        "member",
        "contact_name",
        "email",
        "phone",
        "language",
        "category",
        "innovation",
        "may_be_named",
        "submitted_at",
        "questions",
    ]

    def get_filename(self) -> str:
        return f"entries-{self.edition.source.year}"

    @cached_property
    def asked(self) -> dict[str, Asked]:
        """What is answered in words, by column: conditions, then questions."""
        found: dict[str, Asked] = {}
        for kind in ("eligibility", "questions"):
            for page in self.edition.pages.values():  # the source's rows are what is asked
                for row in getattr(page, kind).all():
                    column, words = str(row.translation_key), getattr(row, "label", "") or row.text
                    if page is self.edition.source and getattr(row, "kind", "") != "file":
                        found[column] = Asked(words, set(), kind == "eligibility")
                    if column not in found:
                        continue
                    found[column].wordings.add(words[:LONGEST_LABEL])
                    if page is self.edition.page():
                        found[column] = found[column]._replace(heading=words)
        return found

    @abstractmethod
    def is_readable(self, entry: Entry) -> bool:
        """Whether the person may read what an entry says."""

    @abstractmethod
    def category_of(self, entry: Entry) -> str:
        """The name of an entry's category, or nothing."""

    def cell(self, answer: Answer) -> str:
        """What was answered, and to what, where that is put in other words now."""
        asked = self.asked.get(str(answer.question))
        if asked is None or not answer.text:
            return ""
        text = _("Yes") if asked.is_condition else answer.text
        if answer.label in asked.wordings:
            return text
        return _("%(answer)s (the question was: %(question)s)") % {
            "answer": text,
            "question": answer.label,
        }

    def to_row_dict(self, item: Any) -> dict[str, Any]:
        own = {
            "state": item.get_state_display(),
            "member": item.member_title or "",
            "category": self.category_of(item),
            "may_be_named": _("Yes") if item.may_be_named else _("No"),
            "submitted_at": item.submitted_at
            and f"{timezone.localtime(item.submitted_at):%Y-%m-%d %H:%M}",
            "questions": "\n\n".join(said(question) for question in item.questions.all()),
            **{str(answer.question): self.cell(answer) for answer in item.answers.all()},
        }
        seen = self.list_export if self.is_readable(item) else SEEN
        fields = {field.name for field in Entry._meta.fields}
        return {
            name: own.get(name, getattr(item, name) if name in fields else "")
            if name in seen
            else ""
            for name in self.list_export
        }

    def render_to_response(self, context: dict[str, Any], **kwargs: Any) -> HttpResponse:
        if not self.is_export:
            response: HttpResponse = super().render_to_response(context, **kwargs)
            return response
        self.list_export = [*type(self).list_export, *self.asked]
        headings = {column: asked.heading for column, asked in self.asked.items()}
        self.export_headings = {**HEADINGS, **headings}
        response = self.as_spreadsheet(context["object_list"], self.request.GET["export"])
        response["Cache-Control"] = "no-store, private"
        return response


def said(question: Question) -> str:
    """A question of the editors with its answer."""
    return f"{question.text}\n{question.answer if question.answered_at else _('Not answered yet')}"
