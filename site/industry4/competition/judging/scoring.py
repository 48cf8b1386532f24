"""An entry as a juror reads and scores it, and how she declares a conflict of interest."""

from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages

from industry4.competition.admin_views import ActView
from industry4.competition.models import Entry, Score, ScoreSheet
from industry4.competition.permissions import readable_by
from industry4.competition.reading import category_names, sections

from . import typed
from .criteria import Asked, asked
from .forms import ConflictForm, ScoreForm
from .jury import recuse
from .mine import JurorView, assigned_to
from .sheets import STALE, may_score, save_sheet, state_of_sheet
from .states import Judging, judging_of


class OneOfMineView(JurorView):
    """A screen about an entry that is assigned to the juror."""

    header_icon = "doc-full"

    def find(self, **kwargs: Any) -> None:
        super().find(**kwargs)
        entries = Entry.objects.select_related("category")
        self.entry = get_object_or_404(entries, pk=kwargs["pk"], edition=self.edition.key)

    def crumbs(self) -> list[dict[str, Any]]:
        return [self.mine_crumb()]


class ScoreView(OneOfMineView, FormView):
    """An entry beside the scores that the juror gives it; the chair reads the others as well."""

    template_name = "competition/admin/score.html"

    def allowed(self) -> bool:
        return super().allowed() and readable_by(self.seat).filter(pk=self.entry.pk).exists()

    def get_page_title(self) -> str:
        return str(self.entry)

    def get_page_subtitle(self) -> str:
        return self.entry.innovation

    @cached_property
    def sheet(self) -> ScoreSheet | None:
        """What she has kept so far."""
        return ScoreSheet.objects.filter(seat=self.seat, entry=self.entry).first()

    @cached_property
    def scores(self) -> dict[Any, Score]:
        """Her scores by criterion."""
        return {score.criterion: score for score in self.sheet.scores.all()} if self.sheet else {}

    @cached_property
    def judging(self) -> Judging:
        """How far the judging is."""
        return judging_of(self.edition.key)

    @cached_property
    def is_open(self) -> bool:
        """Whether she may still change something; what others may read they are to score."""
        return (
            self.judging == Judging.OPEN
            and not (self.sheet and self.sheet.submitted_at)
            and (not self.seat.is_chair or may_score(self.seat, self.entry))
        )

    @property
    def recuse_url(self) -> str:
        """Where she declares a conflict of interest, "" once judging is closed."""
        if self.judging == Judging.CLOSED:
            return ""
        return reverse("competition_jury:recuse", args=[self.edition.key, self.entry.pk])

    @cached_property
    def criteria(self) -> list[Asked]:
        """The criteria in the juror's language."""
        return asked(self.edition)

    @cached_property
    def typed_before(self) -> QueryDict | None:
        """What she typed before she had to log in again."""
        return typed.take(self.request, self.seat, self.entry)

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if self.typed_before:
            messages.warning(
                request,
                _(
                    "Not saved: you were logged in no longer. What you typed is below: save or"
                    " submit it now."
                ),
            )
        return super().get(request, *args, **kwargs)

    def get_form(self, form_class: Any = None) -> ScoreForm:
        return ScoreForm(
            self.request.POST or self.typed_before,
            criteria=self.criteria,
            scores=self.scores,
            comment=self.sheet.comment if self.sheet else "",
            seen=state_of_sheet(self.sheet),
            whose=typed.sign(self.seat, self.entry),
            submit=self.submits,
        )

    @property
    def submits(self) -> bool:
        """Whether the scores are submitted for good, not kept as a draft."""
        return "submit" in self.request.POST

    def form_valid(self, form: ScoreForm) -> HttpResponse:
        try:
            save_sheet(
                self.seat,
                self.entry,
                form.given,
                form.cleaned_data["comment"],
                submit=self.submits,
                seen=form.cleaned_data["seen"],
            )
        except ValidationError as error:
            form.add_error(None, error)
            if error.code == STALE:  # she is told; the next time she means it
                form.data = {**form.data, "seen": state_of_sheet(self.sheet)}
            return self.form_invalid(form)
        if self.submits:
            messages.success(self.request, _("Your scores are submitted."))
            return redirect("competition_jury:mine", self.edition.key)
        messages.success(self.request, _("The draft is saved."))
        return redirect(self.request.path)

    def form_invalid(self, form: ScoreForm) -> HttpResponse:
        """What is wrong is said at the top: on a phone the form begins far below."""
        if any(form.has_error(name, "required") for name in form.fields):
            said = _("Give a score for each criterion first.")
        else:
            said = " ".join(map(str, form.non_field_errors())) or _(
                "Nothing was saved: see what is wrong below."
            )
        messages.error(self.request, said)
        form.focus_on_error()
        return super().form_invalid(form)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        category = self.entry.category
        return {
            **super().get_context_data(**kwargs),
            "entry": self.entry,
            "category": category and category_names()[category.translation_key],
            "sections": sections(self.entry, self.edition),
            "questions": self.entry.questions.exclude(answered_at=None),
            # What was typed stays on the screen, also when it came too late.
            "shows_form": self.is_open or self.typed_before or self.request.method == "POST",
            "has_unsaved_changes": self.typed_before or self.request.method == "POST",
            "recuse_url": self.recuse_url,
            "is_chair": self.seat.is_chair,
            "sheet": self.sheet,
            "given": [(each, self.scores.get(each.translation_key)) for each in self.criteria],
        }


class RecuseView(OneOfMineView, ActView):
    """A juror declares a conflict of interest."""

    form_class = ConflictForm
    page_title = gettext_lazy("Declare a conflict of interest")
    intro = gettext_lazy(
        "You will neither read nor score this entry any more. The chair sees your reason."
    )
    button = gettext_lazy("Yes, I have a conflict of interest")
    done = gettext_lazy("You are recused from the entry.")

    def allowed(self) -> bool:
        return super().allowed() and (
            assigned_to(self.seat).filter(pk=self.entry.pk, is_recused=False).exists()
            or (self.seat.is_chair and readable_by(self.seat).filter(pk=self.entry.pk).exists())
        )

    def act(self, form: Any) -> None:
        recuse(self.seat, self.entry, form.conflict, self.request.user)

    def get_page_subtitle(self) -> str:
        return str(self.entry)

    def get_success_url(self) -> str:
        return reverse("competition_jury:mine", args=[self.edition.key])
