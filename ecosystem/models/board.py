"""The advisory board: its purpose, its members and its decisions."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.search import index

from industry4.core.blocks.text import RICH_TEXT_FEATURES
from industry4.core.models import BasePage, TranslatableRow
from industry4.core.serializers import DocumentField


class AdvisoryBoardPage(BasePage):
    """The board on one page."""

    purpose = RichTextField(
        _("purpose"),
        blank=True,
        features=RICH_TEXT_FEATURES,
        help_text=_("What the board is for, who called it together and how it works."),
    )

    api_type = "board"
    template = "ecosystem/advisory_board_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        *BasePage.lead_panels,
        FieldPanel("purpose"),
        InlinePanel("members", label=_("member of the board"), heading=_("Members of the board")),
        InlinePanel("decisions", label=_("decision"), heading=_("Decisions")),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("purpose"),
        index.RelatedFields("decisions", [index.SearchField("text")]),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("purpose"),
        APIField("members"),
        APIField("decisions"),
    ]
    prefetched = ["members", "decisions"]

    class Meta:
        verbose_name = _("advisory board")


class BoardMember(TranslatableRow):
    """A person on the board and the side that the person represents."""

    class Side(models.TextChoices):
        BUSINESS = "business", _("Business")
        EDUCATION = "education", _("Education and science")
        PUBLIC = "public", _("Public sector")
        EXPERT = "expert", _("Expert")

    board = ParentalKey(AdvisoryBoardPage, on_delete=models.CASCADE, related_name="members")
    name = models.CharField(pgettext_lazy("person", "name"), max_length=150)
    role = models.CharField(_("role"), max_length=150, blank=True)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)
    side = models.CharField(
        _("side represented"),
        max_length=20,
        choices=Side.choices,
        help_text=_("For whom this person speaks on the board."),
    )

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("side")]),
        FieldRowPanel([FieldPanel("role"), FieldPanel("organisation")]),
    ]
    api_fields = [APIField(name) for name in ("name", "role", "organisation", "side")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("member of the board")

    def __str__(self) -> str:
        return self.name


class BoardDecision(TranslatableRow):
    """What the board decided, when, and where it is written."""

    board = ParentalKey(AdvisoryBoardPage, on_delete=models.CASCADE, related_name="decisions")
    date = models.DateField(_("date"))
    text = models.TextField(_("decision"), help_text=_("In one or two sentences."))
    document = models.ForeignKey(
        "media.Document",
        verbose_name=_("file"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("The minutes or the document, if it is public."),
    )

    panels = [FieldPanel("date"), FieldPanel("text"), FieldPanel("document")]
    api_fields = [
        APIField("date"),
        APIField("text"),
        APIField("document", serializer=DocumentField()),
    ]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("decision")

    def __str__(self) -> str:
        return self.text
