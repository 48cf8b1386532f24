"""The rows of an event: organisers, speakers, programme, files."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, PageChooserPanel
from wagtail.api import APIField

from ecosystem.models import MemberPage
from industry4.core.models import PageRelation, TranslatableRow
from industry4.core.serializers import DocumentField

from .events import EventPage


class EventOrganiser(PageRelation):
    """A member that organises the event, or anyone else by name."""

    relation_field = "member"
    event = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="organisers")
    member = models.ForeignKey(
        MemberPage,
        verbose_name=_("member"),
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
    )
    name = models.CharField(
        _("name"), max_length=150, blank=True, help_text=_("Of an organiser who is not a member.")
    )

    panels = [PageChooserPanel("member"), FieldPanel("name")]
    api_fields = [*PageRelation.api_fields, APIField("name")]

    class Meta(PageRelation.Meta):
        verbose_name = _("organiser")

    def clean(self) -> None:
        super().clean()
        if bool(self.member_id) == bool(self.name):
            raise ValidationError({"member": _("Choose a member or give a name: one of the two.")})


class EventSpeaker(TranslatableRow):
    """Who speaks."""

    event = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="speakers")
    name = models.CharField(pgettext_lazy("person", "name"), max_length=150)
    role = models.CharField(_("role"), max_length=150, blank=True)
    organisation = models.CharField(_("organisation"), max_length=150, blank=True)

    panels = [
        FieldPanel("name"),
        FieldRowPanel([FieldPanel("role"), FieldPanel("organisation")]),
    ]
    api_fields = [APIField("name"), APIField("role"), APIField("organisation")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("speaker")

    def __str__(self) -> str:
        return self.name


class ProgrammeItem(TranslatableRow):
    """One item of the programme."""

    event = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="programme")
    starts_at = models.DateTimeField(_("time"), help_text=_("Lithuanian time."))
    title = models.CharField(_("title"), max_length=255)
    speaker = models.CharField(_("speaker"), max_length=255, blank=True)

    panels = [
        FieldPanel("starts_at"),
        FieldPanel("title"),
        FieldPanel("speaker"),
    ]
    api_fields = [APIField("starts_at"), APIField("title"), APIField("speaker")]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("item of the programme")

    def __str__(self) -> str:
        return self.title


class EventDocument(TranslatableRow):
    """A file of the event: slides, minutes, an invitation."""

    event = ParentalKey(EventPage, on_delete=models.CASCADE, related_name="documents")
    document = models.ForeignKey(
        "media.Document", verbose_name=_("file"), on_delete=models.CASCADE, related_name="+"
    )

    panels = [FieldPanel("document")]
    api_fields = [APIField("document", serializer=DocumentField())]

    class Meta(TranslatableRow.Meta):
        verbose_name = _("file")
