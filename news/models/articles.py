"""Articles and their list."""

from django.db import models
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, PageChooserPanel
from wagtail.api import APIField
from wagtail.search import index

from industry4.core.models import BasePage, BodyMixin, IndexPage, PageRelation, TranslatableRow


class NewsIndexPage(IndexPage):
    """The list of articles, latest first."""

    api_type = "article_list"
    template = "news/news_index_page.html"
    content_panels = [*IndexPage.content_panels, *IndexPage.lead_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["news.ArticlePage"]
    filter_class = "news.filters.ArticleFilters"

    class Meta:
        verbose_name = _("news list")

    def ordered(self, queryset: QuerySet) -> QuerySet:
        """Latest first."""
        return queryset.order_by("-published_at", "-pk")


class ArticlePage(BodyMixin, BasePage):
    """A piece of news, a story or an interview."""

    class Category(models.TextChoices):
        NEWS = "news", pgettext_lazy("one article", "News")
        ANNOUNCEMENT = "announcement", _("Announcement")
        STORY = "story", _("Story")
        INTERVIEW = "interview", _("Interview")

    published_at = models.DateTimeField(
        _("published"),
        default=timezone.now,
        help_text=_("The date that readers see and lists are ordered by."),
    )
    category = models.CharField(
        _("category"), max_length=20, choices=Category.choices, default=Category.NEWS
    )

    api_type = "article"
    template = "news/article_page.html"
    parent_page_types = ["news.NewsIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("published_at"), FieldPanel("category")]),
        *BasePage.lead_panels,
        InlinePanel("authors", label=_("author"), heading=_("Authors")),
        *BodyMixin.body_panels,
        InlinePanel(
            "subjects",
            label=_("page"),
            heading=_("What the article is about"),
            help_text=_("Initiatives, members, events and editions of the competition."),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        *BodyMixin.body_search_fields,
        index.FilterField("category"),
        index.FilterField("published_at"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("published_at"),
        APIField("category"),
        APIField("authors"),
        *BodyMixin.body_api_fields,
        APIField("subjects"),
    ]
    prefetched = ["authors", "subjects"]

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [models.Index(fields=["published_at"], name="article_published_at")]


NewsIndexPage.item_model = ArticlePage


class ArticleAuthor(TranslatableRow):
    """Who wrote the article."""

    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="authors")
    name = models.CharField(pgettext_lazy("person", "name"), max_length=150)

    panels = [FieldPanel("name")]
    api_fields = [APIField("name")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("author")

    def __str__(self) -> str:
        return self.name


class ArticleSubject(PageRelation):
    """A page that the article is about."""

    relation_field = "subject"
    article = ParentalKey(ArticlePage, on_delete=models.CASCADE, related_name="subjects")
    subject = models.ForeignKey(
        "wagtailcore.Page", verbose_name=_("page"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [
        PageChooserPanel(
            "subject",
            [
                "ecosystem.InitiativePage",
                "ecosystem.MemberPage",
                "ecosystem.CompetitionPage",
                "news.EventPage",
            ],
        )
    ]

    class Meta(PageRelation.Meta):
        verbose_name = _("page")
