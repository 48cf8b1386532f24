"""The panel of an edition's criteria, which holds their weights to 100."""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from modelcluster.forms import BaseChildFormSet
from wagtail.admin.panels import InlinePanel


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
