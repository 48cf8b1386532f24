"""Blocks of numbers and lists: key figure, table, documents, related pages."""

from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from pydantic import BaseModel, Field
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTable, TypedTableBlock
from wagtail_localize.segments import StringSegmentValue

from industry4.core.api import PageLink
from industry4.core.public import public_pages
from industry4.media.api import File
from industry4.media.models import Document

from .choosers import DocumentChooser, PageChooser, latest, present, target_of


class KeyFigureData(BaseModel):
    """A number that a reader should remember."""

    number: Decimal
    unit: str
    label: str = Field(description="What it counts.")
    source: str = Field(description="Who counted, and when.")


# No figure of this world is larger; far beyond it, rounding a number for print fails.
LARGEST_FIGURE = Decimal(10) ** 15


def check_size(number: Decimal | None) -> None:
    """Raise ValidationError for a number that cannot be printed."""
    if number is not None and abs(number) >= LARGEST_FIGURE:
        raise ValidationError(_("This number is too large."))


class KeyFigureBlock(blocks.StructBlock):
    """A number that a reader should remember."""

    number = blocks.DecimalBlock(label=_("Number"))
    unit = blocks.CharBlock(
        required=False, default="", label=_("Unit"), help_text=_("For example EUR or percent (%).")
    )
    label = blocks.CharBlock(label=_("What it counts"))
    source = blocks.CharBlock(
        required=False, default="", label=_("Source"), help_text=_("Who counted, and when.")
    )

    class Meta:
        icon = "order"
        label = _("Key figure")
        description = _("One number in large type, with what it counts.")
        template = "blocks/key_figure.html"
        api_type = KeyFigureData
        preview_value = {"number": 500, "unit": "", "label": "įmonių regione"}

    def clean(self, value: Any) -> Any:
        value = super().clean(value)
        try:
            check_size(value["number"])
        except ValidationError as error:
            raise StructBlockValidationError(block_errors={"number": error}) from error
        return value

    def get_api_representation(self, value: Any, context: Any = None) -> dict:
        return {**super().get_api_representation(value, context), "number": str(value["number"])}


class TranslatableTableBlock(TypedTableBlock):
    """Wagtail's typed table, with headings and text cells offered for translation."""

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """The caption, the headings and the text cells, each under its place in the table."""
        return [
            StringSegmentValue(path, text)
            for path, text in self._texts(value).items()
            if isinstance(text, str) and text
        ]

    def restore_translated_segments(self, value: TypedTable, segments: list) -> TypedTable:
        """The table with the translated texts in their places."""
        for segment in segments:
            place, _dot, rest = segment.path.partition(".")
            text = segment.render_text()
            if place == "caption":
                value.caption = text
            elif place == "heading":
                value.columns[int(rest)]["heading"] = text
            else:
                row, column = map(int, rest.split("."))
                value.row_data[row]["values"][column] = text
        return value

    @staticmethod
    def _texts(value: TypedTable) -> dict[str, Any]:
        texts: dict[str, Any] = {"caption": value.caption}
        for number, column in enumerate(value.columns):
            texts[f"heading.{number}"] = column["heading"]
        for number, row in enumerate(value.row_data):
            for place, cell in enumerate(row["values"]):
                texts[f"cell.{number}.{place}"] = cell
        return texts

    def get_api_representation(self, value: TypedTable, context: Any = None) -> dict:
        """`{caption, columns, rows}`: the columns' headings, and rows of texts and numbers."""
        return {
            "caption": value.caption or "",
            "columns": [column["heading"] for column in value.columns],
            "rows": [
                [
                    column["block"].get_api_representation(cell, context)
                    for column, cell in zip(value.columns, row["values"], strict=True)
                ]
                for row in value.row_data
            ],
        }


class TableData(BaseModel):
    """A table of texts and numbers."""

    caption: str
    columns: list[str] = Field(description="The headings of the columns.")
    rows: list[list[Decimal | str | None]] = Field(
        description="A cell of each column. Numbers are strings with a decimal point, too."
    )


class TableBlock(TranslatableTableBlock):
    """A table of texts and numbers."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            [
                ("text", blocks.CharBlock(required=False, default="", label=_("Text"))),
                ("number", blocks.DecimalBlock(required=False, label=_("Number"))),
            ],
            **kwargs,
        )

    class Meta:
        icon = "table"
        label = _("Table")
        description = _("Texts and numbers in columns.")
        template = "blocks/table.html"
        api_type = TableData

    def clean(self, value: TypedTable) -> TypedTable:
        value = super().clean(value)
        for row in value.row_data:
            for cell in row["values"]:
                check_size(cell if isinstance(cell, Decimal) else None)
        return value

    def get_preview_value(self) -> Any:
        """Two rows."""
        return self.to_python(
            {
                "caption": "Kas kiek kainavo",
                "columns": [
                    {"type": "text", "heading": "Įstaiga"},
                    {"type": "number", "heading": "Eur"},
                ],
                "rows": [
                    {"values": ["RoboLabas", "470000"]},
                    {"values": ["STEAM centras", "800000"]},
                ],
            }
        )


class DocumentsData(BaseModel):
    """Files to download."""

    heading: str
    documents: list[File]


class DocumentsBlock(blocks.StructBlock):
    """Files to download."""

    heading = blocks.CharBlock(required=False, default="", label=_("Heading"))
    documents = blocks.ListBlock(DocumentChooser(), min_num=1, label=_("Files"))

    class Meta:
        icon = "doc-full-inverse"
        label = _("Files")
        description = _("Files to download, with their language, type and size.")
        template = "blocks/documents.html"
        api_type = DocumentsData

    def get_preview_value(self) -> Any:
        """The latest file of the library."""
        return self.to_python({"heading": "Failai", "documents": [latest(Document)]})

    def get_api_representation(self, value: Any, context: Any = None) -> dict:
        data = super().get_api_representation(value, context)
        return {**data, "documents": present(data["documents"])}


class RelatedPagesData(BaseModel):
    """Pages worth reading next."""

    heading: str
    pages: list[PageLink]


class RelatedPagesBlock(blocks.StructBlock):
    """Pages worth reading next."""

    heading = blocks.CharBlock(required=False, default="", label=_("Heading"))
    pages = blocks.ListBlock(PageChooser(), min_num=1, label=_("Pages"))

    class Meta:
        icon = "doc-empty-inverse"
        label = _("Related pages")
        description = _("Other pages of this site, each in the reader’s language.")
        template = "blocks/related_pages.html"
        api_type = RelatedPagesData

    def get_preview_value(self) -> Any:
        """The first pages of the site."""
        pages: list[Any] = list(public_pages().order_by("path")[:2])
        keys = [page.pk for page in pages]
        return self.to_python({"heading": "Skaitykite toliau", "pages": keys})

    def get_context(self, value: Any, parent_context: dict | None = None) -> dict:
        context = super().get_context(value, parent_context)
        context["targets"] = [target for page in value["pages"] if (target := target_of(page))]
        return context

    def get_api_representation(self, value: Any, context: Any = None) -> dict:
        data = super().get_api_representation(value, context)
        return {**data, "pages": present(data["pages"])}
