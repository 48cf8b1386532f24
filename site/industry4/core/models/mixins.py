"""Mixins that own their fields, panels, search fields and API fields; pages compose them."""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.api import APIField
from wagtail.fields import StreamField
from wagtail.search import index

from industry4.core.blocks import BodyBlock


def validate_end_after_start(start: Any, end: Any, field: str) -> None:
    """Raise ValidationError that names `field` when `end` lies before `start`."""
    if start and end and end < start:
        raise ValidationError({field: _("The end cannot be before the start.")})


class BodyMixin(models.Model):
    """A free body of blocks."""

    body = StreamField(
        BodyBlock(),
        verbose_name=_("body"),
        blank=True,
        help_text=_("The page itself: text, pictures, quotations, files and more, in any order."),
    )

    body_panels: ClassVar[list] = [FieldPanel("body")]
    body_search_fields: ClassVar[list] = [index.SearchField("body")]
    body_api_fields: ClassVar[list] = [APIField("body")]

    class Meta:
        abstract = True


class LocationMixin(models.Model):
    """An address and its place on the map."""

    address = models.CharField(
        _("address"),
        max_length=255,
        blank=True,
        help_text=_("Street, number, town, as it should be read."),
    )
    latitude = models.DecimalField(
        _("latitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-90), MaxValueValidator(90)],
        help_text=_("In degrees, for example 55.731900. Needed to show the place on a map."),
    )
    longitude = models.DecimalField(
        _("longitude"),
        max_digits=9,
        decimal_places=6,
        null=True,
        blank=True,
        validators=[MinValueValidator(-180), MaxValueValidator(180)],
        help_text=_("In degrees, for example 24.363900."),
    )

    location_panels: ClassVar[list] = [
        MultiFieldPanel(
            [
                FieldPanel("address"),
                FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
            ],
            heading=_("Place"),
        )
    ]
    location_search_fields: ClassVar[list] = [index.SearchField("address")]
    location_api_fields: ClassVar[list] = [
        APIField("address"),
        APIField("latitude"),
        APIField("longitude"),
    ]

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        for given, missing in (("latitude", "longitude"), ("longitude", "latitude")):
            if getattr(self, given) is not None and getattr(self, missing) is None:
                raise ValidationError({missing: _("A place on the map needs both coordinates.")})
