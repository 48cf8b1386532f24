"""The forms of the jury: seats, assignments, scores."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib.auth import get_user_model
from django.db.models import Q
from django.forms import BoundField
from django.utils.translation import get_language, gettext_lazy, ngettext
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminAutoHeightTextInput

from ecosystem.models import MemberPage
from industry4.competition.admin_views import ReasonForm
from industry4.competition.conflicts import Conflict
from industry4.competition.models import Entry, Recusal, Score, Seat
from industry4.competition.permissions import jury_groups

from .criteria import Asked
from .sheets import Given

MOST_SHOWN = 200  # conflicts of interest on one screen


class PersonField(forms.ModelChoiceField):
    """A user, by name."""

    def label_from_instance(self, obj: Any) -> str:
        name = obj.get_full_name()
        return f"{name} ({obj.get_username()})" if name else obj.get_username()


def members() -> Iterator[tuple[str, str]]:
    """The members by translation key, in the active language where there is a page in it."""
    yield "", "—"
    pages = MemberPage.objects.filter(alias_of=None).order_by("title")
    rows = list(pages.values_list("translation_key", "title", "locale__language_code"))
    own = {key: row for key, *row in rows if row[1] == get_language()}
    for key, *row in rows:
        if row == own.get(key, row):
            yield str(key), row[0]


class SeatForm(forms.Form):
    """What a seat is given with."""

    is_chair = forms.BooleanField(
        label=gettext_lazy("Chairs the jury"),
        help_text=gettext_lazy("There is one chair: whoever was it before is so no longer."),
        required=False,
    )
    works_for = forms.TypedChoiceField(
        label=gettext_lazy("Works for"),
        help_text=gettext_lazy("A member. Conflicts of interest are proposed by it."),
        choices=members,
        coerce=UUID,
        empty_value=None,
        required=False,
    )


class NewSeatForm(SeatForm):
    """Whom a seat is given."""

    user = PersonField(
        label=gettext_lazy("Juror"),
        help_text=gettext_lazy(
            "Users of the group “Jury” who have no seat yet. An administrator adds users in the"
            " settings."
        ),
        queryset=get_user_model().objects.none(),
    )
    field_order = ("user",)

    def __init__(self, *args: Any, edition: UUID, but: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        users = get_user_model().objects.filter(groups__in=jury_groups(), is_active=True).distinct()
        self.fields["user"].queryset = users.exclude(  # type: ignore[attr-defined]  # the field's
            Q(jury_seats__edition=edition) | Q(pk=but and but.pk)
        ).order_by("last_name", "username")


class AssignForm(forms.Form):
    """Which jurors get which entries, and which of them are recused at once.

    What is in conflict and was not shown is not assigned: it is `unseen`, by the ids of seat and
    entry.
    """

    jurors = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Jurors"), coerce=int, widget=forms.CheckboxSelectMultiple
    )
    everything = forms.BooleanField(label=gettext_lazy("All eligible entries"), required=False)
    entries = forms.TypedMultipleChoiceField(
        label=gettext_lazy("Or these entries"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    conflicts = forms.MultipleChoiceField(
        label=gettext_lazy("Possible conflicts of interest"),
        help_text=gettext_lazy(
            "Whoever is chosen here is recused from the entry. The record names the kind of"
            " conflict; these words are kept until the entries are erased."
        ),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    shown = forms.CharField(required=False, widget=forms.HiddenInput())

    def __init__(
        self,
        *args: Any,
        seats: Iterable[Seat],
        entries: Iterable[Entry],
        conflicts: Mapping[tuple[int, int], list[Conflict]],
        assigned: set[tuple[int, int]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.seats = {seat.pk: seat for seat in seats}
        self.found = {entry.pk: entry for entry in entries}
        self.offered = {
            f"{seat}-{entry}": (seat, entry, Conflict.of_all(found))
            for (seat, entry), found in conflicts.items()
        }
        # Nobody and nothing is chosen at first: what was not meant would be assigned with it.
        self.set("jurors", self.seats.items(), [])
        self.set("entries", self.found.items(), [])
        # What was assigned nevertheless was decided so.
        pairs = {name: offered[:2] for name, offered in self.offered.items()}
        open_first = sorted(pairs, key=lambda name: pairs[name] in assigned)
        seen = self.data.get("shown", "").split() if self.is_bound else open_first[:MOST_SHOWN]
        shown = [name for name in seen if name in pairs]
        self.fields["shown"].initial = " ".join(shown)
        self.unseen = set(pairs.values()) - {pairs[name] for name in shown} - assigned
        self.show(shown, [name for name in shown if pairs[name] not in assigned])

    def show(self, names: list[str], proposed: list[str]) -> None:
        """Show these conflicts, some of them chosen, and say how many others there are."""
        if not names:
            del self.fields["conflicts"]
            return
        labels = []
        for name in names:
            seat, entry, conflict = self.offered[name]
            labels.append((name, f"{self.seats[seat]} – {self.found[entry]}: {conflict.words}"))
        self.set("conflicts", labels, proposed)
        if self.unseen:
            field = self.fields["conflicts"]
            said = ngettext(
                "%(count)d more is not shown and not assigned now: assign once more for it.",
                "%(count)d more are not shown and not assigned now: assign once more for them.",
                len(self.unseen),
            )
            field.help_text = f"{field.help_text} {said % {'count': len(self.unseen)}}"

    def set(self, name: str, choices: Iterable[tuple[Any, Any]], initial: list[Any]) -> None:
        """Offer choices, some of them chosen."""
        field: Any = self.fields[name]
        field.choices, field.initial = list(choices), initial

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if not data.get("everything") and not data.get("entries"):
            self.add_error("entries", _("Choose all entries, or some of them."))
        if data.get("everything") and data.get("entries"):
            self.add_error("entries", _("Choose either all entries, or some of them."))
        return data

    @property
    def chosen(self) -> tuple[list[Seat], list[Entry], list[tuple[Seat, Entry, Conflict]]]:
        """The jurors, the entries and the recusals among them that were chosen."""
        data = self.cleaned_data
        seats = [self.seats[pk] for pk in data["jurors"]]
        keys = self.found if data["everything"] else data["entries"]
        entries = [self.found[pk] for pk in keys]
        recused = [
            (self.seats[seat], self.found[entry], conflict)
            for name in data.get("conflicts", [])
            for seat, entry, conflict in [self.offered[name]]
            if self.seats[seat] in seats and self.found[entry] in entries
        ]
        return seats, entries, recused


class ConflictForm(ReasonForm):
    """A conflict of interest that a juror declares."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Conflict of interest"),
        help_text=gettext_lazy("This goes on the record of the competition, which stays."),
        choices=Recusal.Kind.choices,
        widget=forms.RadioSelect,
    )
    field_order = ("kind",)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].help_text = _(
            "In your own words, for the chair. They are erased with the entries."
        )

    @property
    def conflict(self) -> Conflict:
        """What was declared."""
        return Conflict(Recusal.Kind(self.cleaned_data["kind"]), self.cleaned_data["reason"])


class ScoreForm(forms.Form):
    """A score and a comment for each criterion, and a comment on the whole.

    A draft may lack scores; nothing that was typed is lost for it. `seen` is the state of the sheet
    that the form was made of, `whose` what says so to a session that has ended.
    """

    def __init__(
        self,
        *args: Any,
        criteria: Iterable[Asked],
        scores: Mapping[UUID, Score],
        comment: str,
        seen: str,
        whose: str = "",
        submit: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.criteria = list(criteria)
        for name, value in (("seen", seen), ("whose", whose)):
            self.fields[name] = forms.CharField(
                required=False, widget=forms.HiddenInput(), initial=value
            )
        for criterion in self.criteria:
            key, score = criterion.translation_key, scores.get(criterion.translation_key)
            self.fields[f"value-{key}"] = forms.TypedChoiceField(
                label=_("Score from 1 to %(highest)d") % {"highest": criterion.scale},
                choices=[("", "—"), *((n, str(n)) for n in range(1, criterion.scale + 1))],
                coerce=int,
                empty_value=None,
                required=submit,
                initial=score.value if score else None,
            )
            self.fields[f"comment-{key}"] = forms.CharField(
                label=_("Comment"),
                max_length=2000,
                required=False,
                widget=AdminAutoHeightTextInput(),
                initial=score.comment if score else "",
            )
        self.fields["comment"] = forms.CharField(
            label=_("Comment on the entry as a whole"),
            max_length=5000,
            required=False,
            widget=AdminAutoHeightTextInput(),
            initial=comment,
        )

    def focus_on_error(self) -> None:
        """Have the browser go to the first field that is wrong."""
        if wrong := next((self.fields[name] for name in self.fields if name in self.errors), None):
            wrong.widget.attrs["autofocus"] = True

    def rows(self) -> Iterator[tuple[Asked, BoundField, BoundField]]:
        """Each criterion with its two fields."""
        for criterion in self.criteria:
            key = criterion.translation_key
            yield criterion, self[f"value-{key}"], self[f"comment-{key}"]

    @property
    def given(self) -> dict[UUID, Given]:
        """What was filled in, by criterion."""
        keys = [criterion.translation_key for criterion in self.criteria]
        data = self.cleaned_data
        return {key: Given(data[f"value-{key}"], data[f"comment-{key}"]) for key in keys}
