"""Members of the ecosystem: companies, schools, authorities and others, and their list."""

from typing import Any

from csp.decorators import csp_update
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest, QueryDict
from django.http.response import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import RichTextField
from wagtail.models import PageManager
from wagtail.search import index

from ecosystem.maps import member_map, tiles_policy
from ecosystem.querysets import MemberQuerySet
from industry4.core.blocks.text import PLAIN_TEXT_FEATURES
from industry4.core.models import BasePage, BodyMixin, IndexPage, LocationMixin, TranslatableRow
from industry4.core.serializers import PictureField

from .topics import Sector, Technology, TopicField


class MemberIndexPage(IndexPage):
    """The list of members."""

    api_type = "member_list"
    template = "ecosystem/member_index_page.html"
    content_panels = [*IndexPage.content_panels, *IndexPage.lead_panels]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["ecosystem.MemberPage"]
    filter_class = "ecosystem.filters.MemberFilters"
    items_per_page = 24

    class Meta:
        verbose_name = _("member list")

    def listing(self, query: QueryDict) -> dict[str, Any]:
        """With the `map` of all members that are asked for, whatever the page."""
        found = super().listing(query)
        total = found["items"].paginator.count
        return {**found, "map": member_map(found["filters"], total)}

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """As any page; its policy lets the map load its background."""
        return csp_update(tiles_policy())(super().serve)(request, *args, **kwargs)


class MemberPage(BodyMixin, LocationMixin, BasePage):
    """A member: who it is, where, what it offers and what it looks for."""

    class Kind(models.TextChoices):
        COMPANY = "company", _("Company")
        ASSOCIATION = "association", _("Association")
        EDUCATION = "education", _("Education")
        SCIENCE = "science", _("Science")
        PUBLIC = "public", _("Public sector")
        NGO = "ngo", _("Non-governmental organisation")
        ABROAD = "abroad", _("Partner abroad")

    class Municipality(models.TextChoices):
        PANEVEZYS_CITY = "panevezys-city", _("Panevėžys city")
        PANEVEZYS_DISTRICT = "panevezys-district", _("Panevėžys district")
        BIRZAI = "birzai", _("Biržai district")
        KUPISKIS = "kupiskis", _("Kupiškis district")
        PASVALYS = "pasvalys", _("Pasvalys district")
        ROKISKIS = "rokiskis", _("Rokiškis district")
        ELSEWHERE = "elsewhere", _("Elsewhere")

    class Employees(models.TextChoices):
        TO_9 = "1-9", _("1–9")
        TO_49 = "10-49", _("10–49")
        TO_249 = "50-249", _("50–249")
        FROM_250 = "250+", _("250 and more")

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, help_text=_("What kind of member this is.")
    )
    municipality = models.CharField(
        _("municipality"),
        max_length=20,
        choices=Municipality.choices,
        help_text=_("Where in the region it is; “Elsewhere” for partners from outside."),
    )
    employees = models.CharField(
        _("employees"),
        max_length=10,
        choices=Employees.choices,
        blank=True,
        help_text=_("Roughly how many people work there."),
    )
    founded = models.PositiveSmallIntegerField(
        _("founded"), null=True, blank=True, help_text=_("In which year.")
    )
    website = models.URLField(_("website"), blank=True, help_text=_("The full address."))
    logo = models.ForeignKey(
        "media.Image",
        verbose_name=_("logo"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("On a light or transparent ground, at least 480 pixels wide."),
    )
    contact_person = models.CharField(
        _("contact person"), max_length=150, blank=True, help_text=_("Name or role.")
    )
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)
    offers = RichTextField(
        _("what it offers"),
        blank=True,
        features=PLAIN_TEXT_FEATURES,
        help_text=_("To other members: products, services, equipment, knowledge."),
    )
    looks_for = RichTextField(
        _("what it looks for"),
        blank=True,
        features=PLAIN_TEXT_FEATURES,
        help_text=_("From other members: partners, suppliers, people, knowledge."),
    )

    objects = PageManager.from_queryset(MemberQuerySet)()

    api_type = "member"
    template = "ecosystem/member_page.html"
    parent_page_types = ["ecosystem.MemberIndexPage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kind"), FieldPanel("municipality")]),
        *BasePage.lead_panels,
        FieldPanel("logo"),
        MultiFieldPanel(
            [
                InlinePanel("sectors", label=_("sector"), heading=_("Sectors")),
                InlinePanel("technologies", label=_("technology"), heading=_("Technologies")),
            ],
            heading=_("What it works in and with"),
        ),
        FieldRowPanel([FieldPanel("employees"), FieldPanel("founded")]),
        *BodyMixin.body_panels,
        FieldPanel("offers"),
        FieldPanel("looks_for"),
        *LocationMixin.location_panels,
        MultiFieldPanel(
            [
                FieldPanel("website"),
                FieldPanel("contact_person"),
                FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
            ],
            heading=_("Contacts"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        *BodyMixin.body_search_fields,
        *LocationMixin.location_search_fields,
        index.SearchField("offers"),
        index.SearchField("looks_for"),
        index.FilterField("kind"),
        index.FilterField("municipality"),
        index.RelatedFields(
            "sectors", [index.RelatedFields("sector", [index.SearchField("name")])]
        ),
        index.RelatedFields(
            "technologies", [index.RelatedFields("technology", [index.SearchField("name")])]
        ),
    ]
    api_fields = [
        *BasePage.api_fields,
        APIField("kind"),
        APIField("municipality"),
        APIField("employees"),
        APIField("founded"),
        APIField("website"),
        APIField("logo", serializer=PictureField()),
        APIField("sectors"),
        APIField("technologies"),
        APIField("contact_person"),
        APIField("email"),
        APIField("phone"),
        APIField("offers"),
        APIField("looks_for"),
        *LocationMixin.location_api_fields,
        *BodyMixin.body_api_fields,
    ]
    prefetched = ["sectors__sector", "technologies__technology"]
    lists_of_cards = ["initiatives"]

    class Meta:
        verbose_name = _("member")
        verbose_name_plural = _("members")

    def clean(self) -> None:
        super().clean()
        if self.founded and not 1000 <= self.founded <= timezone.localdate().year:
            raise ValidationError({"founded": _("Give a year that has begun, with four digits.")})

    def lists(self, request: HttpRequest) -> dict[str, Any]:
        """Its `initiatives`."""
        return {"initiatives": list(self.initiatives)}

    @property
    def initiatives(self) -> QuerySet:
        """Public initiatives in this language that the member leads or takes part in."""
        from .initiatives import InitiativePage

        return InitiativePage.of_member(self)

    @property
    def awards(self) -> QuerySet:
        """The published results of the competition that this member won, latest first."""
        from .competition_rows import CompetitionResult

        return CompetitionResult.of_member(self)


MemberIndexPage.item_model = MemberPage


class MemberSector(TranslatableRow):
    """A sector that a member works in."""

    member = ParentalKey(MemberPage, on_delete=models.CASCADE, related_name="sectors")
    sector = models.ForeignKey(
        Sector, verbose_name=_("sector"), on_delete=models.CASCADE, related_name="members"
    )

    panels = [FieldPanel("sector")]
    api_fields = [APIField("sector", serializer=TopicField())]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("sector")


class MemberTechnology(TranslatableRow):
    """A technology that a member works with."""

    member = ParentalKey(MemberPage, on_delete=models.CASCADE, related_name="technologies")
    technology = models.ForeignKey(
        Technology, verbose_name=_("technology"), on_delete=models.CASCADE, related_name="members"
    )

    panels = [FieldPanel("technology")]
    api_fields = [APIField("technology", serializer=TopicField())]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("technology")
