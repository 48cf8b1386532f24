"""wagtail-localize's views for starting and updating translations, without gaps or aliases."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.models import Page
from wagtail_localize import operations
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import stop_translation
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from industry4.core.translation.gaps import as_html, gaps_in, is_public, parent_is_ready


class MissingTranslations(operations.TranslationCreator):
    """Begins translations that are missing, also of what a page refers to, and leaves the others.

    wagtail-localize would save these anew as drafts, which withdraws them: with the first page
    that has a topic, the topic would be gone from all other pages.
    """

    target_locales: list[Any]

    def create_translations(self, instance: Any, include_related_objects: bool = True) -> None:
        chosen = self.target_locales
        self.target_locales = [locale for locale in chosen if not is_public(instance, locale.pk)]
        try:
            super().create_translations(instance, include_related_objects)
        finally:
            self.target_locales = chosen


operations.TranslationCreator = MissingTranslations


class TranslatePageView(SubmitPageTranslationView):
    """Offers the languages in which the page above is live, so that no alias of it arises."""

    def get_form(self) -> forms.Form:
        form = super().get_form()
        locales = form.fields["locales"]
        ready = [
            locale.pk for locale in locales.queryset if parent_is_ready(self.object, locale.pk)
        ]
        if len(ready) < locales.queryset.count():
            locales.help_text = _("Translate and publish “%(title)s” first.") % {
                "title": self.object.get_parent().title
            }
        locales.queryset = locales.queryset.filter(pk__in=ready)
        return form


class UpdateTranslationView(UpdateTranslationsView):
    """Publishes what is complete, and says of the rest what is missing."""

    def get_form(self) -> forms.Form:
        form = super().get_form()
        form.fields["publish_translations"].help_text = _(
            "Only translations without gaps are published."
        )
        return form

    def form_valid(self, form: forms.Form) -> HttpResponse:
        publish = form.cleaned_data["publish_translations"]
        form.cleaned_data["publish_translations"] = False  # it would publish gaps as well
        response = super().form_valid(form)
        if publish:
            for translation in self.object.translations.filter(enabled=True).select_related(
                "source", "target_locale"
            ):
                self._publish(translation)
        return response

    def _publish(self, translation: Any) -> None:
        if gaps := gaps_in(translation):
            messages.error(
                self.request,
                format_html(
                    "{} {}",
                    _("Not published in %(language)s. Missing:")
                    % {"language": translation.target_locale.get_display_name()},
                    as_html(gaps),
                ),
            )
            return
        try:
            translation.save_target(user=self.request.user, publish=True)
        except ValidationError as error:
            messages.error(self.request, "; ".join(error.messages))


@require_POST
def stop_when_complete(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Make a translation an ordinary page, which nobody checks for gaps: not while it has any."""
    translation = get_object_or_404(Translation, pk=translation_id)
    if not (gaps := gaps_in(translation)):
        return stop_translation(request, translation_id)
    messages.error(request, format_html("{} {}", _("Not stopped. Missing:"), as_html(gaps)))
    return redirect(get_valid_next_url_from_request(request) or "wagtailadmin_home")


def refuse_alias(request: HttpRequest, page_id: int) -> HttpResponse:
    """An alias would show Lithuanian as English: say so instead of making one."""
    page = get_object_or_404(Page, pk=page_id)
    messages.error(
        request, _("A page cannot show the text of another language. Unpublish it instead.")
    )
    return redirect(reverse("wagtailadmin_pages:edit", args=[page.pk]))
