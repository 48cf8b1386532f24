"""The home page of a language."""

from functools import lru_cache
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    PageChooserPanel,
)
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail.search import index

from ecosystem.models import InitiativePage, MemberPage
from industry4.core import references
from industry4.core.blocks.text import PLAIN_TEXT_FEATURES
from industry4.core.listing import listed
from industry4.core.models import BasePage, PageRelation, TranslatableRow
from industry4.core.prepared import Among, Keys
from industry4.core.rows import rows_of
from industry4.core.serializers import PageField, PictureField
from industry4.core.whole_pages import Pages
from news.models import ArticlePage, EventPage

NEXT_EVENTS = 4
LATEST_ARTICLES = 3
SOME_MEMBERS = 18


class HomePage(BasePage):
    """What the platform is for, its figures, what is next and what is new."""

    hero_title = models.CharField(
        _("headline"),
        max_length=150,
        blank=True,
        help_text=_("The first words that a visitor reads; without it, the title."),
    )
    hero_image = models.ForeignKey(
        "media.Image",
        verbose_name=_("picture beside the headline"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    purpose = RichTextField(
        _("purpose"),
        blank=True,
        features=PLAIN_TEXT_FEATURES,
        help_text=_("Why the platform exists, in a paragraph or two."),
    )
    invitation_title = models.CharField(_("heading"), max_length=150, blank=True)
    invitation_text = models.TextField(
        _("text"), blank=True, help_text=_("Whom you invite to cooperate, and to do what.")
    )
    invitation_page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Where the button leads."),
    )
    invitation_label = models.CharField(_("text of the button"), max_length=60, blank=True)

    api_type = "home"
    template = "home/home_page.html"
    is_creatable = False  # the migrations make one for each language
    parent_page_types = ["wagtailcore.Page"]
    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldPanel("hero_title"), FieldPanel("intro"), FieldPanel("hero_image")],
            heading=_("Opening"),
        ),
        FieldPanel("purpose"),
        InlinePanel("key_figures", label=_("key figure"), heading=_("Key figures")),
        InlinePanel(
            "featured_initiatives", label=_("initiative"), heading=_("Featured initiatives")
        ),
        InlinePanel("partners", label=_("partner"), heading=_("Partners")),
        MultiFieldPanel(
            [
                FieldPanel("invitation_title"),
                FieldPanel("invitation_text"),
                PageChooserPanel("invitation_page"),
                FieldPanel("invitation_label"),
            ],
            heading=_("Invitation to cooperate"),
        ),
    ]
    search_fields = [*BasePage.search_fields, index.SearchField("purpose")]
    api_fields = [
        *BasePage.api_fields,
        APIField("hero_title"),
        APIField("hero_image", serializer=PictureField()),
        APIField("purpose"),
        APIField("key_figures"),
        APIField("featured_initiatives"),
        APIField("partners"),
        APIField("invitation_title"),
        APIField("invitation_text"),
        APIField("invitation_target", serializer=PageField()),
        APIField("invitation_label"),
    ]
    prefetched = ["key_figures", "featured_initiatives", "partners"]
    lists_of_cards = ["next_events", "latest_articles", "featured"]
    shows_sections = True

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    @property
    def invitation_target(self) -> Page | None:
        """Where the invitation leads, in the active language, or None."""
        return references.current().page(self.invitation_page_id)

    def shown_pages(self) -> dict[str, list[Any]]:
        """The pages that the home page shows of each section, in its language."""
        chosen = [row.initiative_id for row in rows_of(self, "featured_initiatives")]
        lists = lists_of_home(self.path, self.locale_id)
        keys = {"featured": {"ids": chosen}}
        return {name: pages.fetch(**keys.get(name, {})) for name, pages in lists.items()}

    def lists(self, request: HttpRequest) -> dict[str, Any]:
        return self.shown_pages()


@lru_cache(maxsize=16)
def lists_of_home(path: str, locale: int) -> dict[str, Pages]:
    """The lists of the home page at a place, in its language; `featured` is given `ids`."""
    home = HomePage(path=path, locale_id=locale)
    events: Any = listed(EventPage, home)
    articles: Any = listed(ArticlePage, home).order_by("-published_at")
    featured = InitiativePage.objects.filter(Among(F("pk"), Keys("ids")))
    initiatives = (
        listed(InitiativePage, home)
        .filter(translation_key__in=featured.values("translation_key"))
        .order_by("title")
    )
    members: Any = listed(MemberPage, home).order_by("title")
    return {
        "next_events": Pages(EventPage, lambda: events.upcoming()[:NEXT_EVENTS]),
        "latest_articles": Pages(ArticlePage, lambda: articles[:LATEST_ARTICLES]),
        "featured": Pages(InitiativePage, lambda: initiatives),
        "members": Pages(MemberPage, lambda: members[:SOME_MEMBERS]),
    }


class KeyFigure(TranslatableRow):
    """A number that says what the region is."""

    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="key_figures")
    number = models.DecimalField(_("number"), max_digits=14, decimal_places=2)
    unit = models.CharField(
        _("unit"), max_length=20, blank=True, help_text=_("For example EUR or percent (%).")
    )
    label = models.CharField(_("what it counts"), max_length=150)
    source = models.CharField(
        _("source"), max_length=150, blank=True, help_text=_("Who counted, and when.")
    )

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("unit")]),
        FieldPanel("label"),
        FieldPanel("source"),
    ]
    api_fields = [APIField(name) for name in ("number", "unit", "label", "source")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("key figure")

    def __str__(self) -> str:
        return f"{self.number} {self.label}"


class FeaturedInitiative(PageRelation):
    """An initiative that the home page shows."""

    relation_field = "initiative"
    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="featured_initiatives")
    initiative = models.ForeignKey(
        InitiativePage, verbose_name=_("initiative"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [PageChooserPanel("initiative")]

    class Meta(PageRelation.Meta):
        verbose_name = _("initiative")


class Partner(PageRelation):
    """Who stands behind the platform: a member, or anyone else by name."""

    relation_field = "member"
    home = ParentalKey(HomePage, on_delete=models.CASCADE, related_name="partners")
    member = models.ForeignKey(
        MemberPage,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    name = models.CharField(_("name"), max_length=150, blank=True)
    link_url = models.URLField(_("address"), blank=True)
    logo = models.ForeignKey(
        "media.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    panels = [
        PageChooserPanel("member"),
        FieldRowPanel([FieldPanel("name"), FieldPanel("link_url")]),
        FieldPanel("logo"),
    ]
    api_fields = [
        *PageRelation.api_fields,
        APIField("name"),
        APIField("link_url"),
        APIField("logo", serializer=PictureField()),
    ]

    class Meta(PageRelation.Meta):
        verbose_name = _("partner")

    def clean(self) -> None:
        super().clean()
        if bool(self.member_id) == bool(self.name):
            raise ValidationError({"member": _("Choose a member or give a name: one of the two.")})
