"""The editor of promoted results, as Wagtail has it but for what is otherwise here.

Words match in any form, not exactly; and visitors' searches are counted in our own report, not
in Wagtail's, so that its columns and choosers of popular searches would stay empty for ever.
"""

from typing import Any

from django import forms
from django.forms.models import inlineformset_factory
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.search_promotions.forms import (
    QueryForm,
    SearchPromotionForm,
    SearchPromotionsFormSet,
)
from wagtail.contrib.search_promotions.models import Query, SearchPromotion
from wagtail.contrib.search_promotions.views.settings import CreateView, EditView, IndexView

from search import questions


class PhraseForm(QueryForm):
    """The words for which results are promoted."""

    query_string = forms.CharField(
        label=_("Words that visitors search for"),
        help_text=_(
            "In any form, in any order, with or without diacritics: what is chosen for “renginys” "
            "also stands above the results for “renginiai” and “renginių”. If visitors type more "
            "words than these, it does not."
        ),
        max_length=questions.LONGEST,
    )

    def clean_query_string(self) -> str:
        """The words, if a visitor could search for them."""
        words: str = self.cleaned_data["query_string"]
        questions.read(words)
        return words


class PromotionForm(SearchPromotionForm):
    """A page or a link that is promoted; says in which language it will be shown."""

    class Meta(SearchPromotionForm.Meta):
        labels = {"external_link_text": _("External link text")}
        help_texts = {
            "page": _(
                "A page of this site. It stands above the results in its own language, as long as "
                "it is public."
            ),
            "external_link_url": _(
                "Or a link to another site. It stands above the results in both languages."
            ),
            "description": _("A sentence under the title: why this is worth reading."),
        }


PromotionsFormSet = inlineformset_factory(
    Query,
    SearchPromotion,
    form=PromotionForm,
    formset=SearchPromotionsFormSet,
    can_order=True,
    can_delete=True,
    extra=0,
)


class PromotionsMixin:
    """What adding and changing have in common."""

    form_class = PhraseForm
    template_name = "search/admin/promotions.html"
    request: Any
    object: Any
    error_message: Any
    produced_error_message: Any

    @cached_property
    def searchpicks_formset(self) -> Any:
        """The pages and links of the phrase."""
        sent = self.request.POST if self.request.method == "POST" else None
        formset = PromotionsFormSet(sent, instance=self.object)
        # A new phrase begins with one form to fill in.
        formset.extra = 0 if self.object else 1
        return formset

    def is_valid(self, form: Any) -> bool:
        """Whether all can be kept; if not, a sentence says so, even if errors have fields."""
        valid: bool = super().is_valid(form)  # type: ignore[misc]  # of the view it is mixed into
        if not valid:
            self.produced_error_message = self.produced_error_message or self.error_message
        return valid


class PromotionsListView(IndexView):
    """The list, without Wagtail's count of searches."""

    columns = [column for column in IndexView.columns if column.name != "views"]


class AddPromotionsView(PromotionsMixin, CreateView):
    """The form to add; `?query_string=` fills in the words."""

    def get_initial(self) -> dict[str, Any]:
        words = self.request.GET.get("query_string", "")
        return {**super().get_initial(), "query_string": words[: questions.LONGEST]}


class EditPromotionsView(PromotionsMixin, EditView):
    """The form to change."""
