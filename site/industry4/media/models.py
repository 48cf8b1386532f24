"""`Image`, `Rendition` and `Document`: Wagtail's, with what two languages and credit ask for."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.api import APIField
from wagtail.documents.models import AbstractDocument, DocumentQuerySet
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage
from wagtail.search import index


class _Upload(models.Model):
    """What Wagtail's own models declare under names that would clash with theirs."""

    uploaded_by_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )
    uploaded_by_user.wagtail_reference_index_ignore = True  # type: ignore[attr-defined]  # Wagtail's

    class Meta:
        abstract = True


class Image(_Upload, AbstractImage):
    """A picture with alternative text in each language, its author and its licence."""

    tags = TaggableManager(_("tags"), blank=True, help_text=None, related_name="media_images")
    alt_text_lt = models.CharField(
        _("alternative text in Lithuanian"),
        max_length=255,
        blank=True,
        help_text=_(
            "What the picture shows, for those who cannot see it. Used wherever the place that"
            " shows the picture gives no text of its own."
        ),
    )
    alt_text_en = models.CharField(
        _("alternative text in English"),
        max_length=255,
        blank=True,
        help_text=_(
            "The same in English. Without it English pages show the picture as decoration."
        ),
    )
    credit = models.CharField(
        _("credit"),
        max_length=255,
        blank=True,
        help_text=_("The author or the source, as it should stand under the picture."),
    )
    licence = models.CharField(
        _("licence"),
        max_length=100,
        blank=True,
        help_text=_("How the picture may be used, for example CC BY 4.0."),
    )

    admin_form_fields = (
        *WagtailImage.admin_form_fields,
        "alt_text_lt",
        "alt_text_en",
        "credit",
        "licence",
    )
    # `description` is Wagtail's single alternative text: the two above replace it.
    admin_form_fields = tuple(name for name in admin_form_fields if name != "description")

    api_fields = [APIField(name) for name in ("alt_text_lt", "alt_text_en", "credit", "licence")]

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")

    def alt_text(self, language: str) -> str:
        """The alternative text in `language` (a code such as "lt"), or "" where there is none."""
        return getattr(self, f"alt_text_{language}", "")

    @property
    def default_alt_text(self) -> str:
        """The alternative text in the language of the page that is shown; never another's."""
        return self.alt_text(get_language() or "")


class Rendition(AbstractRendition):
    """One size and format of an image."""

    image = models.ForeignKey(
        Image, on_delete=models.CASCADE, related_name="renditions", verbose_name=_("image")
    )

    class Meta:
        unique_together = (("image", "filter_spec", "focal_point_key"),)
        verbose_name = _("rendition")
        verbose_name_plural = _("renditions")


class DocumentManager(models.Manager.from_queryset(DocumentQuerySet)):  # type: ignore[misc]  # Wagtail's
    """Fetches no text until somebody asks for it: lists show many files, and no text."""

    def get_queryset(self) -> Any:
        """All documents, with `text` deferred; `.defer(None)` fetches it with them."""
        return super().get_queryset().defer("text")

    def without_text(self) -> Any:
        """The documents whose text is not that of their file: see `Document.lacks_text`."""
        return self.filter(~models.Q(text_of=models.F("file_hash")) | models.Q(file_hash=""))


class Document(_Upload, AbstractDocument):
    """A file to download, with the language that it is written in and the text to find it by."""

    class Language(models.TextChoices):
        LITHUANIAN = "lt", pgettext_lazy("language of a file", "Lithuanian")
        ENGLISH = "en", pgettext_lazy("language of a file", "English")
        BOTH = "mul", _("Lithuanian and English")
        NONE = "zxx", _("No language")

    tags = TaggableManager(_("tags"), blank=True, help_text=None, related_name="media_documents")
    language = models.CharField(
        _("language"),
        max_length=3,
        choices=Language.choices,
        default=Language.LITHUANIAN,
        help_text=_(
            "Shown beside the link, so that a reader knows before downloading. A plan or figures"
            " may have none."
        ),
    )
    text = models.TextField(_("text"), blank=True, default="", editable=False)
    # The `file_hash` of the file that the text was taken from; "" before.
    text_of = models.CharField(
        _("file of the text"), max_length=40, blank=True, default="", editable=False
    )

    objects = DocumentManager()

    search_fields = [*AbstractDocument.search_fields, index.SearchField("text")]

    admin_form_fields = (*WagtailDocument.admin_form_fields, "language")

    api_fields = [APIField("language"), APIField("file_size")]

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")

    def clean(self) -> None:
        """Wagtail's check of the file; the form that follows an upload of several has none."""
        if self.file:
            super().clean()

    @property
    def lacks_text(self) -> bool:
        """Whether the text is still to be taken from the file."""
        return not self.file_hash or self.text_of != self.file_hash

    @classmethod
    def get_indexed_objects(cls) -> Any:
        """What the search index is made of: here the text is fetched with the documents."""
        return super().get_indexed_objects().defer(None)
