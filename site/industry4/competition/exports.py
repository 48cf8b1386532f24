"""Lists of the competition as files that are safe to open in a spreadsheet.

What entrants wrote may begin as a formula does. A spreadsheet would carry it out, in a CSV file at
once and in any other as soon as somebody edits the cell; an apostrophe before it keeps it a text.
A CSV file is taken apart by whatever separates cells in the reader's country: in Lithuania that is
a semicolon. So there a formula is none after a separator or a line break either, nor in quotes.
"""

import re
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from wagtail.admin.views.mixins import SpreadsheetExportMixin

# What makes a spreadsheet take a text for a formula, also in full width.
SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"
AT_BEGINNING = re.compile(f"^(?=[{SIGNS}\t\r\n])")
IN_A_CELL = re.compile(f'([;,\t\r\n][\\s"]*|^[\\s"]+)(?=[{SIGNS}])')
BYTE_ORDER_MARK = "\ufeff".encode()


def defused(value: Any, export_format: str) -> Any:
    """The value as a spreadsheet may hold it: of a text what it can hold, and never a formula."""
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("", value)
    if export_format == SpreadsheetExportMixin.FORMAT_CSV:
        text = IN_A_CELL.sub(r"\1'", text)
    return AT_BEGINNING.sub("'", text)


class SafeExportMixin(SpreadsheetExportMixin):
    """Wagtail's export of a list, with every text and every heading defused.

    Columns are named by `list_export`, which an instance may set; `to_row_dict` fills them.
    """

    def preprocess_field_value(self, field: str, value: Any, export_format: str) -> Any:
        return defused(super().preprocess_field_value(field, value, export_format), export_format)

    def get_heading(self, queryset: QuerySet, field: str) -> str:
        return str(defused(super().get_heading(queryset, field), self.FORMAT_CSV))

    def stream_csv(self, queryset: QuerySet) -> Iterator[bytes]:
        # The mark, so that Excel reads Lithuanian letters. Written at once: a stream is read when
        # the language of the reader is no longer active.
        return iter([BYTE_ORDER_MARK, *super().stream_csv(queryset)])
