"""All that is wrong in a table as a workbook: where, what stands there, what is wrong, how to mend it."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Final

import xlsxwriter
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from submissions.sheets.problems import CellProblem

_WIDTHS: Final = (20, 10, 20, 36, 46, 60)
_FONT: Final = {"font_name": "Times New Roman", "font_size": 12, "valign": "top", "text_wrap": True}


def write_problems(problems: Sequence[CellProblem]) -> bytes:
    """Return the workbook; nothing that stood in a cell becomes a formula or a link again."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(
        content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    sheet = book.add_worksheet(_("Ô cần sửa"))
    head = book.add_format({**_FONT, "bold": True, "border": 1, "bg_color": "#F3EEE3"})
    cell = book.add_format({**_FONT, "border": 1})
    headings = (
        _("Trang tính"), pgettext("bảng tính", "Ô"), _("Cột"), _("Nội dung hiện có"), _("Sai ở đâu"), _("Cách sửa"),
    )  # fmt: skip
    for column, (heading, width) in enumerate(zip(headings, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, heading, head)
    for place, each in enumerate(problems, 1):
        texts = (each.sheet, each.cell, each.column, each.found, each.reason, each.remedy)
        for column, text in enumerate(texts):
            sheet.write_string(place, column, text, cell)
    sheet.freeze_panes(1, 0)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&C&P/&N")
    book.close()
    return content.getvalue()
