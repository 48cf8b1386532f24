"""Menus: a snippet in each language, so that each language says and orders its own."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, PageChooserPanel
from wagtail.models import Page

from industry4.core import references

from .drafts import TranslatedSnippet
from .relations import TranslatableRow


class Navigation(TranslatedSnippet, ClusterableModel):
    """A menu: the main one at the top, or the one at the foot of every page."""

    name = models.CharField(
        _("name"), max_length=100, help_text=_("For editors only: which menu this is.")
    )

    panels = [FieldPanel("name"), InlinePanel("items", label=_("link"), heading=_("Links"))]

    class Meta(TranslatedSnippet.Meta):
        verbose_name = _("menu")
        verbose_name_plural = _("menus")

    def __str__(self) -> str:
        return self.name


class NavigationItem(TranslatableRow):
    """One link of a menu, to a page or to an address."""

    menu = ParentalKey(Navigation, on_delete=models.CASCADE, related_name="items")
    page = models.ForeignKey(
        "wagtailcore.Page",
        verbose_name=_("page"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        help_text=_("Leads to the page in the language of the menu."),
    )
    link_url = models.URLField(
        _("address"), blank=True, help_text=_("Instead of a page: a full address.")
    )
    label = models.CharField(
        _("label"),
        max_length=60,
        blank=True,
        help_text=_("Without it, the title of the page."),
    )

    panels = [PageChooserPanel("page"), FieldPanel("link_url"), FieldPanel("label")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.label or str(self.page or self.link_url)

    def clean(self) -> None:
        super().clean()
        if bool(self.page_id) == bool(self.link_url):
            raise ValidationError({"page": _("Choose a page or give an address: one of the two.")})
        if self.link_url and not self.label:
            raise ValidationError({"label": _("An address needs a label.")})

    @property
    def target(self) -> Page | None:
        """The page in the active language, or None."""
        return references.current().page(self.page_id)

    @property
    def url(self) -> str:
        """Where the link leads; "" where its page is not public."""
        if self.link_url:
            return self.link_url
        target = self.target
        return references.current().addresses.href(target) if target else ""

    @property
    def text(self) -> str:
        """What the link says."""
        return self.label or (self.target.title if self.target else "")
