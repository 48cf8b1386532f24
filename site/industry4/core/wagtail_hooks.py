"""What the admin does differently here: translations without gaps, states in listings."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from .admin.listing import TranslatedPageViewSet, page_viewset
from .admin.translation_views import (
    TranslatePageView,
    UpdateTranslationView,
    refuse_alias,
    stop_when_complete,
)
from .models import Navigation, Organisation
from .richtext import PublicDocumentLinkHandler, PublicPageLinkHandler
from .translation.gaps import as_html, gaps_of
from .translation.states import State, translations_of

register_snippet(Navigation)
register_snippet(Organisation)

BEFORE_LOCALIZE = -10
AFTER_WAGTAIL = 10


@hooks.register("before_edit_page", order=BEFORE_LOCALIZE)
@hooks.register("before_edit_snippet", order=BEFORE_LOCALIZE)
def refuse_gaps(request: HttpRequest, instance: Page) -> HttpResponse | None:
    """Before wagtail-localize's editor publishes: not with gaps."""
    if request.method != "POST" or request.POST.get("action") != "publish":
        return None
    gaps = gaps_of(instance)
    if not gaps:
        return None
    messages.error(request, format_html("{} {}", _("Not published. Missing:"), as_html(gaps)))
    return redirect(request.path)


@hooks.register("before_bulk_action")
def refuse_gaps_in_bulk(
    request: HttpRequest, action_type: str, objects: list[Page], action: Any
) -> HttpResponse | None:
    """Bulk publishing, with the drafts below when they are included: not with gaps."""
    if request.method != "POST" or action_type != "publish":
        return None
    pages = {page.pk: page for page in objects}
    if request.POST.get("include_descendants"):
        for page in objects:
            pages.update({p.pk: p for p in page.get_descendants().not_live()})
    incomplete = [(page, gaps) for page in pages.values() if (gaps := gaps_of(page))]
    if not incomplete:
        return None
    messages.error(
        request,
        format_html(
            "{} <ul>{}</ul>",
            _("Not published. Missing:"),
            format_html_join(
                "",
                "<li>{}: {}</li>",
                ((page, ", ".join(gap.label for gap in gaps)) for page, gaps in incomplete),
            ),
        ),
    )
    return redirect(action.next_url)


@hooks.register("after_unpublish_page")
@hooks.register("after_delete_page")
def tell_of_translations(request: HttpRequest, page: Page) -> None:
    """A translation outlives its source: the editor is told, and decides."""
    left = [
        found
        for found in translations_of(page).values()
        if found.page and found.page.pk != page.pk and found.state != State.MISSING
    ]
    if not left:
        return
    messages.warning(
        request,
        format_html(
            "{} {}",
            ngettext("A translation is still public:", "Translations are still public:", len(left)),
            format_html_join(
                ", ",
                '<a href="{}">{}</a>',
                (
                    (reverse("wagtailadmin_pages:edit", args=[found.page.pk]), found.page.title)
                    for found in left
                    if found.page
                ),
            ),
        ),
    )


@hooks.register("register_admin_urls", order=BEFORE_LOCALIZE)
def translation_urls() -> list[URLPattern]:
    """In place of wagtail-localize's own: the first match answers."""
    return [
        path("localize/submit/page/<int:page_id>/", TranslatePageView.as_view()),
        path("localize/update/<int:translation_source_id>/", UpdateTranslationView.as_view()),
        path("localize/page/<int:page_id>/convert_to_alias/", refuse_alias),
        path("localize/translate/<int:translation_id>/disable/", stop_when_complete),
    ]


@hooks.register("construct_page_action_menu")
def hide_alias(menu_items: list, request: HttpRequest, context: dict) -> None:
    """No way into an alias from the page's menu either."""
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


@hooks.register("register_admin_viewset")
def pages_with_states() -> TranslatedPageViewSet:
    """After Wagtail's own, which it replaces."""
    return page_viewset


@hooks.register("register_rich_text_features", order=AFTER_WAGTAIL)
def public_links(features: Any) -> None:
    """Links in texts lead to the page of the reader's language, and only to public ones."""
    features.register_link_type(PublicPageLinkHandler)
    features.register_link_type(PublicDocumentLinkHandler)


@hooks.register("before_serve_page")
def withdraw_expired(page: Page, request: HttpRequest, args: list, kwargs: dict) -> None:
    """An expired page is gone at its moment, not when `run_due` comes by."""
    if page.expire_at and page.expire_at <= timezone.now():
        raise Http404
