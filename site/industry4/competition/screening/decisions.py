"""The screens on which an editor decides about an entry."""

from typing import Any
from uuid import UUID

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from industry4.competition.admin_views import ActView, ReasonForm, editions_crumb, entries_crumb
from industry4.competition.judging.forms import members
from industry4.competition.models import Entry

from .acts import decide, set_member
from .views import OneEntryView


class QuestionForm(forms.Form):
    """What is asked of the entrant."""

    text = forms.CharField(
        label=_("Question"),
        help_text=_("As the entrant will read it, in the language of the entry."),
        max_length=2000,
        widget=AdminAutoHeightTextInput(),
    )


class RefusalForm(ReasonForm):
    """Why an entry is refused."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _(
            "As the entrant will read it. It stays on the record as well: name no persons."
        )


class MemberForm(ReasonForm):
    """Which member an entry is of, and why."""

    member = forms.TypedChoiceField(
        label=_("Member"), choices=members, coerce=UUID, empty_value=None, required=False
    )
    field_order = ("member",)


class EntryActView(OneEntryView, ActView):
    """An act about an entry, which leads back to it."""

    def get_page_subtitle(self) -> str:
        return str(self.entry)

    def get_success_url(self) -> str:
        return reverse("competition_entries:entry", args=[self.edition.key, self.entry.pk])

    def crumbs(self) -> list[dict[str, Any]]:
        one = {"url": self.get_success_url(), "label": str(self.entry)}
        return [editions_crumb(), entries_crumb(self.edition), one]


class DecisionView(EntryActView):
    """Brings an entry to a state."""

    state: str
    text_field = ""

    def act(self, form: Any) -> None:
        text = form.cleaned_data.get(self.text_field, "")
        decide(self.entry, self.state, self.request.user, text)


class EligibleView(DecisionView):
    """Lets an entry through to the jury."""

    state = Entry.State.ELIGIBLE
    page_title = _("Eligible")
    intro = _("The entry meets the conditions and goes to the jury.")
    button = _("Yes, it is eligible")
    done = _("The entry is eligible.")


class ReturnView(DecisionView):
    """Asks the entrant something."""

    state = Entry.State.RETURNED
    form_class = QuestionForm
    text_field = "text"
    page_title = _("Return with a question")
    intro = _("The entrant gets an e-mail, and answers by the private link of the entry.")
    button = _("Return the entry")
    done = _("The entry is returned, and the entrant will be told.")


class RefuseView(DecisionView):
    """Refuses an entry."""

    state = Entry.State.REFUSED
    form_class = RefusalForm
    text_field = "reason"
    page_title = _("Refuse")
    intro = _("The entrant gets an e-mail, and reads the reason by the private link of the entry.")
    button = _("Refuse the entry")
    done = _("The entry is refused, and the entrant will be told.")


class WithdrawView(DecisionView):
    """Withdraws an entry for its entrant, whose own link does so no longer once it is decided."""

    state = Entry.State.WITHDRAWN
    form_class = ReasonForm
    text_field = "reason"
    page_title = _("Withdraw")
    intro = _(
        "At the wish of the entrant, who gets an e-mail. Neither scores nor a place that the entry"
        " has will count."
    )
    warning = _("This cannot be undone.")
    button = _("Withdraw the entry")
    done = _("The entry is withdrawn, and the entrant will be told.")


class MemberView(EntryActView):
    """Says which member an entry is of, or that it is of none."""

    form_class = MemberForm
    page_title = _("Member")
    intro = _(
        "If the entry wins, its award stands on the member's page, and results, certificates and"
        " news name the member. Without a member they name the company as it entered."
    )
    done = _("Recorded whose entry this is.")

    def get_initial(self) -> dict[str, Any]:
        return {"member": self.entry.member_key}

    def act(self, form: Any) -> None:
        data = form.cleaned_data
        set_member(self.entry, data["member"], self.request.user, data["reason"])
