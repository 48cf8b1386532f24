"""`BasePage`, which every page type extends, and `IndexPage`, the parent of a section."""

from collections.abc import Collection
from functools import cache, lru_cache
from itertools import chain
from types import SimpleNamespace
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import F, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.module_loading import import_string
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.api import APIField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from industry4.core import references
from industry4.core.filters import ListFilters
from industry4.core.instances import instance
from industry4.core.listing import listed, paginated
from industry4.core.prepared import Among, Keys, Prepared
from industry4.core.rows import fetch_rows, offer_rows, rows_of
from industry4.core.serializers import PictureField
from industry4.core.translation.states import Translation

from .drafts import CompleteTranslationMixin
from .site_wide import SiteWide


def _places() -> QuerySet:
    """The places in the tree of pages, in all languages."""
    keys = Page.objects.filter(Among(F("pk"), Keys("ids"))).values("translation_key")
    return Page.objects.filter(translation_key__in=keys).order_by("path").values_list("path")


PLACES = Prepared(_places)


class BasePage(CompleteTranslationMixin, Page):
    """What every page has: a lead, a picture for listings, and how it shows elsewhere."""

    intro = models.TextField(
        _("lead"),
        max_length=500,
        blank=True,
        help_text=_("One or two sentences that open the page and stand under its title in lists."),
    )
    listing_image = models.ForeignKey(
        "media.Image",
        verbose_name=_("listing image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown with the page in lists. Landscape, at least 1600 pixels wide."),
    )
    social_image = models.ForeignKey(
        "media.Image",
        verbose_name=_("social image"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown when the page is shared elsewhere; without it, the listing image."),
    )

    lead_panels: ClassVar[list] = [FieldPanel("intro"), FieldPanel("listing_image")]
    promote_panels: ClassVar[list] = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("social_image"),
            ],
            heading=_("In search engines and on social networks"),
        )
    ]
    settings_panels: ClassVar[list] = [PublishingPanel()]
    search_fields: ClassVar[list] = [*Page.search_fields, index.SearchField("intro", boost=1.5)]
    api_fields: ClassVar[list] = [
        APIField("intro"),
        APIField("listing_image", serializer=PictureField()),
        APIField("social_image", serializer=PictureField()),
    ]
    # What apps know a page of this type by.
    api_type: ClassVar[str]
    # Queries that whoever shows many of these pages should prefetch with them.
    prefetched: ClassVar[list[str]] = []
    # Which of `lists` are shown with the pictures of their pages.
    lists_of_cards: ClassVar[list[str]] = []
    # Whether the page leads to those right below it.
    shows_sections: ClassVar[bool] = False
    # Whether it is known that neither the page nor one above it is private.
    is_open = False

    class Meta:
        abstract = True

    def lists(self, request: HttpRequest) -> dict[str, Any]:
        """What the page shows besides its own fields and rows, by its names in the template."""
        return {}

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict:
        """With what the page shows, and with all that it refers to fetched beforehand."""
        fetch_rows([self])
        lists = self.lists(request)
        references.current().preload(
            [self],
            cards=chain.from_iterable(lists[name] for name in self.lists_of_cards),
            parents=[self] if self.shows_sections else [],
            further=SiteWide.of(request).page_ids,
        )
        offer_rows([self])
        return {**super().get_context(request, *args, **kwargs), **lists}

    def get_view_restrictions(self) -> QuerySet[PageViewRestriction]:
        """What makes the page private; no query where it is known that nothing does."""
        none: QuerySet[PageViewRestriction] = PageViewRestriction.objects.none()
        return none if self.is_open else super().get_view_restrictions()

    @cached_property
    def paths_in_all_languages(self) -> list[str]:
        """The places of this page and its translations in the tree."""
        return [path for (path,) in PLACES.rows(ids=[self.pk])]

    @classmethod
    def from_db(cls, db: str | None, field_names: Collection[str], values: Collection[Any]) -> Self:
        """As Django's, and quicker."""
        return instance(cls, field_names, values)

    @cached_property
    def rows(self) -> SimpleNamespace:
        """The rows of each kind in `prefetched`, as lists; fetch them beforehand for many pages."""
        names = [path.partition("__")[0] for path in self.prefetched]
        return SimpleNamespace(**{name: rows_of(self, name) for name in names})

    @property
    def labels(self) -> dict[str, str]:
        """The names of the page's coded values, such as its kind, in the active language."""
        model: Any = type(self)
        return {
            name: names[value]
            for name, names in names_of_choices(model, get_language())
            if (value := getattr(self, name)) in names
        }

    @property
    def url(self) -> Any:  # as in Wagtail's type hints
        """As Wagtail's, which asks the cache and the URL resolver each time."""
        return references.current().addresses.href(self) or None

    @property
    def public_url(self) -> str | None:
        """The full address of the page; None where no site shows it."""
        return references.current().addresses.url(self)

    @property
    def in_all_languages(self) -> list[Translation]:
        """The page in every language, each with its state."""
        return references.current().translations(self)

    @property
    def above(self) -> list[Page]:
        """The public pages above this one, from the home page down; they were preloaded."""
        return references.current().above(self)

    @property
    def below(self) -> list[Page]:
        """The public pages right below this one, as far as they were fetched."""
        return references.current().below(self)

    @property
    def description(self) -> str:
        """The sentence for search engines and shared links: its own, or the lead."""
        return self.search_description or self.intro

    @property
    def shared_image(self) -> Any:
        """The picture for shared links, or None."""
        return self.social_image or self.listing_image


@cache
def names_of_choices(
    model: type[models.Model], language: str | None
) -> list[tuple[str, dict[str, str]]]:
    """The fields of a page type that have choices, each with the names of its values.

    In the active language, which is `language`.
    """
    return [
        (field.attname, {value: str(name) for value, name in field.flatchoices})
        for field in model._meta.concrete_fields
        if field.choices and field.model is not Page
    ]


class IndexPage(BasePage):
    """The parent of a section: lists the pages of `item_model` in its language."""

    item_model: ClassVar[type[BasePage]]
    items_per_page: ClassVar[int] = 12
    # Where the filters of the list are, as a dotted path: they know the models.
    filter_class: ClassVar[str] = "industry4.core.filters.ListFilters"

    max_count_per_parent = 1
    lists_of_cards = ["items"]

    class Meta:
        abstract = True

    def items(self, *, fallback: bool = False) -> QuerySet:
        """The public items of this section, in the order of the list.

        With `fallback`, also those that exist only in another language.
        """
        return self.ordered(listed(self.item_model, self, fallback=fallback))

    def ordered(self, queryset: QuerySet) -> QuerySet:
        """The order in which the section lists its items."""
        return queryset.order_by("title")

    def filters_for(self, query: QueryDict) -> ListFilters:
        """What the parameters of an address ask of the list."""
        return import_string(self.filter_class)(query, self)

    def listed_items(self, query: QueryDict) -> QuerySet:
        """All items of the section that pass the filters in its address, in its order."""
        filters = self.filters_for(query)
        return filters.filter_queryset(filters.queryset)

    def listing(self, query: QueryDict) -> dict[str, Any]:
        """What the section shows for the parameters of its address.

        `filters` are its `ListFilters`, `items` is a page of a paginator, `elsewhere_count` how
        many of what is asked for exist only in another language. Raises NoSuchPage for a page
        that the list does not have.
        """
        filters = self.filters_for(query)
        if filters.is_asked or filters.fallback:
            keys, elsewhere = (list(found) for found in self.listed_keys(filters))
        else:
            kind: Any = type(self)
            places = tuple(self.paths_in_all_languages)
            usual = usual_keys(kind, self.path, self.locale_id, places)
            keys, elsewhere = (found.rows() for found in usual)
        part = paginated(self.item_model, [pk for (pk,) in keys], query, self.items_per_page)
        return {
            "filters": filters,
            "fallback": filters.fallback,
            "items": part,
            "elsewhere_count": len(elsewhere),
        }

    def listed_keys(self, filters: ListFilters) -> tuple[QuerySet, QuerySet]:
        """The keys of what the list shows, and of what exists only in another language."""
        everywhere = filters.shown(self.items(fallback=True))
        elsewhere = everywhere.exclude(locale=self.locale_id).order_by()
        return filters.shown(filters.queryset).values_list("pk"), elsewhere.values_list("pk")

    def lists(self, request: HttpRequest) -> dict[str, Any]:
        return self.listing(request.GET)


@lru_cache(maxsize=256)
def usual_keys(
    model: type[IndexPage], path: str, locale: int, places: tuple[str, ...]
) -> tuple[Prepared, Prepared]:
    """The `listed_keys` of the section at a place where nothing is asked of its list.

    `places` are those of the section in all languages. Most visitors ask nothing, and the
    database is then asked the same each time.
    """
    index = model(path=path, locale_id=locale)
    index.paths_in_all_languages = list(places)
    keys, elsewhere = index.listed_keys(index.filters_for(QueryDict()))
    return Prepared(lambda: keys), Prepared(lambda: elsewhere)
