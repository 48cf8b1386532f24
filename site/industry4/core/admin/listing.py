"""The translation state in every listing of pages: a column and a filter.

Replaces Wagtail's viewset for pages, which serves the explorer, the list of a page type and
the search; a page type with a viewset of its own extends `TranslatedPageViewSet`.
"""

from typing import Any

import django_filters
from django.db.models import QuerySet
from django.forms import RadioSelect
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.pages.listing import (
    ExplorableIndexView,
    GenericPageFilterSet,
    PageFilterSet,
)
from wagtail.admin.views.pages.search import SearchView
from wagtail.admin.views.pages.usage import ContentTypeUseView
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import Page

from industry4.core.translation.states import State, Translation, translations

NEEDS_WORK = (State.STALE, State.MISSING)


class TranslationColumn(Column):
    """Each language with the state of the page in it."""

    def get_value(self, instance: Page) -> SafeString:
        states: dict[str, Translation] = getattr(instance, "translation_states", {})
        return format_html_join(
            " ",
            '<span class="w-status{}">{} {}</span>',
            (
                (
                    " w-status--primary" if found.state in NEEDS_WORK else "",
                    language.upper(),
                    found.state.label,
                )
                for language, found in states.items()
            ),
        )


COLUMN = TranslationColumn("translation_states", label=_("Translation"), width="18%")


def with_column(columns: list[Column]) -> list[Column]:
    """The columns with the translation state after the status."""
    names = [column.name for column in columns]
    place = names.index("status") + 1 if "status" in names else len(columns)
    return [*columns[:place], COLUMN, *columns[place:]]


class TranslationFilter(django_filters.ChoiceFilter):
    """Pages that have the chosen state in any language."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            label=_("Translation"),
            empty_label=_("All"),
            widget=RadioSelect,
            choices=[(state.value, state.label) for state in State if state != State.SOURCE],
            **kwargs,
        )

    def filter(self, queryset: QuerySet, value: str) -> QuerySet:
        """By primary key: a search that follows understands nothing else."""
        if not value:
            return queryset
        keys = [
            key
            for key, states in translations().items()
            if any(found.state == value for found in states.values())
        ]
        return queryset.filter(
            pk__in=Page.objects.filter(translation_key__in=keys).values_list("pk", flat=True)
        )


class TranslatedPageFilterSet(PageFilterSet):
    """Filters of a page type's list."""

    translation = TranslationFilter()


class TranslatedGenericPageFilterSet(GenericPageFilterSet):
    """Filters of the explorer."""

    translation = TranslationFilter()


class StatesMixin:
    """Gives every listed page its states, in a number of queries that rows do not change."""

    def get_context_data(self, **kwargs: Any) -> dict:
        context = super().get_context_data(**kwargs)  # type: ignore[misc]  # a mixin: of its view
        pages = list(context["object_list"])
        states = translations(page.translation_key for page in pages)
        for page in pages:
            page.translation_states = states.get(page.translation_key, {})
        return context


class ExplorerView(StatesMixin, ExplorableIndexView):
    """The pages under a page."""

    base_columns = with_column(ExplorableIndexView.base_columns)
    base_filterset_class = TranslatedGenericPageFilterSet


class PageTypeView(StatesMixin, ContentTypeUseView):
    """The pages of a type."""

    base_columns = with_column(ContentTypeUseView.base_columns)
    base_filterset_class = TranslatedPageFilterSet


class PageSearchView(StatesMixin, SearchView):
    """The admin's search for pages."""

    columns = with_column(SearchView.columns)


class TranslatedPageViewSet(PageViewSet):
    """Wagtail's pages, with their translation state."""

    index_view_class = ExplorerView
    content_type_use_view_class = PageTypeView
    search_view_class = PageSearchView
    filterset_class = TranslatedGenericPageFilterSet


page_viewset = TranslatedPageViewSet()
