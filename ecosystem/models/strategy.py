"""Strategy documents, and the goals in them that initiatives point at."""

from collections.abc import Sequence
from itertools import chain

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from rest_framework.fields import Field
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

from industry4.core import references
from industry4.core.blocks.text import RICH_TEXT_FEATURES
from industry4.core.models import BasePage, BodyMixin, IndexPage, TranslatableRow
from industry4.core.public import public_pages
from industry4.core.rows import rows_of
from industry4.core.serializers import DocumentField, PageField


class StrategyIndexPage(IndexPage):
    """The list of strategy documents."""

    api_type = "strategy_document_list"
    template = "ecosystem/strategy_index_page.html"
    content_panels = [*IndexPage.content_panels, *IndexPage.lead_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["ecosystem.StrategyDocumentPage"]
    filter_class = "ecosystem.filters.StrategyDocumentFilters"

    class Meta:
        verbose_name = _("strategy document list")

    def ordered(self, queryset: QuerySet) -> QuerySet:
        """Latest adopted first; drafts, which have no date yet, at the end."""
        return queryset.order_by(models.F("adopted_on").desc(nulls_last=True), "title")


class StrategyDocumentPage(BodyMixin, BasePage):
    """A strategy, an overview, a study or a report, with its file and its goals."""

    class Kind(models.TextChoices):
        STRATEGY = "strategy", _("Strategy")
        OVERVIEW = "overview", _("Overview")
        STUDY = "study", _("Study")
        INTERVIEWS = "interviews", _("Interview report")

    class Status(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("strategy document", "Draft")
        ADOPTED = "adopted", _("Adopted")
        SUPERSEDED = "superseded", _("Superseded")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    status = models.CharField(
        _("status"), max_length=20, choices=Status.choices, default=Status.DRAFT
    )
    superseded_by = models.ForeignKey(
        "self",
        verbose_name=_("superseded by"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The document that stands in its place."),
    )
    adopted_on = models.DateField(_("adopted on"), null=True, blank=True)
    document = models.ForeignKey(
        "media.Document",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text=_("The translation may give a file of its own in place of this one."),
    )
    summary = RichTextField(
        _("summary"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What the document says, for those who will not open the file."),
    )

    api_type = "strategy_document"
    template = "ecosystem/strategy_document_page.html"
    parent_page_types = ["ecosystem.StrategyIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        *BasePage.lead_panels,
        MultiFieldPanel(
            [
                FieldPanel("kind"),
                FieldRowPanel([FieldPanel("status"), FieldPanel("adopted_on")]),
                PageChooserPanel("superseded_by"),
            ],
            heading=_("Kind and status"),
        ),
        InlinePanel("authors", label=_("author"), heading=_("Authors")),
        FieldPanel("document"),
        FieldPanel("summary"),
        *BodyMixin.body_panels,
        InlinePanel("goals", label=_("goal"), heading=_("Goals")),
    ]
    search_fields = [
        *BasePage.search_fields,
        *BodyMixin.body_search_fields,
        index.SearchField("summary"),
        index.RelatedFields("goals", [index.SearchField("title"), index.SearchField("text")]),
        index.FilterField("kind"),
        index.FilterField("status"),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("kind"),
        APIField("status"),
        APIField("successor", serializer=PageField()),
        APIField("adopted_on"),
        APIField("authors"),
        APIField("document", serializer=DocumentField()),
        APIField("summary"),
        *BodyMixin.body_api_fields,
        APIField("goals"),
    ]
    prefetched = ["authors", "goals"]

    class Meta:
        verbose_name = _("strategy document")
        verbose_name_plural = _("strategy documents")

    def clean(self) -> None:
        super().clean()
        if self.superseded_by:
            if self.superseded_by.translation_key == self.translation_key:
                raise ValidationError({"superseded_by": _("A document cannot supersede itself.")})
            if self.status != self.Status.SUPERSEDED:
                raise ValidationError(
                    {"status": _("A document with a successor has the status “Superseded”.")}
                )
        elif self.status == self.Status.SUPERSEDED:
            raise ValidationError({"superseded_by": _("Say which document stands in its place.")})
        if self.status == self.Status.ADOPTED and not self.adopted_on:
            raise ValidationError({"adopted_on": _("Say when the document was adopted.")})

    @property
    def successor(self) -> Page | None:
        """The document that supersedes this one, in the active language, or None."""
        return references.current().page(self.superseded_by_id)

    @classmethod
    def goals_of(cls, documents: Sequence["StrategyDocumentPage"]) -> list[list["StrategyGoal"]]:
        """The goals of each document, with `public_links`: one query besides those for goals.

        These are the rows of public initiatives in the language of the document.
        """
        from .initiative_rows import InitiativeGoal
        from .initiatives import InitiativePage

        goals = [rows_of(document, "goals") for document in documents]
        served: dict[object, list[InitiativeGoal]] = {}
        for row in (
            InitiativeGoal.objects.filter(
                goal__translation_key__in={goal.translation_key for goal in chain(*goals)},
                initiative__in=public_pages(InitiativePage).values("pk"),
            )
            .select_related("goal", "initiative__locale")
            .order_by("initiative__title")
        ):
            served.setdefault((row.goal.translation_key, row.locale_id), []).append(row)
        for document, own in zip(documents, goals, strict=True):
            for goal in own:
                goal.public_links = served.get((goal.translation_key, document.locale_id), [])
        return goals

    @property
    def goals_with_initiatives(self) -> list["StrategyGoal"]:
        """The goals, each with `public_links`: rows of public initiatives in this language."""
        return self.goals_of([self])[0]


StrategyIndexPage.item_model = StrategyDocumentPage


class StrategyAuthor(TranslatableRow):
    """Who wrote the document: a person or an institution."""

    document_page = ParentalKey(
        StrategyDocumentPage, on_delete=models.CASCADE, related_name="authors"
    )
    name = models.CharField(_("name"), max_length=150)

    panels = [FieldPanel("name")]
    api_fields = [APIField("name")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("author")

    def __str__(self) -> str:
        return self.name


class StrategyGoal(index.Indexed, TranslatableRow):
    """A goal that initiatives can serve."""

    document_page = ParentalKey(
        StrategyDocumentPage, on_delete=models.CASCADE, related_name="goals"
    )
    code = models.CharField(
        _("code"), max_length=20, help_text=_("As in the document, for example 1.2.")
    )
    title = models.CharField(_("title"), max_length=255)
    text = models.TextField(_("text"), blank=True)

    panels = [FieldRowPanel([FieldPanel("code"), FieldPanel("title")]), FieldPanel("text")]
    search_fields = [index.SearchField("title"), index.AutocompleteField("title")]
    api_fields = [APIField("code"), APIField("title"), APIField("text")]
    referenced_with = ["document_page__locale"]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("goal")
        verbose_name_plural = _("goals")

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @classmethod
    def public(cls) -> QuerySet["StrategyGoal"]:
        """The goals of public documents."""
        return cls.objects.filter(document_page__in=public_pages(StrategyDocumentPage).values("pk"))


class GoalField(Field):
    """A goal as an initiative names it: `{id, code, title, document}`, the document's address."""

    def to_representation(self, value: StrategyGoal) -> dict:
        return {
            "id": value.pk,
            "code": value.code,
            "title": value.title,
            "document": value.document_page.full_url,
        }
