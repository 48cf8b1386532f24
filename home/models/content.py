"""A page of free text: about, privacy, accessibility statement."""

from django.utils.translation import gettext_lazy as _

from industry4.core.models import BasePage, BodyMixin


class ContentPage(BodyMixin, BasePage):
    """Free text in blocks, with pages of the same kind under it."""

    api_type = "content"
    template = "home/content_page.html"
    parent_page_types = ["home.HomePage", "home.ContentPage"]
    subpage_types = ["home.ContentPage"]
    content_panels = [*BasePage.content_panels, *BasePage.lead_panels, *BodyMixin.body_panels]
    search_fields = [*BasePage.search_fields, *BodyMixin.body_search_fields]
    api_fields = [*BasePage.api_fields, *BodyMixin.body_api_fields]

    class Meta:
        verbose_name = _("content page")
        verbose_name_plural = _("content pages")
