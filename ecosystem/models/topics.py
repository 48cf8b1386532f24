"""`Sector` and `Technology`: what members work in and with; one slug in both languages."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from rest_framework.fields import Field
from wagtail.admin.panels import FieldPanel, PublishingPanel
from wagtail.search import index
from wagtail.snippets.models import register_snippet
from wagtail_localize.fields import SynchronizedField, TranslatableField

from industry4.core.models import TranslatedSnippet


class Topic(index.Indexed, TranslatedSnippet):
    """A name in one language under a slug that both share, so that addresses and apps agree."""

    name = models.CharField(_("name"), max_length=100, help_text=_("As it reads in a list."))
    slug = models.SlugField(
        _("slug"),
        max_length=100,
        help_text=_("The same in both languages: addresses and apps filter by it."),
    )

    panels = [FieldPanel("name"), FieldPanel("slug"), PublishingPanel()]
    search_fields = [index.SearchField("name"), index.AutocompleteField("name")]
    translatable_fields = [TranslatableField("name"), SynchronizedField("slug", overridable=False)]

    class Meta(TranslatedSnippet.Meta):
        abstract = True
        ordering = ["name"]
        unique_together = [("translation_key", "locale"), ("slug", "locale")]

    def __str__(self) -> str:
        return self.name


class TopicField(Field):
    """A sector, technology or category: `{id, slug, name}`."""

    def to_representation(self, value: Topic) -> dict:
        return {"id": value.pk, "slug": value.slug, "name": value.name}


@register_snippet
class Sector(Topic):
    """A branch of industry or of education."""

    class Meta(Topic.Meta):
        abstract = False
        verbose_name = _("sector")
        verbose_name_plural = _("sectors")


@register_snippet
class Technology(Topic):
    """A technology of Industry 4.0."""

    class Meta(Topic.Meta):
        abstract = False
        verbose_name = _("technology")
        verbose_name_plural = _("technologies")
