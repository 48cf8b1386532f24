"""The panels of an edition: what its page says, what it asks of entrants, how it is judged."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel


def check_weights(weights: Iterable[int | None]) -> None:
    """Raise ValidationError, naming the criteria and their sum, unless it is 100 (or none)."""
    given = [weight or 0 for weight in weights]
    if given and sum(given) != 100:
        raise ValidationError(
            _("The weights of the criteria add up to %(sum)s; they must add up to 100.")
            % {"sum": sum(given)}
        )


class CriteriaFormSet(BaseChildFormSet):
    """The criteria as an editor fills them in."""

    def clean(self) -> None:
        super().clean()
        rows = [form.cleaned_data for form in self.forms if hasattr(form, "cleaned_data")]
        kept = [row for row in rows if row and not row.get("DELETE")]
        check_weights(row.get("weight") for row in kept)


class CriteriaPanel(InlinePanel):
    """An inline panel whose rows are checked together."""

    def get_form_options(self) -> dict[str, Any]:
        options = super().get_form_options()
        options["formsets"][self.relation_name]["formset"] = CriteriaFormSet
        return options


class ReasonPanel(MultiFieldPanel):
    """Shown while a change of rules needs a reason: by the page that is public, or by the draft."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            from .models import PublishedRules  # the models of editions load these panels
            from .models.competition_rules import is_frozen

            key = self.instance.translation_key
            published = PublishedRules.objects.filter(edition=key).first()
            return published is not None and is_frozen(self.instance, published)


REASON = ReasonPanel(
    [FieldPanel("change_reason_lt"), FieldPanel("change_reason_en")],
    heading=gettext_lazy("Reason for a change of rules"),
    help_text=gettext_lazy(
        "Entries have opened: other criteria, conditions of entry or questions are published only"
        " with a reason. Entrants and readers see it on the page of the edition."
    ),
)
BEFORE_LEAD = [FieldPanel("year")]
CONTENT = [
    FieldPanel("purpose"),
    FieldPanel("rules"),
    FieldPanel("prizes"),
    InlinePanel("categories", label=gettext_lazy("category"), heading=gettext_lazy("Categories")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("entries_open"), FieldPanel("entries_close")]),
            FieldRowPanel([FieldPanel("jury_from"), FieldPanel("jury_to")]),
            FieldRowPanel([FieldPanel("announcement"), FieldPanel("ceremony")]),
        ],
        heading=gettext_lazy("Dates"),
        help_text=gettext_lazy("The stage of the competition follows from these by itself."),
    ),
    InlinePanel("jury", label=gettext_lazy("juror"), heading=gettext_lazy("Jury")),
    InlinePanel(
        "results",
        label=gettext_lazy("result"),
        heading=gettext_lazy("Results"),
        help_text=gettext_lazy("Readers see them once their publication is recorded."),
    ),
]
ENTRIES = [
    InlinePanel(
        "eligibility",
        label=gettext_lazy("condition"),
        heading=gettext_lazy("Conditions of entry"),
        help_text=gettext_lazy(
            "Who may enter. Each is confirmed by the company. Once entries open, changing them"
            " needs a reason."
        ),
    ),
    InlinePanel(
        "questions",
        label=gettext_lazy("question"),
        heading=gettext_lazy("Questions of the entry form"),
        help_text=gettext_lazy(
            "Every entry names the company, its contact person, its innovation and a category;"
            " here is what you ask besides. Once entries open, changing them needs a reason."
        ),
    ),
    MultiFieldPanel(
        [FieldPanel("entry_consent"), FieldPanel("keep_months")],
        heading=gettext_lazy("Personal data"),
    ),
]
JUDGING = [
    CriteriaPanel(
        "criteria",
        label=gettext_lazy("criterion"),
        heading=gettext_lazy("Criteria"),
        help_text=gettext_lazy(
            "Their weights add up to 100. Once entries open, changing them needs a reason."
        ),
    ),
    MultiFieldPanel(
        [FieldPanel("normalisation"), FieldPanel("least_scores")],
        heading=gettext_lazy("Ranking"),
    ),
]
