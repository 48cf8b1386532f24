"""The contact page: whom to ask, and a form whose messages are stored and mailed."""

from typing import Any

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.api import APIField

from industry4.core.models import BasePage, TranslatableRow


class ContactPage(BasePage):
    """People to turn to, and a form to write by."""

    form_intro = models.TextField(_("text above the form"), blank=True)
    consent_text = models.TextField(
        _("consent"),
        help_text=_("What the sender agrees to. It is kept with each message as it was then."),
    )
    thanks_text = models.TextField(_("text after sending"), blank=True)
    recipient = models.EmailField(
        _("send messages to"),
        blank=True,
        help_text=_("Messages are always stored; with an address they are mailed as well."),
    )

    api_type = "contact"
    template = "home/contact_page.html"
    max_count_per_parent = 1
    parent_page_types = ["home.HomePage"]
    subpage_types: list[str] = []
    content_panels = [
        *BasePage.content_panels,
        *BasePage.lead_panels,
        InlinePanel("people", label=_("person"), heading=_("Contact people")),
        MultiFieldPanel(
            [
                FieldPanel("form_intro"),
                FieldPanel("consent_text"),
                FieldPanel("thanks_text"),
                FieldPanel("recipient"),
            ],
            heading=_("Form"),
        ),
    ]
    api_fields = [*BasePage.api_fields, APIField("people")]
    prefetched = ["people"]

    class Meta:
        verbose_name = _("contact page")

    def serve(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from home.views import contact

        return contact(request, self)


class ContactPerson(TranslatableRow):
    """A person or a role to turn to."""

    contact_page = ParentalKey(ContactPage, on_delete=models.CASCADE, related_name="people")
    name = models.CharField(pgettext_lazy("person", "name"), max_length=150, blank=True)
    role = models.CharField(_("role"), max_length=150)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("name"), FieldPanel("role")]),
        FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
    ]
    api_fields = [APIField(name) for name in ("name", "role", "email", "phone")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("contact person")

    def __str__(self) -> str:
        return self.name or self.role


class ContactMessage(models.Model):
    """A message as it was sent, with the consent that its sender gave."""

    name = models.CharField(pgettext_lazy("person", "name"), max_length=150)
    email = models.EmailField(_("e-mail"))
    text = models.TextField(_("message"), max_length=5000)
    language = models.CharField(_("language"), max_length=10)
    consent_text = models.TextField(_("consent"))
    consent_version = models.CharField(
        _("version of the consent"), max_length=12, help_text=_("A digest of its text.")
    )
    sent_at = models.DateTimeField(_("sent"), auto_now_add=True)
    mailed_at = models.DateTimeField(_("mailed"), null=True, blank=True)
    digest = models.CharField(  # noqa: DJ001  (messages from before there was one have none)
        max_length=64, unique=True, null=True, editable=False
    )

    class Meta:
        verbose_name = _("message")
        verbose_name_plural = _("messages")
        ordering = ["-sent_at"]

    def __str__(self) -> str:
        """Without the name: the admin's log keeps this when the message is deleted."""
        return f"{self._meta.verbose_name} {localtime(self.sent_at):%Y-%m-%d %H:%M}"
