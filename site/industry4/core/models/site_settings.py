"""Site-wide content: the organisation, its social links, and which menus stand where."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from .drafts import TranslatedSnippet
from .navigation import Navigation
from .relations import TranslatableRow


class Organisation(TranslatedSnippet, ClusterableModel):
    """Who stands behind the site, in one language."""

    name = models.CharField(
        _("name"), max_length=150, help_text=_("As it stands at the foot of every page.")
    )
    description = models.TextField(
        _("description"), blank=True, help_text=_("One sentence about who this is.")
    )
    address = models.CharField(_("address"), max_length=255, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)

    panels = [
        FieldPanel("name"),
        FieldPanel("description"),
        FieldPanel("address"),
        FieldPanel("email"),
        FieldPanel("phone"),
        InlinePanel("social_links", label=_("social link"), heading=_("Social links")),
    ]

    class Meta(TranslatedSnippet.Meta):
        verbose_name = _("organisation details")
        verbose_name_plural = _("organisation details")

    def __str__(self) -> str:
        return self.name


class SocialLink(TranslatableRow):
    """A profile on a social network."""

    organisation = ParentalKey(Organisation, on_delete=models.CASCADE, related_name="social_links")
    label = models.CharField(
        _("label"), max_length=60, help_text=_("The name of the network, for example LinkedIn.")
    )
    link_url = models.URLField(_("address"))

    class Meta(TranslatableRow.Meta):
        verbose_name = _("social link")
        verbose_name_plural = _("social links")

    def __str__(self) -> str:
        return self.label


@register_setting(icon="site")
class SiteSettings(BaseSiteSetting):
    """What stands on every page. The Lithuanian ones are chosen; the English follow."""

    main_navigation = models.ForeignKey(
        Navigation,
        verbose_name=_("main menu"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Choose the Lithuanian menu; English pages show its translation."),
    )
    footer_navigation = models.ForeignKey(
        Navigation,
        verbose_name=_("footer menu"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Choose the Lithuanian menu; English pages show its translation."),
    )
    organisation = models.ForeignKey(
        Organisation,
        verbose_name=_("organisation details"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Choose the Lithuanian details; English pages show their translation."),
    )

    panels = [
        FieldPanel("main_navigation"),
        FieldPanel("footer_navigation"),
        FieldPanel("organisation"),
    ]

    class Meta:
        verbose_name = _("site settings")
